import type { QueryClient } from '@tanstack/react-query'
import type { Message, Row, Tab } from '@/shared/api/types'
import type { ToldRow } from '@/shared/live/frames'
import { keys } from './api'
import { afterMessage, mapRow, newest, placeRow, rowsOf, tabOf, tabs, type Pages } from './lists'

/** The row as the cache knows it, wherever it stands. */
export function findRow(client: QueryClient, id: string): Row | undefined {
  for (const tab of tabs) {
    const found = rowsOf(client.getQueryData<Pages>(keys.list(tab))).find((row) => row.id === id)
    if (found) return found
  }
  return client.getQueryData<Row>(keys.row(id))
}

/** A row arrived: it goes into the list where it belongs and leaves all others. */
export function storeRow(client: QueryClient, told: ToldRow, me: string) {
  const known = findRow(client, told.id)
  const row = { ...told, unread: told.unread ?? known?.unread ?? (told.waitingSince ? 1 : 0) }
  const home = tabOf(row, me)
  for (const tab of tabs) {
    client.setQueryData<Pages>(keys.list(tab), (list) => list && placeRow(list, row, tab === home))
  }
  client.setQueryData<Row>(keys.row(row.id), (known) => (known ? newest(known, row) : row))
}

export function changeRow(client: QueryClient, id: string, change: (row: Row) => Row) {
  for (const tab of tabs) {
    client.setQueryData<Pages>(keys.list(tab), (list) => list && mapRow(list, id, change))
  }
  client.setQueryData<Row>(keys.row(id), (row) => row && change(row))
}

export function rowHears(client: QueryClient, message: Message, me: string, isRead: boolean, preview: string) {
  changeRow(client, message.conversationId, (row) => afterMessage(row, message, me, isRead, preview))
}

export function homeOf(client: QueryClient, id: string, me: string): Tab | null {
  const row = findRow(client, id)
  return row ? tabOf(row, me) : null
}
