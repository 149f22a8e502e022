import { Select } from 'antd'
import type { Named } from '@/shared/api/types'
import { useText } from '@/shared/i18n/text'
import { useComplaint } from '@/shared/ui/problem'
import { useDone } from '@/shared/ui/settings/acts'
import { SettingsPart } from '@/shared/ui/settings/settings-page'
import { useGroups } from '../api'
import { useStoreRows } from './api'
import type { Assignments, HoursBook } from './hours'
import { useChangeHours } from './hours-api'

/** Which calendar holds where; whoever is not named keeps the hours of the house. */
export function HoursAssignments({ book }: { book: HoursBook }) {
  const t = useText()
  const done = useDone()
  const complain = useComplaint()
  const { assign } = useChangeHours()
  const { data: groups } = useGroups()
  const { data: stores } = useStoreRows()
  const { assignments } = book
  const calendars = book.items.map((calendar) => ({ value: calendar.id, label: calendar.name }))
  const keep = (change: Partial<Assignments>) =>
    assign.mutate({ ...assignments, ...change }, { onSuccess: () => done(t('settings.saved')), onError: complain })
  return (
    <SettingsPart title={t('hours.assignments')} hint={t('hours.assignments-hint')}>
      <div className="assignments">
        <Places title={t('hours.house')} places={[{ id: 'house', name: t('hours.whole-house') }]}>
          {() => (
            <Select value={assignments.house} options={calendars} aria-label={t('hours.house')} onChange={(house: string) => keep({ house })} />
          )}
        </Places>
        <Places title={t('hours.groups')} places={groups ?? []}>
          {(group) => (
            <Select
              allowClear
              value={assignments.groups[group.id]}
              placeholder={t('hours.as-house')}
              options={calendars}
              aria-label={group.name}
              onChange={(id: string | undefined) => keep({ groups: having(assignments.groups, group.id, id) })}
            />
          )}
        </Places>
        <Places title={t('hours.stores')} places={stores ?? []}>
          {(store) => (
            <Select
              allowClear
              value={assignments.stores[store.id]}
              placeholder={t('hours.as-house')}
              options={calendars}
              aria-label={store.name}
              onChange={(id: string | undefined) => keep({ stores: having(assignments.stores, store.id, id) })}
            />
          )}
        </Places>
      </div>
    </SettingsPart>
  )
}

function Places({ title, places, children }: { title: string; places: Named[]; children(place: Named): React.ReactNode }) {
  if (places.length === 0) return null
  return (
    <section>
      <h3>{title}</h3>
      {places.map((place) => (
        <div key={place.id} className="assignment">
          <span className="ellipsis">{place.name}</span>
          {children(place)}
        </div>
      ))}
    </section>
  )
}

function having(known: Record<string, string>, place: string, calendar: string | undefined): Record<string, string> {
  const { [place]: _, ...others } = known
  return calendar ? { ...others, [place]: calendar } : others
}
