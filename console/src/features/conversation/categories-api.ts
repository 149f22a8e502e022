import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '@/shared/api/client'

export interface CategoryFields {
  parentId: string | null
  name: string
  ordinal: number
}

/** Changes of the category tree; the tree is read again after each. */
export function useChangeCategories() {
  const client = useQueryClient()
  const { mutateAsync, isPending } = useMutation({
    mutationFn: ({ method, path, body }: { method: 'POST' | 'PUT' | 'DELETE'; path: string; body?: unknown }) =>
      api<unknown>(method, `/api/settings/categories${path}`, body),
    onSettled: () => client.invalidateQueries({ queryKey: ['categories'] }),
  })
  return {
    isPending,
    add: (fields: Pick<CategoryFields, 'parentId' | 'name'>) => mutateAsync({ method: 'POST', path: '', body: fields }),
    put: (id: string, fields: CategoryFields) => mutateAsync({ method: 'PUT', path: `/${id}`, body: fields }),
    remove: (id: string) => mutateAsync({ method: 'DELETE', path: `/${id}` }),
  }
}
