import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { useText } from '@/shared/i18n/text'
import { calendarDay } from '@/shared/time/format'
import { now } from '@/shared/time/clock'
import { kindOf, monthDays, type ServiceCalendar, type SpecialDay } from './hours'
import { HoursDay } from './hours-day'

const months = Array.from({ length: 12 }, (_, month) => month + 1)

/** A year at a glance: holidays, days in exchange, weekly rest. A click on a day changes it. */
export function HoursYear({ calendar, onChange }: { calendar: ServiceCalendar; onChange(days: SpecialDay[]): void }) {
  const t = useText()
  const today = calendarDay(now())
  const [year, setYear] = useState(Number(today.slice(0, 4)))
  const [date, setDate] = useState<string | null>(null)
  const special = calendar.days.filter((day) => day.date.startsWith(String(year)))
  return (
    <div className="year">
      <div className="year-head">
        <Button type="text" size="small" icon={<LeftOutlined />} aria-label={t('hours.last-year')} onClick={() => setYear(year - 1)} />
        <b>{year}</b>
        <Button type="text" size="small" icon={<RightOutlined />} aria-label={t('hours.next-year')} onClick={() => setYear(year + 1)} />
        <span className="quiet small">{t('hours.special-count', { n: special.length })}</span>
        <span className="year-legend small quiet">
          <i className="is-closed" /> {t('hours.kind-closed')}
          <i className="is-special" /> {t('hours.kind-special')}
          <i className="is-weekly-rest" /> {t('hours.kind-weekly-rest')}
        </span>
      </div>
      <div className="year-months">
        {months.map((month) => (
          <section key={month} aria-label={t('hours.month', { n: month })}>
            <h4>{t('hours.month', { n: month })}</h4>
            <div className="month">
              {monthDays(year, month).map((day, index) =>
                day === null ? (
                  <span key={`empty-${index}`} />
                ) : (
                  <Day key={day} date={day} calendar={calendar} isToday={day === today} onClick={() => setDate(day)} />
                ),
              )}
            </div>
          </section>
        ))}
      </div>
      {date && <HoursDay key={date} calendar={calendar} date={date} onChange={onChange} onClose={() => setDate(null)} />}
    </div>
  )
}

function Day({ date, calendar, isToday, onClick }: { date: string; calendar: ServiceCalendar; isToday: boolean; onClick(): void }) {
  const name = calendar.days.find((day) => day.date === date)?.name
  return (
    <button
      type="button"
      className={`plain year-day is-${kindOf(calendar, date)}${isToday ? ' is-today' : ''}`}
      title={name ? `${date} ${name}` : date}
      aria-label={name ? `${date} ${name}` : date}
      onClick={onClick}
    >
      {Number(date.slice(8))}
    </button>
  )
}
