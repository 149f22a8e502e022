import { useParams } from 'react-router'
import { ConversationList } from '@/features/conversation/conversation-list'
import { ConversationPane } from '@/features/conversation/conversation-pane'
import { Dialogs } from '@/features/conversation/dialogs'
import { SlowAlarm } from '@/features/conversation/slow-alarm'
import { useClockedConversations } from '@/features/conversation/use-clocked'
import { useWorkbenchKeys } from '@/features/conversation/workbench-keys'
import { useClockReading } from '@/features/sla/live'
import { usePreferences } from '@/shared/state/preferences'
import { CustomerFile } from './customer-file'
import { DeskPlace } from './desk-place'
import './workbench.css'

/** The workbench: list, conversation and the customer's file, put together from their features. */
export function WorkbenchRoute() {
  const { conversationId } = useParams()
  return (
    <DeskPlace>
      <Workbench conversationId={conversationId} />
    </DeskPlace>
  )
}

function Workbench({ conversationId }: { conversationId: string | undefined }) {
  const { filePanel } = usePreferences()
  useWorkbenchKeys(conversationId)
  useClockReading(useClockedConversations(conversationId))
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
