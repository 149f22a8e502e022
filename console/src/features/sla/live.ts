import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { api, query } from '@/shared/api/client'
import type { Clock } from '@/shared/api/floor'
import { storeClocks } from '@/shared/clocks/clocks'
import { useFrames } from '@/shared/live/live'
import { keys, storeWarning } from './cache'

/** Writes the clocks and warnings that are told into the query cache. Used once, in the frame of the console. */
export function useFloorFrames() {
  const client = useQueryClient()
  useFrames((frame) => {
    if (frame.type === 'clock') storeClocks(client, [frame.clock])
    if (frame.type === 'warning') storeWarning(client, frame.warning)
    if (frame.type === 'welcome') void client.invalidateQueries({ queryKey: keys.warnings })
  })
}

const AT_ONCE = 100

/** Reads the clocks of conversations that have come onto the page; what changes later is told by frames. */
export function useClockReading(conversations: string[]) {
  const client = useQueryClient()
  const read = useRef(new Set<string>())
  const [, readAgain] = useState(0)
  useFrames((frame) => {
    if (frame.type !== 'welcome') return
    read.current.clear()
    readAgain((turn) => turn + 1)
  })
  useEffect(() => {
    const fresh = conversations.filter((id) => !read.current.has(id)).slice(0, AT_ONCE)
    if (fresh.length === 0) return
    fresh.forEach((id) => read.current.add(id))
    api<Clock[] | { items: Clock[] }>('GET', `/api/clocks${query({ conversations: fresh.join(',') })}`)
      .then((told) => storeClocks(client, Array.isArray(told) ? told : told.items))
      .catch(() => undefined) // The waits count by themselves; the next frame tells the promise.
      .finally(() => readAgain((turn) => turn + 1))
  })
}
