import type { QueryClient } from '@tanstack/react-query'
import type { Warning } from '@/shared/api/floor'
import type { Page } from '@/shared/api/types'
import { storeClocks } from '@/shared/clocks/clocks'

export interface WallFilter {
  group?: string
  store?: string
}

export const keys = {
  wall: (filter: WallFilter) => ['wall', filter.group ?? null, filter.store ?? null] as const,
  warnings: ['warnings', 'open'] as const,
  standards: ['standards'] as const,
}

/** The newest first; one that is handled stays where it stands and is marked. */
export function storeWarning(client: QueryClient, warning: Warning) {
  client.setQueryData<Page<Warning>>(keys.warnings, (page) => {
    if (!page) return page
    const at = page.items.findIndex((known) => known.id === warning.id)
    if (at >= 0) return { ...page, items: page.items.with(at, warning) }
    return warning.handledAt ? page : { ...page, items: [warning, ...page.items] }
  })
  if (warning.clock) storeClocks(client, [warning.clock])
}
