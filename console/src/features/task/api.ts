import { useInfiniteQuery, useMutation, useQueryClient, type InfiniteData } from '@tanstack/react-query'
import { api, query } from '@/shared/api/client'
import type { Task, TaskOutcome } from '@/shared/api/floor'
import type { Page } from '@/shared/api/types'
import { useFrames } from '@/shared/live/live'

export type Shown = 'mine' | 'open' | 'done'

const key = ['tasks'] as const

export function useTasks(shown: Shown) {
  return useInfiniteQuery({
    queryKey: [...key, shown],
    queryFn: ({ pageParam, signal }) => {
      const asked = query({ state: shown === 'done' ? 'done' : 'open', mine: shown === 'mine' ? 'true' : null, cursor: pageParam, limit: 50 })
      return api<Page<Task>>('GET', `/api/tasks${asked}`, undefined, signal)
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    refetchInterval: 60_000,
  })
}

/** A task that is told takes its new shape at once; where it belongs then is read again. */
export function useTaskFrames() {
  const client = useQueryClient()
  useFrames((frame) => {
    if (frame.type === 'welcome') void client.invalidateQueries({ queryKey: key })
    if (frame.type !== 'task') return
    const { task } = frame
    client.setQueriesData<InfiniteData<Page<Task>>>({ queryKey: key }, (list) => list && withTask(list, task))
    void client.invalidateQueries({ queryKey: key })
  })
}

function withTask(list: InfiniteData<Page<Task>>, task: Task): InfiniteData<Page<Task>> {
  const pages = list.pages.map((page) => ({ ...page, items: page.items.map((known) => (known.id === task.id ? task : known)) }))
  return { ...list, pages }
}

export function useTaskVerbs() {
  const client = useQueryClient()
  const refresh = () => client.invalidateQueries({ queryKey: key })
  const own = useMutation({
    mutationFn: ({ id, memberId }: { id: string; memberId: string }) => api<Task>('PUT', `/api/tasks/${id}/owner`, { memberId }),
    onSuccess: refresh,
  })
  const finish = useMutation({
    mutationFn: ({ id, ...result }: { id: string; outcome: TaskOutcome; note?: string }) => api<Task>('PUT', `/api/tasks/${id}/outcome`, result),
    onSuccess: refresh,
  })
  const reveal = useMutation({
    mutationFn: (id: string) => api<{ value: string }>('POST', `/api/tasks/${id}/reveal`, {}),
  })
  return { own, finish, reveal }
}
