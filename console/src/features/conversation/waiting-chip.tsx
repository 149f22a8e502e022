import type { Clock } from '@/shared/api/floor'
import type { Row } from '@/shared/api/types'
import { inLanguage, useLanguage, useText } from '@/shared/i18n/text'
import { useFromClock } from '@/shared/time/clock'
import { duration, exactTime } from '@/shared/time/format'
import '@/shared/ui/waiting-chip.css'
import { waitOf, waitsSince } from './waiting'

/** How long the customer has been waiting, in the colour of his clock: grey, amber, red; pale while it is paused. */
export function WaitingChip({ row, clock }: { row: Row; clock: Clock | undefined }) {
  const t = useText()
  const language = useLanguage()
  const tone = useFromClock((now) => waitOf(row, clock, now)?.tone ?? 'calm')
  const text = useFromClock((now) => duration(waitOf(row, clock, now)?.used ?? 0, t))
  const since = t('waiting.since', { time: exactTime(waitsSince(row) ?? 0) })
  const because = tone === 'paused' && clock?.pausedBecause ? inLanguage(clock.pausedBecause, language) : null
  return (
    <span className={`waiting-chip is-${tone}`} title={because ? `${since} · ${because}` : since}>
      {text}
    </span>
  )
}
