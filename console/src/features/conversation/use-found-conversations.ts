import { useQueryClient } from '@tanstack/react-query'
import type { Row } from '@/shared/api/types'
import { keys, useConversationSearch } from './api'
import { rowsOf, tabs, type Pages } from './lists'
import { filterRows, noFilter } from './waiting'

/** What goes on now is known here already; what is over the server finds. */
export function useFoundConversations(words: string): Row[] {
  const client = useQueryClient()
  const { data } = useConversationSearch(words)
  if (!words) return []
  const open = tabs
    .filter((tab) => tab !== 'history')
    .flatMap((tab) => filterRows(rowsOf(client.getQueryData<Pages>(keys.list(tab))), { ...noFilter, text: words }))
  const known = new Set(open.map((row) => row.id))
  return [...open, ...(data?.items ?? []).filter((row) => !known.has(row.id))]
}
