import { CopyOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { useText } from '@/shared/i18n/text'
import { goesOvernight, minutes, overlap, periodsOf, weekDays, withPeriods, type Period, type WeekDay } from './hours'
import { weekText } from './hours-text'
import { Periods } from './hours-periods'

const DAY = 24 * 60

/** The usual week: seven days as bars of what is open, with their periods to edit. */
export function HoursWeek({ week, onChange }: { week: WeekDay[]; onChange(week: WeekDay[]): void }) {
  const t = useText()
  return (
    <div className="week">
      <span />
      <div className="week-scale small" aria-hidden="true">
        {[0, 6, 12, 18, 24].map((hour) => (
          <span key={hour}>{hour}</span>
        ))}
      </div>
      <span />
      <span />
      {weekDays.map((day) => {
        const periods = periodsOf(week, day)
        const name = weekText(day, day, t)
        const copy = (days: number[]) => onChange(withPeriods(week, days, periods))
        return (
          <div key={day} className="week-day">
            <b>{name}</b>
            <DayBar periods={periods} />
            <div>
              <Periods label={name} periods={periods} onChange={(changed) => onChange(setDay(week, day, changed))} />
              {overlap(periods) && <p className="week-wrong small">{t('hours.overlap')}</p>}
            </div>
            <Dropdown
              trigger={['click']}
              menu={{
                items: [
                  { key: 'workdays', label: t('hours.copy-workdays') },
                  { key: 'all', label: t('hours.copy-all') },
                ],
                onClick: ({ key }) => copy(key === 'all' ? weekDays : [1, 2, 3, 4, 5]),
              }}
            >
              <Button type="text" size="small" icon={<CopyOutlined />} aria-label={t('hours.copy', { day: name })} />
            </Dropdown>
          </div>
        )
      })}
    </div>
  )
}

/** While a period is being typed it keeps its place; the order is made when it is saved. */
function setDay(week: WeekDay[], day: number, periods: Period[]): WeekDay[] {
  return weekDays.map((each) => ({ day: each, periods: each === day ? periods : periodsOf(week, each) }))
}

function DayBar({ periods }: { periods: Period[] }) {
  return (
    <span className="day-bar" aria-hidden="true">
      {periods.map((period, index) => {
        const from = minutes(period.from)
        const to = goesOvernight(period) ? DAY : minutes(period.to)
        return <i key={index} style={{ left: `${(from / DAY) * 100}%`, width: `${((to - from) / DAY) * 100}%` }} />
      })}
    </span>
  )
}
