import { useQueryClient } from '@tanstack/react-query'
import type { Row } from '@/shared/api/types'
import { keys } from './api'
import { rowsOf, tabs, type Pages } from './lists'
import { filterRows, noFilter } from './waiting'

/** What goes on now is known here already. */
export function useFoundConversations(words: string): Row[] {
  const client = useQueryClient()
  if (!words) return []
  return tabs
    .filter((tab) => tab !== 'history')
    .flatMap((tab) => filterRows(rowsOf(client.getQueryData<Pages>(keys.list(tab))), { ...noFilter, text: words }))
}
