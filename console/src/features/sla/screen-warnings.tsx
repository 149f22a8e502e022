import type { Warning } from '@/shared/api/floor'
import { useText } from '@/shared/i18n/text'
import { useFromClock } from '@/shared/time/clock'
import { count } from '@/shared/clocks/count'
import { clockTime, stopwatch } from '@/shared/time/format'

const SHOWN = 5

/** The warnings as a television shows them: who, with whom, how long. */
export function ScreenWarnings({ warnings }: { warnings: Warning[] }) {
  const t = useText()
  return (
    <section className="wall-card screen-warnings" aria-label={t('warning.title')}>
      <h3>
        {t('warning.title')}
        {warnings.length > 0 && <b className="screen-count">{warnings.length}</b>}
      </h3>
      {warnings.length === 0 && <p className="wall-none">{t('warning.none')}</p>}
      <ol>
        {warnings.slice(0, SHOWN).map((warning) => (
          <li key={warning.id} className={`is-${warning.kind}`}>
            <span>{t(`warning.${warning.kind}`)}</span>
            <b className="ellipsis">{warning.customer.name}</b>
            <span className="quiet ellipsis">{warning.agent?.name ?? t('warning.nobody')}</span>
            <Lasts warning={warning} />
          </li>
        ))}
      </ol>
    </section>
  )
}

function Lasts({ warning }: { warning: Warning }) {
  const { clock } = warning
  const text = useFromClock((now) => (clock && clock.state !== 'stopped' ? stopwatch(count(clock, now).used) : clockTime(warning.at)))
  return <span className="screen-lasts">{text}</span>
}
