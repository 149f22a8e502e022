import { CopyOutlined, EditOutlined, EyeInvisibleOutlined, EyeOutlined } from '@ant-design/icons'
import { App, Button, Tooltip } from 'antd'
import { useState } from 'react'
import type { Customer } from '@/shared/api/types'
import { useText } from '@/shared/i18n/text'
import { calendarDay, exactTime } from '@/shared/time/format'
import { EditDetails } from './edit-details'
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
          <Masked value={customer.phone} mask={maskedPhone} />
        </dd>
        <dt>{t('customer.email')}</dt>
        <dd>
          <Masked value={customer.email} mask={maskedEmail} />
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

/** Shown in part until somebody needs the whole; copying gives the whole. */
function Masked({ value, mask }: { value: string | null | undefined; mask(value: string): string }) {
  const t = useText()
  const { message } = App.useApp()
  const [isWhole, setWhole] = useState(false)
  if (!value) return <span className="faint">{t('customer.unknown')}</span>
  return (
    <span className="masked">
      <span className="ellipsis">{isWhole ? value : mask(value)}</span>
      <Tooltip title={t(isWhole ? 'customer.hide' : 'customer.show')}>
        <Button
          type="text"
          size="small"
          icon={isWhole ? <EyeInvisibleOutlined /> : <EyeOutlined />}
          aria-label={t(isWhole ? 'customer.hide' : 'customer.show')}
          onClick={() => setWhole(!isWhole)}
        />
      </Tooltip>
      <Tooltip title={t('action.copy')}>
        <Button
          type="text"
          size="small"
          icon={<CopyOutlined />}
          aria-label={t('action.copy')}
          onClick={() => void navigator.clipboard?.writeText(value).then(() => message.success(t('action.copied')))}
        />
      </Tooltip>
    </span>
  )
}
