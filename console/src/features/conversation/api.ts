import {
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
  type QueryClient,
} from '@tanstack/react-query'
import { api, query } from '@/shared/api/client'
import type { Category, Content, Issue, Message, Page, Row, StoredFile, Tab, Urgency } from '@/shared/api/types'
import { joinNewest, joinOlder, recall, TRIMMED, type Thread } from './thread'

export const keys = {
  list: (tab: Tab) => ['conversations', tab] as const,
  row: (id: string) => ['conversation', id] as const,
  thread: (customerId: string) => ['thread', customerId] as const,
  record: (customerId: string) => ['service-records', customerId] as const,
  transcript: (id: string) => ['transcript', id] as const,
  typing: (id: string) => ['typing', id] as const,
}

const PAGE = 50

export function useConversations(tab: Tab, enabled = true) {
  return useInfiniteQuery({
    queryKey: keys.list(tab),
    queryFn: ({ pageParam, signal }) =>
      api<Page<Row>>('GET', `/api/conversations${query({ tab, cursor: pageParam, limit: PAGE })}`, undefined, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    enabled,
  })
}

export function useConversation(id: string | undefined, known?: Row) {
  return useQuery({
    queryKey: keys.row(id ?? ''),
    queryFn: ({ signal }) => getConversation(id!, signal),
    enabled: !!id,
    placeholderData: known,
  })
}

export function getConversation(id: string, signal?: AbortSignal) {
  return api<Row>('GET', `/api/conversations/${id}`, undefined, signal)
}

export function threadOptions(client: QueryClient, customerId: string) {
  return {
    queryKey: keys.thread(customerId),
    queryFn: async ({ signal }: { signal: AbortSignal }): Promise<Thread> => {
      const path = `/api/customers/${customerId}/messages${query({ limit: PAGE })}`
      const page = await api<Page<Message>>('GET', path, undefined, signal)
      const known = client.getQueryData<Thread>(keys.thread(customerId))
      return joinNewest(known?.next === TRIMMED ? { ...known, items: [], seen: {} } : known, page.items, page.next)
    },
    gcTime: 30 * 60_000,
  }
}

export function useThread(customerId: string | undefined) {
  const client = useQueryClient()
  return useQuery({ ...threadOptions(client, customerId ?? ''), enabled: !!customerId })
}

export async function loadOlder(client: QueryClient, customerId: string) {
  const before = client.getQueryData<Thread>(keys.thread(customerId))?.next
  if (!before || before === TRIMMED) return
  const path = `/api/customers/${customerId}/messages${query({ before, limit: PAGE })}`
  const page = await api<Page<Message>>('GET', path)
  client.setQueryData<Thread>(keys.thread(customerId), (thread) => thread && joinOlder(thread, page.items, page.next))
}

export function messagesAfter(conversationId: string, after: number) {
  const path = `/api/conversations/${conversationId}/messages${query({ after, limit: 200 })}`
  return api<{ items: Message[]; more: boolean }>('GET', path)
}

export function useTranscript(conversationId: string, enabled: boolean) {
  return useQuery({
    queryKey: keys.transcript(conversationId),
    queryFn: ({ signal }) =>
      api<{ items: Message[]; more: boolean }>(
        'GET',
        `/api/conversations/${conversationId}/messages${query({ limit: 200 })}`,
        undefined,
        signal,
      ),
    enabled,
  })
}

export function useServiceRecords(customerId: string) {
  return useInfiniteQuery({
    queryKey: keys.record(customerId),
    queryFn: ({ pageParam, signal }) =>
      api<Page<Row>>('GET', `/api/customers/${customerId}/conversations${query({ cursor: pageParam })}`, undefined, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  })
}

/** Where a customer can walk in; a conversation can be handed over to one of them. */
export interface Store {
  id: string
  name: string
  address: string
}

export function useStores(enabled: boolean) {
  return useQuery({
    queryKey: ['stores'],
    queryFn: () => api<Store[]>('GET', '/api/stores'),
    staleTime: 10 * 60_000,
    enabled,
  })
}

export function useCategories() {
  return useQuery({
    queryKey: ['categories'],
    queryFn: () => api<Category[]>('GET', '/api/categories'),
    staleTime: 10 * 60_000,
  })
}

export function postMessage(
  conversationId: string,
  message: { clientId: string; replyTo?: number } & Content,
): Promise<Message> {
  return api('POST', `/api/conversations/${conversationId}/messages`, message)
}

export function putReading(conversationId: string, seq: number) {
  return api<void>('PUT', `/api/conversations/${conversationId}/reading`, { seq })
}

export function uploadFile(file: File): Promise<StoredFile> {
  const form = new FormData()
  form.append('file', file, file.name)
  return api('POST', '/api/files', form)
}

export function useRecall(customerId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ conversationId, seq }: { conversationId: string; seq: number }) =>
      api<void>('PUT', `/api/conversations/${conversationId}/messages/${seq}/recall`),
    onSuccess: (_, { conversationId, seq }) =>
      client.setQueryData<Thread>(keys.thread(customerId), (thread) => thread && recall(thread, conversationId, seq)),
  })
}

export type Change =
  | { kind: 'assign'; agentId: string; note?: string }
  | { kind: 'hand-over'; groupId: string; note?: string }
  | { kind: 'to-store'; storeId: string; note?: string }
  | { kind: 'invite'; agentId: string }
  | { kind: 'leave'; agentId: string }
  | { kind: 'end'; categoryId: string; summary: string }
  | { kind: 'issue'; issue: Issue }
  | { kind: 'urgency'; urgency: Urgency }
  | { kind: 'take-over' }

export function changeConversation(id: string, change: Change): Promise<Row> {
  const path = `/api/conversations/${id}`
  switch (change.kind) {
    case 'assign':
      return api('PUT', `${path}/assignment`, { agentId: change.agentId, note: change.note })
    case 'hand-over':
      return api('PUT', `${path}/assignment`, { groupId: change.groupId, note: change.note })
    case 'to-store':
      return api('PUT', `${path}/assignment`, { storeId: change.storeId, note: change.note })
    case 'invite':
      return api('PUT', `${path}/participants/${change.agentId}`)
    case 'leave':
      return api('DELETE', `${path}/participants/${change.agentId}`)
    case 'end':
      return api('PUT', `${path}/closure`, { categoryId: change.categoryId, summary: change.summary })
    case 'issue':
      return api('PUT', `${path}/issue`, { issue: change.issue })
    case 'urgency':
      return api('PUT', `${path}/urgency`, { urgency: change.urgency })
    case 'take-over':
      return api('PUT', `${path}/takeover`)
  }
}

/** A lead hears what is said without being seen; the application keeps who listened when. */
export function listen(id: string, listening: boolean): Promise<void> {
  return api(listening ? 'PUT' : 'DELETE', `/api/conversations/${id}/listening`)
}

export function openConversation(customerId: string): Promise<Row> {
  return api('POST', '/api/conversations', { customerId })
}
