import { CloseOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Select } from 'antd'
import { useText } from '@/shared/i18n/text'
import { goesOvernight, nextPeriod, type Period } from './hours'

const QUARTERS = Array.from({ length: 97 }, (_, quarter) => {
  const time = `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`
  return { value: time, label: time }
})

/** The periods of one day; none means closed. */
export function Periods({ label, periods, onChange }: { label: string; periods: Period[]; onChange(periods: Period[]): void }) {
  const t = useText()
  const set = (index: number, change: Partial<Period>) => onChange(periods.map((period, at) => (at === index ? { ...period, ...change } : period)))
  return (
    <div className="periods">
      {periods.map((period, index) => (
        <span key={index} className="period">
          <Time label={t('hours.from', { day: label })} value={period.from} onChange={(from) => set(index, { from })} />
          –
          <Time label={t('hours.to', { day: label })} value={period.to} last onChange={(to) => set(index, { to })} />
          {goesOvernight(period) && <span className="period-overnight small">{t('hours.overnight')}</span>}
          <Button
            type="text"
            size="small"
            icon={<CloseOutlined />}
            aria-label={t('hours.remove-period')}
            onClick={() => onChange(periods.filter((_, at) => at !== index))}
          />
        </span>
      ))}
      {periods.length === 0 && <span className="faint">{t('hours.closed')}</span>}
      {periods.length < 4 && (
        <Button
          type="text"
          size="small"
          icon={<PlusOutlined />}
          aria-label={t('hours.add-period', { day: label })}
          onClick={() => onChange([...periods, nextPeriod(periods)])}
        />
      )}
    </div>
  )
}

function Time(props: { label: string; value: string; last?: boolean; onChange(time: string): void }) {
  const known = QUARTERS.some((quarter) => quarter.value === props.value)
  const options = known ? QUARTERS : [{ value: props.value, label: props.value }, ...QUARTERS]
  return (
    <Select
      size="small"
      showSearch
      suffixIcon={null}
      value={props.value}
      aria-label={props.label}
      style={{ width: 66 }}
      options={props.last ? options.slice(known ? 1 : 0) : options.slice(0, -1)}
      onChange={props.onChange}
    />
  )
}
