import { useInfiniteQuery, useMutation, useQuery, useQueryClient, type InfiniteData } from '@tanstack/react-query'
import { api, query } from '@/shared/api/client'
import type { ImportFile, RejectedLine } from '@/shared/api/orders'
import type { Page } from '@/shared/api/types'
import { useFrames } from '@/shared/live/live'

const key = ['imports'] as const

export interface ImportKind {
  code: string
  template: string[][]
}

export function useImports() {
  return useInfiniteQuery({
    queryKey: [...key, 'list'],
    queryFn: ({ pageParam, signal }) => api<Page<ImportFile>>('GET', `/api/imports${query({ cursor: pageParam, limit: 20 })}`, undefined, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    // The live line tells whoever brought a file; others, and whoever has no line, look now and then.
    refetchInterval: (list) => (list.state.data?.pages.some((page) => page.items.some(isAtWork)) ? 2000 : false),
  })
}

export function isAtWork(file: ImportFile): boolean {
  return file.state === 'waiting' || file.state === 'running'
}

export function useImportKinds() {
  return useQuery({ queryKey: [...key, 'kinds'], queryFn: ({ signal }) => api<ImportKind[]>('GET', '/api/imports/kinds', undefined, signal), staleTime: Infinity })
}

export function useRejected(id: string) {
  return useQuery({ queryKey: [...key, 'rejected', id], queryFn: ({ signal }) => api<RejectedLine[]>('GET', `/api/imports/${id}/rejected`, undefined, signal) })
}

/** The file goes as it is; what it is, its first line says. */
export function useBringFile() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (file: File) => api<ImportFile>('POST', `/api/imports${query({ file: file.name })}`, new Blob([file], { type: 'application/octet-stream' })),
    onSuccess: () => client.invalidateQueries({ queryKey: [...key, 'list'] }),
  })
}

/** A file that moves on is shown at once; when it is done, there are new orders. */
export function useImportFrames() {
  const client = useQueryClient()
  useFrames((frame) => {
    if (frame.type !== 'import') return
    const { file } = frame
    client.setQueryData<InfiniteData<Page<ImportFile>>>([...key, 'list'], (list) => list && withFile(list, file))
    if (isAtWork(file)) return
    void client.invalidateQueries({ queryKey: key })
    void client.invalidateQueries({ queryKey: ['orders'] })
  })
}

function withFile(list: InfiniteData<Page<ImportFile>>, file: ImportFile): InfiniteData<Page<ImportFile>> {
  const pages = list.pages.map((page) => ({ ...page, items: page.items.map((known) => (known.id === file.id ? file : known)) }))
  return { ...list, pages }
}
