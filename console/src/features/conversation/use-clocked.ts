import { useMemo } from 'react'
import { useConversations } from './api'
import { rowsOf } from './lists'
import { waitsSince } from './waiting'

/** The conversations on this desk in which a customer waits: their clocks are wanted. */
export function useClockedConversations(openId: string | undefined): string[] {
  const queue = useConversations('queue').data
  const mine = useConversations('mine').data
  const colleagues = useConversations('colleagues').data
  return useMemo(() => {
    const waiting = [queue, mine, colleagues].flatMap((list) => rowsOf(list)).filter((row) => waitsSince(row) !== null)
    const ids = waiting.map((row) => row.id)
    return openId && !ids.includes(openId) ? [...ids, openId] : ids
  }, [queue, mine, colleagues, openId])
}
