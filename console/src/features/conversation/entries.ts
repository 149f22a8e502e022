import type { Message } from '@/shared/api/types'
import type { Outgoing, Thread } from './thread'

/** What the message list draws, one below the other. */
export type Entry =
  | { kind: 'day'; key: string; at: string }
  | { kind: 'start'; key: string; conversationId: string; at: string }
  | { kind: 'system'; key: string; message: Message & { kind: 'system' } }
  | { kind: 'message'; key: string; message: Message; isFollowing: boolean }
  | { kind: 'outgoing'; key: string; message: Outgoing; isFollowing: boolean }

const FOLLOWS_WITHIN = 3 * 60_000

export function keyOf(message: Message): string {
  return message.clientId ?? `${message.conversationId}:${message.seq}`
}

/** Day separators, borders between conversations, and messages of one author drawn together. */
export function entriesOf(thread: Thread, conversationId: string): Entry[] {
  const entries: Entry[] = []
  let before: Message | null = null
  for (const message of thread.items) {
    const isNewDay: boolean = !before || dayOf(before.sentAt) !== dayOf(message.sentAt)
    const isNewConversation: boolean = before !== null && before.conversationId !== message.conversationId
    if (isNewDay) entries.push({ kind: 'day', key: `day:${keyOf(message)}`, at: message.sentAt })
    if (isNewConversation) {
      const { conversationId: next, sentAt: at } = message
      entries.push({ kind: 'start', key: `start:${next}`, conversationId: next, at })
    }
    if (message.kind === 'system') entries.push({ kind: 'system', key: keyOf(message), message })
    else {
      const isFollowing = !isNewDay && !isNewConversation && before !== null && follows(before, message)
      entries.push({ kind: 'message', key: keyOf(message), message, isFollowing })
    }
    before = message
  }
  for (const message of thread.outgoing) {
    if (message.conversationId !== conversationId) continue
    const isFollowing = entries.at(-1)?.kind === 'outgoing'
    entries.push({ kind: 'outgoing', key: message.clientId, message, isFollowing })
  }
  return entries
}

function follows(before: Message, message: Message): boolean {
  return (
    before.kind !== 'system' &&
    !before.recalled &&
    before.author.kind === message.author.kind &&
    (before.author.id ?? null) === (message.author.id ?? null) &&
    (before.kind === 'note') === (message.kind === 'note') &&
    Date.parse(message.sentAt) - Date.parse(before.sentAt) < FOLLOWS_WITHIN
  )
}

function dayOf(at: string): string {
  return new Date(at).toDateString()
}
