import { App, Button, Form, InputNumber, Modal } from 'antd'
import { useState } from 'react'
import { inLanguage, useLanguage, useText } from '@/shared/i18n/text'
import { ApiProblem } from '@/shared/api/client'
import { exactTime } from '@/shared/time/format'
import { Failure } from '@/shared/ui/states'
import { useChangeThresholds, useReports, useStandards, type Thresholds } from './api'

const KEYS: (keyof Thresholds)[] = [
  'highValueSpent',
  'valuedSpent',
  'atRiskDays',
  'atRiskSatisfaction',
  'newProductDays',
  'newForDays',
  'discountShare',
  'discountOrders',
  'favouriteShare',
  'favouriteOrders',
]
const SHARES: (keyof Thresholds)[] = ['discountShare', 'favouriteShare']

/** The numbers behind the built-in tags, and what the last nightly count found. */
export function TagStandards({ mayChange }: { mayChange: boolean }) {
  const t = useText()
  const standards = useStandards()
  const [isOpen, setOpen] = useState(false)
  if (standards.isError) return <Failure problem={standards.error} onRetry={() => void standards.refetch()} />
  const current = standards.data?.current
  return (
    <section className="segment-card" aria-label={t('segment.standards')} aria-busy={!current}>
      <h3>
        {t('segment.standards')}
        <span className="faint small">{t('segment.standards-hint')}</span>
        <span className="bar-space" />
        {mayChange && current && (
          <Button size="small" onClick={() => setOpen(true)}>
            {t('segment.edit')}
          </Button>
        )}
      </h3>
      {current && (
        <dl className="tag-standards">
          {KEYS.map((key) => (
            <div key={key}>
              <dt>{t(`segment.threshold.${key}`)}</dt>
              <dd>{SHARES.includes(key) ? `${Math.round(current.thresholds[key] * 100)}%` : current.thresholds[key].toLocaleString()}</dd>
            </div>
          ))}
        </dl>
      )}
      <p className="faint small">
        {current && t('segment.standards-version', { n: current.version, by: current.by.name })} · <LastCheck />
      </p>
      {isOpen && current && <ThresholdForm thresholds={current.thresholds} onClose={() => setOpen(false)} />}
    </section>
  )
}

function LastCheck() {
  const t = useText()
  const { data } = useReports()
  const last = data?.[0]
  if (!last) return <>{t('segment.check-none')}</>
  const values = { at: exactTime(last.at), n: last.customers.toLocaleString(), took: (last.tookMillis / 1000).toFixed(1), facts: last.facts, memberships: last.memberships }
  return <>{t(last.facts + last.memberships > 0 ? 'segment.check-last' : 'segment.check-clean', values)}</>
}

function ThresholdForm({ thresholds, onClose }: { thresholds: Thresholds; onClose(): void }) {
  const t = useText()
  const spoken = useLanguage()
  const { message } = App.useApp()
  const change = useChangeThresholds()
  const [form] = Form.useForm<Thresholds>()
  const submit = async () => {
    try {
      await change.mutateAsync({ ...thresholds, ...(await form.validateFields()) })
      void message.success(t('segment.saved'))
      onClose()
    } catch (problem) {
      if (problem instanceof ApiProblem) void message.error(inLanguage(problem, spoken))
    }
  }
  return (
    <Modal open title={t('segment.standards')} okText={t('action.save')} cancelText={t('action.cancel')} confirmLoading={change.isPending} onOk={() => void submit()} onCancel={onClose}>
      <Form form={form} layout="horizontal" labelCol={{ span: 16 }} labelAlign="left" initialValues={thresholds}>
        {KEYS.map((key) => (
          <Form.Item key={key} name={key} label={t(`segment.threshold.${key}`)} rules={[{ required: true, message: t(`segment.threshold.${key}`) }]}>
            <InputNumber min={SHARES.includes(key) ? 0.01 : 1} max={SHARES.includes(key) ? 1 : undefined} step={SHARES.includes(key) ? 0.05 : 1} style={{ width: '100%' }} />
          </Form.Item>
        ))}
      </Form>
    </Modal>
  )
}
