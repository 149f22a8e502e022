import { createContext, use } from 'react'
import type { Colleague, Group, Me, Script } from '@/shared/api/types'

/** What the conversation panes need to know about the people; the route brings it. */
export interface Desk {
  me: Me
  members: Colleague[]
  groups: Group[]
  scripts: Script[]
  /** Shows a conversation, or none. */
  open(conversationId: string | null): void
  editScripts(): void
  /** Who is there and how full: asked again when it matters. */
  refreshMembers(): void
}

export const DeskContext = createContext<Desk | null>(null)

export function useDesk(): Desk {
  const desk = use(DeskContext)
  if (!desk) throw new Error('No desk above this component')
  return desk
}
