import type { Content, Message } from '@/shared/api/types'

/** A message of ours that the record has not confirmed yet. */
export interface Outgoing {
  clientId: string
  conversationId: string
  content: Content
  replyTo?: Message['replyTo']
  at: string
  state: 'sending' | 'failed'
  problem?: { code: string; zh: string; en: string }
}

/** Everything said with one customer, over all conversations, as far as it has been loaded. */
export interface Thread {
  /** Ascending; messages of kind recall are applied and not kept. */
  items: Message[]
  /** Cursor to what came before the first item; null at the very beginning. */
  next: string | null
  /** For each conversation the number up to which nothing is missing. */
  seen: Record<string, number>
  outgoing: Outgoing[]
}

export const emptyThread: Thread = { items: [], next: null, seen: {}, outgoing: [] }

export interface Received {
  thread: Thread
  /** Set when messages are missing: ask for everything after this number. The message itself waits for them. */
  missingAfter: number | null
}

export function lastSeen(thread: Thread, conversationId: string): number {
  return thread.seen[conversationId] ?? 0
}

/** A message arrived live. */
export function receive(thread: Thread, message: Message): Received {
  const seen = lastSeen(thread, message.conversationId)
  const prev = message.prev ?? null
  // Not shown before the gap is filled: otherwise the next look would believe that nothing is missing.
  if (prev !== null && prev > seen) return { thread, missingAfter: seen }
  return { thread: merge(thread, [message]), missingAfter: null }
}

/** Messages read from the record, in any order; what is already there stays once. */
export function merge(thread: Thread, messages: Message[]): Thread {
  if (messages.length === 0) return thread
  let items = thread.items
  let outgoing = thread.outgoing
  const seen = { ...thread.seen }
  for (const message of [...messages].sort(inOrder)) {
    if (message.kind === 'recall') items = withRecalled(items, message.conversationId, message.body.seq)
    else items = withMessage(items, message)
    if (message.clientId) outgoing = outgoing.filter((mine) => mine.clientId !== message.clientId)
    seen[message.conversationId] = Math.max(seen[message.conversationId] ?? 0, message.seq)
  }
  return { ...thread, items, outgoing, seen: absorb(items, seen) }
}

/** The newest page of the record, read again: joined to what is known, or in its place when it does not reach it. */
export function joinNewest(known: Thread | undefined, items: Message[], next: string | null): Thread {
  if (known && known.items.length > 0 && items.some((message) => indexOf(known.items, message) >= 0)) {
    return merge(known, items)
  }
  return merge({ ...emptyThread, next, outgoing: known?.outgoing ?? [] }, items)
}

export function joinOlder(thread: Thread, items: Message[], next: string | null): Thread {
  return { ...merge(thread, items), next }
}

export function recall(thread: Thread, conversationId: string, seq: number): Thread {
  return { ...thread, items: withRecalled(thread.items, conversationId, seq) }
}

export function enqueue(thread: Thread, message: Outgoing): Thread {
  return { ...thread, outgoing: [...thread.outgoing.filter((mine) => mine.clientId !== message.clientId), message] }
}

export function fail(thread: Thread, clientId: string, problem: Outgoing['problem']): Thread {
  return change(thread, clientId, (mine) => ({ ...mine, state: 'failed', problem }))
}

export function tryAgain(thread: Thread, clientId: string): Thread {
  return change(thread, clientId, (mine) => ({ ...mine, state: 'sending', problem: undefined }))
}

export function discard(thread: Thread, clientId: string): Thread {
  return { ...thread, outgoing: thread.outgoing.filter((mine) => mine.clientId !== clientId) }
}

/** The record confirmed our message before its echo came. */
export function confirm(
  thread: Thread,
  ack: { clientId: string; conversation: string; seq: number; sentAt: string },
  author: Message['author'],
): Thread {
  const mine = thread.outgoing.find((candidate) => candidate.clientId === ack.clientId)
  if (!mine) return thread
  const message = {
    ...mine.content,
    conversationId: ack.conversation,
    seq: ack.seq,
    author,
    sentAt: ack.sentAt,
    clientId: ack.clientId,
    replyTo: mine.replyTo ?? null,
  } as Message
  const items = withMessage(thread.items, message)
  // The number counts as seen only when nothing before it is missing.
  return { ...discard(thread, ack.clientId), items, seen: absorb(items, thread.seen) }
}

/** Keeps the tail of a thread nobody looks at, so that a long day does not fill the memory. */
export function trim(thread: Thread, keep: number): Thread {
  if (thread.items.length <= keep) return thread
  return { ...thread, items: thread.items.slice(-keep), next: TRIMMED }
}

/** A trimmed thread cannot go on from its old cursor; the next opening reads the newest page again. */
export const TRIMMED = 'trimmed'

function change(thread: Thread, clientId: string, how: (mine: Outgoing) => Outgoing): Thread {
  return { ...thread, outgoing: thread.outgoing.map((mine) => (mine.clientId === clientId ? how(mine) : mine)) }
}

function withMessage(items: Message[], message: Message): Message[] {
  const at = indexOf(items, message)
  if (at >= 0) {
    const known = items[at]!
    const recalled = known.recalled || message.recalled
    return items.with(at, { ...message, recalled, clientId: message.clientId ?? known.clientId } as Message)
  }
  let place = items.length
  while (place > 0 && inOrder(items[place - 1]!, message) > 0) place--
  return items.toSpliced(place, 0, message)
}

function withRecalled(items: Message[], conversationId: string, seq: number): Message[] {
  return items.map((message) => {
    if (message.conversationId !== conversationId) return message
    if (message.seq === seq) return { ...message, recalled: true } as Message
    if (message.replyTo?.seq === seq) return { ...message, replyTo: { ...message.replyTo, kind: 'recall', preview: '' } }
    return message
  })
}

function indexOf(items: Message[], message: Message): number {
  for (let i = items.length - 1; i >= 0; i--) {
    const known = items[i]!
    if (known.conversationId === message.conversationId && known.seq === message.seq) return i
    if (message.clientId && known.clientId === message.clientId) return i
  }
  return -1
}

/** The number of seen moves on over everything that follows it without a hole. */
function absorb(items: Message[], seen: Record<string, number>): Record<string, number> {
  const after = { ...seen }
  for (const message of items) {
    const last = after[message.conversationId]
    if (last === undefined || message.seq === last + 1) after[message.conversationId] = message.seq
  }
  return after
}

export function inOrder(a: Message, b: Message): number {
  if (a.conversationId === b.conversationId) return a.seq - b.seq
  return Date.parse(a.sentAt) - Date.parse(b.sentAt) || (a.conversationId < b.conversationId ? -1 : 1)
}
