// The shapes the application speaks, as its REST and live contract define them.

/** The code of a role: a built-in one (agent, store-specialist, supervisor, trainer, admin) or one of the shop's own. */
export type Role = string
export type Permission =
  | 'serve'
  | 'lead-group'
  | 'lead-all'
  | 'teach'
  | 'staff'
  | 'standards'
  | 'channels'
  | 'contacts'
  | 'reveal'
  | 'merge'
  | 'audit'
  | 'export'
  | 'import'
export type PresenceState = 'online' | 'busy' | 'break' | 'offline'
export type Level = 'ordinary' | 'silver' | 'gold' | 'platinum'
export type Urgency = 'normal' | 'high-value' | 'urgent'
export type ConversationState = 'reception' | 'queued' | 'held' | 'closed'
export type Issue =
  | 'pre-sale'
  | 'order'
  | 'payment'
  | 'logistics'
  | 'return'
  | 'refund'
  | 'complaint'
  | 'invoice'
  | 'membership'
  | 'other'
export type AuthorKind = 'customer' | 'agent' | 'bot' | 'system'
export type Tab = 'queue' | 'mine' | 'colleagues' | 'history'

export interface Named {
  id: string
  name: string
}

export interface Presence {
  state: PresenceState
  reason?: string | null
  since: string
}

export interface Me extends Named {
  login: string
  nickname: string
  role: Role
  avatar?: string | null
  capacity: number
  presence: Presence
  groups: Named[]
  roleName?: string
  permissions?: Permission[]
  stores?: Named[]
  twoFactor?: boolean
}

export interface Colleague extends Named {
  nickname: string
  role: Role
  avatar?: string | null
  presence: Presence
  load: number
  capacity: number
  groups: Named[]
}

export interface Group extends Named {
  overflowId?: string | null
}

export interface Script {
  id: string
  shared: boolean
  folder: string
  title: string
  /** Words; of a picture or a card what is sent, as JSON. */
  content: string
  initials: string
  kind?: 'text' | 'picture' | 'card'
  ordinal?: number
}

export interface Card {
  type: 'product'
  title: string
  subtitle?: string | null
  image?: string | null
  price?: string | null
  url?: string | null
  sku?: string | null
}

export interface CustomerBrief extends Named {
  avatar?: string | null
  level: Level
  vip: boolean
}

export interface Entry {
  title?: string | null
  url?: string | null
  product?: Card | null
}

export interface Closure {
  category?: string | null
  categoryId?: string | null
  summary: string
  reason: string
  by: string
}

/** One line of a conversation list; also what the conversation's header shows. */
export interface Row {
  id: string
  customer: CustomerBrief
  channel: { id: string; kind: string; name: string }
  entry: Entry | null
  state: ConversationState
  urgency: Urgency
  issue: Issue
  group: Named | null
  /** A store that was asked to answer instead of a group. */
  store?: Named | null
  agent: Named | null
  participants: Named[]
  lastSeq: number
  lastAt: string
  lastBy: AuthorKind
  lastPreview: string
  waitingSince: string | null
  queuedAt: string | null
  openedAt: string
  closedAt: string | null
  closure: Closure | null
  leftMessage: boolean
  /** By when we said that we shall be back. */
  promisedAt?: string | null
  /** How far the customer has received and read. */
  customerDelivered: number
  customerRead: number
  unread: number
  firstReplyAt: string | null
}

export interface Author {
  kind: AuthorKind
  id?: string | null
  name?: string | null
  avatar?: string | null
}

export interface PictureBody {
  fileId?: string
  url: string
  width?: number | null
  height?: number | null
  name?: string
  size?: number
}
export interface FileBody {
  fileId?: string
  url: string
  name: string
  size: number
  type: string
}
export interface SystemBody {
  event: string
  zh: string
  en: string
}

interface MessageCommon {
  conversationId: string
  seq: number
  /** Sequence number of the message before this one, as far as this audience may see; null when read by REST. */
  prev?: number | null
  author: Author
  sentAt: string
  clientId?: string | null
  replyTo?: { seq: number; kind: string; preview: string; author: string } | null
  recalled?: boolean
}
export type Content =
  | { kind: 'text'; body: { text: string } }
  | { kind: 'picture'; body: PictureBody }
  | { kind: 'file'; body: FileBody }
  | { kind: 'card'; body: Card }
  | { kind: 'note'; body: { text: string; mentions?: string[] } }
export type Message = MessageCommon &
  (Content | { kind: 'system'; body: SystemBody } | { kind: 'recall'; body: { seq: number } })

export interface Page<T> {
  items: T[]
  next: string | null
}

export interface Category extends Named {
  children?: Category[]
}

export interface Identity {
  kind: string
  value: string
  source: string
  at: string
  /** Names it without showing it. */
  mark: string
}
export interface Tag {
  name: string
  by: string
  at: string
  reason?: string | null
}
export interface CustomerNote {
  id: string
  text: string
  by: string
  at: string
}
export interface Customer extends CustomerBrief {
  phone?: string | null
  email?: string | null
  source: string
  createdAt: string
  lastSeenAt: string
  identities: Identity[]
  tags: Tag[]
  notes: CustomerNote[]
  dedicated: Named | null
  deputy: Named | null
  online: boolean
  /** Telephone number and address are told in part only. */
  masked: boolean
}

export interface Today {
  received: number
  averageResponseSeconds: number | null
  repliedWithin3Minutes: number | null
  open: number
}

export interface StoredFile {
  id: string
  url: string
  name: string
  type: string
  size: number
  width?: number | null
  height?: number | null
}
