import { CarOutlined, SendOutlined, ShopOutlined } from '@ant-design/icons'
import { Button, Skeleton, Tooltip } from 'antd'
import type { Card } from '@/shared/api/types'
import { useText, type Text } from '@/shared/i18n/text'
import { useNow } from '@/shared/time/clock'
import { exactTime, pastTime } from '@/shared/time/format'
import { Failure } from '@/shared/ui/states'
import { price } from './customer-columns'
import { useGlance, type Bought, type Glance, type InCart } from './glance-api'
import './glance.css'

interface Props {
  customerId: string
  /** Sends a card into the open conversation; left out where nothing can be sent. */
  onSend?(card: Card): void
  onOrder?(orderId: string): void
}

/** The basics, in one answer: what he is worth, what he bought last and where it is, what lies in his cart (E-03). */
export function GlancePanel({ customerId, onSend, onOrder }: Props) {
  const t = useText()
  const { data, error, refetch } = useGlance(customerId)
  if (error && !data) return <Failure problem={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton active className="glance" title={false} paragraph={{ rows: 4 }} />
  return (
    <section className="glance" aria-label={t('glance.title')}>
      <Figures glance={data} />
      {data.orders.length > 0 && (
        <>
          <h4 className="glance-title">{t('glance.orders')}</h4>
          <ol className="glance-orders">
            {data.orders.map((order) => (
              <Order key={order.id} order={order} onSend={onSend} onOrder={onOrder} />
            ))}
          </ol>
        </>
      )}
      {data.cart.length > 0 && (
        <>
          <h4 className="glance-title">{t('glance.cart')}</h4>
          <ol className="glance-orders">
            {data.cart.slice(0, 4).map((item) => (
              <CartItem key={item.sku} item={item} onSend={onSend} />
            ))}
          </ol>
        </>
      )}
    </section>
  )
}

function Figures({ glance }: { glance: Glance }) {
  const t = useText()
  const now = useNow()
  const { totals, rfm, worth } = glance
  return (
    <dl className="glance-figures">
      <div>
        <dt>{t('glance.spent')}</dt>
        <dd>{price(totals.spent)}</dd>
      </div>
      <div>
        <dt>{t('glance.bought')}</dt>
        <dd title={totals.lastAt ? exactTime(totals.lastAt) : undefined}>
          {totals.orders > 0 ? t('glance.orders-and-refunds', { orders: totals.orders, refunds: totals.refunds }) : t('glance.never')}
          {totals.lastAt && <span className="faint small"> {pastTime(totals.lastAt, now, t)}</span>}
        </dd>
      </div>
      {rfm && (
        <div>
          <dt>RFM</dt>
          <dd>
            {rfm.cell}
            {rfm.strategy && <span className={`strategy is-${rfm.strategy}`}>{t(`customers.strategy.${rfm.strategy}`)}</span>}
          </dd>
        </div>
      )}
      {worth && (
        <div>
          <dt>CLV</dt>
          <dd>
            <Tooltip
              title={t('glance.worth-why', {
                days: worth.days,
                orders: worth.expectedOrders.toFixed(1),
                alive: Math.round(worth.probabilityAlive * 100),
              })}
            >
              <span>
                {price(worth.clv)}
                <span className={`churn is-${worth.churn}`}>{t(`glance.churn.${worth.churn}`)}</span>
              </span>
            </Tooltip>
          </dd>
        </div>
      )}
    </dl>
  )
}

function Order({ order, onSend, onOrder }: { order: Bought } & Pick<Props, 'onSend' | 'onOrder'>) {
  const t = useText()
  const now = useNow()
  return (
    <li className="glance-order">
      <Picture image={order.image} />
      <span className="glance-words">
        <button type="button" className="plain ellipsis" disabled={!onOrder} onClick={() => onOrder?.(order.id)}>
          {order.goods ?? order.no}
        </button>
        <span className="faint small ellipsis" title={exactTime(order.placedAt)}>
          {order.kind === 'store' && <ShopOutlined />} {order.shop} · {order.no} · {pastTime(order.placedAt, now, t)}
        </span>
        {order.parcel && (
          <span className="quiet small ellipsis" title={`${order.parcel.carrier} ${order.parcel.number}`}>
            <CarOutlined /> {order.parcel.lastStep ?? `${order.parcel.carrier} · ${t(`parcel.${order.parcel.state}`)}`}
          </span>
        )}
      </span>
      <span className="glance-end">
        <b className="figures-tabular">{price(order.amount)}</b>
        <span className={`glance-state is-${order.reversal ? 'cancelled' : order.state}`}>
          {order.reversal ? t('glance.reversal') : t(`order-state.${order.state}`)}
        </span>
      </span>
      {onSend && <SendButton onSend={() => onSend(orderCard(order, t))} />}
    </li>
  )
}

function CartItem({ item, onSend }: { item: InCart; onSend?(card: Card): void }) {
  return (
    <li className="glance-order">
      <Picture image={item.image} />
      <span className="glance-words">
        <span className="ellipsis">{item.name}</span>
        <span className="faint small">× {item.quantity}</span>
      </span>
      <b className="figures-tabular glance-end">{price(item.price)}</b>
      {onSend && (
        <SendButton
          onSend={() => onSend({ type: 'product', title: item.name, image: item.image, price: item.price.amount, sku: item.sku })}
        />
      )}
    </li>
  )
}

function SendButton({ onSend }: { onSend(): void }) {
  const t = useText()
  return (
    <Tooltip title={t('glance.send')}>
      <Button className="glance-send" type="text" size="small" icon={<SendOutlined />} aria-label={t('glance.send')} onClick={onSend} />
    </Tooltip>
  )
}

function Picture({ image }: { image: string | null }) {
  return image ? <img className="glance-picture" src={image} alt="" loading="lazy" /> : <span className="glance-picture" />
}

export function orderCard(order: Bought, t: Text): Card {
  return {
    type: 'product',
    title: t('glance.order-card', { no: order.no, state: t(`order-state.${order.state}`) }),
    subtitle: order.goods,
    image: order.image,
    price: order.amount.amount,
  }
}
