import { createContext, use, type ComponentType, type ReactNode } from 'react'
import type { Card, Colleague, Group, Me, Script } from '@/shared/api/types'

/** What the conversation panes need to know about the people; the route brings it. */
export interface Desk {
  me: Me
  members: Colleague[]
  groups: Group[]
  scripts: Script[]
  /** Shows a conversation, or none. */
  open(conversationId: string | null): void
  editScripts(): void
  /** Where a customer stands by his orders; the route brings it from the orders. */
  StageChip?: ComponentType<{ customerId: string }>
  /** Orders of a customer, to name one in a reply. */
  ordersOf?(customerId: string): Promise<OrderName[]>
  /** What else the header says of a customer: what he looks at now. */
  about?(customerId: string): ReactNode
  /** Who is there and how full: asked again when it matters. */
  refreshMembers(): void
}

/** An order as it is named in a reply; the card is what is sent of it. */
export interface OrderName {
  id: string
  no: string
  goods: string
  state: string
  amount: string
  at: string
  card: Card
}

export const DeskContext = createContext<Desk | null>(null)

export function useDesk(): Desk {
  const desk = use(DeskContext)
  if (!desk) throw new Error('No desk above this component')
  return desk
}
