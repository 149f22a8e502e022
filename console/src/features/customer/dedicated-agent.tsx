import { Select } from 'antd'
import type { Colleague, Customer, Me } from '@/shared/api/types'
import { useText } from '@/shared/i18n/text'
import { useComplaint } from '@/shared/ui/problem'
import { useChangeCustomer } from './api'

/** Who looks after this customer first, and who in his place. A supervisor decides. */
export function DedicatedAgent({ customer, me, members }: { customer: Customer; me: Me; members: Colleague[] }) {
  const t = useText()
  const complain = useComplaint()
  const change = useChangeCustomer(customer.id)
  const mayDecide = me.role === 'supervisor' || me.role === 'admin'
  if (!mayDecide && !customer.dedicated) return null
  const agentId = customer.dedicated?.id ?? null
  const deputyId = customer.deputy?.id ?? null
  const bind = (agent: string | null, deputy: string | null) =>
    change.mutate({ kind: 'binding', agentId: agent, deputyId: agent ? deputy : null }, { onError: complain })
  const options = members.map((member) => ({ value: member.id, label: member.name }))
  return (
    <section className="customer-part">
      <h4>{t('customer.dedicated')}</h4>
      <dl className="facts">
        <dt>{t('customer.first')}</dt>
        <dd>
          {mayDecide ? (
            <Choice label={t('customer.first')} value={agentId} options={options} onChange={(id) => bind(id, deputyId)} />
          ) : (
            customer.dedicated?.name
          )}
        </dd>
        {(mayDecide ? agentId : customer.deputy) && (
          <>
            <dt>{t('customer.deputy')}</dt>
            <dd>
              {mayDecide ? (
                <Choice
                  label={t('customer.deputy')}
                  value={deputyId}
                  options={options.filter((option) => option.value !== agentId)}
                  onChange={(id) => bind(agentId, id)}
                />
              ) : (
                customer.deputy?.name
              )}
            </dd>
          </>
        )}
      </dl>
    </section>
  )
}

interface ChoiceProps {
  label: string
  value: string | null
  options: { value: string; label: string }[]
  onChange(id: string | null): void
}

function Choice({ label, value, options, onChange }: ChoiceProps) {
  const t = useText()
  return (
    <Select
      size="small"
      variant="filled"
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      style={{ width: '100%' }}
      placeholder={t('customer.nobody')}
      aria-label={label}
      value={value}
      options={options}
      onChange={(id: string | undefined) => onChange(id ?? null)}
    />
  )
}
