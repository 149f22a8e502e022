import { EyeOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { Customer } from '@/shared/api/types'
import { useText, type TextKey } from '@/shared/i18n/text'
import { exactTime } from '@/shared/time/format'
import { useComplaint } from '@/shared/ui/problem'
import { useReveal } from './identity-api'
import { maskedEmail, maskedPhone, shortValue } from './mask'
import { sourceName } from './source-name'

const kinds: Record<string, TextKey> = {
  visitor: 'identity.visitor',
  member: 'identity.member',
  phone: 'identity.phone',
  email: 'identity.email',
  unionid: 'identity.unionid',
  order: 'identity.order',
  device: 'identity.device',
}

/** By what the customer is recognised, and where that became known. */
export function Identities({ customer }: { customer: Customer }) {
  const t = useText()
  if (customer.identities.length === 0) return null
  return (
    <section className="customer-part">
      <h4>{t('customer.identities')}</h4>
      <dl className="facts">
        {customer.identities.map((identity) => {
          const kind = identity.kind.toLowerCase()
          const value = kind === 'phone' ? maskedPhone(identity.value) : kind === 'email' ? maskedEmail(identity.value) : identity.value
          return (
            <div key={`${identity.kind}:${identity.value}`} className="fact" title={t('identity.from', { source: sourceName(identity.source, t), time: exactTime(identity.at) })}>
              <dt>{t(kinds[kind] ?? 'identity.other')}</dt>
              <dd className="ellipsis">
                <Value customer={customer} kind={kind} value={value} mark={identity.mark} /> <span className="faint small">{sourceName(identity.source, t)}</span>
              </dd>
            </div>
          )
        })}
      </dl>
    </section>
  )
}

/** A number or address in part; whoever needs the whole asks for it, and that is on record. */
function Value({ customer, kind, value, mark }: { customer: Customer; kind: string; value: string; mark: string }) {
  const t = useText()
  const complain = useComplaint()
  const reveal = useReveal(customer.id)
  if (!customer.masked || (kind !== 'phone' && kind !== 'email')) return <>{shortValue(value)}</>
  if (reveal.data) return <>{reveal.data.value}</>
  return (
    <>
      {value}
      <Button
        type="text"
        size="small"
        icon={<EyeOutlined />}
        aria-label={t('merge.reveal')}
        loading={reveal.isPending}
        onClick={() => reveal.mutate({ field: kind, mark }, { onError: complain })}
      />
    </>
  )
}
