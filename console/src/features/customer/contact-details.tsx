import { CopyOutlined, EditOutlined, EyeInvisibleOutlined, EyeOutlined } from '@ant-design/icons'
import { App, Button, Tooltip } from 'antd'
import { useState } from 'react'
import type { Customer } from '@/shared/api/types'
import { useText } from '@/shared/i18n/text'
import { calendarDay, exactTime } from '@/shared/time/format'
import { useComplaint } from '@/shared/ui/problem'
import { EditDetails } from './edit-details'
import { useReveal } from './identity-api'
import { maskedEmail, maskedPhone } from './mask'
import { sourceName } from './source-name'

export function ContactDetails({ customer }: { customer: Customer }) {
  const t = useText()
  const [edits, setEdits] = useState(false)
  return (
    <section className="customer-part">
      <h4>
        {t('customer.details')}
        <Button type="text" size="small" icon={<EditOutlined />} aria-label={t('customer.edit')} onClick={() => setEdits(true)} />
      </h4>
      <dl className="facts">
        <dt>{t('customer.phone')}</dt>
        <dd>
          <Masked customer={customer} field="phone" mask={maskedPhone} />
        </dd>
        <dt>{t('customer.email')}</dt>
        <dd>
          <Masked customer={customer} field="email" mask={maskedEmail} />
        </dd>
        <dt>{t('customer.source')}</dt>
        <dd className="ellipsis">{sourceName(customer.source, t)}</dd>
        <dt>{t('customer.since')}</dt>
        <dd title={exactTime(customer.createdAt)}>{calendarDay(customer.createdAt)}</dd>
      </dl>
      {edits && <EditDetails customer={customer} onClose={() => setEdits(false)} />}
    </section>
  )
}

interface MaskedProps {
  customer: Customer
  field: 'phone' | 'email'
  mask(value: string): string
}

/** Shown in part until somebody needs the whole. Whose role does not show it asks the server, which keeps a record of it. */
function Masked({ customer, field, mask }: MaskedProps) {
  const t = useText()
  const { message } = App.useApp()
  const complain = useComplaint()
  const reveal = useReveal(customer.id)
  const [isWhole, setWhole] = useState(false)
  const value = customer[field]
  if (!value) return <span className="faint">{t('customer.unknown')}</span>
  const known = customer.masked ? reveal.data?.value : value
  const withWhole = (then: (whole: string) => void) =>
    known ? then(known) : reveal.mutate(field, { onSuccess: (whole) => then(whole.value), onError: complain })
  const toggle = () => (isWhole ? setWhole(false) : withWhole(() => setWhole(true)))
  const copy = () =>
    withWhole((whole) => void navigator.clipboard?.writeText(whole).then(() => message.success(t('action.copied'))))
  const eye = t(isWhole ? 'customer.hide' : customer.masked ? 'merge.reveal' : 'customer.show')
  return (
    <span className="masked">
      <span className="ellipsis">{isWhole && known ? known : mask(value)}</span>
      <Tooltip title={eye}>
        <Button
          type="text"
          size="small"
          loading={reveal.isPending}
          icon={isWhole ? <EyeInvisibleOutlined /> : <EyeOutlined />}
          aria-label={eye}
          onClick={toggle}
        />
      </Tooltip>
      <Tooltip title={t('action.copy')}>
        <Button type="text" size="small" icon={<CopyOutlined />} aria-label={t('action.copy')} onClick={copy} />
      </Tooltip>
    </span>
  )
}
