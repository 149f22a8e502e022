import { CarOutlined, DownOutlined, SendOutlined, ShopOutlined } from '@ant-design/icons'
import { Button, Skeleton, Tooltip } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type { Card } from '@/shared/api/types'
import { useText } from '@/shared/i18n/text'
import { calendarDay, exactTime } from '@/shared/time/format'
import { Failure, Nothing } from '@/shared/ui/states'
import { price, useOrdersOf, type OrderView } from './orders-of'
import './orders-panel.css'

interface Props {
  customerId: string
  /** The order that is asked for, open from the beginning. */
  openId?: string
  onSend?(card: Card): void
}

/** What a customer bought, of all shops and stores, the newest first. */
export function OrdersPanel({ customerId, openId, onSend }: Props) {
  const t = useText()
  const orders = useOrdersOf(customerId)
  if (orders.isPending) return <Skeleton active className="bought-skeleton" paragraph={{ rows: 6 }} />
  if (orders.isError) return <Failure problem={orders.error} onRetry={() => void orders.refetch()} />
  const items = orders.data.pages.flatMap((page) => page.items)
  const totals = orders.data.pages[0]!.totals
  if (items.length === 0) return <Nothing sentence={t('orders.empty')} hint={t('orders.empty-hint')} />
  return (
    <div className="bought">
      <p className="quiet small">
        {t('orders.totals', { n: totals.orders, paid: price(totals.paid), refunded: price(totals.refunded) })}
      </p>
      <ol aria-label={t('customer-page.orders')}>
        {items.map((order) => (
          <Order key={order.id} order={order} isAsked={order.id === openId} onSend={onSend} />
        ))}
      </ol>
      {orders.hasNextPage && (
        <Button type="link" block loading={orders.isFetchingNextPage} onClick={() => void orders.fetchNextPage()}>
          {t('settings.table.more')}
        </Button>
      )}
    </div>
  )
}

function Order({ order, isAsked, onSend }: { order: OrderView; isAsked: boolean; onSend?(card: Card): void }) {
  const t = useText()
  const [isOpen, setOpen] = useState(isAsked)
  const place = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isAsked) place.current?.scrollIntoView({ block: 'center' })
  }, [isAsked])
  const state = order.reversal ? t('glance.reversal') : t(`order-state.${order.state}`)
  return (
    <li ref={place} className={`bought-entry${isAsked ? ' is-asked' : ''}`}>
      <div className="bought-head">
        <button type="button" className="plain bought-open" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          <span className="bought-line">
            <b className="ellipsis">{order.no}</b>
            <span className={`bought-state is-${order.reversal ? 'cancelled' : order.state}`}>{state}</span>
            <b className="bought-price">{price(order.amount)}</b>
          </span>
          <span className="faint small bought-line">
            {order.kind === 'store' && <ShopOutlined />}
            <span className="ellipsis">{[order.shop.name, order.store?.name].filter(Boolean).join(' · ')}</span>
            <time title={exactTime(order.placedAt)}>{calendarDay(order.placedAt)}</time>
            <DownOutlined className="bought-arrow" />
          </span>
        </button>
        {onSend && (
          <Tooltip title={t('glance.send')}>
            <Button
              type="text"
              size="small"
              icon={<SendOutlined />}
              aria-label={t('glance.send')}
              onClick={() =>
                onSend({
                  type: 'product',
                  title: t('glance.order-card', { no: order.no, state }),
                  subtitle: order.lines.map((line) => line.name).join('、') || null,
                  image: order.lines.find((line) => line.image)?.image ?? null,
                  price: order.amount.amount,
                })
              }
            />
          </Tooltip>
        )}
      </div>
      <ul className="bought-lines">
        {order.lines.slice(0, isOpen ? undefined : 2).map((line) => (
          <li key={line.no}>
            {line.image ? <img src={line.image} alt="" loading="lazy" /> : <span className="bought-picture" />}
            <span className="ellipsis">{line.name}</span>
            <span className="faint small">× {line.quantity}</span>
            {isOpen && <span className="bought-price small">{price(line.amount)}</span>}
          </li>
        ))}
        {!isOpen && order.lineCount > 2 && <li className="faint small">{t('orders.more-lines', { n: order.lineCount - 2 })}</li>}
      </ul>
      {order.shipments.map((parcel) => (
        <div key={parcel.number} className="bought-parcel small">
          <p>
            <CarOutlined /> {parcel.carrier} {parcel.number} · {t(`parcel.${parcel.state}`)}
          </p>
          <ol>
            {parcel.steps.slice(0, isOpen ? undefined : 1).map((step) => (
              <li key={step.at + step.text}>
                <span>{step.text}</span> <time className="faint">{exactTime(step.at)}</time>
              </li>
            ))}
          </ol>
        </div>
      ))}
      {isOpen &&
        order.payments.map((payment) => (
          <p key={payment.no} className="quiet small">
            {t('orders.paid', { amount: price(payment.amount), method: payment.method, at: exactTime(payment.paidAt) })}
          </p>
        ))}
      {order.refunds.map((refund) => (
        <p key={refund.at} className="bought-refund small">
          {t('orders.refunded', { amount: price(refund.amount), at: calendarDay(refund.at) })} {refund.reason}
        </p>
      ))}
    </li>
  )
}
