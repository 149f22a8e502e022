import type { Row } from '@/shared/api/types'
import { useText } from '@/shared/i18n/text'
import { standards } from '@/shared/standards'
import { useNow } from '@/shared/time/clock'
import { stopwatch } from '@/shared/time/format'
import { toneOf, waitsSince } from './waiting'

/** The clock against the promise: how long this customer has waited, and for how long he may. */
export function WaitingClock({ row }: { row: Row }) {
  const t = useText()
  const now = useNow()
  const since = waitsSince(row)
  if (row.state === 'closed') return null
  if (since === null) return <span className="clock faint small">{t('waiting.answered')}</span>
  const waited = now - since
  const share = Math.min(1, waited / 1000 / standards.answerSeconds)
  const title = row.state === 'queued' ? t('waiting.queued') : t(row.firstReplyAt ? 'waiting.reply' : 'waiting.first')
  return (
    <span className={`clock is-${toneOf(waited)}`} role="timer" aria-label={title}>
      <span className="small">{title}</span>
      <b>{stopwatch(waited)}</b>
      <span className="faint small">/ {stopwatch(standards.answerSeconds * 1000)}</span>
      <i className="clock-bar">
        <i style={{ width: `${share * 100}%` }} />
      </i>
    </span>
  )
}
