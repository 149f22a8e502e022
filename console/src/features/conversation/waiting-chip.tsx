import { useText } from '@/shared/i18n/text'
import { useFromClock } from '@/shared/time/clock'
import { duration, exactTime } from '@/shared/time/format'
import { toneOf } from './waiting'

/** How long the customer has been waiting: grey, amber, red. */
export function WaitingChip({ since }: { since: number }) {
  const t = useText()
  const tone = useFromClock((now) => toneOf(now - since))
  const text = useFromClock((now) => duration(now - since, t))
  return (
    <span className={`waiting-chip is-${tone}`} title={t('waiting.since', { time: exactTime(since) })}>
      {text}
    </span>
  )
}
