import { ArrowRightOutlined, CloseOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, InputNumber, Select } from 'antd'
import { Fragment } from 'react'
import { useText } from '@/shared/i18n/text'
import { receivers, type Escalation, type Receiver } from './standards'

/** Who is told how long after a promise was broken, one after the other. */
export function EscalationChain({ steps, onChange }: { steps: Escalation[]; onChange(steps: Escalation[]): void }) {
  const t = useText()
  const set = (index: number, change: Partial<Escalation>) => onChange(steps.map((step, at) => (at === index ? { ...step, ...change } : step)))
  const last = steps.at(-1)
  return (
    <div className="chain">
      {steps.map((step, index) => (
        <Fragment key={index}>
          {index > 0 && <ArrowRightOutlined className="faint" />}
          <div className="chain-step">
            <span className="quiet small">{t('standard.after-breach')}</span>
            <InputNumber
              min={0}
              max={86_400}
              precision={0}
              value={step.afterSeconds}
              aria-label={t('standard.after-breach')}
              suffix={t('wall.seconds')}
              onChange={(seconds) => seconds !== null && set(index, { afterSeconds: seconds })}
            />
            <Select<Receiver>
              value={step.to}
              aria-label={t('standard.to')}
              options={receivers.map((value) => ({ value, label: t(`standard.to-${value}`) }))}
              onChange={(to) => set(index, { to })}
            />
            <Button type="text" size="small" icon={<CloseOutlined />} aria-label={t('standard.remove-step')} onClick={() => onChange(steps.filter((_, at) => at !== index))} />
          </div>
        </Fragment>
      ))}
      {steps.length < 5 && (
        <Button
          type="dashed"
          icon={<PlusOutlined />}
          onClick={() => onChange([...steps, { afterSeconds: (last?.afterSeconds ?? -60) + 60, to: 'all-leads' }])}
        >
          {t('standard.add-step')}
        </Button>
      )}
    </div>
  )
}
