import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { useText, type Text } from '@/shared/i18n/text'
import { SettingsPage } from '@/shared/ui/settings/settings-page'
import { Failure, ListSkeleton } from '@/shared/ui/states'
import { summary, weekDays, withPeriods, type HoursBook, type ServiceCalendar } from './hours'
import { useHours } from './hours-api'
import { HoursAssignments } from './hours-assignments'
import { HoursCalendar } from './hours-calendar'
import { periodsText, weekText } from './hours-text'
import './hours.css'

/** When we are open (E-09): calendars, and which of them holds where. */
export function HoursPage() {
  const t = useText()
  const { data, error, refetch } = useHours()
  if (!data) {
    return (
      <SettingsPage title={t('hours.title')} hint={t('hours.hint')}>
        {error ? <Failure problem={error} onRetry={() => void refetch()} /> : <ListSkeleton rows={5} height={56} />}
      </SettingsPage>
    )
  }
  return <Calendars book={data} />
}

function Calendars({ book }: { book: HoursBook }) {
  const t = useText()
  const [chosen, setChosen] = useState<string | 'new' | null>(null)
  const shown = chosen === 'new' ? fresh(t) : (book.items.find((calendar) => calendar.id === chosen) ?? book.items[0])
  return (
    <SettingsPage
      title={t('hours.title')}
      hint={t('hours.hint')}
      actions={
        <Button type="primary" icon={<PlusOutlined />} onClick={() => setChosen('new')}>
          {t('hours.add')}
        </Button>
      }
    >
      <div className="hours">
        <ul className="hours-list" aria-label={t('hours.title')}>
          {book.items.map((calendar) => (
            <li key={calendar.id}>
              <button
                type="button"
                className="plain hours-choice"
                aria-current={calendar.id === shown?.id ? 'true' : undefined}
                onClick={() => setChosen(calendar.id)}
              >
                <b>
                  {calendar.name}
                  {calendar.id === book.assignments.house && <span className="hours-house">{t('hours.house-mark')}</span>}
                </b>
                {summary(calendar.week).map((line) => (
                  <span key={line.first} className="quiet small ellipsis">
                    {weekText(line.first, line.last, t)} {periodsText(line.periods, t)}
                  </span>
                ))}
              </button>
            </li>
          ))}
        </ul>
        {shown && (
          <HoursCalendar
            key={shown.id || 'new'}
            calendar={shown}
            isUsed={isUsed(book, shown.id)}
            onSaved={(saved) => setChosen(saved)}
          />
        )}
      </div>
      <HoursAssignments book={book} />
    </SettingsPage>
  )
}

function fresh(t: Text): ServiceCalendar {
  const week = withPeriods([], weekDays, [{ from: '09:00', to: '18:00' }])
  return { id: '', name: t('hours.new-name'), timeZone: 'Asia/Shanghai', week, days: [] }
}

function isUsed({ assignments }: HoursBook, id: string): boolean {
  return [assignments.house, ...Object.values(assignments.groups), ...Object.values(assignments.stores)].includes(id)
}
