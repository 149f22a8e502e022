import type { Happened } from '@/shared/api/journey'

const PAUSE_MS = 30 * 60_000

export interface Visit {
  key: string
  from: string
  to: string
  site: string
  events: Happened[]
}

/** What was done without a pause of half an hour is one visit; newest first, as the events come. */
export function visitsOf(events: Happened[]): Visit[] {
  const visits: Visit[] = []
  for (const event of events) {
    const last = visits.at(-1)
    const pause = last ? Date.parse(last.from) - Date.parse(event.at) : Infinity
    if (last && pause < PAUSE_MS && last.site === event.site) {
      last.events.push(event)
      last.from = event.at
    } else {
      visits.push({ key: event.id, from: event.at, to: event.at, site: event.site, events: [event] })
    }
  }
  return visits
}

const KNOWN = new Set([
  'Page Viewed', 'Product Viewed', 'Product Added', 'Product Removed', 'Product Favourited', 'Products Searched', 'Order Completed',
])

/** The key of an event's name in the texts; null for a name the house does not know. */
export function nameKey(name: string): string | null {
  return KNOWN.has(name) ? name.toLowerCase().replaceAll(' ', '-') : null
}
