import { UserOutlined } from '@ant-design/icons'
import { Button, Drawer, Skeleton, Tag, Timeline } from 'antd'
import { moneyText, type Order } from '@/shared/api/orders'
import { useText } from '@/shared/i18n/text'
import { exactTime } from '@/shared/time/format'
import { Failure } from '@/shared/ui/states'
import { useOrder } from './api'
import { stateColour } from './words'

/** One order with everything: goods, parcels with their steps, payments, refunds. */
export function OrderDrawer({ id, onClose, onCustomer }: { id: string; onClose(): void; onCustomer(customer: string): void }) {
  const t = useText()
  const { data: order, isError, error, refetch } = useOrder(id)
  return (
    <Drawer open onClose={onClose} size={560} title={order ? t('order.of', { no: order.no }) : t('order.title')}>
      {isError ? <Failure problem={error} onRetry={() => void refetch()} /> : !order ? <Skeleton active paragraph={{ rows: 10 }} /> : <Details order={order} onCustomer={onCustomer} />}
    </Drawer>
  )
}

function Details({ order, onCustomer }: { order: Order; onCustomer(customer: string): void }) {
  const t = useText()
  const { customer } = order
  return (
    <div className="order-details">
      <p className="order-head">
        <Tag color={stateColour(order.state)}>{t(order.reversal ? 'order.reversal' : `order.state.${order.state}`)}</Tag>
        <b className="figures">{moneyText(order.amount)}</b>
        <span className="quiet">{order.store?.name ?? order.shop.name}</span>
        <span className="bar-space" />
        {customer && (
          <Button size="small" icon={<UserOutlined />} onClick={() => onCustomer(customer.id)}>
            {customer.name}
          </Button>
        )}
      </p>
      <dl className="order-times">
        {times(order).map(([name, at]) => (
          <div key={name}>
            <dt>{t(name)}</dt>
            <dd>{exactTime(at)}</dd>
          </div>
        ))}
      </dl>
      <h3>{t('order.goods')}</h3>
      <ul className="order-lines">
        {order.lines.map((line) => (
          <li key={line.no}>
            {line.image && <img src={line.image} alt="" width={40} height={40} />}
            <span className="order-line-name">
              {line.name || line.sku}
              <span className="faint small">{line.sku}</span>
            </span>
            <span className="quiet figures">
              {moneyText(line.price)} × {line.quantity}
            </span>
            <span className="figures">{moneyText(line.amount)}</span>
          </li>
        ))}
      </ul>
      {order.lineCount > order.lines.length && <p className="faint small">{t('order.lines', { n: order.lineCount })}</p>}
      {order.shipments.map((parcel) => (
        <section key={parcel.number}>
          <h3>
            {t('order.parcel')} · {parcel.carrier} {parcel.number} <Tag>{t(`order.parcel.${parcel.state}`)}</Tag>
          </h3>
          <Timeline
            items={parcel.steps.map((step) => ({ content: <StepShown at={step.at} text={step.text} /> }))}
          />
        </section>
      ))}
      {order.payments.length > 0 && <h3>{t('order.payments')}</h3>}
      {order.payments.map((payment) => (
        <p key={payment.no} className="order-paid">
          <span className="figures">{moneyText(payment.amount)}</span> <span className="quiet">{payment.method}</span> <span className="faint small">{exactTime(payment.paidAt)}</span>
        </p>
      ))}
      {order.refunds.length > 0 && <h3>{t('order.refunds')}</h3>}
      {order.refunds.map((refund, at) => (
        <p key={at} className="order-paid">
          <span className="figures">{moneyText(refund.amount)}</span> <span className="quiet">{refund.reason}</span> <span className="faint small">{exactTime(refund.at)}</span>
        </p>
      ))}
    </div>
  )
}

function StepShown({ at, text }: { at: string; text: string }) {
  return (
    <>
      {text} <span className="faint small">{exactTime(at)}</span>
    </>
  )
}

function times(order: Order) {
  const all = [
    ['order.placed-at', order.placedAt],
    ['order.paid-at', order.paidAt],
    ['order.shipped-at', order.shippedAt],
    ['order.delivered-at', order.deliveredAt],
    ['order.cancelled-at', order.cancelledAt],
  ] as const
  return all.filter((each): each is typeof each & readonly [string, string] => !!each[1])
}
