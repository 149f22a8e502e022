import type { ReactNode } from 'react'
import { useText } from '@/shared/i18n/text'
import { Failure } from '@/shared/ui/states'
import { useFigures, type Days } from './figures-api'
import { percent } from './wall-tiles'

/** The four figures in large: of everybody, of one agent, of the conversations of a group. */
export function FigureTiles(props: { days: Days; agent: string | undefined; group: string | undefined; channel: string | undefined }) {
  const { days, agent, group, channel } = props
  const t = useText()
  const one = useFigures(days, { agent, group, channel })
  if (one.isError) return <Failure problem={one.error} onRetry={() => void one.refetch()} />
  const figures = one.data
  const window = one.data?.window
  const foot = window ? t('figures.window', { from: window.dayFrom, to: window.dayTo }) : ''
  return (
    <dl className="wall-tiles">
      <Tile name={t('figures.turns')} value={figures?.turns ?? '–'} foot={foot} />
      <Tile name={t('figures.rate-3')} value={figures ? percent(figures.rate3) : '–'} unit="%" foot={t('figures.of', { n: figures?.within3 ?? 0, all: figures?.turns ?? 0 })} />
      <Tile name={t('figures.rate-5')} value={figures ? percent(figures.rate5) : '–'} unit="%" foot={t('figures.of', { n: figures?.within5 ?? 0, all: figures?.turns ?? 0 })} />
      <Tile
        name={t('figures.average')}
        value={figures?.averageSeconds == null ? '–' : Math.round(figures.averageSeconds)}
        unit={t('wall.seconds')}
        foot={window ? t('figures.cap', { n: window.capSeconds }) : ''}
      />
    </dl>
  )
}

function Tile({ name, value, unit, foot }: { name: string; value: ReactNode; unit?: string; foot: string }) {
  return (
    <div className="wall-tile">
      <dt>{name}</dt>
      <dd>
        <b>{value}</b>
        {value !== '–' && unit && <span>{unit}</span>}
      </dd>
      <p>{foot}</p>
    </div>
  )
}
