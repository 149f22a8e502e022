// The words of the wire: what the visitor's REST calls and live frames carry.

export interface Card {
  type: 'product'
  title: string
  image?: string
  price?: string
  url?: string
  sku?: string
  subtitle?: string
}

export interface Page {
  title: string
  url: string
}

export interface Identity {
  /** The exact JSON text the shop signed. */
  identity: string
  signature: string
}

export interface StoredFile {
  id: string
  url: string
  name: string
  type: string
  size: number
  width?: number
  height?: number
}

export type AuthorKind = 'customer' | 'agent' | 'bot' | 'system'

export interface Author {
  kind: AuthorKind
  id?: string | null
  name?: string | null
  avatar?: string | null
}

export interface TextBody { text: string }
export interface PictureBody { fileId: string; url: string; width?: number; height?: number; name?: string; size?: number }
export interface FileBody { fileId: string; url: string; name: string; size: number; type: string }
export interface SystemBody { event: string; zh: string; en: string }
export interface RecallBody { seq: number }

export interface ReplyTo {
  seq: number
  kind?: string
  preview?: string | null
  author?: Author | string | null
}

interface Entry {
  conversationId: string
  seq: number
  /** The entry before this one that the customer may see; null when the answer came by REST. */
  prev?: number | null
  author: Author
  sentAt: string
  clientId?: string | null
  replyTo?: ReplyTo | null
  recalled?: boolean
}

export type Message = Entry & (
  | { kind: 'text'; body: TextBody }
  | { kind: 'picture'; body: PictureBody }
  | { kind: 'file'; body: FileBody }
  | { kind: 'card'; body: Card }
  | { kind: 'system'; body: SystemBody }
  | { kind: 'recall'; body: RecallBody }
)

export type ConversationState = 'reception' | 'queued' | 'held' | 'closed'

export interface VisitorConversation {
  id: string
  state: ConversationState
  agent: { name: string; avatar?: string | null } | null
  queue: Queue | null
  lastSeq: number
  readByAgent: number
  leftMessage: boolean
  /** Whether somebody can answer now, and when next. */
  hours?: { open: boolean; nextOpening: string | null }
  /** By when we said that we shall be back. */
  promisedAt?: string | null
}

export interface Queue {
  ahead: number
  estimateSeconds: number | null
}

export interface Site {
  id: string
  name: string
  greeting: string
  botName: string
  menu: { issue: string; label: string }[]
}

export interface SessionAnswer {
  token: string
  customer: { id: string; name: string; known: boolean }
  site: Site
  conversation: VisitorConversation | null
}

export type PostKind = 'text' | 'picture' | 'card'

export interface Post {
  clientId: string
  kind: PostKind
  body: TextBody | PictureBody | Card
  replyTo?: number
  issue?: string
}

/** Where the customer was when he said it; told while no conversation is open. */
export interface Whereabouts {
  page?: Page
  product?: Card
}

export type ClientFrame =
  | { type: 'hello'; token: string; conversation?: string; after?: number }
  | ({ type: 'post'; again?: boolean } & Post & Whereabouts)
  | { type: 'read'; conversation: string; delivered?: number; read: number }
  | { type: 'typing'; text: string }
  | { type: 'ping' }

export interface Refused {
  type: 'refused'
  clientId?: string | null
  code: string
  zh: string
  en: string
}

export type ServerFrame =
  | { type: 'welcome'; conversation: VisitorConversation | null; missed?: Message[] }
  | { type: 'ack'; clientId: string; conversation: string; seq: number; sentAt: string }
  | Refused
  | { type: 'message'; message: Message }
  | { type: 'conversation'; conversation: VisitorConversation }
  | { type: 'typing'; conversation: string; active: boolean }
  | { type: 'reading'; conversation: string; by: 'customer' | 'agent'; delivered?: number; read: number }
  | ({ type: 'queue'; conversation?: string } & Queue)
  | { type: 'notice'; code: string; zh: string; en: string }
  | { type: 'pong' }
  | { type: 'bye'; code: string }

/** What went wrong, in the customer's language and with a stable code. */
export class Refusal extends Error {
  constructor(readonly code: string, readonly zh: string, readonly en: string, readonly status = 0) {
    super(`${code}: ${en}`)
  }

  /** True when trying the same thing again later may succeed. */
  get passing(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 502
  }
}

export function offline(): Refusal {
  return new Refusal('network.offline', '网络连接不上，请稍后再试', 'The network is not reachable, please try again later')
}
