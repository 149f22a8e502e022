import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState, type ReactNode } from 'react'
import { sessionKey } from '@/features/staff/api'
import { api, ApiProblem } from '@/shared/api/client'
import type { ServerFrame } from '@/shared/live/frames'
import { LiveContext } from '@/shared/live/live'
import { LiveSocket } from '@/shared/live/socket'

function createLiveSocket() {
  const scheme = location.protocol === 'https:' ? 'wss' : 'ws'
  return new LiveSocket({
    socket: `${scheme}://${location.host}/live/staff`,
    poll: (session, frames, signal) =>
      api<{ session: string; frames: ServerFrame[] }>('POST', '/live/staff/poll', { session, frames }, signal),
  })
}

/** The one live connection; it exists as long as somebody is signed in. */
export function LiveConnection({ children }: { children: ReactNode }) {
  const client = useQueryClient()
  const [live] = useState(createLiveSocket)
  useEffect(() => {
    live.open()
    return () => live.close()
  }, [live])
  // A connection that does not come up may mean that the session is over: ask, and the sign-in page appears.
  useEffect(
    () =>
      live.subscribe(() => {
        if (live.getState() !== 'connecting') return
        api('GET', '/api/session').catch((problem) => {
          if (problem instanceof ApiProblem && problem.status === 401) client.setQueryData(sessionKey, null)
        })
      }),
    [client, live],
  )
  return <LiveContext value={live}>{children}</LiveContext>
}
