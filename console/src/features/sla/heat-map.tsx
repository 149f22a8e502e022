import { Fragment } from 'react'
import type { Wall } from '@/shared/api/floor'
import { useText } from '@/shared/i18n/text'

const HOURS = Array.from({ length: 24 }, (_, hour) => hour)

/** When on which channel the customers came today; the darker, the more. */
export function HeatMap({ heat }: { heat: Wall['heat'] }) {
  const t = useText()
  const most = Math.max(1, ...heat.flatMap((row) => row.hours))
  return (
    <section className="wall-card" aria-label={t('wall.heat')}>
      <h3>
        {t('wall.heat')}
        <span className="heat-legend faint small">
          0
          <i className="heat-scale" />
          {most}
        </span>
      </h3>
      {heat.length === 0 ? (
        <p className="wall-none">{t('wall.heat-empty')}</p>
      ) : (
        <div className="heat">
          {heat.map((row) => (
            <Fragment key={row.channel.id}>
              <span className="heat-name ellipsis" title={row.channel.name}>
                {row.channel.name}
              </span>
              {HOURS.map((hour) => (
                <Cell key={hour} count={row.hours[hour] ?? 0} most={most} title={t('wall.heat-cell', { channel: row.channel.name, hour, n: row.hours[hour] ?? 0 })} />
              ))}
            </Fragment>
          ))}
          <span />
          {HOURS.map((hour) => (
            <span key={hour} className="heat-hour">
              {hour % 3 === 0 ? hour : ''}
            </span>
          ))}
        </div>
      )}
    </section>
  )
}

function Cell({ count, most, title }: { count: number; most: number; title: string }) {
  const strength = count === 0 ? 0 : 0.14 + 0.86 * (count / most)
  return <i className="heat-cell" style={{ ['--heat' as string]: `${Math.round(strength * 100)}%` }} title={title} />
}
