import { Input, InputNumber, Modal, Radio } from 'antd'
import { useState } from 'react'
import { useText } from '@/shared/i18n/text'
import { kindOf, overlap, periodsOf, weekDayOf, withDays, type ServiceCalendar, type SpecialDay } from './hours'
import { weekText } from './hours-text'
import { Periods } from './hours-periods'

type Kept = 'week' | 'closed' | 'special'

interface Props {
  calendar: ServiceCalendar
  date: string
  onChange(days: SpecialDay[]): void
  onClose(): void
}

/** One day of the year, or several from it on: as the week says, closed, or with hours of its own. */
export function HoursDay({ calendar, date, onChange, onClose }: Props) {
  const t = useText()
  const known = calendar.days.find((day) => day.date === date)
  const usual = periodsOf(calendar.week, weekDayOf(date))
  const kind = kindOf(calendar, date)
  const [kept, setKept] = useState<Kept>(kind === 'closed' || kind === 'special' ? kind : 'week')
  const [name, setName] = useState(known?.name ?? '')
  const [count, setCount] = useState(1)
  const [periods, setPeriods] = useState(known && known.periods.length > 0 ? known.periods : usual.length > 0 ? usual : [{ from: '09:00', to: '18:00' }])
  const isWrong = kept === 'special' && (periods.length === 0 || overlap(periods))
  const keep = () => {
    const title = name.trim() || t(kept === 'closed' ? 'hours.kind-closed' : 'hours.kind-special')
    onChange(withDays(calendar.days, date, count, kept === 'week' ? null : { name: title, periods: kept === 'closed' ? [] : periods }))
    onClose()
  }
  return (
    <Modal
      open
      width={440}
      title={`${date} ${weekText(weekDayOf(date), weekDayOf(date), t)}`}
      okText={t('hours.set-day')}
      okButtonProps={{ disabled: isWrong }}
      onOk={keep}
      onCancel={onClose}
    >
      <div className="day-form">
        <Radio.Group
          value={kept}
          onChange={(event) => setKept(event.target.value as Kept)}
          optionType="button"
          options={(['week', 'closed', 'special'] as const).map((each) => ({ value: each, label: t(`hours.kept-${each}`) }))}
        />
        {kept !== 'week' && (
          <label>
            <span>{t('hours.day-name')}</span>
            <Input value={name} maxLength={20} placeholder={t('hours.day-name-example')} onChange={(event) => setName(event.target.value)} />
          </label>
        )}
        {kept === 'special' && <Periods label={date} periods={periods} onChange={setPeriods} />}
        {isWrong && <p className="week-wrong small">{t(periods.length === 0 ? 'hours.period-missing' : 'hours.overlap')}</p>}
        <label>
          <span>{t('hours.day-count')}</span>
          <InputNumber min={1} max={31} precision={0} value={count} onChange={(value) => setCount(value ?? 1)} />
        </label>
      </div>
    </Modal>
  )
}
