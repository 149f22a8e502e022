import { useQuery } from '@tanstack/react-query'
import { api, ApiProblem } from './client'
import type { Me } from './types'

export const sessionKey = ['session'] as const

/** Who is signed in; null when nobody is. */
export function useSession() {
  return useQuery({
    queryKey: sessionKey,
    queryFn: async ({ signal }): Promise<Me | null> => {
      try {
        return await api<Me>('GET', '/api/session', undefined, signal)
      } catch (problem) {
        if (problem instanceof ApiProblem && (problem.status === 401 || problem.code === 'staff.not-set-up')) return null
        throw problem
      }
    },
    staleTime: Infinity,
    retry: 2,
  })
}
