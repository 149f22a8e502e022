import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { api, query } from '@/shared/api/client'
import type { Wall, Warning } from '@/shared/api/floor'
import type { Page } from '@/shared/api/types'
import { useFrames, useLive } from '@/shared/live/live'
import { keys, storeWarning, type WallFilter } from './cache'

const POLL_EVERY = 5_000
const FRAMES_COME_EVERY = 6_000

/** The wall as it is told every two seconds; when nothing is told for a while it is asked for. */
export function useWall(filter: WallFilter) {
  const client = useQueryClient()
  const live = useLive()
  const toldAt = useRef(0)
  const { group, store } = filter
  const key = keys.wall(filter)
  useEffect(() => {
    live.send({ type: 'watch-wall', group, store })
    return () => void live.send({ type: 'unwatch-wall' })
  }, [live, group, store])
  useFrames((frame) => {
    if (frame.type === 'welcome') live.send({ type: 'watch-wall', group, store })
    if (frame.type !== 'wall') return
    toldAt.current = Date.now()
    client.setQueryData<Wall>(key, frame.wall)
  })
  return useQuery({
    queryKey: key,
    queryFn: ({ signal }) => api<Wall>('GET', `/api/wall${query({ group, store })}`, undefined, signal),
    placeholderData: keepPreviousData,
    refetchInterval: () => (Date.now() - toldAt.current > FRAMES_COME_EVERY ? POLL_EVERY : FRAMES_COME_EVERY),
    refetchIntervalInBackground: true,
    staleTime: FRAMES_COME_EVERY,
  })
}

export function useWarnings() {
  return useQuery({
    queryKey: keys.warnings,
    queryFn: ({ signal }) => api<Page<Warning>>('GET', `/api/warnings${query({ state: 'open' })}`, undefined, signal),
    refetchInterval: 60_000,
  })
}

export function useHandleWarning() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, note }: { id: string; note?: string }) => api<Warning | undefined>('PUT', `/api/warnings/${id}/handling`, { note }),
    onSuccess: (warning) => {
      if (warning) storeWarning(client, warning)
      else void client.invalidateQueries({ queryKey: keys.warnings })
    },
  })
}
