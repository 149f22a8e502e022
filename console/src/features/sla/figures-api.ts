import { useInfiniteQuery, useQueries, useQuery } from '@tanstack/react-query'
import { api, query } from '@/shared/api/client'
import type { Bilingual, ClockKind } from '@/shared/api/floor'
import type { Named, Page } from '@/shared/api/types'

/** G-02: what the platforms count. Shares from 0 to 1, null where nothing was asked. */
export interface PlatformFigures {
  turns: number
  within3: number
  within5: number
  rate3: number | null
  rate5: number | null
  averageSeconds: number | null
  window?: { dayFrom: string; dayTo: string; capSeconds: number }
}

export interface Breach {
  id: string
  conversation: string
  customer: Named
  kind: ClockKind
  standardSeconds: number
  startedAt: string
  dueAt: string
  answeredAt: string | null
  lateSeconds: number | null
  agent: Named | null
  group: Named | null
  why: Bilingual
}

/** Whole days as the shop counts them; without them the usual window holds. */
export interface Days {
  from: string | null
  to: string | null
}

interface Part {
  agent?: string
  /** The conversations of this group, whoever answered them. */
  group?: string
  channel?: string
}

function figuresOptions(days: Days, part: Part) {
  return {
    queryKey: ['figures', days, part.agent ?? null, part.group ?? null, part.channel ?? null],
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      api<PlatformFigures>('GET', `/api/figures/platform${query({ ...days, ...part })}`, undefined, signal),
    staleTime: 60_000,
  }
}

export function useFigures(days: Days, part: Part) {
  return useQuery(figuresOptions(days, part))
}

/** The figures of each of these agents, in their order; undefined until they are there. */
export function useFiguresOf(days: Days, agents: string[], part: Omit<Part, 'agent'>): (PlatformFigures | undefined)[] {
  return useQueries({
    queries: agents.map((agent) => figuresOptions(days, { ...part, agent })),
    combine: (results) => results.map((result) => result.data),
  })
}

export function useBreaches(days: Days, group: string | undefined) {
  return useInfiniteQuery({
    queryKey: ['breaches', days, group ?? null],
    queryFn: ({ pageParam, signal }) =>
      api<Page<Breach>>('GET', `/api/breaches${query({ ...days, group, cursor: pageParam, limit: 50 })}`, undefined, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  })
}
