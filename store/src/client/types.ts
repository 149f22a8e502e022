/** The shapes of the HTTP interface that this page uses; docs/reference/openapi.json has all of them. */

export interface Named {
  id: string
  name: string
}

export interface Me {
  id: string
  name: string
  nickname: string
  roleName?: string
  stores: Named[]
  permissions: string[]
  presence: { state: string; reason: string | null; since: string }
}

export interface Row {
  id: string
  customer: { id: string; name: string; level: string; vip: boolean }
  channel: { id: string; kind: string; name: string }
  state: 'reception' | 'queued' | 'held' | 'closed'
  urgency: string
  issue: string
  group: Named | null
  store: Named | null
  agent: Named | null
  lastSeq: number
  lastAt: string
  lastPreview: string
  waitingSince: string | null
  queuedAt: string | null
  openedAt: string
  unread: number | null
}

export interface Message {
  conversationId: string
  seq: number
  kind: 'text' | 'picture' | 'file' | 'card' | 'note' | 'system' | 'recall'
  author: { kind: 'customer' | 'agent' | 'bot' | 'system'; id: string | null; name: string | null }
  body: Record<string, unknown>
  sentAt: string
  clientId: string | null
  recalled: boolean
}

export interface Clock {
  conversation: string
  kind: string
  startedAt: string
  dueAt: string
  warnAt: string
  standardSeconds: number
  state: 'running' | 'warning' | 'breached' | 'paused' | 'stopped'
}

export interface Category {
  id: string
  name: string
  children: Category[]
}

export interface Floor {
  store: Named
  waiting: Row[]
  serving: Row[]
}
