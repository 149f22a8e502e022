import { api, query } from '@/shared/api/client'
import type { Card } from '@/shared/api/types'
import type { Text } from '@/shared/i18n/text'

interface OrderInList {
  id: string
  no: string
  state: 'unpaid' | 'paid' | 'shipped' | 'delivered' | 'completed' | 'cancelled'
  placedAt: string
  amount: { amount: string; currency: string }
  lines: { name: string; image: string | null }[]
}

/** The latest orders of a customer in the words of a reply. */
export async function ordersToName(customerId: string, t: Text) {
  const page = await api<{ items: OrderInList[] }>('GET', `/api/customers/${customerId}/orders${query({ limit: 30 })}`)
  return page.items.map((order) => {
    const goods = order.lines.map((line) => line.name).join('、')
    const state = t(`order-state.${order.state}`)
    const card: Card = {
      type: 'product',
      title: t('glance.order-card', { no: order.no, state }),
      subtitle: goods || null,
      image: order.lines.find((line) => line.image)?.image ?? null,
      price: order.amount.amount,
    }
    const amount = `${order.amount.currency === 'CNY' ? '¥' : `${order.amount.currency} `}${order.amount.amount}`
    return { id: order.id, no: order.no, goods, state, amount, at: order.placedAt, card }
  })
}
