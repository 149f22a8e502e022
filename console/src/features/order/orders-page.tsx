import { DownloadOutlined, UploadOutlined } from '@ant-design/icons'
import { Button, Skeleton, Table, Tag } from 'antd'
import { useState } from 'react'
import { may } from '@/shared/access'
import { moneyText, type OrderRow } from '@/shared/api/orders'
import type { Me } from '@/shared/api/types'
import { useText } from '@/shared/i18n/text'
import { exactTime } from '@/shared/time/format'
import { SettingsPage } from '@/shared/ui/settings/settings-page'
import { Failure, Nothing } from '@/shared/ui/states'
import { ordersAddress, useOrders, type OrderFilter } from './api'
import { OrderDrawer } from './order-drawer'
import { OrderFilters } from './order-filters'
import { stateColour } from './words'
import './order.css'

interface Props {
  me: Me
  opened?: string | undefined
  onOpen(order: string | null): void
  onCustomer(customer: string): void
  onImport(): void
}

/** What customers bought, of all shops and stores. */
export function OrdersPage({ me, opened, onOpen, onCustomer, onImport }: Props) {
  const t = useText()
  const [filter, setFilter] = useState<OrderFilter>({})
  const list = useOrders(filter)
  const orders = list.data?.pages.flatMap((page) => page.items)
  const isFiltered = Object.values(filter).some(Boolean)
  return (
    <main className="orders scroll">
      <SettingsPage
        title={t('order.title')}
        hint={t('order.hint')}
        actions={
          <>
            {may(me, 'export') && (
              <Button icon={<DownloadOutlined />} href={ordersAddress(filter)} disabled={!orders?.length}>
                {t('settings.table.export')}
              </Button>
            )}
            {may(me, 'import') && (
              <Button type="primary" icon={<UploadOutlined />} onClick={onImport}>
                {t('import.title')}
              </Button>
            )}
          </>
        }
      >
        <div className="table-place">
          <OrderFilters filter={filter} onChange={setFilter} />
          {list.isError && !orders ? (
            <Failure problem={list.error} onRetry={() => void list.refetch()} />
          ) : !orders ? (
            <div className="table-skeleton" aria-busy="true" aria-label={t('state.loading')}>
              <Skeleton active title={false} paragraph={{ rows: 8 }} />
            </div>
          ) : (
            <OrderTable
              orders={orders}
              onOpen={onOpen}
              empty={
                isFiltered ? (
                  <Nothing sentence={t('order.nothing-found')} action={t('settings.table.clear')} onAction={() => setFilter({})} />
                ) : may(me, 'import') ? (
                  <Nothing sentence={t('order.empty')} hint={t('order.empty-hint')} action={t('import.title')} onAction={onImport} />
                ) : (
                  <Nothing sentence={t('order.empty')} />
                )
              }
            />
          )}
          {list.hasNextPage && (
            <div className="order-more">
              <Button type="text" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
                {t('settings.table.more')}
              </Button>
            </div>
          )}
        </div>
      </SettingsPage>
      {opened && <OrderDrawer key={opened} id={opened} onClose={() => onOpen(null)} onCustomer={onCustomer} />}
    </main>
  )
}

function OrderTable({ orders, onOpen, empty }: { orders: OrderRow[]; onOpen(id: string): void; empty: React.ReactNode }) {
  const t = useText()
  return (
    <Table<OrderRow>
      aria-label={t('order.title')}
      size="middle"
      rowKey="id"
      dataSource={orders}
      pagination={false}
      scroll={{ x: 'max-content' }}
      onRow={(order) => ({ onClick: () => onOpen(order.id) })}
      rowClassName="is-openable"
      columns={[
        {
          title: t('order.no'),
          key: 'no',
          render: (_, order) => (
            <button type="button" className="plain order-no" onClick={() => onOpen(order.id)}>
              {order.no}
            </button>
          ),
        },
        { title: t('order.shop'), key: 'shop', render: (_, order) => order.store?.name ?? order.shop.name },
        { title: t('order.customer'), key: 'customer', render: (_, order) => order.customer?.name ?? <span className="faint">{t('order.nobody')}</span> },
        {
          title: t('order.goods'),
          key: 'goods',
          render: (_, order) => (
            <span className="order-goods">
              <span className="ellipsis">{order.firstProduct ?? '–'}</span>
              {order.lineCount > 1 && <span className="faint small">{t('order.lines', { n: order.lineCount })}</span>}
            </span>
          ),
        },
        { title: t('order.amount'), key: 'amount', align: 'right', render: (_, order) => <span className="figures">{moneyText(order.amount)}</span> },
        { title: t('order.state'), key: 'state', render: (_, order) => <Tag color={stateColour(order.state)}>{t(order.reversal ? 'order.reversal' : `order.state.${order.state}`)}</Tag> },
        { title: t('order.placed-at'), key: 'at', render: (_, order) => exactTime(order.placedAt) },
      ]}
      locale={{ emptyText: empty }}
    />
  )
}
