import { newId } from './ids'
import { Live, type Link, waitBeforeTry } from './live'
import { NotDelivered, Outbox } from './outbox'
import {
  type Card, type Identity, type Message, type Page, type Post, type PostKind, Refusal, type ServerFrame, type StoredFile,
  type VisitorConversation, type Whereabouts, offline,
} from './protocol'
import type { Rest } from './rest'
import { Session } from './session'
import { type ChatState, type Notice, type PictureUpload, derive, initialState, withHuman, withReadByAgent } from './state'
import { type Store, readJson } from './storage'
import { type Gap, confirm, emptyTimeline, fill, highest, holds, prepend, receive, threadOf } from './timeline'
import { type Upload, unfit } from './uploads'
import { type ReadMarks, isForCustomer, lastFromOthers, readAll } from './unread'
import type { OpenWire } from './wire'

export interface Surroundings {
  site: string
  store: Store
  rest: (token: () => string | null) => Rest
  upload: (token: () => string | null) => Upload
  socket: OpenWire
  poll: OpenWire
  /** Runs one at a time over all tabs, so that two tabs opened together do not become two visitors. */
  alone?: <T>(name: string, work: () => Promise<T>) => Promise<T>
  now?: () => Date
}

interface History { items: Message[]; next?: string | null; more?: boolean }

const HISTORY_PAGE = 30
const CATCH_UP_PAGE = 100
const ACK_WITHIN_MS = 8_000
const TYPING_EVERY_MS = 1_000
const TYPING_FADES_MS = 6_000
const RECEIPTS_EVERY_MS = 400
const INTRODUCE_AGAIN_MS = 10_000
const AWAY_AFTER_MS = 30 * 60_000

/** The customer's side of a conversation, without a screen: the screen reads `state` and calls the verbs. */
export class Visitor {
  state: ChatState
  private readonly listeners = new Set<() => void>()
  private readonly session: Session
  private readonly rest: Rest
  private readonly uploading: Upload
  private readonly live: Live
  private readonly outbox: Outbox
  private readonly now: () => Date
  private readonly acks = new Map<string, { resolve: () => void; reject: (trouble: Error) => void }>()
  private readonly catching = new Map<string, boolean>()
  private readonly previews = new Map<string, string>()
  private page: Page | undefined
  private product: Card | undefined
  private signed: Identity | undefined
  private attending = false
  private beginning: Promise<void> | null = null
  private beginAgain = false
  private receiptTimer: ReturnType<typeof setTimeout> | undefined
  private typingTimer: ReturnType<typeof setTimeout> | undefined
  private typingSentAt = 0
  private typingText = ''
  private fade: ReturnType<typeof setTimeout> | undefined
  private told = ''
  private lastHere: number
  private introducedAt = 0
  private arrival: ReturnType<typeof setTimeout> | undefined
  private failedArrivals = 0

  constructor(private readonly around: Surroundings) {
    const token = () => this.session.token
    this.rest = around.rest(token)
    this.uploading = around.upload(token)
    this.now = around.now ?? (() => new Date())
    this.session = new Session(around.site, this.rest, around.store)
    this.state = { ...initialState, marks: readJson<ReadMarks>(around.store, this.marksKey) ?? {} }
    this.outbox = new Outbox(this.outboxKey, around.store, (post, again) => this.deliver(post, again), (outgoing) => this.set({ outgoing }), this.now)
    this.state = { ...this.state, outgoing: this.outbox.all }
    this.lastHere = Number(around.store.get(this.presenceKey) ?? this.now().getTime())
    this.live = new Live({
      socket: around.socket,
      poll: around.poll,
      hello: () => this.hello(),
      frame: (frame) => this.on(frame),
      link: (link) => this.linked(link),
    })
  }

  get outboxKey(): string { return `huixiang.${this.around.site}.outbox` }
  get marksKey(): string { return `huixiang.${this.around.site}.read` }
  get presenceKey(): string { return `huixiang.${this.around.site}.here` }
  get sessionKey(): string { return this.session.key }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  // ── Arriving ──────────────────────────────────────────────────────────────────────────────────────────────

