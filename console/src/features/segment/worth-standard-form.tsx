import { App, Button, Form, InputNumber } from 'antd'
import { useText, type TextKey } from '@/shared/i18n/text'
import { useWorthVerbs, type WorthStandard } from './worth-api'

const FIELDS: { name: keyof WorthStandard; label: TextKey; min: number; max: number; step?: number }[] = [
  { name: 'days', label: 'worth.standard-days', min: 30, max: 1825 },
  { name: 'discount', label: 'worth.standard-discount', min: 0, max: 1, step: 0.01 },
  { name: 'returnDays', label: 'worth.standard-return-days', min: 7, max: 730 },
  { name: 'churnHighBelow', label: 'worth.standard-high', min: 0, max: 1, step: 0.05 },
  { name: 'churnLowFrom', label: 'worth.standard-low', min: 0, max: 1, step: 0.05 },
  { name: 'fewestCustomers', label: 'worth.standard-customers', min: 20, max: 1_000_000 },
  { name: 'fewestReturned', label: 'worth.standard-returned', min: 10, max: 1_000_000 },
  { name: 'silentShopDays', label: 'worth.standard-silent', min: 1, max: 3650 },
]

/** The standards of worth; everybody is appraised again after a change. */
export function WorthStandardForm({ standard }: { standard: WorthStandard }) {
  const t = useText()
  const { message } = App.useApp()
  const { change } = useWorthVerbs()
  return (
    <section className="worth-card" style={{ marginTop: 16 }}>
      <h2>{t('worth.standard')}</h2>
      <Form<WorthStandard>
        name="worth"
        layout="vertical"
        requiredMark={false}
        initialValues={standard}
        onFinish={(fields) => change.mutate(fields, { onSuccess: () => void message.success(t('worth.standard-saved')) })}
      >
        <div className="worth-standard">
          {FIELDS.map(({ name, label, ...limits }) => (
            <Form.Item key={name} name={name} label={t(label)} rules={[{ required: true, message: t('worth.standard-missing') }]}>
              <InputNumber {...limits} />
            </Form.Item>
          ))}
        </div>
        <Button type="primary" htmlType="submit" loading={change.isPending}>
          {t('action.save')}
        </Button>
      </Form>
    </section>
  )
}
