import { may } from './access'
import type { Me } from './api/types'

/** Whether I lead people, and so see the wall and step in. */
export function mayLead(me: Me): boolean {
  return may(me, 'lead-all') || may(me, 'lead-group')
}
