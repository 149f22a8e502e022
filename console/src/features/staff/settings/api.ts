import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '@/shared/api/client'
import { readAll } from '@/shared/api/pages'
import type { Named, Permission } from '@/shared/api/types'

export interface Member extends Named {
  login: string
  nickname: string
  role: string
  roleName: string
  avatar: string | null
  capacity: number
  active: boolean
  groups: (Named & { level: number })[]
  stores: Named[]
  twoFactor: boolean
  createdAt: string
  lastSignInAt: string | null
}

export interface MemberFields {
  login: string
  password?: string
  name: string
  nickname: string
  role: string
  avatar: string | null
  capacity: number
  groups: { id: string; level: number }[]
  stores: string[]
}

/** As the server reads them. */
export type MemberRequest = Omit<MemberFields, 'stores'> & { stores: { id: string }[] }

export interface RoleRow {
  code: string
  name: string
  builtIn: boolean
  permissions: Permission[]
  members: number
}

export interface GroupRow extends Named {
  overflowId: string | null
  ordinal: number
  members: number
}

export interface StoreRow extends Named {
  code: string
  address: string | null
  phone: string | null
  members: number
}

const settingsKey = ['settings', 'staff'] as const
const partKey = (part: string) => [...settingsKey, part] as const

export function useMemberRows() {
  return useQuery({
    queryKey: partKey('members'),
    queryFn: ({ signal }) => readAll<Member>('/api/settings/members', signal),
  })
}

function useRows<T>(part: string, enabled = true) {
  return useQuery({
    queryKey: partKey(part),
    queryFn: async ({ signal }) => rowsOf(await api<T[] | { items: T[] }>('GET', `/api/settings/${part}`, undefined, signal)),
    enabled,
  })
}

function rowsOf<T>(answer: T[] | { items: T[] }): T[] {
  return Array.isArray(answer) ? answer : answer.items
}

export const useRoles = () => useRows<RoleRow>('roles')
export const usePermissions = () => useRows<Permission>('permissions')
export const useGroupRows = () => useRows<GroupRow>('groups')
export const useStoreRows = () => useRows<StoreRow>('stores')

/** One change of the settings; what is shown of the staff is then read again. */
export function useChangeStaff() {
  const client = useQueryClient()
  const { mutateAsync } = useMutation({
    mutationFn: ({ method, path, body }: { method: 'POST' | 'PUT' | 'DELETE'; path: string; body?: unknown }) =>
      api<unknown>(method, `/api/settings/${path}`, body),
    onSuccess: () =>
      Promise.all([client.invalidateQueries({ queryKey: settingsKey }), client.invalidateQueries({ queryKey: ['staff'] })]),
  })
  return {
    add: (path: string, body: unknown) => mutateAsync({ method: 'POST', path, body }),
    put: (path: string, body?: unknown) => mutateAsync({ method: 'PUT', path, body }),
    remove: (path: string) => mutateAsync({ method: 'DELETE', path }),
  }
}
