import { Button, Tooltip } from 'antd'
import { mayLead } from '@/shared/lead'
import type { Row } from '@/shared/api/types'
import { useText } from '@/shared/i18n/text'
import { useStore } from '@/shared/state/store'
import { useDesk } from './desk'
import { listening } from './local'
import { useLeadVerbs } from './use-lead-verbs'

/** What a lead may do in a colleague's conversation. While he listens the banner carries these. */
export function LeadActions({ row }: { row: Row }) {
  const t = useText()
  const { me } = useDesk()
  const { listen, speakIn, takeOver } = useLeadVerbs(row.id)
  const isListening = useStore(listening, (id) => id === row.id)
  if (!mayLead(me) || isListening) return null
  return (
    <>
      <Tooltip title={t('lead.listen-means')}>
        <Button onClick={() => void listen()}>{t('action.listen')}</Button>
      </Tooltip>
      <Tooltip title={t('lead.speak-in-means')}>
        <Button onClick={speakIn}>{t('action.speak-in')}</Button>
      </Tooltip>
      <Tooltip title={t('lead.take-over-means')}>
        <Button onClick={takeOver}>{t('action.take-over')}</Button>
      </Tooltip>
    </>
  )
}
