import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useComplaint } from '@/shared/ui/problem'
import { changeConversation, type Change } from './api'
import { useDesk } from './desk'
import { storeRow } from './rows'

/** One act on a conversation; the answer of the server is what the lists show afterwards. */
export function useChange(conversationId: string) {
  const client = useQueryClient()
  const complain = useComplaint()
  const { me } = useDesk()
  const mutation = useMutation({
    mutationFn: (change: Change) => changeConversation(conversationId, change),
    onSuccess: (row) => {
      storeRow(client, row, me.id)
      void client.invalidateQueries({ queryKey: ['desk', 'today'] })
    },
    onError: complain,
  })
  return (change: Change, onDone?: () => void) => mutation.mutate(change, { onSuccess: onDone })
}
