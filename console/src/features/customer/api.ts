import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '@/shared/api/client'
import type { Customer } from '@/shared/api/types'

export const customerKey = (id: string) => ['customer', id] as const

export function useCustomer(id: string) {
  return useQuery({
    queryKey: customerKey(id),
    queryFn: ({ signal }) => file(id, signal),
  })
}

/** Who the customer is, and the agent of his own, are kept by two modules. */
async function file(id: string, signal: AbortSignal): Promise<Customer> {
  const path = `/api/customers/${id}`
  const [customer, binding] = await Promise.all([
    api<Omit<Customer, 'dedicated' | 'deputy'>>('GET', path, undefined, signal),
    api<Pick<Customer, 'dedicated' | 'deputy'>>('GET', `${path}/binding`, undefined, signal),
  ])
  return { ...customer, ...binding }
}

export function useTagsInUse(enabled: boolean) {
  return useQuery({
    queryKey: ['customer-tags'],
    queryFn: ({ signal }) => api<string[]>('GET', '/api/customers/tags', undefined, signal),
    enabled,
  })
}

export type CustomerChange =
  | { kind: 'details'; name?: string; phone?: string; email?: string }
  | { kind: 'add-tag' | 'remove-tag'; name: string }
  | { kind: 'add-note'; text: string }
  | { kind: 'remove-note'; noteId: string }
  | { kind: 'binding'; agentId: string | null; deputyId: string | null }

export function useChangeCustomer(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (change: CustomerChange) => send(id, change),
    onSuccess: () => client.invalidateQueries({ queryKey: customerKey(id) }),
  })
}

function send(id: string, change: CustomerChange): Promise<unknown> {
  const path = `/api/customers/${id}`
  switch (change.kind) {
    case 'details': {
      const { kind: _, ...details } = change
      return api('PATCH', path, details)
    }
    case 'add-tag':
      return api('PUT', `${path}/tags/${encodeURIComponent(change.name)}`)
    case 'remove-tag':
      return api('DELETE', `${path}/tags/${encodeURIComponent(change.name)}`)
    case 'add-note':
      return api('POST', `${path}/notes`, { text: change.text })
    case 'remove-note':
      return api('DELETE', `${path}/notes/${change.noteId}`)
    case 'binding':
      return api('PUT', `${path}/binding`, { agentId: change.agentId, deputyId: change.deputyId })
  }
}