  /** One arrival at a time; who or where we are may have changed while one was under way, then there is another. */
  async begin(): Promise<void> {
    if (this.beginning) this.beginAgain = true
    this.beginning ??= this.arriveUntilSettled().finally(() => { this.beginning = null })
    return this.beginning
  }

  private async arriveUntilSettled(): Promise<void> {
    do {
      this.beginAgain = false
      await this.arrive()
    } while (this.beginAgain)
  }

  /** The page around us told where the customer is, what he looks at and who he is. */
  async surround(context: { page?: Page; product?: Card | null; signed?: Identity; anonymousId?: string }): Promise<void> {
    const named = context.signed !== undefined && context.signed.identity !== this.signed?.identity
    if (context.anonymousId) this.session.anonymousId = context.anonymousId
    if (context.page) this.page = context.page
    if (context.product !== undefined) {
      this.product = context.product ?? undefined
      this.set({ offer: context.product })
    }
    if (context.signed) this.signed = context.signed
    if (named && this.state.phase !== 'starting') await this.begin()
    else if (named && this.beginning) this.beginAgain = true
  }

  /** The customer signed out of the shop: nothing of his stays on this device, the next visitor is a new one. */
  async reset(): Promise<void> {
    this.forget()
    await this.begin()
  }

  forget(): void {
    this.live.stop()
    this.signed = undefined
    this.session.forget()
    this.forgetEverything()
  }

  private forgetEverything(): void {
    this.outbox.clear()
    this.around.store.remove(this.marksKey)
    this.around.store.remove(this.presenceKey)
    for (const picture of this.state.pictures) URL.revokeObjectURL(picture.preview)
    this.set({
      timeline: emptyTimeline, pictures: [], marks: {}, conversation: null, customer: null, notice: null, issue: null,
      welcomeBack: false, agentTyping: false,
    })
  }

  private async arrive(): Promise<void> {
    const returning = this.session.returning
    const before = this.state.customer
    try {
      const work = () => {
        this.session.reload()
        return this.session.begin(this.signed)
      }
      const { answer, refused } = await (this.around.alone ? this.around.alone(this.session.key, work) : work())
      const changed = before !== null && before.id !== answer.customer.id
      if (changed && before.known) this.forgetEverything()
      this.set({
        phase: 'ready', failure: null, site: answer.site, customer: answer.customer, conversation: answer.conversation,
        ...(changed ? { timeline: emptyTimeline } : {}),
        ...(refused ? { notice: refused } : {}),
      })
      if (this.state.timeline.older === undefined) await this.loadOlder()
      if (!before && returning) this.greetAgain()
      if (changed) this.live.restart()
      else this.live.start()
      this.failedArrivals = 0
    } catch (trouble) {
      const failure = asRefusal(trouble)
      this.set({ failure, ...(this.state.phase === 'ready' ? {} : { phase: 'failed' as const }) })
      if (failure.passing || failure.status >= 500) this.arriveLater()
    }
  }

  /** The hub is away, not the shop unknown: the page comes to life by itself once it is back. */
  private arriveLater(): void {
    clearTimeout(this.arrival)
    this.arrival = setTimeout(() => void this.begin(), waitBeforeTry(this.failedArrivals++, Math.random))
  }

  private greetAgain(): void {
    const away = this.now().getTime() - this.lastHere
    if (away >= AWAY_AFTER_MS && this.state.messages.length > 0) this.set({ welcomeBack: true })
  }

  // ── Being there ───────────────────────────────────────────────────────────────────────────────────────────

  /** True while the customer looks at the end of the conversation: what arrives is read. */
  attend(attending: boolean): void {
    this.attending = attending
    if (attending) {
      this.noteReading()
      this.stillHere()
    }
  }

  /** Remembers when the customer was last here; the next visit knows how long he was away. */
  stillHere(): void {
    this.around.store.set(this.presenceKey, String(this.now().getTime()))
  }

  /** The window is looked at again, or the network is back. */
  wake(): void {
    if (this.state.phase === 'failed') void this.begin()
    else this.live.wake()
  }

  /** The page is being left: the line closes, what is unsent stays in the browser. */
  leave(): void {
    this.stillHere()
    clearTimeout(this.arrival)
    this.outbox.pause()
    this.live.stop()
  }

  networkGone(): void {
    this.live.suspect()
  }

