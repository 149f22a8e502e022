import { type Post, Refusal } from './protocol'
import { type Store, readJson } from './storage'

export type OutgoingState = 'waiting' | 'sending' | 'failed'

export interface Outgoing extends Post {
  at: string
  state: OutgoingState
  /** It went out at least once and may have arrived, whatever we heard. */
  tried?: boolean
  refusal?: { code: string; zh: string; en: string }
}

/** Thrown by a delivery that could not reach the server: keep the entry and send it again later. */
export class NotDelivered extends Error {}

export type Deliver = (post: Post, again: boolean) => Promise<void>

const TRY_AGAIN_MS = 3_000

/**
 * What the customer said and the server has not confirmed. Kept across reloads, sent one after the other in order,
 * and always with the same client id: the server stores an id once, so sending again is harmless.
 */
export class Outbox {
  private items: Outgoing[]
  private busy = false
  private open = false
  private again: ReturnType<typeof setTimeout> | undefined

  constructor(
    private readonly key: string,
    private readonly store: Store,
    private readonly deliver: Deliver,
    private readonly changed: (items: readonly Outgoing[]) => void,
    private readonly now: () => Date = () => new Date(),
  ) {
    this.items = (readJson<Outgoing[]>(store, key) ?? []).map((item) => (item.state === 'sending' ? { ...item, state: 'waiting' } : item))
  }

  get all(): readonly Outgoing[] {
    return this.items
  }

  add(post: Post): void {
    this.write([...this.items, { ...post, at: this.now().toISOString(), state: 'waiting' }])
    void this.flush()
  }

  /** The server confirmed or echoed this entry, on this tab or another one. */
  confirmed(clientId: string): void {
    if (this.items.some((item) => item.clientId === clientId)) this.write(this.items.filter((item) => item.clientId !== clientId))
  }

  resend(clientId: string): void {
    this.mark(clientId, 'waiting')
    void this.flush()
  }

  discard(clientId: string): void {
    this.confirmed(clientId)
  }

  clear(): void {
    this.write([])
  }

  /** Another tab of the same visitor changed the list. */
  reload(): void {
    const kept = readJson<Outgoing[]>(this.store, this.key) ?? []
    const mine = new Set(this.items.map((item) => item.clientId))
    // Never drop what this tab still has to say: only a confirmation does that, and it reaches every tab.
    this.items = [...this.items, ...kept.filter((item) => !mine.has(item.clientId))]
    this.changed(this.items)
  }

  /** The line is up: everything that waits goes out. */
  start(): void {
    clearTimeout(this.again)
    this.open = true
    void this.flush()
  }

  pause(): void {
    this.open = false
    clearTimeout(this.again)
  }

  private async flush(): Promise<void> {
    if (this.busy) return
    this.busy = true
    try {
      for (let next = this.next(); this.open && next; next = this.next()) {
        if (!(await this.attempt(next))) return
      }
    } finally {
      this.busy = false
    }
  }

  private async attempt(item: Outgoing): Promise<boolean> {
    this.mark(item.clientId, 'sending')
    const { at: _at, state: _state, refusal: _refusal, tried, ...post } = item
    try {
      await this.deliver(post, tried === true)
      this.confirmed(item.clientId)
      return true
    } catch (trouble) {
      if (trouble instanceof Refusal && !trouble.passing) {
        this.mark(item.clientId, 'failed', trouble)
        return true
      }
      this.mark(item.clientId, 'waiting')
      this.pause()
      this.again = setTimeout(() => this.start(), TRY_AGAIN_MS)
      return false
    }
  }

  private next(): Outgoing | undefined {
    return this.items.find((item) => item.state === 'waiting')
  }

  private mark(clientId: string, state: OutgoingState, refusal?: Refusal): void {
    this.write(this.items.map((item) => {
      if (item.clientId !== clientId) return item
      const { refusal: _old, ...rest } = item
      return { ...rest, state, ...(state === 'sending' ? { tried: true } : {}), ...(refusal ? { refusal: { code: refusal.code, zh: refusal.zh, en: refusal.en } } : {}) }
    }))
  }

  private write(items: Outgoing[]): void {
    this.items = items
    if (items.length) this.store.set(this.key, JSON.stringify(items))
    else this.store.remove(this.key)
    this.changed(items)
  }
}
