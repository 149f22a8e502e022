import type { ReactNode } from 'react'
import type { Wall } from '@/shared/api/floor'
import { useText, type Text } from '@/shared/i18n/text'
import { useNow } from '@/shared/time/clock'
import { stopwatch } from '@/shared/time/format'
import { Sparkline } from './sparkline'

interface Tile {
  name: string
  value: ReactNode
  unit?: string
  foot: string
  tone?: 'attention' | 'late' | undefined
  course?: (number | null)[]
}

/** From here on seconds are hard to read. */
const LONG_SECONDS = 120

/** The figures of the floor; one that no module keeps yet has no tile. */
export function WallTiles({ wall }: { wall: Wall }) {
  const t = useText()
  const now = useNow()
  return (
    <dl className="wall-tiles">
      {tilesOf(wall, now, t).map((tile) => (
        <div key={tile.name} className={`wall-tile${tile.tone ? ` is-${tile.tone}` : ''}`}>
          <dt>{tile.name}</dt>
          <dd>
            <b>{tile.value}</b>
            {tile.unit && <span>{tile.unit}</span>}
          </dd>
          {tile.course && <Sparkline values={tile.course} label={t('wall.course', { name: tile.name })} />}
          <p>{tile.foot}</p>
        </div>
      ))}
    </dl>
  )
}

function tilesOf({ at, tiles, today, agents, promised }: Wall, now: number, t: Text): Tile[] {
  const since = Math.max(0, now - Date.parse(at))
  const longest = tiles.longestWaitSeconds === null ? null : tiles.longestWaitSeconds * 1000 + since
  const average = tiles.averageWaitSeconds
  const away = agents.filter((agent) => agent.state === 'break').length
  const free = agents.reduce((sum, agent) => sum + (agent.state === 'online' ? Math.max(0, agent.capacity - agent.load) : 0), 0)
  const list: Tile[] = [
    {
      name: t('wall.queued'),
      value: tiles.queued,
      unit: t('wall.people'),
      foot: t('wall.queued-foot', { received: today.received, closed: today.closed }),
      course: tiles.spark.queued,
    },
    {
      name: t('wall.longest'),
      value: longest === null ? '–' : stopwatch(longest),
      foot: t('wall.longest-foot', { n: today.breaches }),
      tone: longest === null ? undefined : toneOf(longest / 1000, promised),
    },
    {
      name: t('wall.average'),
      value: average === null ? '–' : average < LONG_SECONDS ? Math.round(average) : stopwatch(average * 1000),
      unit: average === null || average >= LONG_SECONDS ? undefined : t('wall.seconds'),
      foot: t('wall.average-foot', { n: promised.averageWaitSeconds }),
      tone: average !== null && average > promised.averageWaitSeconds ? 'attention' : undefined,
      course: tiles.spark.wait,
    },
    {
      name: t('wall.first-answer'),
      value: percent(tiles.firstAnswerRate),
      unit: tiles.firstAnswerRate === null ? undefined : '%',
      foot: t('wall.first-answer-foot', { share: today.reply3Minutes === null ? '–' : `${percent(today.reply3Minutes)}%` }),
      course: tiles.spark.firstAnswer,
    },
    {
      name: t('wall.agents'),
      value: tiles.agentsOnline,
      unit: `/ ${tiles.agentsTotal}`,
      foot: t('wall.agents-foot', { free, away }),
    },
  ]
  if (tiles.botShare != null) list.push({ name: t('wall.bot'), value: percent(tiles.botShare), unit: '%', foot: '' })
  if (tiles.csat != null) list.push({ name: t('wall.csat'), value: Math.round(tiles.csat), foot: '' })
  return list
}

function toneOf(seconds: number, { answerSeconds, warnShare }: Wall['promised']): Tile['tone'] {
  if (answerSeconds === null) return undefined
  if (seconds >= answerSeconds) return 'late'
  return seconds >= answerSeconds * warnShare ? 'attention' : undefined
}

export function percent(share: number | null): number | string {
  if (share === null) return '–'
  // Never round a miss away: 99.6 % is not yet 100 %.
  return share < 1 ? Math.min(99, Math.round(share * 100)) : 100
}
