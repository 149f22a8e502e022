import { useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { api } from '@/shared/api/client'
import { sessionKey, useSession } from '@/shared/api/session'
import type { Colleague, Group, Me, Presence, PresenceState, Script, Today } from '@/shared/api/types'

export { sessionKey, useSession }
export const membersKey = ['staff', 'members'] as const

export interface Credentials {
  login: string
  password: string
  /** The second proof, once it was asked for. */
  code?: string
}

export function useSignIn() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (credentials: Credentials) => api<Me>('POST', '/api/session', credentials),
    onSuccess: (me) => client.setQueryData(sessionKey, me),
  })
}

export async function signOut(client: QueryClient) {
  await api<void>('DELETE', '/api/session').catch(() => undefined)
  // Whoever shows the session learns it first and leaves the page; then nothing of him is kept.
  client.setQueryData(sessionKey, null)
  client.removeQueries({ predicate: (query) => query.queryKey[0] !== sessionKey[0] })
}

export interface Demo {
  accounts: { login: string; name: string; role: string }[]
  password: string
}

export function useDemo() {
  return useQuery({
    queryKey: ['demo'],
    queryFn: ({ signal }) => api<Demo>('GET', '/api/demo', undefined, signal).catch(() => null),
    staleTime: Infinity,
    retry: false,
  })
}

export function useMembers() {
  return useQuery({
    queryKey: membersKey,
    queryFn: ({ signal }) => api<Colleague[]>('GET', '/api/staff/members', undefined, signal),
    staleTime: 60_000,
  })
}

export function useGroups() {
  return useQuery({
    queryKey: ['staff', 'groups'],
    queryFn: ({ signal }) => api<Group[]>('GET', '/api/staff/groups', undefined, signal),
    staleTime: 10 * 60_000,
  })
}

export function useBreakReasons() {
  return useQuery({
    queryKey: ['staff', 'break-reasons'],
    queryFn: ({ signal }) => api<string[]>('GET', '/api/staff/break-reasons', undefined, signal),
    staleTime: 10 * 60_000,
  })
}

export function usePutPresence() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (presence: { state: PresenceState; reason?: string }) =>
      api<Presence>('PUT', '/api/staff/me/presence', presence),
    onSuccess: (presence) =>
      client.setQueryData<Me | null>(sessionKey, (me) => (me ? { ...me, presence } : me)),
  })
}

/** A lead sets the state of one of his people. */
export function usePutMemberPresence() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ memberId, ...presence }: { memberId: string; state: PresenceState; reason?: string }) =>
      api<Presence | undefined>('PUT', `/api/staff/members/${memberId}/presence`, presence),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: membersKey })
      void client.invalidateQueries({ queryKey: ['wall'] })
    },
  })
}

export function useToday() {
  return useQuery({
    queryKey: ['desk', 'today'],
    queryFn: ({ signal }) => api<Today>('GET', '/api/desk/today', undefined, signal),
    refetchInterval: 60_000,
  })
}

const scriptsKey = ['scripts'] as const

export function useScripts() {
  return useQuery({
    queryKey: scriptsKey,
    queryFn: ({ signal }) => api<Script[]>('GET', '/api/scripts', undefined, signal),
    staleTime: 10 * 60_000,
  })
}

export type ScriptText = Pick<Script, 'folder' | 'title' | 'content' | 'kind'> & { shared?: boolean }

export function useKeepScript() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, ...script }: ScriptText & { id?: string }) =>
      id ? api<void>('PUT', `/api/scripts/${id}`, script) : api<void>('POST', '/api/scripts', script),
    onSuccess: () => client.invalidateQueries({ queryKey: scriptsKey }),
  })
}

export function useDeleteScript() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => api<void>('DELETE', `/api/scripts/${id}`),
    onSuccess: () => client.invalidateQueries({ queryKey: scriptsKey }),
  })
}

export interface ImportReport {
  added: number
  rejected: { line: number; reason: string; reasonEn: string }[]
}

/** Takes a table of scripts in; the lines that were refused come back with the reason. */
export function useImportScripts() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ table, shared }: { table: string; shared: boolean }) =>
      api<ImportReport>('POST', `/api/scripts/import?shared=${shared}`, new Blob([table], { type: 'text/csv' })),
    onSuccess: () => client.invalidateQueries({ queryKey: scriptsKey }),
  })
}
