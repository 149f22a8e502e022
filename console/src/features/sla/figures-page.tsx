import { ArrowLeftOutlined } from '@ant-design/icons'
import { Button, DatePicker, Select, Tabs } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useState } from 'react'
import type { Named } from '@/shared/api/types'
import { useText } from '@/shared/i18n/text'
import { now } from '@/shared/time/clock'
import { AgentFigures } from './agent-figures'
import { BreachList } from './breach-list'
import { FigureTiles } from './figure-tiles'
import type { Days } from './figures-api'
import './wall.css'
import './figures.css'

export interface Person extends Named {
  groups: Named[]
}

interface Props {
  people: Person[]
  groups: Named[]
  channels: Named[]
  onBack(): void
  onOpen(conversation: string): void
}

/** The figures agents and shops are judged by, and every promise that was broken. */
export function FiguresPage({ people, groups, channels, onBack, onOpen }: Props) {
  const t = useText()
  const [range, setRange] = useState<[Dayjs, Dayjs]>(() => lastDays(30))
  const [group, setGroup] = useState<string>()
  const [agent, setAgent] = useState<string>()
  const [channel, setChannel] = useState<string>()
  const days: Days = { from: range[0].startOf('day').toISOString(), to: range[1].endOf('day').add(1, 'ms').toISOString() }
  const shown = people.filter((person) => (!agent || person.id === agent) && (!group || person.groups.some((each) => each.id === group)))
  return (
    <main className="figures scroll">
      <header className="figures-head">
        <Button type="text" icon={<ArrowLeftOutlined />} aria-label={t('figures.back')} onClick={onBack} />
        <h1>{t('figures.title')}</h1>
        <span className="bar-space" />
        <DatePicker.RangePicker
          allowClear={false}
          value={range}
          presets={[1, 7, 30].map((count) => ({ label: t(count === 1 ? 'figures.today' : 'figures.last-days', { n: count }), value: lastDays(count) }))}
          onChange={(dates) => dates?.[0] && dates[1] && setRange([dates[0], dates[1]])}
        />
        <Choice label={t('wall.all-groups')} items={groups} value={group} onChange={setGroup} />
        <Choice label={t('figures.all-agents')} items={people} value={agent} onChange={setAgent} />
        {channels.length > 0 && <Choice label={t('figures.all-channels')} items={channels} value={channel} onChange={setChannel} />}
      </header>
      <FigureTiles days={days} agent={agent} group={group} channel={channel} />
      <Tabs
        items={[
          { key: 'agents', label: t('figures.by-agent'), children: <AgentFigures days={days} people={shown} group={group} channel={channel} /> },
          { key: 'breaches', label: t('figures.breaches'), children: <BreachList days={days} group={group} onOpen={onOpen} /> },
        ]}
      />
    </main>
  )
}

function lastDays(count: number): [Dayjs, Dayjs] {
  const today = dayjs(now())
  return [today.subtract(count - 1, 'day').startOf('day'), today.startOf('day')]
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
      style={{ width: 132 }}
    />
  )
}
