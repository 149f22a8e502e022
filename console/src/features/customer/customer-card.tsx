import { Skeleton } from 'antd'
import type { Colleague, Me } from '@/shared/api/types'
import { useText } from '@/shared/i18n/text'
import { useNow } from '@/shared/time/clock'
import { exactTime, pastTime } from '@/shared/time/format'
import { Face } from '@/shared/ui/face'
import { LevelTag } from '@/shared/ui/level-tag'
import { Failure } from '@/shared/ui/states'
import { useCustomer } from './api'
import { Conflicts } from './conflicts'
import { ContactDetails } from './contact-details'
import { DedicatedAgent } from './dedicated-agent'
import { Identities } from './identities'
import { MergeHistory } from './merge-history'
import { MergeSuggestions } from './merge-suggestions'
import { Notes } from './notes'
import { Tags } from './tags'
import './customer.css'

export function CustomerCard({ customerId, me, members }: { customerId: string; me: Me; members: Colleague[] }) {
  const t = useText()
  const now = useNow()
  const { data: customer, error, refetch } = useCustomer(customerId)
  if (error && !customer) return <Failure problem={error} onRetry={() => void refetch()} />
  if (!customer) return <Skeleton active avatar className="customer-skeleton" paragraph={{ rows: 8 }} />
  return (
    <div className="customer">
      <header className="customer-head">
        <Face name={customer.name} picture={customer.avatar} size={48} />
        <div className="customer-name">
          <h3>
            <span className="ellipsis">{customer.name}</span>
            <LevelTag level={customer.level} vip={customer.vip} />
          </h3>
          <p className="quiet small" title={exactTime(customer.lastSeenAt)}>
            {customer.online ? (
              <span className="is-online">{t('customer.online')}</span>
            ) : (
              t('customer.last-seen', { time: pastTime(customer.lastSeenAt, now, t) })
            )}
          </p>
        </div>
      </header>
      <MergeSuggestions customer={customer} me={me} />
      <Conflicts customerId={customerId} />
      <ContactDetails customer={customer} />
      <Tags customer={customer} />
      <Notes customer={customer} me={me} />
      <DedicatedAgent customer={customer} me={me} members={members} />
      <Identities customer={customer} />
      <MergeHistory customer={customer} me={me} />
    </div>
  )
}
