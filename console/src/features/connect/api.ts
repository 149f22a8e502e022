import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, query } from '@/shared/api/client'
import type { Page } from '@/shared/api/types'

export interface ApiKey {
  id: string
  name: string
  account: string
  prefix: string
  perMinute: number
  createdAt: string
  lastUsedAt: string | null
  revokedAt: string | null
}

export const webhookEvents = ['message', 'recall', 'assigned', 'closed'] as const
export type WebhookEvent = (typeof webhookEvents)[number]

export interface Webhook {
  id: string
  account: string
  url: string
  events: WebhookEvent[]
  active: boolean
  createdAt: string
}

export type DeliveryState = 'waiting' | 'delivered' | 'dead'

export interface Delivery {
  id: string
  event: WebhookEvent | 'test'
  state: DeliveryState
  attempts: number
  status: number | null
  error: string | null
  tookMillis: number | null
  createdAt: string
  nextAt: string
  doneAt: string | null
}

const keysKey = ['settings', 'keys'] as const
const webhooksKey = ['settings', 'webhooks'] as const
const deliveriesKey = (webhook: string) => ['settings', 'deliveries', webhook] as const

export function useKeys() {
  return useQuery({ queryKey: keysKey, queryFn: ({ signal }) => api<ApiKey[]>('GET', '/api/settings/keys', undefined, signal) })
}

export function useChangeKeys() {
  const client = useQueryClient()
  const onSuccess = () => client.invalidateQueries({ queryKey: keysKey })
  const make = useMutation({
    mutationFn: (wanted: { account: string; name: string }) => api<{ key: ApiKey; secret: string }>('POST', '/api/settings/keys', wanted),
    onSuccess,
  })
  const revoke = useMutation({ mutationFn: (id: string) => api<void>('DELETE', `/api/settings/keys/${id}`), onSuccess })
  return { make: make.mutateAsync, revoke: revoke.mutateAsync }
}

export function useWebhooks() {
  return useQuery({ queryKey: webhooksKey, queryFn: ({ signal }) => api<Webhook[]>('GET', '/api/settings/webhooks', undefined, signal) })
}

export type WebhookFields = Pick<Webhook, 'account' | 'url' | 'events' | 'active'>

export function useChangeWebhooks() {
  const client = useQueryClient()
  const onSuccess = () => client.invalidateQueries({ queryKey: webhooksKey })
  const add = useMutation({
    mutationFn: (fields: WebhookFields) => api<{ webhook: Webhook; secret: string }>('POST', '/api/settings/webhooks', fields),
    onSuccess,
  })
  const change = useMutation({
    mutationFn: ({ id, url, events, active }: WebhookFields & { id: string }) => api<Webhook>('PUT', `/api/settings/webhooks/${id}`, { url, events, active }),
    onSuccess,
  })
  const remove = useMutation({ mutationFn: (id: string) => api<void>('DELETE', `/api/settings/webhooks/${id}`), onSuccess })
  return { add: add.mutateAsync, change: change.mutateAsync, remove: remove.mutateAsync }
}

export function useDeliveries(webhook: string, state: DeliveryState | null) {
  return useInfiniteQuery({
    queryKey: [...deliveriesKey(webhook), state],
    queryFn: ({ pageParam, signal }) =>
      api<Page<Delivery>>('GET', `/api/settings/webhooks/${webhook}/deliveries${query({ state, cursor: pageParam, limit: 50 })}`, undefined, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    refetchInterval: 5_000,
    staleTime: 0,
  })
}

export function useDeliver(webhook: string) {
  const client = useQueryClient()
  const onSuccess = () => client.invalidateQueries({ queryKey: deliveriesKey(webhook) })
  const test = useMutation({ mutationFn: () => api<Delivery>('POST', `/api/settings/webhooks/${webhook}/test`), onSuccess })
  const replay = useMutation({ mutationFn: (id: string) => api<Delivery>('POST', `/api/settings/webhooks/deliveries/${id}/replay`), onSuccess })
  const replayDead = useMutation({ mutationFn: () => api<{ replayed: number }>('POST', `/api/settings/webhooks/${webhook}/replay`), onSuccess })
  return { test, replay, replayDead }
}
