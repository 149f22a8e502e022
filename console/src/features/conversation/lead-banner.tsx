import { CustomerServiceOutlined, TeamOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useEffect } from 'react'
import { mayLead } from '@/shared/lead'
import type { Row } from '@/shared/api/types'
import { useText } from '@/shared/i18n/text'
import { useStore } from '@/shared/state/store'
import { useDesk } from './desk'
import { tabOf } from './lists'
import { listening } from './local'
import { endListening, useLeadVerbs } from './use-lead-verbs'
import { useChange } from './use-change'

/** Says plainly in which part a lead is here: heard by nobody, or speaking beside the agent. */
export function LeadBanner({ row }: { row: Row }) {
  const t = useText()
  const { me } = useDesk()
  const change = useChange(row.id)
  const { speakIn, takeOver, stopListening } = useLeadVerbs(row.id)
  const isListening = useStore(listening, (id) => id === row.id)
  const home = tabOf(row, me.id)
  const isBeside = home === 'mine' && row.agent !== null && row.agent.id !== me.id && mayLead(me)
  useEffect(() => () => void endListening(row.id), [row.id])
  useEffect(() => {
    if (home !== 'colleagues') void endListening(row.id)
  }, [home, row.id])

  if (isListening && home === 'colleagues') {
    return (
      <div className="lead-banner" role="status">
        <CustomerServiceOutlined />
        <span className="ellipsis">{t('lead.listening', { name: row.agent?.name ?? '' })}</span>
        <Button size="small" type="primary" onClick={speakIn}>
          {t('action.speak-in')}
        </Button>
        <Button size="small" onClick={takeOver}>
          {t('action.take-over')}
        </Button>
        <Button size="small" type="text" onClick={stopListening}>
          {t('lead.stop-listening')}
        </Button>
      </div>
    )
  }
  if (!isBeside) return null
  return (
    <div className="lead-banner is-speaking" role="status">
      <TeamOutlined />
      <span className="ellipsis">{t('lead.speaking', { name: row.agent?.name ?? '' })}</span>
      <Button size="small" type="primary" onClick={takeOver}>
        {t('action.take-over')}
      </Button>
      <Button size="small" type="text" onClick={() => change({ kind: 'leave', agentId: me.id })}>
        {t('action.leave')}
      </Button>
    </div>
  )
}
