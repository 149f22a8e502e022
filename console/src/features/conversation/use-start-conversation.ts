import { useMutation } from '@tanstack/react-query'
import { useComplaint } from '@/shared/ui/problem'
import { openConversation } from './api'

/** We write first; the open conversation goes on where there is one. */
export function useStartConversation(onOpen: (conversationId: string) => void) {
  const complain = useComplaint()
  return useMutation({
    mutationFn: (customerId: string) => openConversation(customerId),
    onSuccess: (row) => onOpen(row.id),
    onError: complain,
  })
}
