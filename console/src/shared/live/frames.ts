import type { Clock, Task, Wall, Warning } from '../api/floor'
import type { LookingAt } from '../api/journey'
import type { ImportFile } from '../api/orders'
import type { Colleague, Content, Message, Row } from '../api/types'

/** A row told to many; what is unread is each reader's own affair. */
export type ToldRow = Omit<Row, 'unread'> & { unread?: number | null }

export type ClientFrame =
  | { type: 'hello' }
  | { type: 'ping' }
  | { type: 'subscribe'; conversation: string; after: number }
  | { type: 'unsubscribe'; conversation: string }
  | ({ type: 'post'; clientId: string; conversation: string; replyTo?: number } & Content)
  | { type: 'read'; conversation: string; read: number }
  | { type: 'typing'; conversation: string; text: string }
  | { type: 'watch-wall'; group?: string; store?: string }
  | { type: 'unwatch-wall' }

export type ServerFrame =
  | { type: 'welcome' }
  | { type: 'pong' }
  | { type: 'bye'; code: string }
  | { type: 'ack'; clientId: string; conversation: string; seq: number; sentAt: string }
  | { type: 'refused'; clientId?: string; code: string; zh: string; en: string }
  | { type: 'message'; message: Message }
  | { type: 'messages'; conversation: string; items: Message[]; more: boolean }
  | { type: 'conversation'; row: ToldRow }
  | { type: 'typing'; conversation: string; text: string | null; by: string }
  | { type: 'reading'; conversation: string; by: 'customer' | 'agent'; delivered: number; read: number }
  | { type: 'presence'; member: Colleague }
  | { type: 'notice'; code: string; zh: string; en: string }
  | { type: 'clock'; clock: Clock }
  | { type: 'warning'; warning: Warning }
  | { type: 'wall'; wall: Wall }
  | { type: 'task'; task: Task }
  | { type: 'looking'; customer: string; now: LookingAt }
  | { type: 'import'; file: ImportFile }
