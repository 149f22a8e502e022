import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '@/shared/api/client'
import type { Assignments, HoursBook, ServiceCalendar } from './hours'

const key = ['settings', 'calendars'] as const
const path = '/api/settings/calendars'

export function useHours() {
  return useQuery({ queryKey: key, queryFn: ({ signal }) => api<HoursBook>('GET', path, undefined, signal) })
}

export function useChangeHours() {
  const client = useQueryClient()
  const refresh = () => client.invalidateQueries({ queryKey: key })
  const keep = useMutation({
    mutationFn: ({ id, ...calendar }: ServiceCalendar) =>
      id ? api<ServiceCalendar>('PUT', `${path}/${id}`, calendar) : api<ServiceCalendar>('POST', path, calendar),
    onSuccess: refresh,
  })
  const remove = useMutation({ mutationFn: (id: string) => api<void>('DELETE', `${path}/${id}`), onSuccess: refresh })
  const assign = useMutation({
    mutationFn: (assignments: Assignments) => api<HoursBook>('PUT', `${path}/assignments`, assignments),
    onSuccess: refresh,
  })
  return { keep, remove, assign }
}
