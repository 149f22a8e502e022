import { Form, Input, Modal } from 'antd'
import type { Rule } from 'antd/es/form'
import type { Customer } from '@/shared/api/types'
import { useText } from '@/shared/i18n/text'
import { useComplaint } from '@/shared/ui/problem'
import { useChangeCustomer } from './api'

interface Fields {
  name: string
  phone?: string
  email?: string
}

export function EditDetails({ customer, onClose }: { customer: Customer; onClose(): void }) {
  const t = useText()
  const complain = useComplaint()
  const [form] = Form.useForm<Fields>()
  const change = useChangeCustomer(customer.id)
  const before: Fields = { name: customer.name, phone: customer.phone ?? '', email: customer.email ?? '' }
  const keep = (fields: Fields) => {
    // Only what was changed goes out: a masked number must never come back as the number.
    const changed = Object.entries(fields).filter(([name, value]) => (value ?? '').trim() !== before[name as keyof Fields])
    if (changed.length === 0) return onClose()
    const details = Object.fromEntries(changed.map(([name, value]) => [name, value.trim()]))
    change.mutate({ kind: 'details', ...details }, { onSuccess: onClose, onError: complain })
  }
  return (
    <Modal
      open
      title={t('customer.edit')}
      okText={t('action.save')}
      confirmLoading={change.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
      width={400}
    >
      <Form<Fields> form={form} layout="vertical" requiredMark={false} initialValues={before} onFinish={keep}>
        <Form.Item name="name" label={t('customer.name')} rules={[{ required: true, whitespace: true, message: t('customer.name-missing') }]}>
          <Input maxLength={60} autoFocus />
        </Form.Item>
        <Form.Item name="phone" label={t('customer.phone')} rules={[unlessUntouched(before.phone, /^[\d+\-() ]{5,20}$/, t('customer.phone-wrong'))]}>
          <Input maxLength={20} />
        </Form.Item>
        <Form.Item name="email" label={t('customer.email')} rules={[unlessUntouched(before.email, /^[^\s@*]+@[^\s@]+\.[^\s@]+$/, t('customer.email-wrong'))]}>
          <Input maxLength={120} />
        </Form.Item>
      </Form>
    </Modal>
  )
}

/** What is shown in part may stay as it is; what is written anew must make sense. */
function unlessUntouched(before: string | undefined, shape: RegExp, message: string): Rule {
  return {
    validator: (_, value?: string) =>
      !value || value === before || shape.test(value) ? Promise.resolve() : Promise.reject(new Error(message)),
  }
}
