import { useQueryClient } from '@tanstack/react-query'
import type { Colleague, Me } from '@/shared/api/types'
import { useFrames } from '@/shared/live/live'
import { membersKey, sessionKey } from './api'

/** Colleagues come, go and fill up: written into the cache as it is told. */
export function useStaffFrames(me: Me) {
  const client = useQueryClient()
  useFrames((frame) => {
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
