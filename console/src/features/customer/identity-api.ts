import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '@/shared/api/client'
import type { CustomerBrief, Me, Named } from '@/shared/api/types'

/** Which files are the same person: what the console asks and says about it. */

export interface Found extends CustomerBrief {
  phone: string | null
  email: string | null
  lastSeenAt: string
}

export interface Suggestion {
  customer: Found
  why: { zh: string; en: string }[]
  score: number
}

interface Amount {
  identities: number
  tags: number
  notes: number
  conversations: number
}

export interface Merge {
  id: string
  at: string
  by: { id: string | null; name: string }
  reason: string
  from: Named
  into: Named
  moved: Amount
  undone: { at: string; by: { id: string | null; name: string }; reason: string; returned: Amount; stayed: Amount } | null
}

export const mayMerge = (me: Me) => me.permissions?.includes('merge') ?? (me.role === 'supervisor' || me.role === 'admin')

export function useSuggestions(id: string, enabled: boolean) {
  return useQuery({
    queryKey: ['customer', id, 'suggestions'],
    queryFn: ({ signal }) => api<Suggestion[]>('GET', `/api/customers/${id}/suggestions`, undefined, signal),
    enabled,
    staleTime: 60_000,
  })
}

export function useMerges(id: string) {
  return useQuery({
    queryKey: ['customer', id, 'merges'],
    queryFn: ({ signal }) => api<{ items: Merge[] }>('GET', `/api/customers/${id}/merges`, undefined, signal),
  })
}

export function usePeople(words: string) {
  return useQuery({
    queryKey: ['customers', words],
    queryFn: ({ signal }) => api<{ items: Found[] }>('GET', `/api/customers?q=${encodeURIComponent(words)}`, undefined, signal),
    enabled: words.length > 0,
  })
}

/** Lists, threads and files may all look different afterwards. */
function useEverythingAnew() {
  const client = useQueryClient()
  return () => client.invalidateQueries()
}

export function useMerge() {
  const anew = useEverythingAnew()
  return useMutation({
    mutationFn: (merge: { from: string; into: string; reason: string }) => api<Merge>('POST', '/api/customers/merges', merge),
    onSuccess: anew,
  })
}

export function useUndoMerge() {
  const anew = useEverythingAnew()
  return useMutation({
    mutationFn: ({ id, reason }: { id: string; reason: string }) => api<Merge>('DELETE', `/api/customers/merges/${id}`, { reason }),
    onSuccess: anew,
  })
}

export function useDismiss(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (other: string) => api('DELETE', `/api/customers/${id}/suggestions/${other}`),
    onSuccess: () => client.invalidateQueries({ queryKey: ['customer', id, 'suggestions'] }),
  })
}

export function useReveal(id: string) {
  return useMutation({
    mutationFn: (look: 'phone' | 'email' | { field: 'phone' | 'email'; mark: string }) =>
      api<{ value: string }>('POST', `/api/customers/${id}/reveal`, typeof look === 'string' ? { field: look } : look),
  })
}
