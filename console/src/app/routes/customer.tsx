import { ArrowLeftOutlined, MessageOutlined } from '@ant-design/icons'
import { Button, Skeleton, Tabs } from 'antd'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import { useStartConversation } from '@/features/conversation/use-start-conversation'
import { ServiceRecords } from '@/features/conversation/service-records'
import { useCustomer } from '@/features/customer/api'
import { ConsentPanel } from '@/features/customer/consent-panel'
import { CustomerCard } from '@/features/customer/customer-card'
import { ProfilePanel } from '@/features/customer/profile-panel'
import { Tags } from '@/features/customer/tags'
import { TimelinePanel } from '@/features/customer/timeline-panel'
import { OrdersPanel } from '@/features/order/orders-panel'
import { CustomerOverview } from '@/features/segment/customer-overview'
import { JourneyPanel } from '@/features/journey/journey-panel'
import { WorthAndGoods } from '@/features/segment/worth-and-goods'
import { useMembers, useSession } from '@/features/staff/api'
import type { Me } from '@/shared/api/types'
import { useText } from '@/shared/i18n/text'
import { useNow } from '@/shared/time/clock'
import { exactTime, pastTime } from '@/shared/time/format'
import { Face } from '@/shared/ui/face'
import { LevelTag } from '@/shared/ui/level-tag'
import { Failure } from '@/shared/ui/states'
import './customer.css'

/** One customer on a page of his own, put together from the features. */
export function CustomerRoute() {
  const { customerId, tab } = useParams()
  const { data: me } = useSession()
  if (!customerId || !me) return null
  return <CustomerPage key={customerId} id={customerId} tab={tab ?? 'overview'} me={me} />
}

function CustomerPage({ id, tab, me }: { id: string; tab: string; me: Me }) {
  const t = useText()
  const navigate = useNavigate()
  const [address] = useSearchParams()
  const { data: members = [] } = useMembers()
  const open = (key: string) => void navigate(`/customers/${id}${key === 'overview' ? '' : `/${key}`}`, { replace: true })
  const onOrder = (order: string) => void navigate(`/customers/${id}/orders?order=${order}`)
  const panels = useCustomerPanels(id, address.get('order') ?? undefined)
  const items = [
    { key: 'overview', label: t('customer-page.overview'), children: <CustomerOverview customerId={id} onOrder={onOrder} /> },
    ...panels,
    { key: 'journey', label: t('journey.title'), children: <JourneyPanel customerId={id} /> },
    { key: 'service', label: t('customer-page.service'), children: <ServiceRecords customerId={id} openId={undefined} /> },
    { key: 'timeline', label: t('timeline.title'), children: <TimelinePanel customerId={id} /> },
    { key: 'fields', label: t('fields.title'), children: <ProfilePanel customerId={id} /> },
    { key: 'privacy', label: t('consent.tab'), children: <ConsentPanel customerId={id} /> },
    { key: 'profile', label: t('customer-page.profile'), children: <CustomerCard customerId={id} me={me} members={members} /> },
  ]
  return (
    <main className="customer-page">
      <Head id={id} />
      <Tabs activeKey={items.some((item) => item.key === tab) ? tab : 'overview'} onChange={open} items={items} destroyOnHidden />
    </main>
  )
}

/** The panels other modules bring along. */
function useCustomerPanels(id: string, order: string | undefined): { key: string; label: string; children: React.ReactNode }[] {
  const t = useText()
  return [
    { key: 'orders', label: t('customer-page.orders'), children: <OrdersPanel customerId={id} openId={order} /> },
    { key: 'worth', label: t('worth.and-goods'), children: <WorthAndGoods customerId={id} /> },
  ]
}

function Head({ id }: { id: string }) {
  const t = useText()
  const now = useNow()
  const navigate = useNavigate()
  const { data: customer, error, refetch } = useCustomer(id)
  const start = useStartConversation((conversation) => void navigate(`/workbench/${conversation}`))
  if (error && !customer) return <Failure problem={error} onRetry={() => void refetch()} />
  if (!customer) return <Skeleton active avatar paragraph={{ rows: 1 }} className="customer-page-head" />
  return (
    <header className="customer-page-head">
      <Button type="text" icon={<ArrowLeftOutlined />} aria-label={t('customer-page.back')} onClick={() => void navigate('/customers')} />
      <Face name={customer.name} picture={customer.avatar} size={48} />
      <div className="customer-page-name">
        <h1>
          {customer.name} <LevelTag level={customer.level} vip={customer.vip} />
        </h1>
        <p className="quiet small" title={exactTime(customer.lastSeenAt)}>
          {[customer.phone, customer.email].filter(Boolean).join(' · ')}
          {customer.phone || customer.email ? ' · ' : ''}
          {customer.online ? t('customer.online') : t('customer.last-seen', { time: pastTime(customer.lastSeenAt, now, t) })}
        </p>
      </div>
      <div className="customer-page-tags">
        <Tags customer={customer} />
      </div>
      <Button type="primary" icon={<MessageOutlined />} loading={start.isPending} onClick={() => start.mutate(id)}>
        {t('customer-page.talk')}
      </Button>
    </header>
  )
}
