import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { Colleague, Me } from '@/shared/api/types'
import { useFrames } from '@/shared/live/live'
import { membersKey, sessionKey } from './api'

/** Colleagues come, go and fill up: written into the cache as it is told. */
export function useStaffFrames(me: Me) {
  const client = useQueryClient()
  const counting = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(counting.current), [])
  useFrames((frame) => {
    // My day moves with what I receive and answer; a burst of it is counted once.
    if (frame.type === 'ack' || (frame.type === 'conversation' && frame.row.agent?.id === me.id)) {
      clearTimeout(counting.current)
      counting.current = setTimeout(() => void client.invalidateQueries({ queryKey: ['desk', 'today'] }), 2000)
    }
    if (frame.type === 'welcome') void client.invalidateQueries({ queryKey: ['staff', 'members'] })
    if (frame.type !== 'presence') return
    const member = frame.member
    client.setQueryData<Colleague[]>(membersKey, (members) => members && withMember(members, member))
    if (member.id === me.id) {
      client.setQueryData<Me | null>(sessionKey, (known) => known && { ...known, presence: member.presence })
    }
  })
}

function withMember(members: Colleague[], member: Colleague): Colleague[] {
  const at = members.findIndex((known) => known.id === member.id)
  return at < 0 ? [...members, member] : members.with(at, member)
}
