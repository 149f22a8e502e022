import type { Card, Identity } from '../client/protocol'

export type Call = [verb: string, argument?: unknown, more?: unknown]

export interface Verbs {
  identify(signed: Identity | { traits: Record<string, unknown> }): void
  page(page: { title?: string; url?: string }): void
  product(card: Card | null): void
  track(event: string, properties?: Record<string, unknown>): void
  open(): void
  close(): void
  toggle(): void
  reset(): void
}

const NAMES: (keyof Verbs)[] = ['identify', 'page', 'product', 'track', 'open', 'close', 'toggle', 'reset']

/** Replaces the page's queueing stub by the real thing and makes up for the calls that came before. */
export function takeOver(view: { Huixiang?: ((...call: Call) => void) & { q?: Call[]; loaded?: boolean } }, verbs: Verbs): void {
  const early = view.Huixiang?.q ?? []
  const call = Object.assign((...[verb, argument, more]: Call) => perform(verbs, verb, argument, more), { loaded: true })
  view.Huixiang = call
  for (const entry of early) call(...(Array.from(entry as ArrayLike<unknown>) as Call))
}

function perform(verbs: Verbs, verb: string, argument: unknown, more: unknown): void {
  const name = NAMES.find((known) => known === verb)
  if (!name) return console.warn(`[Huixiang] unknown call "${verb}"; known: ${NAMES.join(', ')}`)
  try {
    ;(verbs[name] as (argument: unknown, more: unknown) => void).call(verbs, argument, more)
  } catch (trouble) {
    console.warn('[Huixiang]', trouble)
  }
}
