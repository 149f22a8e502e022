import { useQueryClient } from '@tanstack/react-query'
import { useStore } from '@/shared/state/store'
import { AssignAgent } from './assign-agent'
import { CloseConversation } from './close-conversation'
import { InviteColleague } from './invite-colleague'
import { closeDialog, dialog } from './local'
import { findRow } from './rows'

export function Dialogs() {
  const client = useQueryClient()
  const open = useStore(dialog)
  const row = open ? findRow(client, open.conversationId) : undefined
  if (!open || !row) return null
  if (open.kind === 'transfer') return <AssignAgent key={row.id} row={row} onClose={closeDialog} />
  if (open.kind === 'invite') return <InviteColleague key={row.id} row={row} onClose={closeDialog} />
  return <CloseConversation key={row.id} row={row} onClose={closeDialog} />
}
