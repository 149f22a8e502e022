import { useQueryClient } from '@tanstack/react-query'
import type { Row } from '@/shared/api/types'
import { findRow } from './rows'

/** The row a list already knows, so that opening a conversation shows its head at once. */
export function useKeptRow(conversationId: string | undefined): Row | undefined {
  const client = useQueryClient()
  return conversationId ? findRow(client, conversationId) : undefined
}
