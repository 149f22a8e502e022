import { useComplaint } from '@/shared/ui/problem'
import { listen as listenTo } from './api'
import { useDesk } from './desk'
import { chooseTab, listening } from './local'
import { useChange } from './use-change'

/** T-09: a lead listens in, speaks in, or takes the conversation over; each leads to the conversation itself. */
export function useLeadVerbs(conversationId: string) {
  const { me, open } = useDesk()
  const change = useChange(conversationId)
  const complain = useComplaint()
  const goThere = () => {
    chooseTab('mine')
    open(conversationId)
  }
  return {
    async listen() {
      try {
        await listenTo(conversationId, true)
        listening.set(conversationId)
        chooseTab('colleagues')
        open(conversationId)
      } catch (problem) {
        complain(problem)
      }
    },
    stopListening: () => void endListening(conversationId),
    speakIn: () => change({ kind: 'invite', agentId: me.id }, goThere),
    takeOver: () => change({ kind: 'take-over' }, goThere),
  }
}

/** Nobody is listened to from behind a closed page. */
export async function endListening(conversationId: string) {
  if (listening.get() !== conversationId) return
  listening.set(null)
  await listenTo(conversationId, false).catch(() => undefined)
}
