import { PauseCircleOutlined } from '@ant-design/icons'
import type { Clock } from '@/shared/api/floor'
import type { Row } from '@/shared/api/types'
import { useClock } from '@/shared/clocks/clocks'
import { inLanguage, useLanguage, useText, type Text } from '@/shared/i18n/text'
import { useNow } from '@/shared/time/clock'
import { exactTime, stopwatch } from '@/shared/time/format'
import { waitOf } from './waiting'

/** The clock against the promise (S-05): how long this customer has waited, for how long he may, and why it stands still. */
export function WaitingClock({ row }: { row: Row }) {
  const t = useText()
  const now = useNow()
  const clock = useClock(row.id)
  if (row.state === 'closed') return null
  const wait = waitOf(row, clock, now)
  if (wait === null) {
    return <span className="clock faint small">{clock?.state === 'paused' ? <Paused clock={clock} /> : t('waiting.answered')}</span>
  }
  const title = titleOf(row, clock, t)
  return (
    <span className={`clock is-${wait.tone}`} role="timer" aria-label={title} title={clock && t('clock.due', { time: exactTime(clock.dueAt) })}>
      {wait.tone === 'paused' && <Paused clock={clock} />}
      <span className="small">{title}</span>
      <b>{stopwatch(wait.used)}</b>
      {wait.standard > 0 && (
        <>
          <span className="faint small">/ {stopwatch(wait.standard)}</span>
          <i className="clock-bar">
            <i style={{ width: `${wait.share * 100}%` }} />
          </i>
        </>
      )}
    </span>
  )
}

function Paused({ clock }: { clock: Clock | undefined }) {
  const t = useText()
  const language = useLanguage()
  const because = clock?.pausedBecause ? inLanguage(clock.pausedBecause, language) : t('clock.paused')
  return (
    <span className="clock-paused small">
      <PauseCircleOutlined /> {because}
    </span>
  )
}

function titleOf(row: Row, clock: Clock | undefined, t: Text): string {
  if (clock) return t(`clock.${clock.kind}`)
  if (row.state === 'queued') return t('waiting.queued')
  return t(row.firstReplyAt ? 'waiting.reply' : 'waiting.first')
}
