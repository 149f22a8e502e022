import { useMemo, useState, type ReactNode } from 'react'
import { useNavigate } from 'react-router'
import { DeskContext, type Desk } from '@/features/conversation/desk'
import { ordersToName } from '@/features/order/orders-to-name'
import { StageChip } from '@/features/order/stage-chip'
import { LookingLine } from '@/features/journey/looking-line'
import { useGroups, useMembers, useScripts, useSession } from '@/features/staff/api'
import { EditScripts } from '@/features/staff/edit-scripts'
import { useText } from '@/shared/i18n/text'

/** Brings the people to the conversation panes and dialogs below it. */
export function DeskPlace({ children }: { children: ReactNode }) {
  const navigate = useNavigate()
  const t = useText()
  const { data: me } = useSession()
  const { data: members, refetch } = useMembers()
  const { data: groups } = useGroups()
  const { data: scripts } = useScripts()
  const [editsScripts, setEditsScripts] = useState(false)
  const desk = useMemo<Desk | null>(
    () =>
      me
        ? {
            me,
            members: members ?? [],
            groups: groups ?? [],
            scripts: scripts ?? [],
            open: (id) => void navigate(id ? `/workbench/${id}` : '/workbench'),
            StageChip,
            ordersOf: (customerId) => ordersToName(customerId, t),
            editScripts: () => setEditsScripts(true),
            about: (customerId) => <LookingLine key={customerId} customerId={customerId} />,
            refreshMembers: () => void refetch(),
          }
        : null,
    [me, members, groups, scripts, navigate, refetch, t],
  )
  if (!desk) return null
  return (
    <DeskContext value={desk}>
      {children}
      <EditScripts open={editsScripts} onClose={() => setEditsScripts(false)} />
    </DeskContext>
  )
}