  /** Another tab of the same browser changed what is kept. */
  storageChanged(key: string): void {
    if (key === this.outboxKey) this.outbox.reload()
    if (key === this.marksKey) this.set({ marks: readJson<ReadMarks>(this.around.store, this.marksKey) ?? {} })
    if (key === this.sessionKey && this.session.reload()) {
      // The last word on who is here counts on all tabs, or two tabs would sign each other out in turns.
      this.signed = undefined
      this.live.stop()
      this.set({ timeline: emptyTimeline, conversation: null, customer: null, pictures: [] })
      if (this.session.token) void this.begin()
    }
  }

  // ── Speaking ──────────────────────────────────────────────────────────────────────────────────────────────

  say(text: string, replyTo?: number): void {
    const trimmed = text.trim()
    if (!trimmed) return
    this.post('text', { text: trimmed }, replyTo)
    this.typing('')
  }

  sendCard(card: Card): void {
    this.post('card', card)
    this.set({ offer: null })
  }

  async sendPicture(file: File, replyTo?: number): Promise<void> {
    const trouble = unfit(file)
    if (trouble) return this.notify(trouble)
    const picture: PictureUpload = { id: newId(), file, preview: URL.createObjectURL(file), share: 0, refusal: null, replyTo }
    this.set({ pictures: [...this.state.pictures, picture] })
    await this.upload(picture)
  }

  async resendPicture(id: string): Promise<void> {
    const picture = this.state.pictures.find((entry) => entry.id === id)
    if (picture) await this.upload(picture)
  }

  discardPicture(id: string): void {
    this.set({ pictures: this.state.pictures.filter((entry) => entry.id !== id) })
  }

  resend(clientId: string): void { this.outbox.resend(clientId) }
  discard(clientId: string): void { this.outbox.discard(clientId) }
  choose(issue: string | null): void { this.set({ issue }) }
  putOfferAway(): void { this.set({ offer: null }) }
  dismissNotice(): void { this.set({ notice: null }) }
  dismissWelcomeBack(): void { this.set({ welcomeBack: false }) }

  /** A local picture shown until the browser has the stored one. */
  previewOf(fileId: string): string | undefined { return this.previews.get(fileId) }

  /** What is being typed, so that the agent can think along; at most once a second. */
  typing(text: string): void {
    this.typingText = text
    if (this.typingTimer !== undefined) {
      if (text === '') this.sendTyping()
      return
    }
    const wait = Math.max(0, this.typingSentAt + TYPING_EVERY_MS - this.now().getTime())
    if (wait === 0 || text === '') this.sendTyping()
    else this.typingTimer = setTimeout(() => this.sendTyping(), wait)
  }

  async askForHuman(): Promise<void> {
    const issue = this.state.issue
    await this.attempt(async () => {
      this.setConversation(await this.rest.send<VisitorConversation>('POST', '/api/visitor/human', {
        ...(issue ? { issue } : {}),
        ...(this.page ? { pageTitle: this.page.title, pageUrl: this.page.url } : {}),
        ...(this.product ? { product: this.product } : {}),
      }))
      this.set({ issue: null })
    })
  }

  async leaveMessage(text: string, contact: string): Promise<void> {
    try {
      this.setConversation(await this.rest.send<VisitorConversation>('POST', '/api/visitor/left-message', { text, contact }))
    } catch (trouble) {
      throw asRefusal(trouble)
    }
  }

  /** T-08: somebody calls; when he wishes, or as soon as we can. */
  async askForCallBack(phone: string, when: string | null, text: string): Promise<void> {
    try {
      this.setConversation(
        await this.rest.send<VisitorConversation>('POST', '/api/visitor/call-back', {
          phone,
          ...(when ? { when } : {}),
          ...(text ? { text } : {}),
        }),
      )
    } catch (trouble) {
      throw asRefusal(trouble)
    }
  }

  async end(): Promise<void> {
    await this.attempt(async () => {
      await this.rest.send('POST', '/api/visitor/end')
      const conversation = this.state.conversation
      if (conversation) this.set({ conversation: { ...conversation, state: 'closed', queue: null } })
    })
  }

  // ── History ───────────────────────────────────────────────────────────────────────────────────────────────

