import type { Row } from '@/shared/api/types'
import { useText } from '@/shared/i18n/text'

/** How far our message got: sent, on the customer's screen, or read. */
export function ReadMark({ row, seq }: { row: Row; seq: number }) {
  const t = useText()
  const state = seq <= row.customerRead ? 'read' : seq <= row.customerDelivered ? 'delivered' : 'sent'
  return <span className={`read-mark is-${state}`}>{t(`mark.${state}`)}</span>
}
