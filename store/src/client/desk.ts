import { call, get, post, put, Refusal } from './api'
import { Live, type Frame } from './live'
import { Outbox, type Parcel } from './outbox'
import type { Category, Clock, Floor, Me, Message, Named, Row } from './types'

export interface State {
  me: Me | null | undefined
  store: Named | null
  waiting: Row[]
  serving: Row[]
  clocks: Record<string, Clock>
  messages: Record<string, Message[]>
  live: boolean
  online: boolean
  refusal: Refusal | null
}

const FIRST: State = {
  me: undefined,
  store: null,
  waiting: [],
  serving: [],
  clocks: {},
  messages: {},
  live: false,
  online: navigator.onLine,
  refusal: null,
}

/** Everything the specialist's phone knows, and what he can do. Screens read the state and call the verbs. */
export class Desk {
  state: State = FIRST
  readonly outbox = new Outbox(localStorage, (parcel) => this.send(parcel), () => this.show({}))
  private readonly listeners = new Set<() => void>()
  private readonly live = new Live(
    (frame) => this.heard(frame),
    (live) => this.linked(live),
  )
  /** The conversation that is on the screen. */
  private shown: Row | null = null
  private again: ReturnType<typeof setTimeout> | undefined

  constructor() {
    addEventListener('online', () => this.wake())
    addEventListener('offline', () => this.show({ online: false }))
    document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && this.wake())
  }

  watch(listener: () => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  private show(change: Partial<State>): void {
    this.state = { ...this.state, ...change }
    this.listeners.forEach((listener) => listener())
  }

  // ---- Coming and going ------------------------------------------------------------------------------------------

  async begin(): Promise<void> {
    try {
      this.enter(await get<Me>('/api/session'))
    } catch (problem) {
      if (problem instanceof Refusal && problem.status === 0) setTimeout(() => void this.begin(), 3000)
      this.show({ me: problem instanceof Refusal && problem.status === 0 ? undefined : null })
    }
  }

  async signIn(login: string, password: string, code: string): Promise<void> {
    await get('/api/session').catch(() => undefined)
    await post('/api/session', code ? { login, password, code } : { login, password })
    // Asked anew: what this session may do, and the token that belongs to it.
    this.enter(await get<Me>('/api/session'))
  }

  async signOut(): Promise<void> {
    this.live.stop()
    await call('DELETE', '/api/session').catch(() => undefined)
    this.show({ ...FIRST, me: null })
  }

  private enter(me: Me): void {
    const kept = localStorage.getItem('huixiang.store.store')
    const store = me.stores.find((one) => one.id === kept) ?? me.stores[0] ?? null
    this.show({ me, store })
    this.live.start()
    void this.load()
    void this.outbox.flush()
  }

  chooseStore(store: Named): void {
    localStorage.setItem('huixiang.store.store', store.id)
    this.show({ store, waiting: [], serving: [] })
    void this.load()
  }

  private wake(): void {
    this.show({ online: navigator.onLine })
    this.live.wake()
    void this.outbox.flush()
    void this.load()
  }

  // ---- The floor -------------------------------------------------------------------------------------------------

  async load(): Promise<void> {
    const { store, me } = this.state
    if (!store || !me) return
    try {
      const floor = await get<Floor>(`/api/store/${store.id}/queue`)
      this.show({ waiting: floor.waiting, serving: floor.serving.filter((row) => row.agent?.id === me.id) })
      void this.loadClocks([...floor.waiting, ...floor.serving].map((row) => row.id))
    } catch (problem) {
      if (problem instanceof Refusal && problem.status === 401) this.show({ me: null })
    }
  }

  /** The clocks of the house, so that phone, workbench and wall show the same. */
  private async loadClocks(ids: string[]): Promise<void> {
    if (ids.length === 0) return
    const clocks = await get<Clock[] | { items: Clock[] }>(`/api/clocks?conversations=${ids.join(',')}`).catch(() => [])
    const all = { ...this.state.clocks }
    for (const clock of Array.isArray(clocks) ? clocks : clocks.items) all[clock.conversation] = clock
    this.show({ clocks: all })
  }

  private loadSoon(): void {
    clearTimeout(this.again)
    this.again = setTimeout(() => void this.load(), 150)
  }

  private heard(frame: Frame): void {
    switch (frame.type) {
      case 'welcome':
        void this.load()
        if (this.shown) void this.open(this.shown)
        break
      case 'conversation':
        this.loadSoon()
        break
      case 'message':
        this.add(frame.message.conversationId, [frame.message])
        this.loadSoon()
        break
      case 'messages':
        this.add(frame.conversation, frame.items)
        break
      case 'clock':
        this.show({ clocks: { ...this.state.clocks, [frame.clock.conversation]: frame.clock } })
        break
      case 'bye':
        void this.begin()
        break
      case 'pong':
        break
    }
  }

  private linked(live: boolean): void {
    this.show({ live, online: navigator.onLine })
    if (live) void this.outbox.flush()
  }

  find(id: string): Row | undefined {
    return this.state.serving.find((row) => row.id === id) ?? this.state.waiting.find((row) => row.id === id)
  }

  async register(walkIn: Record<string, string | undefined>): Promise<void> {
    await post('/api/store/walk-ins', { ...walkIn, store: this.state.store?.id })
    await this.load()
  }

  async receive(id: string): Promise<void> {
    await put(`/api/store/walk-ins/${id}/reception`)
    await this.load()
  }

  async finish(id: string, categoryId: string, summary: string): Promise<void> {
    await put(`/api/conversations/${id}/closure`, { categoryId, summary })
    await this.load()
  }

  async handBack(id: string, groupId: string, note: string): Promise<void> {
    await put(`/api/conversations/${id}/assignment`, { groupId, note: note || undefined })
    await this.load()
  }

  categories(): Promise<Category[]> {
    return get<Category[]>('/api/categories')
  }

  groups(): Promise<Named[]> {
    return get<Named[]>('/api/staff/groups')
  }

  async choosePresence(state: string, reason?: string): Promise<void> {
    const presence = await put<Me['presence']>('/api/staff/me/presence', { state, reason })
    if (this.state.me) this.show({ me: { ...this.state.me, presence } })
  }

  terminal(): Promise<{ address: string }> {
    return post<{ address: string }>(`/api/store/${this.state.store?.id}/terminal`)
  }

  // ---- A conversation --------------------------------------------------------------------------------------------

  /** Everything ever said with this customer, in the store and on line. */
  async open(row: Row): Promise<void> {
    this.shown = row
    this.subscribe(row.id)
    const history = await get<{ items: Message[] }>(`/api/customers/${row.customer.id}/messages?limit=60`).catch(() => null)
    if (history) this.add(row.id, history.items)
  }

  private subscribe(conversation: string): void {
    const known = this.state.messages[conversation]?.filter((one) => one.conversationId === conversation).at(-1)?.seq ?? 0
    this.live.say({ type: 'subscribe', conversation, after: known })
  }

  close(conversation: string): void {
    this.shown = null
    this.live.say({ type: 'unsubscribe', conversation })
  }

  read(conversation: string, seq: number): void {
    this.live.say({ type: 'read', conversation, read: seq })
  }

  private add(conversation: string, items: Message[]): void {
    const all = new Map((this.state.messages[conversation] ?? []).map((one) => [`${one.conversationId}/${one.seq}`, one]))
    for (const one of items) {
      all.set(`${one.conversationId}/${one.seq}`, one)
      const taken = one.kind === 'recall' ? all.get(`${one.conversationId}/${Number(one.body.seq)}`) : undefined
      if (taken) all.set(`${taken.conversationId}/${taken.seq}`, { ...taken, recalled: true })
    }
    const sorted = [...all.values()].sort((a, b) => a.sentAt.localeCompare(b.sentAt) || a.seq - b.seq)
    this.show({ messages: { ...this.state.messages, [conversation]: sorted } })
  }

  write(conversation: string, text: string): void {
    this.outbox.put({ clientId: crypto.randomUUID(), conversation, kind: 'text', body: { text }, at: new Date().toISOString() })
  }

  async sendPicture(conversation: string, file: File): Promise<void> {
    const form = new FormData()
    form.append('file', file)
    const kept = await call<{ id: string; url: string }>('POST', '/api/files', form)
    this.outbox.put({
      clientId: crypto.randomUUID(),
      conversation,
      kind: 'picture',
      body: { fileId: kept.id, url: kept.url },
      at: new Date().toISOString(),
    })
  }

  private async send(parcel: Parcel): Promise<void> {
    const { clientId, kind, body, conversation } = parcel
    const message = await post<Message>(`/api/conversations/${conversation}/messages`, { clientId, kind, body })
    this.add(conversation, [message])
  }
}
