import { Tabs } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useConversation } from '@/features/conversation/api'
import { useSendCard } from '@/features/conversation/use-send-card'
import { ServiceRecords } from '@/features/conversation/service-records'
import { useKeptRow } from '@/features/conversation/use-kept-row'
import { CustomerCard } from '@/features/customer/customer-card'
import { OrdersPanel } from '@/features/order/orders-panel'
import { GlancePanel } from '@/features/segment/glance-panel'
import { JourneyPanel } from '@/features/journey/journey-panel'
import { WorthAndGoods } from '@/features/segment/worth-and-goods'
import { useMembers, useSession } from '@/features/staff/api'
import { useText } from '@/shared/i18n/text'
import { Nothing } from '@/shared/ui/states'

/** The file at the right: who the customer is, and everything that was ever said with him. */
export function CustomerFile({ conversationId }: { conversationId: string | undefined }) {
  const t = useText()
  const known = useKeptRow(conversationId)
  const { data: row } = useConversation(conversationId, known)
  const { data: me } = useSession()
  const { data: members } = useMembers()
  const [tab, setTab] = useState('customer')
  const navigate = useNavigate()
  const sendCard = useSendCard(row, me)
  if (!row || !me) {
    return <aside className="file-pane is-empty">{!conversationId && <Nothing sentence={t('file.empty')} />}</aside>
  }
  const customerId = row.customer.id
  return (
    <aside className="file-pane" aria-label={t('file.title')}>
      <Tabs
        activeKey={tab}
        onChange={setTab}
        items={[
          {
            key: 'customer',
            label: t('file.customer'),
            children: (
              <>
                <GlancePanel
                  key={`glance-${customerId}`}
                  customerId={customerId}
                  onSend={sendCard}
                  onOrder={(order) => void navigate(`/customers/${customerId}/orders?order=${order}`)}
                />
                <CustomerCard key={customerId} customerId={customerId} me={me} members={members ?? []} />
              </>
            ),
          },
          {
            key: 'orders',
            label: t('customer-page.orders'),
            children: <OrdersPanel key={customerId} customerId={customerId} onSend={sendCard} />,
          },
          {
            key: 'journey',
            label: t('journey.title'),
            children: <JourneyPanel key={customerId} customerId={customerId} />,
          },
          {
            key: 'worth',
            label: t('worth.and-goods'),
            children: <WorthAndGoods key={customerId} customerId={customerId} onSend={sendCard} />,
          },
          {
            key: 'records',
            label: t('file.records'),
            children: <ServiceRecords key={customerId} customerId={customerId} openId={conversationId} />,
          },
        ]}
      />
    </aside>
  )
}
