import { useMemo, useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { ConversationList } from '@/features/conversation/conversation-list'
import { ConversationPane } from '@/features/conversation/conversation-pane'
import { DeskContext, type Desk } from '@/features/conversation/desk'
import { Dialogs } from '@/features/conversation/dialogs'
import { SlowAlarm } from '@/features/conversation/slow-alarm'
import { useWorkbenchKeys } from '@/features/conversation/workbench-keys'
import { useGroups, useMembers, useScripts, useSession } from '@/features/staff/api'
import { EditScripts } from '@/features/staff/edit-scripts'
import { usePreferences } from '@/shared/state/preferences'
import { CustomerFile } from './customer-file'
import './workbench.css'

/** The workbench: list, conversation and the customer's file, put together from their features. */
export function WorkbenchRoute() {
  const { conversationId } = useParams()
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
      <Workbench conversationId={conversationId} />
      <EditScripts open={editsScripts} onClose={() => setEditsScripts(false)} />
    </DeskContext>
  )
}

function Workbench({ conversationId }: { conversationId: string | undefined }) {
  const { filePanel } = usePreferences()
  useWorkbenchKeys(conversationId)
  return (
    <main className={`workbench${filePanel ? '' : ' is-without-file'}`}>
      <ConversationList openId={conversationId} />
      <ConversationPane conversationId={conversationId} />
      {filePanel && <CustomerFile conversationId={conversationId} />}
      <SlowAlarm />
      <Dialogs />
    </main>
  )
}
