import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, query } from '@/shared/api/client'
import type { Level } from '@/shared/api/types'

export interface Money {
  amount: string
  currency: string
}

export type CustomerValue = 'ordinary' | 'valued' | 'high'
export type Strategy = 'loyal' | 'cultivate' | 'dormant'
export type SortKey = 'registered' | 'name' | 'spent' | 'orders' | 'bought'

export interface CustomerRow {
  id: string
  name: string
  avatar: string | null
  level: Level
  vip: boolean
  value: CustomerValue
  phone: string | null
  email: string | null
  tags: { name: string; whyZh: string | null; whyEn: string | null }[]
  orders: number
  spent: Money | null
  lastOrderAt: string | null
  rfm: string | null
  strategy: Strategy | null
  lastSeenAt: string
  createdAt: string
}

/** What of the table is looked at; kept in the address and in saved views. */
export interface Look {
  q?: string
  level?: string
  tag?: string
  segment?: string
  value?: string
  strategy?: string
  cell?: string
  from?: string
  to?: string
  boughtFrom?: string
  boughtTo?: string
  sort?: SortKey
  down?: 'true' | 'false'
}

export const filterKeys = ['q', 'level', 'tag', 'segment', 'value', 'strategy', 'cell', 'from', 'to', 'boughtFrom', 'boughtTo'] as const

export interface SavedView {
  id: string
  name: string
  look: { look: Look; columns?: string[] }
}

interface TablePage {
  items: CustomerRow[]
  total: number | null
  next: string | null
}

export const COUNTED = 10_000

export function useCustomerTable(look: Look, cursor: string | null, limit: number) {
  return useQuery({
    queryKey: ['customer-table', look, cursor, limit],
    queryFn: ({ signal }) => api<TablePage>('GET', `/api/customers/table${query({ ...look, cursor, limit })}`, undefined, signal),
    placeholderData: keepPreviousData,
    staleTime: 10_000,
  })
}

export function exportAddress(look: Look): string {
  return `/api/customers/table.csv${query({ ...look })}`
}

export function useViews() {
  return useQuery({
    queryKey: ['customer-views'],
    queryFn: ({ signal }) => api<SavedView[]>('GET', '/api/customers/views', undefined, signal),
  })
}

export type ViewChange =
  | { kind: 'keep'; name: string; look: SavedView['look'] }
  | { kind: 'change'; id: string; name: string; look: SavedView['look'] }
  | { kind: 'remove'; id: string }

export function useChangeViews() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (change: ViewChange): Promise<unknown> => {
      switch (change.kind) {
        case 'keep':
          return api('POST', '/api/customers/views', { name: change.name, look: change.look })
        case 'change':
          return api('PUT', `/api/customers/views/${change.id}`, { name: change.name, look: change.look })
        case 'remove':
          return api('DELETE', `/api/customers/views/${change.id}`)
      }
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['customer-views'] }),
  })
}

/** Tags in use and segments, to choose from. */
export function useTableChoices() {
  const tags = useQuery({
    queryKey: ['customer-tags'],
    queryFn: ({ signal }) => api<string[]>('GET', '/api/customers/tags', undefined, signal),
    staleTime: 60_000,
  })
  const segments = useQuery({
    queryKey: ['customer-segments'],
    queryFn: ({ signal }) => api<{ items: SegmentChoice[] } | SegmentChoice[]>('GET', '/api/segments', undefined, signal),
    staleTime: 60_000,
    retry: false,
  })
  const listed = segments.data ?? []
  return { tags: tags.data ?? [], segments: Array.isArray(listed) ? listed : listed.items }
}

export interface SegmentChoice {
  id: number | string
  name: string | { zh: string; en: string }
}
