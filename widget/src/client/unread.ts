import type { Message } from './protocol'

/** How far the customer has read in each conversation. */
export type ReadMarks = Readonly<Record<string, number>>

export function isForCustomer(message: Message): boolean {
  return (message.author.kind === 'agent' || message.author.kind === 'bot') && message.kind !== 'recall' && !message.recalled
}

export function countUnread(messages: readonly Message[], marks: ReadMarks): number {
  return messages.filter((message) => isForCustomer(message) && message.seq > (marks[message.conversationId] ?? 0)).length
}

/** The last entry of others, which is what receipts are about; our own need none. */
export function lastFromOthers(messages: readonly Message[]): number {
  return messages.findLast((message) => message.author.kind !== 'customer')?.seq ?? 0
}

/** Marks everything as read; the same object comes back when nothing changed. */
export function readAll(messages: readonly Message[], marks: ReadMarks): ReadMarks {
  const next: Record<string, number> = { ...marks }
  let changed = false
  for (const message of messages) {
    if (message.seq > (next[message.conversationId] ?? 0)) {
      next[message.conversationId] = message.seq
      changed = true
    }
  }
  return changed ? next : marks
}
