import { useQueryClient } from '@tanstack/react-query'
import { useMemo, useState, type ReactNode } from 'react'
import { useNavigate } from 'react-router'
import { changeConversation, listen, useConversation } from '@/features/conversation/api'
import { AssignAgent } from '@/features/conversation/assign-agent'
import { useDesk } from '@/features/conversation/desk'
import { chooseTab, listening } from '@/features/conversation/local'
import { storeRow } from '@/features/conversation/rows'
import { WallActsContext, type WallActs } from '@/features/sla/wall-acts'
import { usePutMemberPresence } from '@/features/staff/api'
import type { Row, Tab } from '@/shared/api/types'
import { mayLead } from '@/shared/lead'
import { useComplaint } from '@/shared/ui/problem'
import { DeskPlace } from './desk-place'

/** The verbs of a lead for wall and warnings, which belong to conversations and to staff. */
export function WallActsPlace({ children }: { children: ReactNode }) {
  return (
    <DeskPlace>
      <Acts>{children}</Acts>
    </DeskPlace>
  )
}

function Acts({ children }: { children: ReactNode }) {
  const { me, open } = useDesk()
  const navigate = useNavigate()
  const client = useQueryClient()
  const complain = useComplaint()
  const { mutate: putPresence } = usePutMemberPresence()
  const [moving, setMoving] = useState<string | null>(null)
  const acts = useMemo<WallActs>(() => {
    const goTo = (id: string, tab: Tab) => {
      chooseTab(tab)
      open(id)
    }
    const change = (id: string, work: Promise<Row>) =>
      work
        .then((row) => {
          storeRow(client, row, me.id)
          goTo(id, 'mine')
        })
        .catch(complain)
    return {
      leads: mayLead(me),
      open: (id) => open(id),
      seeTasks: () => void navigate('/tasks'),
      listen: (id) =>
        void listen(id, true)
          .then(() => {
            listening.set(id)
            goTo(id, 'colleagues')
          })
          .catch(complain),
      speakIn: (id) => void change(id, changeConversation(id, { kind: 'invite', agentId: me.id })),
      takeOver: (id) => void change(id, changeConversation(id, { kind: 'take-over' })),
      reassign: setMoving,
      become: (memberId, state, reason) => putPresence({ memberId, state, reason }, { onError: complain }),
    }
    // The verbs stay; only who I am may change them.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [client, me.id, open, putPresence, navigate])
  return (
    <WallActsContext value={acts}>
      {children}
      {moving && <Reassign key={moving} conversationId={moving} onClose={() => setMoving(null)} />}
    </WallActsContext>
  )
}

function Reassign({ conversationId, onClose }: { conversationId: string; onClose(): void }) {
  const { data: row } = useConversation(conversationId)
  return row ? <AssignAgent row={row} onClose={onClose} stay /> : null
}
