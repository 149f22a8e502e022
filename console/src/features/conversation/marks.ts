import type { Row } from '@/shared/api/types'
import type { Entry } from './entries'

export type Mark = 'sent' | 'delivered' | 'read'

/** How far our messages got, said once: on the last one read, the last one delivered and the last one sent. */
export function marksOf(entries: Entry[], row: Row, me: string): Map<string, Mark> {
  const last = new Map<Mark, string>()
  for (const entry of entries) {
    if (entry.kind !== 'message') continue
    const { message } = entry
    const isOurs = message.author.kind === 'agent' && message.author.id === me && message.kind !== 'note'
    if (!isOurs || message.recalled || message.conversationId !== row.id) continue
    const mark = message.seq <= row.customerRead ? 'read' : message.seq <= row.customerDelivered ? 'delivered' : 'sent'
    last.set(mark, entry.key)
  }
  return new Map([...last].map(([mark, key]) => [key, mark]))
}
