import type { ToFrame, ToHost } from '../client/host'
import { ENVELOPE } from '../client/host'
import type { Card, Identity, Page } from '../client/protocol'
import type { Verbs } from './calls'
import { Launcher } from './launcher'
import { keepOf, type Memory, memoryOf } from './memory'
import { Trail } from './trail'

export interface WidgetOptions {
  hub: string
  site: string
  language?: string
  theme?: string
  /** `off`: what the customer does on the pages is not told. */
  events?: string
}

/** Has the customer talked to us before? Then look for unread answers, but only once the page itself is done. */
const KNOWN = 'known'
/** A sign-out that the frame has not carried out yet. */
const FRESH = 'fresh'
const QUIET_MS = 1_500

export class Widget implements Verbs {
  private readonly memory: Memory
  private readonly launcher: Launcher
  private readonly trail: Trail
  private pageTold = false
  private frame: HTMLIFrameElement | null = null
  private ready = false
  private opened = false
  private wanted = false
  private visiblePage: Page | undefined
  private card: Card | null | undefined
  private signed: Identity | undefined

  constructor(private readonly options: WidgetOptions) {
    this.memory = memoryOf(options.site)
    this.trail = new Trail({ hub: options.hub, site: options.site, off: options.events === 'off' }, keepOf(options.site))
    this.launcher = new Launcher(options.language ?? navigator.language, options.theme, () => this.toggle())
    window.addEventListener('message', (event) => this.heard(event))
    window.addEventListener('pagehide', () => this.trail.leave())
    document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && this.trail.leave())
  }

  show(): void {
    this.launcher.mount(document.body)
    // A shop that says nothing of its pages is seen by their titles.
    if (!this.pageTold) this.page({})
    if (this.wanted) this.open()
    else if (this.memory.has(KNOWN) || this.memory.has(FRESH)) setTimeout(() => this.load(), QUIET_MS)
  }

  identify(signed: Identity | { traits: Record<string, unknown> }): void {
    if (signed && 'traits' in signed && typeof signed.traits === 'object') return this.trail.traits(signed.traits)
    if (!('identity' in signed) || typeof signed?.identity !== 'string' || typeof signed.signature !== 'string') {
      throw new TypeError('identify needs {identity: "<json>", signature: "<hex>"} or {traits: {…}}')
    }
    this.signed = { identity: signed.identity, signature: signed.signature }
    this.trail.identify(this.signed)
    this.tell({ type: 'context', signed: this.signed })
  }

  page(page: Partial<Page>): void {
    this.visiblePage = { title: String(page?.title ?? document.title), url: String(page?.url ?? location.href) }
    this.pageTold = true
    this.trail.page(this.visiblePage)
    this.tell({ type: 'context', page: this.visiblePage })
  }

  track(event: string, properties?: Record<string, unknown>): void {
    this.trail.track(event, properties)
  }

  product(card: Card | null): void {
    this.card = card ? { ...card, type: 'product' } : null
    if (card) this.trail.track('Product Viewed', { sku: card.sku, name: card.title, price: card.price, image_url: card.image, url: card.url })
    this.tell({ type: 'context', product: this.card })
  }

  open(): void {
    this.wanted = true
    if (!this.launcher.mounted || this.opened) return
    this.opened = true
    this.load()
    this.launcher.open()
    this.tell({ type: 'shown' })
  }

  close(): void {
    this.wanted = false
    if (!this.opened) return
    this.opened = false
    this.launcher.close()
    this.tell({ type: 'hidden' })
  }

  toggle(): void {
    if (this.opened) this.close()
    else this.open()
  }

  reset(): void {
    this.signed = undefined
    this.trail.reset()
    this.tell({ type: 'context', anonymousId: this.trail.anonymousId })
    this.close()
    this.launcher.unread(0)
    this.memory.drop(KNOWN)
    // Kept until the frame has confirmed it: the page may be left in the very next moment.
    this.memory.put(FRESH)
    if (this.ready) this.tell({ type: 'reset' })
    else if (this.launcher.mounted) this.load()
  }

  private load(): void {
    if (this.frame) return
    const address = new URL('/chat', this.options.hub)
    address.searchParams.set('site', this.options.site)
    address.searchParams.set('frame', '1')
    address.searchParams.set('origin', location.origin)
    if (this.options.language) address.searchParams.set('lang', this.options.language)
    if (this.options.theme) address.searchParams.set('theme', this.options.theme)
    this.frame = this.launcher.frame(address.href)
  }

  private heard(event: MessageEvent): void {
    if (!this.frame || event.source !== this.frame.contentWindow || event.origin !== this.options.hub) return
    const letter = event.data as { [ENVELOPE]?: ToHost } | null
    const message = letter && typeof letter === 'object' ? letter[ENVELOPE] : undefined
    switch (message?.type) {
      case 'ready': return this.greet()
      case 'unread': return this.launcher.unread(message.count)
      case 'close': return this.close()
      case 'known': return this.memory.put(KNOWN)
      case 'forgotten': return this.memory.drop(FRESH)
    }
  }

  private greet(): void {
    this.ready = true
    this.tell({
      type: 'context',
      anonymousId: this.trail.anonymousId,
      page: this.visiblePage ?? { title: document.title, url: location.href },
      ...(this.card === undefined ? {} : { product: this.card }),
      ...(this.signed ? { signed: this.signed } : {}),
      ...(this.memory.has(FRESH) ? { fresh: true } : {}),
    })
    this.tell({ type: this.opened ? 'shown' : 'hidden' })
  }

  private tell(message: ToFrame): void {
    if (this.ready) this.frame?.contentWindow?.postMessage({ [ENVELOPE]: message }, this.options.hub)
  }
}