  async loadOlder(): Promise<void> {
    const { older } = this.state.timeline
    if (older === null || this.state.history === 'loading') return
    const customer = this.state.customer?.id
    this.set({ history: 'loading' })
    try {
      const cursor = older ? `&before=${encodeURIComponent(older)}` : ''
      const page = await this.rest.get<History>(`/api/visitor/messages?limit=${HISTORY_PAGE}${cursor}`)
      if (customer !== this.state.customer?.id) return
      this.set({ timeline: prepend(this.state.timeline, page.items, page.next ?? null), history: 'idle' })
      this.settleOutbox(page.items)
    } catch {
      this.set({ history: 'failed' })
    }
  }

  private async catchUp(gap: Gap): Promise<void> {
    if (this.catching.has(gap.conversation)) {
      this.catching.set(gap.conversation, true)
      return
    }
    this.catching.set(gap.conversation, false)
    try {
      for (let after = gap.after, more = true; more;) {
        const knownUpTo = highest(this.state.timeline, gap.conversation)
        const page = await this.rest.get<History>(`/api/visitor/messages?conversation=${gap.conversation}&after=${after}&limit=${CATCH_UP_PAGE}`)
        more = (page.more ?? page.items.length >= CATCH_UP_PAGE) && page.items.length > 0
        this.set({ timeline: fill(this.state.timeline, gap.conversation, page.items, more ? 0 : knownUpTo) })
        this.settleOutbox(page.items)
        this.noteReading()
        after = page.items.at(-1)?.seq ?? after
      }
    } catch {
      // The next message or the next welcome asks again from the same place.
    } finally {
      const again = this.catching.get(gap.conversation)
      this.catching.delete(gap.conversation)
      if (again) void this.catchUp({ conversation: gap.conversation, after: threadOf(this.state.timeline, gap.conversation).seen })
    }
  }

  // ── The line ──────────────────────────────────────────────────────────────────────────────────────────────

  private hello() {
    const token = this.session.token
    if (!token) return null
    const conversation = this.latest()
    const after = conversation ? threadOf(this.state.timeline, conversation).seen : 0
    return { type: 'hello' as const, token, ...(conversation ? { conversation, after } : {}) }
  }

  /** Where the last word was said; its entry may be here before the news of the conversation itself. */
  private latest(): string | undefined {
    return this.state.messages.at(-1)?.conversationId ?? this.state.conversation?.id
  }

  private linked(link: Link): void {
    this.set({ link, ...(link === 'live' || link === 'polling' ? {} : { agentTyping: false }) })
    if (link === 'broken' || link === 'connecting') {
      this.outbox.pause()
      for (const ack of [...this.acks.values()]) ack.reject(new NotDelivered())
    }
  }

  private on(frame: ServerFrame): void {
    switch (frame.type) {
      case 'welcome': return void this.welcomed(frame)
      case 'message': return this.arrived(frame.message)
      case 'ack': return this.acknowledged(frame)
      case 'refused': return this.refused(frame)
      case 'conversation': return this.setConversation(frame.conversation)
      case 'queue': return this.queueMoved(frame.conversation, { ahead: frame.ahead, estimateSeconds: frame.estimateSeconds })
      case 'typing': return this.agentTypes(frame.active)
      case 'reading': return this.othersRead(frame)
      case 'notice': return this.notify(frame)
      case 'bye': return void this.dismissed(frame.code)
      case 'pong': return
    }
  }

  private async welcomed(frame: Extract<ServerFrame, { type: 'welcome' }>): Promise<void> {
    const missed = frame.missed ?? []
    for (const message of missed) this.set({ timeline: fill(this.state.timeline, message.conversationId, [message]) })
    this.settleOutbox(missed)
    const former = this.latest()
    this.setConversation(frame.conversation ?? this.state.conversation)
    const now = this.state.conversation
    // First learn what already arrived: an entry that is there must not be sent again.
    if (former && former !== now?.id) await this.catchUp({ conversation: former, after: threadOf(this.state.timeline, former).seen })
    if (now && now.lastSeq > threadOf(this.state.timeline, now.id).seen) {
      await this.catchUp({ conversation: now.id, after: threadOf(this.state.timeline, now.id).seen })
    }
    if (this.state.timeline.older === undefined) await this.loadOlder()
    this.noteReading()
    if (this.live.link !== 'live' && this.live.link !== 'polling') return
    this.outbox.start()
    for (const picture of this.state.pictures) if (picture.refusal?.passing) void this.upload(picture)
  }

