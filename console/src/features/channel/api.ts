import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '@/shared/api/client'
import type { Issue } from '@/shared/api/types'

export type AccountKind = 'web' | 'api' | 'store'

export interface Entrance {
  issue: Issue
  label: string
}

/** One way in: a site with a chat, a system that sends messages, a store. */
export interface ChannelAccount {
  id: string
  kind: AccountKind
  name: string
  greeting: string
  menu: Entrance[]
  origins: string[]
  active: boolean
}

/** The secret is told this once. */
export interface Opened {
  account: ChannelAccount
  secret: string
}

const accountsKey = ['settings', 'channels'] as const

export function useAccounts() {
  return useQuery({
    queryKey: accountsKey,
    queryFn: ({ signal }) => api<ChannelAccount[]>('GET', '/api/settings/channels', undefined, signal),
  })
}

export function useChangeAccounts() {
  const client = useQueryClient()
  const onSuccess = () => client.invalidateQueries({ queryKey: accountsKey })
  const open = useMutation({ mutationFn: (account: ChannelAccount) => api<Opened>('POST', '/api/settings/channels', account), onSuccess })
  const change = useMutation({
    mutationFn: ({ id, kind: _, ...account }: ChannelAccount) => api<ChannelAccount>('PUT', `/api/settings/channels/${id}`, account),
    onSuccess,
  })
  const renew = useMutation({ mutationFn: (id: string) => api<Opened>('POST', `/api/settings/channels/${id}/secret`) })
  return { open: open.mutateAsync, change: change.mutateAsync, renewSecret: renew.mutateAsync }
}
