import { DesktopOutlined } from '@ant-design/icons'
import { Button, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import type { Warning } from '@/shared/api/floor'
import type { Named } from '@/shared/api/types'
import { useText } from '@/shared/i18n/text'
import { clockTime } from '@/shared/time/format'
import { useNow } from '@/shared/time/clock'
import { Failure } from '@/shared/ui/states'
import { AgentGrid } from './agent-grid'
import { useWall } from './api'
import type { WallFilter } from './cache'
import { GroupQueues } from './group-queues'
import { HeatMap } from './heat-map'
import { WallSkeleton } from './wall-skeleton'
import { WallTiles } from './wall-tiles'
import { WarningFeed } from './warning-feed'
import './wall.css'

interface Props {
  groups: Named[]
  stores: Named[]
  /** What else stands at the right of the head, such as the way to the figures. */
  links?: ReactNode
  onTelevision(filter: WallFilter): void
}

/** The supervisor's wall: the floor as it is at this moment, and what needs somebody now. */
export function SupervisorWall({ groups, stores, links, onTelevision }: Props) {
  const t = useText()
  const [filter, setFilter] = useState<WallFilter>({})
  const { data: wall, error, refetch } = useWall(filter)
  const choose = (part: WallFilter) => setFilter((before) => ({ ...before, ...part }))
  const matches = (warning: Warning) =>
    (!filter.group || warning.group?.id === filter.group) && (!filter.store || warning.store?.id === filter.store)
  return (
    <main className="wall">
      <header className="wall-head">
        <h1>{t('wall.title')}</h1>
        {wall && <TimeOfDay />}
        <span className="bar-space" />
        <Choice label={t('wall.all-groups')} items={groups} value={filter.group} onChange={(group) => choose({ group })} />
        {stores.length > 0 && <Choice label={t('wall.all-stores')} items={stores} value={filter.store} onChange={(store) => choose({ store })} />}
        {links}
        <Button icon={<DesktopOutlined />} onClick={() => onTelevision(filter)}>
          {t('wall.television')}
        </Button>
      </header>
      {!wall && (error ? <Failure problem={error} onRetry={() => void refetch()} /> : <WallSkeleton />)}
      {wall && (
        <div className="wall-body scroll">
          <WallTiles wall={wall} />
          <div className="wall-pair">
            <GroupQueues groups={wall.groups} at={wall.at} />
            <HeatMap heat={wall.heat} />
          </div>
          <AgentGrid wall={wall} />
        </div>
      )}
      <aside className="wall-warnings" aria-label={t('warning.title')}>
        <h3>{t('warning.title')}</h3>
        <WarningFeed matches={matches} />
      </aside>
    </main>
  )
}

function TimeOfDay() {
  return <span className="faint">{clockTime(useNow())}</span>
}

function Choice(props: { label: string; items: Named[]; value: string | undefined; onChange(id: string | undefined): void }) {
  return (
    <Select
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={props.label}
      aria-label={props.label}
      value={props.value}
      onChange={(id: string | undefined) => props.onChange(id)}
      options={props.items.map((item) => ({ value: item.id, label: item.name }))}
      style={{ width: 148 }}
    />
  )
}