  private arrived(message: Message): void {
    const { timeline, gap } = receive(this.state.timeline, message)
    this.set({ timeline, ...(isForCustomer(message) ? { agentTyping: false } : {}) })
    this.settleOutbox([message])
    if (gap) void this.catchUp(gap)
    this.noteReading()
  }

  private acknowledged(frame: Extract<ServerFrame, { type: 'ack' }>): void {
    const sent = this.state.outgoing.find((item) => item.clientId === frame.clientId)
    if (sent) this.set({ timeline: confirm(this.state.timeline, asMessage(sent, frame.conversation, frame.seq, frame.sentAt)) })
    this.acks.get(frame.clientId)?.resolve()
    this.outbox.confirmed(frame.clientId)
  }

  private refused(frame: Extract<ServerFrame, { type: 'refused' }>): void {
    const waiting = frame.clientId ? this.acks.get(frame.clientId) : undefined
    // The hub stumbled, not the customer: the same frame goes again by itself.
    if (waiting) waiting.reject(new Refusal(frame.code, frame.zh, frame.en, frame.code === 'service.unavailable' ? 503 : 409))
    else if (this.live.link === 'live' || this.live.link === 'polling') this.notify(frame)
    else this.helloRefused(frame)
  }

  private helloRefused(frame: Extract<ServerFrame, { type: 'refused' }>): void {
    if (frame.code === 'conversation.not-found') {
      // What we showed belongs to nobody we are now: begin the page anew.
      this.set({ timeline: emptyTimeline, conversation: null })
      this.live.suspect()
    } else {
      void this.dismissed(frame.code)
    }
  }

  private agentTypes(active: boolean): void {
    clearTimeout(this.fade)
    this.set({ agentTyping: active })
    if (active) this.fade = setTimeout(() => this.set({ agentTyping: false }), TYPING_FADES_MS)
  }

  private othersRead(frame: Extract<ServerFrame, { type: 'reading' }>): void {
    if (frame.by === 'agent') {
      this.set({ conversation: withReadByAgent(this.state.conversation, frame.conversation, frame.read) })
    } else if (frame.read > (this.state.marks[frame.conversation] ?? 0)) {
      this.keepMarks({ ...this.state.marks, [frame.conversation]: frame.read })
    }
  }

  private queueMoved(id: string | undefined, queue: NonNullable<VisitorConversation['queue']>): void {
    const conversation = this.state.conversation
    if (conversation?.state === 'queued' && (id === undefined || id === conversation.id)) this.set({ conversation: { ...conversation, queue } })
  }

  /** The server ended the connection for a reason. A token it no longer knows means: introduce yourself again. */
  private async dismissed(code: string): Promise<void> {
    if (!/token|signed|identity|visitor/.test(code) || this.now().getTime() - this.introducedAt < INTRODUCE_AGAIN_MS) return
    this.introducedAt = this.now().getTime()
    this.live.stop()
    await this.begin()
  }

  private setConversation(conversation: VisitorConversation | null): void {
    const before = this.state.conversation
    if (conversation && before?.id === conversation.id) {
      conversation = { ...conversation, readByAgent: Math.max(before.readByAgent, conversation.readByAgent) }
    }
    this.set({ conversation, ...(conversation?.state === 'held' ? {} : { agentTyping: false }), ...(withHuman(conversation) ? { issue: null } : {}) })
  }

  private post(kind: PostKind, body: Post['body'], replyTo?: number): void {
    const issue = this.state.issue
    this.outbox.add({ clientId: newId(), kind, body, ...(replyTo ? { replyTo } : {}), ...(issue ? { issue } : {}) })
    if (issue) this.set({ issue: null })
    this.stillHere()
  }

  private whereabouts(): Whereabouts {
    const open = this.state.conversation !== null && this.state.conversation.state !== 'closed'
    return open ? {} : { ...(this.page ? { page: this.page } : {}), ...(this.product ? { product: this.product } : {}) }
  }

