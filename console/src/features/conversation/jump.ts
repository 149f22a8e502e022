import { createStore, useStore } from '@/shared/state/store'

interface Jump {
  conversationId: string
  seq: number
}

const wanted = createStore<Jump | null>(null)

/** The conversation that is opened next is shown at this message. */
export function jumpTo(conversationId: string, seq: number) {
  wanted.set({ conversationId, seq })
}

/** The number of the message to show; null when the conversation was opened for itself. */
export function useJump(conversationId: string): number | null {
  return useStore(wanted, (jump) => (jump?.conversationId === conversationId ? jump.seq : null))
}

export function jumped() {
  wanted.set(null)
}
