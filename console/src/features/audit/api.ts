import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { api, query } from '@/shared/api/client'
import type { Page } from '@/shared/api/types'

export interface AuditEntry {
  id: string
  at: string
  by: { id: string | null; name: string }
  verb: string
  subject: { kind: string; id: string; name: string }
  before: unknown
  after: unknown
  reason: string | null
}

export interface AuditFilter {
  from?: string
  to?: string
  by?: string
  verb?: string
  subject?: string
  q?: string
}

export function useAudit(filter: AuditFilter) {
  return useInfiniteQuery({
    queryKey: ['audit', 'entries', filter],
    queryFn: ({ pageParam, signal }) =>
      api<Page<AuditEntry>>('GET', `/api/audit${query({ ...filter, cursor: pageParam, limit: 50 })}`, undefined, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
    staleTime: 0,
  })
}

export function useVerbs() {
  return useQuery({
    queryKey: ['audit', 'verbs'],
    queryFn: ({ signal }) => api<string[]>('GET', '/api/audit/verbs', undefined, signal),
  })
}

export function exportAddress(filter: AuditFilter): string {
  return `/api/audit.csv${query({ ...filter })}`
}
