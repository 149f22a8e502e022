// What the customer does on the shop's pages, told to the hub in small batches. It never stands in the page's way: it waits,
// tries again, and lets the rest go with a beacon when the page is left.

export interface TrailOptions {
  hub: string
  site: string
  /** `off` on the script tag: nothing is told. */
  off?: boolean
}

interface Message {
  type: 'track' | 'page' | 'identify'
  messageId: string
  anonymousId: string
  sessionId: string
  timestamp: string
  event?: string
  properties?: Record<string, unknown>
  traits?: Record<string, unknown>
  identity?: string
  signature?: string
  context?: { page: { title: string; url: string } }
}

const SOON_MS = 80
const MOST_AT_ONCE = 50
const MOST_WAITING = 300
const VISIT_MS = 30 * 60_000
const FIRST_RETRY_MS = 2_000
const LAST_RETRY_MS = 60_000

/** The shop's own storage; without it nothing is remembered beyond the page. */
export interface Keep {
  get(mark: string): string | null
  set(mark: string, value: string): void
  drop(mark: string): void
}

export class Trail {
  private waiting: Message[]
  private timer: ReturnType<typeof setTimeout> | null = null
  private underway = false
  private failures = 0

  constructor(
    private readonly options: TrailOptions,
    private readonly keep: Keep,
    private readonly fetching: typeof fetch = (input, init) => fetch(input, init),
    private readonly beacon: (url: string, body: string) => boolean = (url, body) => navigator.sendBeacon?.(url, body) ?? false,
  ) {
    this.waiting = this.read<Message[]>('events') ?? []
    if (this.waiting.length > 0) this.soon()
  }

  /** The shop's name for this browser; made at the first need and given to the chat as well. */
  get anonymousId(): string {
    const known = this.keep.get('anonymous')
    if (known) return known
    const fresh = randomId()
    this.keep.set('anonymous', fresh)
    return fresh
  }

  page(page: { title: string; url: string }): void {
    this.tell({ type: 'page', properties: { title: page.title, url: page.url } })
  }

  track(event: string, properties: Record<string, unknown> = {}): void {
    if (typeof event !== 'string' || !event) throw new TypeError('track needs the name of an event')
    this.tell({ type: 'track', event, properties })
  }

  /** Once for each visit: each page of the shop says anew who is signed in. */
  identify(signed: { identity: string; signature: string }): void {
    const who = memberOf(signed.identity) + ' ' + this.visit()
    if (this.keep.get('identified') === who) return
    this.keep.set('identified', who)
    this.tell({ type: 'identify', identity: signed.identity, signature: signed.signature })
  }

  /** What a visitor says of himself; it makes nobody known. */
  traits(traits: Record<string, unknown>): void {
    this.tell({ type: 'identify', traits })
  }

  /** He has signed out: whoever comes next is somebody else. */
  reset(): void {
    this.leave()
    this.keep.drop('anonymous')
    this.keep.drop('identified')
    this.keep.drop('visit')
  }

  /** The page is left; what is still waiting goes along without an answer. */
  leave(): void {
    if (this.waiting.length === 0) return
    const batch = this.waiting.slice(0, MOST_AT_ONCE)
    if (this.beacon(this.address, JSON.stringify({ batch }))) {
      this.waiting = this.waiting.slice(batch.length)
      this.store()
    }
  }

  private tell(message: Pick<Message, 'type'> & Partial<Message>): void {
    if (this.options.off) return
    this.waiting.push({
      messageId: randomId(),
      anonymousId: this.anonymousId,
      sessionId: this.visit(),
      timestamp: new Date().toISOString(),
      context: { page: { title: document.title, url: location.href } },
      ...message,
    })
    if (this.waiting.length > MOST_WAITING) this.waiting.shift()
    this.store()
    this.soon()
  }

  private soon(after = SOON_MS): void {
    this.timer ??= setTimeout(() => {
      this.timer = null
      void this.send()
    }, after)
  }

  private async send(): Promise<void> {
    if (this.underway || this.waiting.length === 0) return
    this.underway = true
    const batch = this.waiting.slice(0, MOST_AT_ONCE)
    // Plain text needs no question beforehand, so a page on another site pays one request and not two.
    const answer = await this.fetching(this.address, {
      method: 'POST', body: JSON.stringify({ batch }), headers: { 'Content-Type': 'text/plain' }, credentials: 'omit', keepalive: true,
    }).catch(() => null)
    this.underway = false
    const again = answer === null || answer.status === 429 || answer.status >= 500
    if (again) {
      this.failures += 1
      this.soon(Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** (this.failures - 1)))
      return
    }
    // In, or refused for good: it does not come again.
    this.failures = 0
    const told = new Set(batch.map((each) => each.messageId))
    this.waiting = this.waiting.filter((each) => !told.has(each.messageId))
    this.store()
    if (this.waiting.length > 0) this.soon()
  }

  private get address(): string {
    return `${this.options.hub}/api/events?site=${encodeURIComponent(this.options.site)}`
  }

  /** One visit ends after half an hour in which nothing was done. */
  private visit(): string {
    const last = this.read<{ id: string; at: number }>('visit')
    const now = Date.now()
    const id = last && now - last.at < VISIT_MS ? last.id : randomId()
    this.keep.set('visit', JSON.stringify({ id, at: now }))
    return id
  }

  private store(): void {
    if (this.waiting.length === 0) this.keep.drop('events')
    else this.keep.set('events', JSON.stringify(this.waiting))
  }

  private read<T>(mark: string): T | null {
    try {
      return JSON.parse(this.keep.get(mark) ?? 'null') as T | null
    } catch {
      return null
    }
  }
}

function memberOf(identity: string): string {
  try {
    return String((JSON.parse(identity) as { id?: unknown }).id)
  } catch {
    return identity
  }
}

/** Pages without https have no randomUUID. */
function randomId(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID()
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`
}
