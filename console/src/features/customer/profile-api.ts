import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '@/shared/api/client'

/** Who the customer is, what happened with him, what he allows: what the console asks and says about it. */

export interface Words {
  zh: string
  en: string
}

export type Standing = 'said' | 'trait' | 'shop' | 'staff'

export interface Said {
  value: string | null
  source: string
  standing: Standing
  at: string
  by: string | null
}

export type FieldType = 'text' | 'number' | 'date' | 'choice' | 'yes-no' | 'phone' | 'email'
export type FieldGroup = 'basics' | 'traits' | 'buying' | 'business' | 'transactions'

export interface Choice {
  code: string
  zh: string
  en: string
}

export interface FieldShape {
  key: string
  label: Words
  type: FieldType
  choices: Choice[]
  custom: boolean
}

export interface Field extends FieldShape {
  group: FieldGroup
  editable: boolean
  value: string | null
  said: Said | null
  others: Said[]
}

export type Kind = 'person' | 'enterprise'

export interface Profile {
  kind: Kind
  fields: Field[]
  masked: boolean
}

export function useProfile(id: string) {
  return useQuery({
    queryKey: ['customer', id, 'profile'],
    queryFn: ({ signal }) => api<Profile>('GET', `/api/customers/${id}/profile`, undefined, signal),
  })
}

/** The file, its lists and its timeline may look different afterwards. */
function useFileAnew(id: string) {
  const client = useQueryClient()
  return () => {
    void client.invalidateQueries({ queryKey: ['customer', id] })
    void client.invalidateQueries({ queryKey: ['customers'] })
  }
}

export function useWriteProfile(id: string) {
  const client = useQueryClient()
  const anew = useFileAnew(id)
  return useMutation({
    mutationFn: (values: Record<string, string | null>) => api<Profile>('PUT', `/api/customers/${id}/profile`, values),
    onSuccess: (profile) => {
      client.setQueryData(['customer', id, 'profile'], profile)
      anew()
    },
  })
}

export function useChangeKind(id: string) {
  const anew = useFileAnew(id)
  return useMutation({
    mutationFn: (kind: Kind) => api<Profile>('PUT', `/api/customers/${id}/kind`, { kind }),
    onSuccess: anew,
  })
}

export interface Conflict {
  kind: string
  words: Words
  other: string | null
  otherName: string | null
}

export function useConflicts(id: string) {
  return useQuery({
    queryKey: ['customer', id, 'conflicts'],
    queryFn: ({ signal }) => api<Conflict[]>('GET', `/api/customers/${id}/conflicts`, undefined, signal),
  })
}

export function useSettleConflict(id: string) {
  const anew = useFileAnew(id)
  return useMutation({
    mutationFn: ({ kind, reason }: { kind: string; reason: string }) => api('PUT', `/api/customers/${id}/conflicts/${kind}`, { reason }),
    onSuccess: anew,
  })
}

export interface ContactPerson {
  id: string
  name: string
  position: string | null
  phone: string | null
  email: string | null
  note: string | null
}

export type PersonEntry = Omit<ContactPerson, 'id'>

export function useContactPeople(id: string, enabled: boolean) {
  return useQuery({
    queryKey: ['customer', id, 'contact-people'],
    queryFn: ({ signal }) => api<ContactPerson[]>('GET', `/api/customers/${id}/contact-people`, undefined, signal),
    enabled,
  })
}

export function useChangeContactPeople(id: string) {
  const anew = useFileAnew(id)
  return useMutation({
    mutationFn: (change: { person?: string; entry?: PersonEntry }) =>
      change.entry === undefined
        ? api('DELETE', `/api/customers/${id}/contact-people/${change.person}`)
        : change.person
          ? api('PUT', `/api/customers/${id}/contact-people/${change.person}`, change.entry)
          : api('POST', `/api/customers/${id}/contact-people`, change.entry),
    onSuccess: anew,
  })
}

export interface TimelineEntry {
  id: string
  kind: string
  at: string
  title: Words
  detail: Record<string, unknown>
  ref: { kind: string; id: string } | null
}

export function useTimeline(id: string, kinds: string[]) {
  return useInfiniteQuery({
    queryKey: ['customer', id, 'timeline', kinds],
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams({ limit: '30' })
      if (kinds.length > 0) query.set('kinds', kinds.join(','))
      if (pageParam) query.set('cursor', pageParam)
      return api<{ items: TimelineEntry[]; next: string | null }>('GET', `/api/customers/${id}/timeline?${query}`, undefined, signal)
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  })
}

export function useTimelineKinds() {
  return useQuery({
    queryKey: ['timeline-kinds'],
    queryFn: ({ signal }) => api<string[]>('GET', '/api/customers/timeline-kinds', undefined, signal),
    staleTime: Infinity,
  })
}

export interface Purpose {
  code: string
  name: Words
  version: number
  text: Words
}

export interface Consent {
  given: boolean
  source: string
  version: number
  note: string | null
  by: string | null
  at: string
}

export interface ConsentState {
  purpose: Purpose
  given: boolean | null
  last: Consent | null
  history: Consent[]
}

export function useConsents(id: string) {
  return useQuery({
    queryKey: ['customer', id, 'consents'],
    queryFn: ({ signal }) => api<ConsentState[]>('GET', `/api/customers/${id}/consents`, undefined, signal),
  })
}

export function useAnswerConsent(id: string) {
  const anew = useFileAnew(id)
  return useMutation({
    mutationFn: (answer: { purpose: string; given: boolean; source: string; note: string | null }) =>
      api<ConsentState[]>('PUT', `/api/customers/${id}/consents`, answer),
    onSuccess: anew,
  })
}

export interface Outlook {
  name: string
  erasedAt: string | null
  allowed: boolean
  hindrances: Words[]
  parts: { name: string; words: Words; rows: number }[]
}

export function useErasureOutlook(id: string) {
  return useQuery({
    queryKey: ['customer', id, 'erasure'],
    queryFn: ({ signal }) => api<Outlook>('GET', `/api/customers/${id}/erasure`, undefined, signal),
    gcTime: 0,
  })
}

export function useErase(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (erasure: { name: string; reason: string }) => api('PUT', `/api/customers/${id}/erasure`, erasure),
    onSuccess: () => client.invalidateQueries(),
  })
}
