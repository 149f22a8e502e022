import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '@/shared/api/client'
import { keys } from './cache'
import type { Draft, StandardsBook, Version } from './standards'

const path = '/api/settings/standards'

export function useStandards() {
  return useQuery({ queryKey: keys.standards, queryFn: ({ signal }) => api<StandardsBook>('GET', path, undefined, signal) })
}

/** A version never changes once it is there. */
export function useStandardsVersion(version: number, enabled: boolean) {
  return useQuery({
    queryKey: [...keys.standards, version],
    queryFn: ({ signal }) => api<Version>('GET', `${path}/versions/${version}`, undefined, signal),
    staleTime: Infinity,
    enabled,
  })
}

export function usePutStandards() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (draft: Draft) => api<StandardsBook>('PUT', path, draft),
    onSuccess: (book) => client.setQueryData(keys.standards, book),
  })
}
