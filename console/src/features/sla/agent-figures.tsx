import { useText } from '@/shared/i18n/text'
import { DataTable, type Column } from '@/shared/ui/settings/data-table'
import { useFiguresOf, type Days, type PlatformFigures } from './figures-api'
import type { Person } from './figures-page'
import { percent } from './wall-tiles'

interface Line extends PlatformFigures {
  id: string
  name: string
  groups: string
}

const nothing: PlatformFigures = { turns: 0, within3: 0, within5: 0, rate3: null, rate5: null, averageSeconds: null }

/** Each agent's figures as a table that can be sorted and taken along. */
export function AgentFigures({ days, people, group, channel }: { days: Days; people: Person[]; group: string | undefined; channel: string | undefined }) {
  const t = useText()
  const figures = useFiguresOf(days, people.map((person) => person.id), { group, channel })
  const isThere = figures.every((each) => each !== undefined)
  const lines = people.map((person, index): Line => ({
    ...(figures[index] ?? nothing),
    id: person.id,
    name: person.name,
    groups: person.groups.map((group) => group.name).join('、'),
  }))
  const share = (value: number | null) => (value === null ? '' : `${percent(value)}%`)
  const columns: Column<Line>[] = [
    { key: 'name', title: t('figures.agent'), width: 180, text: (line) => line.name },
    { key: 'groups', title: t('wall.group'), text: (line) => line.groups, optional: 'shown' },
    { key: 'turns', title: t('figures.turns'), width: 120, text: (line) => line.turns },
    { key: 'rate3', title: t('figures.rate-3'), width: 140, text: (line) => share(line.rate3), order: (line) => line.rate3 ?? -1, show: (line) => <Rate share={line.rate3} /> },
    { key: 'rate5', title: t('figures.rate-5'), width: 140, text: (line) => share(line.rate5), order: (line) => line.rate5 ?? -1, show: (line) => <Rate share={line.rate5} /> },
    {
      key: 'average',
      title: t('figures.average-seconds'),
      width: 140,
      text: (line) => (line.averageSeconds === null ? '' : Math.round(line.averageSeconds)),
      order: (line) => line.averageSeconds ?? -1,
    },
  ]
  return (
    <DataTable
      name="figures-agents"
      label={t('figures.by-agent')}
      source={{ data: isThere ? lines : undefined, isError: false, error: null, refetch: () => undefined }}
      columns={columns}
      empty={{ sentence: t('figures.nobody') }}
    />
  )
}

function Rate({ share }: { share: number | null }) {
  if (share === null) return <span className="faint">–</span>
  return (
    <span className="rate">
      <i className="load-bar">
        <i style={{ width: `${share * 100}%` }} />
      </i>
      {percent(share)}%
    </span>
  )
}
