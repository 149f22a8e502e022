import type { Urgency } from '../api/types'
import { useText } from '../i18n/text'
import './badges.css'

export function UrgencyMark({ urgency }: { urgency: Urgency }) {
  const t = useText()
  if (urgency !== 'urgent') return null
  return <span className="urgency-mark">{t('urgency.urgent')}</span>
}
