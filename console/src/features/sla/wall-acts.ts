import { createContext, use } from 'react'
import type { PresenceState } from '@/shared/api/types'

/** What a lead does from the wall; the route brings it, because other features own these verbs. */
export interface WallActs {
  /** Whether I lead people: agents are called too, but only about what is theirs. */
  leads: boolean
  open(conversation: string): void
  seeTasks(): void
  listen(conversation: string): void
  speakIn(conversation: string): void
  takeOver(conversation: string): void
  reassign(conversation: string): void
  become(agentId: string, state: PresenceState, reason?: string): void
}

export const WallActsContext = createContext<WallActs | null>(null)

export function useWallActs(): WallActs {
  const acts = use(WallActsContext)
  if (!acts) throw new Error('Nobody brings the verbs of the wall')
  return acts
}
