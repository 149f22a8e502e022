import { useMemo, useState, type ReactNode } from 'react'
import { useNavigate } from 'react-router'
import { DeskContext, type Desk } from '@/features/conversation/desk'
import { useGroups, useMembers, useScripts, useSession } from '@/features/staff/api'
import { EditScripts } from '@/features/staff/edit-scripts'

/** Brings the people to the conversation panes and dialogs below it. */
export function DeskPlace({ children }: { children: ReactNode }) {
  const navigate = useNavigate()
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
            editScripts: () => setEditsScripts(true),
            refreshMembers: () => void refetch(),
          }
        : null,
    [me, members, groups, scripts, navigate, refetch],
  )
  if (!desk) return null
  return (
    <DeskContext value={desk}>
      {children}
      <EditScripts open={editsScripts} onClose={() => setEditsScripts(false)} />
    </DeskContext>
  )
}
