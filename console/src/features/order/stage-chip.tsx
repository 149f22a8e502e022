import { Tooltip } from 'antd'
import { inLanguage, useLanguage, useText } from '@/shared/i18n/text'
import { useStage } from './stage-api'
import './stage.css'

/** 售前, 售中 or 售后, and because of which order. */
export function StageChip({ customerId }: { customerId: string }) {
  const t = useText()
  const language = useLanguage()
  const { data } = useStage(customerId)
  if (!data) return null
  return (
    <Tooltip title={inLanguage(data.why, language)} mouseEnterDelay={0.3}>
      <span className={`stage-chip is-${data.stage}`}>{t(`stage.${data.stage}`)}</span>
    </Tooltip>
  )
}
