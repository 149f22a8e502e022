import { Button, Input, Select, Tabs } from 'antd'
import { useState } from 'react'
import { useText } from '@/shared/i18n/text'
import { useUnsaved } from '@/shared/state/unsaved'
import { useComplaint } from '@/shared/ui/problem'
import { useAsk, useDone } from '@/shared/ui/settings/acts'
import { overlap, sorted, type ServiceCalendar } from './hours'
import { useChangeHours } from './hours-api'
import { HoursWeek } from './hours-week'
import { HoursYear } from './hours-year'

const zones = ['Asia/Shanghai', 'Asia/Urumqi', 'Asia/Hong_Kong', 'Asia/Taipei', 'Asia/Singapore', 'Asia/Tokyo', 'Europe/London', 'America/New_York', 'America/Los_Angeles', 'UTC']

interface Props {
  calendar: ServiceCalendar
  isUsed: boolean
  /** The calendar that is saved, or null when it is gone. */
  onSaved(id: string | null): void
}

/** One calendar: its name, its week and its special days, saved together. */
export function HoursCalendar({ calendar, isUsed, onSaved }: Props) {
  const t = useText()
  const done = useDone()
  const ask = useAsk()
  const complain = useComplaint()
  const { keep, remove } = useChangeHours()
  const [draft, setDraft] = useState(calendar)
  const isNew = calendar.id === ''
  const isChanged = isNew || JSON.stringify(draft) !== JSON.stringify(calendar)
  const isWrong = draft.name.trim() === '' || draft.week.some((day) => overlap(day.periods))
  useUnsaved(isChanged && !isNew)
  const set = (change: Partial<ServiceCalendar>) => setDraft((before) => ({ ...before, ...change }))
  const save = () =>
    keep.mutate(
      { ...draft, name: draft.name.trim(), week: draft.week.map((day) => ({ ...day, periods: sorted(day.periods) })) },
      {
        onSuccess: (saved) => {
          setDraft(saved)
          onSaved(saved.id)
          done(t('settings.saved'))
        },
        onError: complain,
      },
    )
  return (
    <section className="settings-part hours-calendar" aria-label={draft.name}>
      <div className="hours-name">
        <Input value={draft.name} maxLength={40} aria-label={t('hours.name')} onChange={(event) => set({ name: event.target.value })} />
        <Select
          showSearch
          value={draft.timeZone}
          aria-label={t('hours.zone')}
          options={zones.concat(zones.includes(draft.timeZone) ? [] : draft.timeZone).map((zone) => ({ value: zone, label: zone }))}
          onChange={(timeZone) => set({ timeZone })}
        />
        <span className="bar-space" />
        {!isNew && !isUsed && (
          <Button
            type="text"
            danger
            onClick={() =>
              ask({
                title: t('hours.remove-ask', { name: calendar.name }),
                means: t('hours.remove-means'),
                act: t('action.delete'),
                run: () => remove.mutateAsync(calendar.id).then(() => onSaved(null)),
              })
            }
          >
            {t('action.delete')}
          </Button>
        )}
        {isChanged && !isNew && <Button onClick={() => setDraft(calendar)}>{t('hours.undo')}</Button>}
        <Button type="primary" disabled={!isChanged || isWrong} loading={keep.isPending} onClick={save}>
          {t('action.save')}
        </Button>
      </div>
      <Tabs
        items={[
          { key: 'week', label: t('hours.week'), children: <HoursWeek week={draft.week} onChange={(week) => set({ week })} /> },
          { key: 'year', label: t('hours.year'), children: <HoursYear calendar={draft} onChange={(days) => set({ days })} /> },
        ]}
      />
    </section>
  )
}
