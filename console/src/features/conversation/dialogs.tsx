import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useStore } from '@/shared/state/store'
import { AssignAgent } from './assign-agent'
import { CloseConversation } from './close-conversation'
import { useDesk } from './desk'
import { InviteColleague } from './invite-colleague'
import { closeDialog, dialog } from './local'
import { findRow } from './rows'

export function Dialogs() {
  const client = useQueryClient()
  const open = useStore(dialog)
  const row = open ? findRow(client, open.conversationId) : undefined
  const { refreshMembers } = useDesk()
  const isAboutPeople = open?.kind === 'transfer' || open?.kind === 'invite'
  useEffect(() => {
    if (isAboutPeople) refreshMembers()
  }, [isAboutPeople, refreshMembers])
  if (!open || !row) return null
  if (open.kind === 'transfer') return <AssignAgent key={row.id} row={row} onClose={closeDialog} />
  if (open.kind === 'invite') return <InviteColleague key={row.id} row={row} onClose={closeDialog} />
  return <CloseConversation key={row.id} row={row} onClose={closeDialog} />
}
