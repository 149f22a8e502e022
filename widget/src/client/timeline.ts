import type { Message } from './protocol'

// Everything the customer may see, over all his conversations, oldest first.
// Each conversation is a thread: entries in order of seq, and `seen`, the seq up to which nothing is missing.

export interface Thread {
  messages: readonly Message[]
  seen: number
}

export interface Timeline {
  threads: Readonly<Record<string, Thread>>
  /** Cursor for older entries: undefined = not asked yet, null = there are none. */
  older: string | null | undefined
}

export interface Gap {
  conversation: string
  after: number
}

export const emptyTimeline: Timeline = { threads: {}, older: undefined }

const emptyThread: Thread = { messages: [], seen: 0 }

export function threadOf(timeline: Timeline, conversation: string): Thread {
  return timeline.threads[conversation] ?? emptyThread
}

/** An entry that arrived live. A gap is returned when entries between the last seen one and this one are missing. */
export function receive(timeline: Timeline, message: Message): { timeline: Timeline; gap: Gap | null } {
  const thread = threadOf(timeline, message.conversationId)
  const prev = message.prev ?? null
  const messages = insert(thread.messages, [message])
  const missing = prev !== null && prev > thread.seen
  const seen = missing ? thread.seen : follow(messages, Math.max(thread.seen, message.seq))
  return {
    timeline: put(timeline, message.conversationId, { messages, seen }),
    gap: missing ? { conversation: message.conversationId, after: thread.seen } : null,
  }
}

/** Our own entry, just acknowledged. The acknowledgement names no predecessor, so `seen` moves only to the very next seq. */
export function confirm(timeline: Timeline, message: Message): Timeline {
  const thread = threadOf(timeline, message.conversationId)
  const messages = insert(thread.messages, [message])
  const seen = message.seq === thread.seen + 1 ? follow(messages, message.seq) : thread.seen
  return put(timeline, message.conversationId, { messages, seen })
}

/** The answer to "what came after?": complete from there on, and at least up to what we knew when we asked. */
export function fill(timeline: Timeline, conversation: string, items: readonly Message[], knownUpTo = 0): Timeline {
  const thread = threadOf(timeline, conversation)
  const messages = insert(thread.messages, items)
  const last = items.reduce((highest, item) => Math.max(highest, item.seq), Math.max(thread.seen, knownUpTo))
  return put(timeline, conversation, { messages, seen: follow(messages, last) })
}

export function highest(timeline: Timeline, conversation: string): number {
  return threadOf(timeline, conversation).messages.at(-1)?.seq ?? 0
}

/** A page of history, the newest page first. */
export function prepend(timeline: Timeline, items: readonly Message[], next: string | null): Timeline {
  let grown = timeline
  for (const [conversation, entries] of group(items)) grown = fill(grown, conversation, entries)
  return { ...grown, older: next }
}

/** All entries in reading order. Inside a conversation seq decides; between conversations the server's clock. */
export function reading(timeline: Timeline): Message[] {
  const keyed: { message: Message; at: number }[] = []
  for (const thread of Object.values(timeline.threads)) {
    let at = 0
    for (const message of thread.messages) {
      at = Math.max(at, Date.parse(message.sentAt) || 0)
      if (message.kind !== 'recall') keyed.push({ message, at })
    }
  }
  keyed.sort((a, b) =>
    a.message.conversationId === b.message.conversationId
      ? a.message.seq - b.message.seq
      : a.at - b.at || (a.message.conversationId < b.message.conversationId ? -1 : 1))
  return keyed.map((entry) => entry.message)
}

export function find(timeline: Timeline, conversation: string, seq: number): Message | undefined {
  return threadOf(timeline, conversation).messages.find((message) => message.seq === seq)
}

export function holds(timeline: Timeline, clientId: string): boolean {
  return Object.values(timeline.threads).some((thread) => thread.messages.some((message) => message.clientId === clientId))
}

function insert(existing: readonly Message[], arrived: readonly Message[]): readonly Message[] {
  const bySeq = new Map(existing.map((message) => [message.seq, message]))
  for (const message of arrived) {
    const known = bySeq.get(message.seq)
    // A live entry knows its predecessor, the same entry by REST does not: keep what we knew.
    bySeq.set(message.seq, known ? { ...known, ...message, prev: message.prev ?? known.prev, recalled: known.recalled || message.recalled } as Message : message)
  }
  for (const message of arrived) {
    if (message.kind !== 'recall') continue
    const target = bySeq.get(message.body.seq)
    if (target && !target.recalled) bySeq.set(target.seq, { ...target, recalled: true })
  }
  return [...bySeq.values()].sort((a, b) => a.seq - b.seq)
}

/** Entries that waited for their predecessor join once it is there. */
function follow(messages: readonly Message[], from: number): number {
  let seen = from
  for (const message of messages) {
    if (message.seq <= seen) continue
    const prev = message.prev ?? null
    if (prev !== null ? prev <= seen : message.seq === seen + 1) seen = message.seq
    else break
  }
  return seen
}

function group(items: readonly Message[]): Map<string, Message[]> {
  const groups = new Map<string, Message[]>()
  for (const item of items) {
    const entries = groups.get(item.conversationId)
    if (entries) entries.push(item)
    else groups.set(item.conversationId, [item])
  }
  return groups
}

function put(timeline: Timeline, conversation: string, thread: Thread): Timeline {
  return { ...timeline, threads: { ...timeline.threads, [conversation]: thread } }
}
