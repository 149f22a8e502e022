import type { Card, Me, Row } from '@/shared/api/types'
import { useText } from '@/shared/i18n/text'
import { useOutbox } from './outbox'
import { previewOf } from './preview'

/** Sends a card into this conversation; undefined where this member cannot send anything. */
export function useSendCard(row: Row | undefined, me: Me | null | undefined): ((card: Card) => void) | undefined {
  const t = useText()
  const outbox = useOutbox(row, me as Me)
  const mine = row?.state === 'held' && me && (row.agent?.id === me.id || row.participants.some((member) => member.id === me.id))
  if (!mine) return undefined
  return (card) => {
    const content = { kind: 'card' as const, body: card }
    outbox.send(content, previewOf(content, t))
  }
}
