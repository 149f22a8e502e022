import type { Link } from './live'
import type { Outgoing } from './outbox'
import type { Card, Message, Refusal, SessionAnswer, Site, VisitorConversation } from './protocol'
import { type Timeline, emptyTimeline, reading } from './timeline'
import { type ReadMarks, countUnread } from './unread'

export interface PictureUpload {
  id: string
  file: File
  preview: string
  share: number
  refusal: Refusal | null
  replyTo?: number
}

export interface Notice {
  zh: string
  en: string
}

/** Everything the screen shows. */
export interface ChatState {
  phase: 'starting' | 'ready' | 'failed'
  failure: Refusal | null
  site: Site | null
  customer: SessionAnswer['customer'] | null
  conversation: VisitorConversation | null
  link: Link
  timeline: Timeline
  messages: readonly Message[]
  outgoing: readonly Outgoing[]
  pictures: readonly PictureUpload[]
  marks: ReadMarks
  unread: number
  agentTyping: boolean
  notice: Notice | null
  /** The product of the page, offered until it is sent or put away. */
  offer: Card | null
  /** Chosen in the entry menu, travels with the next message. */
  issue: string | null
  /** The customer was away for a while and finds his conversation again. */
  welcomeBack: boolean
  history: 'idle' | 'loading' | 'failed'
}

export const initialState: ChatState = {
  phase: 'starting',
  failure: null,
  site: null,
  customer: null,
  conversation: null,
  link: 'connecting',
  timeline: emptyTimeline,
  messages: [],
  outgoing: [],
  pictures: [],
  marks: {},
  unread: 0,
  agentTyping: false,
  notice: null,
  offer: null,
  issue: null,
  welcomeBack: false,
  history: 'idle',
}

/** Derived values are kept in the state so that the screen never computes them while drawing. */
export function derive(before: ChatState, change: Partial<ChatState>): ChatState {
  const next = { ...before, ...change }
  if (next.timeline !== before.timeline) next.messages = reading(next.timeline)
  if (next.messages !== before.messages || next.marks !== before.marks) next.unread = countUnread(next.messages, next.marks)
  return next
}

export function withReadByAgent(conversation: VisitorConversation | null, id: string, read: number): VisitorConversation | null {
  if (!conversation || conversation.id !== id || conversation.readByAgent >= read) return conversation
  return { ...conversation, readByAgent: read }
}

/** True when a human is asked for or there already. */
export function withHuman(conversation: VisitorConversation | null): boolean {
  return conversation?.state === 'queued' || conversation?.state === 'held'
}
