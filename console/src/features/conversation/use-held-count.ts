import type { Me } from '@/shared/api/types'
import { useConversations } from './api'
import { rowsOf } from './lists'

/** How many conversations I hold; those I only take part in do not count. */
export function useHeldCount(me: Me): number | null {
  const { data } = useConversations('mine')
  return data ? rowsOf(data).filter((row) => row.agent?.id === me.id).length : null
}
