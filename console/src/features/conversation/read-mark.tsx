import { useQuery } from '@tanstack/react-query'
import { useText } from '@/shared/i18n/text'
import { keys } from './api'
import type { Reading } from './live'

/** How far our message got: on the customer's screen, or read. */
export function ReadMark({ conversationId, seq }: { conversationId: string; seq: number }) {
  const t = useText()
  const { data } = useQuery<Reading | null>({
    queryKey: keys.reading(conversationId),
    queryFn: () => null,
    enabled: false,
    select: (reading) => reading,
  })
  if (!data) return null
  const state = seq <= data.read ? 'read' : seq <= data.delivered ? 'delivered' : 'sent'
  return <span className={`read-mark is-${state}`}>{t(`mark.${state}`)}</span>
}
