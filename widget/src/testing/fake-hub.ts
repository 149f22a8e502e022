import type { ClientFrame, Message, Post, ServerFrame, SessionAnswer, VisitorConversation } from '../client/protocol'
import { Refusal, offline } from '../client/protocol'
import type { Rest } from '../client/rest'
import type { OpenWire, WireEvents } from '../client/wire'
import { aConversation } from './messages'

/** A hub in memory: stores a client id once, numbers entries, and can lose answers or cut lines on demand. */
export class FakeHub {
  readonly messages: Message[] = []
  readonly posts: Post[] = []
  readonly sessions: Record<string, unknown>[] = []
  readonly frames: ClientFrame[] = []
  readonly asked: string[] = []
  conversation: VisitorConversation | null = null
  reachable = true
  sockets = true
  losesAcks = false
  deaf = false
  knowsTokens = true
  customerOf: (request: Record<string, unknown>) => SessionAnswer['customer'] = () => ({ id: 'v1', name: '访客', known: false })
  private readonly lines = new Set<WireEvents>()
  private tokens = 0

  say(message: Partial<Message> & { seq: number }, live = true): Message {
    const prev = this.messages.at(-1)?.seq ?? null
    const entry = {
      conversationId: 'c1', prev, kind: 'text', body: { text: '您好' }, author: { kind: 'agent', name: '阿宁' },
      sentAt: new Date(Date.parse('2026-11-20T02:00:00Z') + message.seq * 1000).toISOString(), recalled: false, ...message,
    } as Message
    this.messages.push(entry)
    this.conversation = { ...(this.conversation ?? aConversation()), lastSeq: entry.seq }
    if (live) this.broadcast({ type: 'message', message: entry })
    return entry
  }

  broadcast(frame: ServerFrame): void {
    for (const line of [...this.lines]) line.frame(frame)
  }

  cut(): void {
    for (const line of [...this.lines]) {
      this.lines.delete(line)
      line.closed()
    }
  }

  readonly socket: OpenWire = (events) => {
    if (!this.reachable || !this.sockets) queueMicrotask(() => events.closed())
    else queueMicrotask(() => events.opened())
    return this.line(events)
  }

  readonly poll: OpenWire = (events) => {
    queueMicrotask(() => (this.reachable ? events.opened() : events.closed()))
    return this.line(events)
  }

  private line(events: WireEvents) {
    return {
      send: (frame: ClientFrame) => {
        this.frames.push(frame)
        if (this.deaf) return
        if (frame.type === 'hello') {
          this.lines.add(events)
          const missed = this.messages.filter((message) => message.conversationId === frame.conversation && message.seq > (frame.after ?? 0))
          events.frame({ type: 'welcome', conversation: this.conversation, missed: missed.map((message) => ({ ...message, prev: null })) })
        }
        if (frame.type === 'ping') events.frame({ type: 'pong' })
        if (frame.type === 'post') this.answer(events, frame)
      },
      close: () => void this.lines.delete(events),
    }
  }

  private answer(events: WireEvents, post: Post): void {
    const stored = this.store(post)
    if (this.losesAcks) return
    if (stored instanceof Refusal) events.frame({ type: 'refused', clientId: post.clientId, code: stored.code, zh: stored.zh, en: stored.en })
    else events.frame({ type: 'ack', clientId: post.clientId, conversation: stored.conversationId, seq: stored.seq, sentAt: stored.sentAt })
  }

  private store(post: Post): Message | Refusal {
    this.posts.push(post)
    if ('text' in post.body && post.body.text.includes('违禁')) return new Refusal('message.refused', '内容不合适', 'Not allowed', 422)
    const known = this.messages.find((message) => message.clientId === post.clientId)
    if (known) return known
    return this.say({ seq: (this.messages.at(-1)?.seq ?? 0) + 1, clientId: post.clientId, kind: post.kind, body: post.body, author: { kind: 'customer' } } as Message, false)
  }

  readonly rest = (token: () => string | null): Rest => ({
    get: async <T>(path: string): Promise<T> => {
      if (!this.reachable) throw offline()
      this.asked.push(path)
      const query = new URL(path, 'http://hub').searchParams
      const after = query.get('after')
      const items = after === null ? this.messages.slice(-30) : this.messages.filter((message) => message.conversationId === query.get('conversation') && message.seq > Number(after))
      return { items: items.map((message) => ({ ...message, prev: null })), next: null } as T
    },
    send: async <T>(_method: string, path: string, body?: unknown): Promise<T> => {
      if (!this.reachable) throw offline()
      if (path === '/api/visitor/session') return this.session(body as Record<string, unknown>) as T
      if (path === '/api/visitor/messages') {
        const stored = this.store(body as Post)
        if (stored instanceof Refusal) throw stored
        return stored as T
      }
      if (!token()) throw new Refusal('visitor.token', '请重新打开', 'Open again', 401)
      return undefined as T
    },
  })

  private session(request: Record<string, unknown>): SessionAnswer {
    this.sessions.push(request)
    if (request.signature === 'forged') throw new Refusal('visitor.signature', '登录信息校验失败', 'The signature does not hold', 403)
    if (request.token && !this.knowsTokens) throw new Refusal('visitor.token-unknown', '会话已过期', 'The session has expired', 401)
    return {
      token: (request.token as string) ?? `token-${++this.tokens}`,
      customer: this.customerOf(request),
      site: { id: 'demo', name: '青禾家居', greeting: '您好', botName: '小响', menu: [{ issue: 'logistics', label: '物流' }] },
      conversation: this.conversation,
    }
  }
}
