import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '@/shared/api/client'
import type { Issue, Named, PresenceState, Urgency } from '@/shared/api/types'

export type CustomerValue = 'ordinary' | 'valued' | 'high'

/** One line of the matrix; an empty field means "any". */
export interface MatrixRow {
  id?: string
  issue: Issue | null
  urgency: Urgency | null
  value: CustomerValue | null
  groupId: string
  minLevel: number
}

export interface RoutingStandard {
  dedicatedWaitSecs: number
  relaxLevelSecs: number
  overflowSecs: number
  silenceSecs: number
}

export interface MatrixSettings {
  rows: MatrixRow[]
  standard: RoutingStandard
}

export interface Why {
  zh: string
  en: string
}

export interface TryOut {
  /** Null in a house without groups. */
  group: Named | null
  row: MatrixRow | null
  why: Why
  agents: {
    id: string
    name: string
    presence: PresenceState
    load: number
    capacity: number
    level: number
    next: boolean
    why: Why
  }[]
}

const matrixKey = ['settings', 'routing', 'matrix'] as const

export function useMatrix() {
  return useQuery({
    queryKey: matrixKey,
    queryFn: ({ signal }) => api<MatrixSettings>('GET', '/api/settings/matrix', undefined, signal),
  })
}

export function useKeepMatrix() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (settings: MatrixSettings) => api<MatrixSettings | undefined>('PUT', '/api/settings/matrix', settings),
    onSuccess: () => client.invalidateQueries({ queryKey: matrixKey }),
  })
}

export interface Asked {
  issue: Issue
  urgency: Urgency
  value: CustomerValue
}

export function useTryOut() {
  return useMutation({ mutationFn: (asked: Asked) => api<TryOut>('POST', '/api/settings/matrix/try-out', asked) })
}
