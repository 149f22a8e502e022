import { InputNumber, Select } from 'antd'
import type { ReactNode } from 'react'
import { useText } from '@/shared/i18n/text'
import type { ReplyRate, Windows } from './standards'

const hours = Array.from({ length: 25 }, (_, hour) => `${String(hour).padStart(2, '0')}:00`)
const options = (all: string[]) => all.map((value) => ({ value, label: value }))

/** How the figures of the platforms are counted (G-02), and what the average wait should be (S-04). */
export function StandardsWindows({ windows, onChange }: { windows: Windows; onChange(windows: Windows): void }) {
  const t = useText()
  const rate = windows.replyRate
  const set = (change: Partial<ReplyRate>) => onChange({ ...windows, replyRate: { ...rate, ...change } })
  return (
    <div className="windows">
      <Field name={t('standard.hours')}>
        <Select value={rate.from} options={options(hours.slice(0, -1))} aria-label={t('standard.hours-from')} onChange={(from) => set({ from })} />
        –
        <Select value={rate.to} options={options(hours.slice(1))} aria-label={t('standard.hours-to')} onChange={(to) => set({ to })} />
      </Field>
      <Field name={t('standard.days')}>
        <Whole label={t('standard.days')} value={rate.days} max={365} unit={t('standard.unit-days')} onChange={(days) => set({ days })} />
      </Field>
      <Field name={t('standard.minutes')}>
        <Select
          mode="multiple"
          value={rate.minutes}
          aria-label={t('standard.minutes')}
          style={{ minWidth: 160 }}
          options={Array.from({ length: 10 }, (_, n) => ({ value: n + 1, label: t('time.min', { n: n + 1 }) }))}
          onChange={(minutes: number[]) => set({ minutes: [...minutes].sort((a, b) => a - b) })}
        />
      </Field>
      <Field name={t('standard.cap')}>
        <Whole label={t('standard.cap')} value={rate.capSeconds} max={86_400} unit={t('wall.seconds')} onChange={(capSeconds) => set({ capSeconds })} />
      </Field>
      <Field name={t('standard.average-wait')}>
        <Whole
          label={t('standard.average-wait')}
          value={windows.averageWaitSeconds}
          max={3600}
          unit={t('wall.seconds')}
          onChange={(averageWaitSeconds) => onChange({ ...windows, averageWaitSeconds })}
        />
      </Field>
    </div>
  )
}

function Field({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="window">
      <span className="quiet small">{name}</span>
      <div>{children}</div>
    </div>
  )
}

function Whole(props: { label: string; value: number; max: number; unit: string; onChange(value: number): void }) {
  return (
    <InputNumber
      min={1}
      max={props.max}
      precision={0}
      value={props.value}
      aria-label={props.label}
      suffix={props.unit}
      onChange={(value) => value !== null && props.onChange(value)}
    />
  )
}