  private async deliver(post: Post, again: boolean): Promise<void> {
    if (holds(this.state.timeline, post.clientId)) return
    if (this.live.link === 'polling') {
      const message = await this.rest.send<Message>('POST', '/api/visitor/messages', { ...post, ...this.whereabouts() })
      this.set({ timeline: confirm(this.state.timeline, message) })
      return
    }
    const acknowledged = new Promise<void>((resolve, reject) => this.acks.set(post.clientId, { resolve, reject }))
    const patience = setTimeout(() => {
      this.acks.get(post.clientId)?.reject(new NotDelivered())
      this.live.suspect()
    }, ACK_WITHIN_MS)
    try {
      if (!this.live.send({ type: 'post', ...post, ...this.whereabouts(), ...(again ? { again } : {}) })) throw new NotDelivered()
      await acknowledged
    } finally {
      clearTimeout(patience)
      this.acks.delete(post.clientId)
    }
  }

  private settleOutbox(items: readonly Message[]): void {
    for (const item of items) {
      if (!item.clientId) continue
      this.acks.get(item.clientId)?.resolve()
      this.outbox.confirmed(item.clientId)
    }
  }

  private async upload(picture: PictureUpload): Promise<void> {
    const change = (part: Partial<PictureUpload>) =>
      this.set({ pictures: this.state.pictures.map((entry) => (entry.id === picture.id ? { ...entry, ...part } : entry)) })
    change({ refusal: null, share: 0 })
    try {
      const stored: StoredFile = await this.uploading(picture.file, (share) => change({ share }))
      if (!this.state.pictures.some((entry) => entry.id === picture.id)) return
      this.previews.set(stored.id, picture.preview)
      this.discardPicture(picture.id)
      const { id: fileId, url, name, size, width, height } = stored
      this.post('picture', { fileId, url, name, size, width, height }, picture.replyTo)
    } catch (trouble) {
      change({ refusal: asRefusal(trouble) })
    }
  }

  private sendTyping(): void {
    clearTimeout(this.typingTimer)
    this.typingTimer = undefined
    this.typingSentAt = this.now().getTime()
    if (this.state.conversation?.state === 'held') this.live.send({ type: 'typing', text: this.typingText })
  }

  private noteReading(): void {
    if (this.attending) {
      const entries = Object.values(this.state.timeline.threads).flatMap((thread) => thread.messages)
      this.keepMarks(readAll(entries, this.state.marks))
    }
    if (this.receiptTimer === undefined) this.receiptTimer = setTimeout(() => this.sendReceipts(), RECEIPTS_EVERY_MS)
  }

  private sendReceipts(): void {
    this.receiptTimer = undefined
    const conversation = this.latest()
    if (!conversation) return
    const delivered = lastFromOthers(threadOf(this.state.timeline, conversation).messages)
    const read = Math.min(delivered, this.state.marks[conversation] ?? 0)
    const receipt = `${conversation}:${delivered}:${read}`
    if (delivered === 0 || receipt === this.told) return
    this.told = receipt
    if (this.live.send({ type: 'read', conversation, delivered, read })) return
    if (this.live.link === 'polling') this.rest.send('PUT', '/api/visitor/reading', { conversation, delivered, read }).catch(() => { this.told = '' })
    else this.told = ''
  }

  private keepMarks(marks: ReadMarks): void {
    if (marks === this.state.marks) return
    this.around.store.set(this.marksKey, JSON.stringify(marks))
    this.set({ marks })
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (trouble) {
      this.notify(asRefusal(trouble))
    }
  }

  private notify(notice: Notice): void {
    this.set({ notice: { zh: notice.zh, en: notice.en } })
  }

  private set(change: Partial<ChatState>): void {
    this.state = derive(this.state, change)
    for (const listener of this.listeners) listener()
  }
}

function asRefusal(trouble: unknown): Refusal {
  return trouble instanceof Refusal ? trouble : offline()
}

function asMessage(sent: { clientId: string; kind: PostKind; body: unknown; replyTo?: number }, conversationId: string, seq: number, sentAt: string): Message {
  return {
    conversationId, seq, sentAt, clientId: sent.clientId, kind: sent.kind, body: sent.body,
    author: { kind: 'customer' }, prev: null, replyTo: sent.replyTo ? { seq: sent.replyTo } : null, recalled: false,
  } as Message
}
