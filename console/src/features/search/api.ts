import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { api, query } from '@/shared/api/client'

export interface Marked {
  text: string
  hit: boolean
}

export type FoundKind = 'customer' | 'order' | 'conversation' | 'product' | 'script'

/** What was found, as the server shows it to this member. */
export interface FoundItem {
  id: string
  title: Marked[]
  snippet: Marked[]
  at: string | null
  facts: Record<string, unknown>
  ref: { kind: FoundKind; id: string; place: number | null }
}

export interface FoundGroup {
  kind: FoundKind
  total: number
  more: boolean
  items: FoundItem[]
}

interface Answer {
  groups: FoundGroup[]
  building: boolean
  tookMillis: number
}

/** What is asked for no longer is given up at once; what was found before stays until the answer comes. */
export function useSearch(words: string) {
  return useQuery({
    queryKey: ['search', words],
    queryFn: ({ signal }) => api<Answer>('GET', `/api/search${query({ q: words, limit: 5 })}`, undefined, signal),
    enabled: words.length > 0,
    placeholderData: words ? keepPreviousData : undefined,
    staleTime: 5_000,
    retry: false,
  })
}

export const textOf = (pieces: Marked[]) => pieces.map((piece) => piece.text).join('')
