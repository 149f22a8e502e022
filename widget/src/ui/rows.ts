import type { Outgoing } from '../client/outbox'
import type { Author, Message, VisitorConversation } from '../client/protocol'
import type { PictureUpload } from '../client/state'
import { startOfDay } from '../text/time'

export type Delivery = 'waiting' | 'sending' | 'delivered' | 'read' | 'failed'

export type Row =
  | { type: 'day'; key: string; at: Date }
  | { type: 'line'; key: string; message: Message }
  | { type: 'fresh'; key: string }
  | { type: 'message'; key: string; message: Message; mine: boolean; first: boolean; last: boolean; delivery: Delivery | null }
  | { type: 'outgoing'; key: string; item: Outgoing; first: boolean; last: boolean }
  | { type: 'upload'; key: string; picture: PictureUpload; first: boolean; last: boolean }

const TOGETHER_MS = 3 * 60_000

export interface Content {
  messages: readonly Message[]
  outgoing: readonly Outgoing[]
  pictures: readonly PictureUpload[]
  conversation: VisitorConversation | null
  /** The first entry that was unread when the customer came back; a line is drawn above it. */
  fresh: string | null
}

export function keyOf(message: Message): string {
  return message.clientId ?? `${message.conversationId}/${message.seq}`
}

/** Everything on the timeline in drawing order: day headings, lines, bubbles in groups, and what is still on its way. */
export function layRows(content: Content): Row[] {
  const rows: Row[] = []
  const answered = lastAnswers(content.messages)
  const over = closedOnes(content.messages)
  let day = 0
  content.messages.forEach((message, index) => {
    const at = new Date(message.sentAt)
    if (startOfDay(at) !== day) {
      day = startOfDay(at)
      rows.push({ type: 'day', key: `day/${day}`, at })
    }
    const key = keyOf(message)
    if (content.fresh === key) rows.push({ type: 'fresh', key: 'fresh' })
    if (message.kind === 'system' || message.recalled) {
      rows.push({ type: 'line', key, message })
      return
    }
    const mine = message.author.kind === 'customer'
    const before = content.messages[index - 1]
    const after = content.messages[index + 1]
    rows.push({
      type: 'message', key, message, mine,
      first: !together(before, message) || content.fresh === key,
      last: after ? !together(message, after) : !(mine && content.outgoing.length + content.pictures.length > 0),
      delivery: mine && !over.has(message.conversationId) ? deliveryOf(message, content.conversation, answered) : null,
    })
  })
  const waiting = content.outgoing.length + content.pictures.length
  const tail = content.messages.at(-1)
  const joins = tail !== undefined && tail.author.kind === 'customer' && tail.kind !== 'system' && !tail.recalled
  const today = startOfDay(new Date(content.outgoing[0]?.at ?? Date.now()))
  if (waiting > 0 && today > day) rows.push({ type: 'day', key: `day/${today}`, at: new Date(today) })
  content.outgoing.forEach((item, index) =>
    rows.push({ type: 'outgoing', key: item.clientId, item, first: index === 0 && !joins, last: index === waiting - 1 }))
  content.pictures.forEach((picture, index) => {
    const place = content.outgoing.length + index
    rows.push({ type: 'upload', key: picture.id, picture, first: place === 0 && !joins, last: place === waiting - 1 })
  })
  return rows
}

export function sameAuthor(a: Author, b: Author): boolean {
  return a.kind === b.kind && (a.kind === 'customer' || (a.name ?? a.id) === (b.name ?? b.id))
}

function together(a: Message | undefined, b: Message): boolean {
  if (!a || a.kind === 'system' || b.kind === 'system' || a.recalled || b.recalled) return false
  const apart = Date.parse(b.sentAt) - Date.parse(a.sentAt)
  return sameAuthor(a.author, b.author) && apart < TOGETHER_MS && startOfDay(new Date(a.sentAt)) === startOfDay(new Date(b.sentAt))
}

/** An answer shows that everything before it was read, also where no read mark is known any more. */
function lastAnswers(messages: readonly Message[]): Map<string, number> {
  const answers = new Map<string, number>()
  for (const message of messages) if (message.author.kind === 'agent') answers.set(message.conversationId, message.seq)
  return answers
}

/** Whether somebody read it is of no interest any more once the conversation is over. */
function closedOnes(messages: readonly Message[]): Set<string> {
  const closed = new Set<string>()
  for (const message of messages) {
    if (message.kind !== 'system') continue
    if (message.body.event === 'closed') closed.add(message.conversationId)
    if (message.body.event === 'reopened') closed.delete(message.conversationId)
  }
  return closed
}

function deliveryOf(message: Message, conversation: VisitorConversation | null, answered: Map<string, number>): Delivery {
  const read = conversation?.id === message.conversationId ? conversation.readByAgent : 0
  return message.seq <= Math.max(read, answered.get(message.conversationId) ?? 0) ? 'read' : 'delivered'
}
