import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, query } from '@/shared/api/client'
import type { CustomerPath, Funnel, Happened, LookingAt } from '@/shared/api/journey'
import type { Page } from '@/shared/api/types'
import { useFrames } from '@/shared/live/live'

const all = ['journey'] as const
const keys = {
  list: (customer: string) => [...all, 'list', customer] as const,
  now: (customer: string) => [...all, 'now', customer] as const,
  path: (customer: string) => [...all, 'path', customer] as const,
}

/** Newest first, page by page. */
export function useJourney(customerId: string) {
  return useInfiniteQuery({
    queryKey: keys.list(customerId),
    queryFn: ({ pageParam, signal }) =>
      api<Page<Happened>>('GET', `/api/customers/${customerId}/journey${query({ cursor: pageParam })}`, undefined, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  })
}

/** What he looks at: asked once, then told by the live line while his conversation is open. */
export function useLookingAt(customerId: string) {
  return useQuery({
    queryKey: keys.now(customerId),
    queryFn: async ({ signal }) => (await api<LookingAt | null>('GET', `/api/customers/${customerId}/now`, undefined, signal)) ?? null,
    refetchInterval: 60_000,
  })
}

export function usePath(customerId: string) {
  return useQuery({
    queryKey: keys.path(customerId),
    queryFn: ({ signal }) => api<CustomerPath>('GET', `/api/customers/${customerId}/path`, undefined, signal),
  })
}

/** A frame says where the customer is; what he did and his path are read again. */
export function useLookingFrames(customerId: string) {
  const client = useQueryClient()
  useFrames((frame) => {
    if (frame.type !== 'looking' || frame.customer !== customerId) return
    client.setQueryData<LookingAt | null>(keys.now(customerId), frame.now)
    void client.invalidateQueries({ queryKey: keys.list(customerId) })
    void client.invalidateQueries({ queryKey: keys.path(customerId) })
  })
}

export function useFunnel(asked: { from: string; to: string; channel?: string }) {
  return useQuery({
    queryKey: [...all, 'funnel', asked],
    queryFn: ({ signal }) => api<Funnel>('GET', `/api/funnel${query({ from: asked.from, to: asked.to, channel: asked.channel ?? null })}`, undefined, signal),
    placeholderData: keepPreviousData,
    refetchInterval: 60_000,
  })
}
