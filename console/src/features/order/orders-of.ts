import { useInfiniteQuery } from '@tanstack/react-query'
import { api, query } from '@/shared/api/client'

export interface Money {
  amount: string
  currency: string
}

export interface OrderView {
  id: string
  no: string
  shop: { code: string; name: string }
  kind: 'online' | 'store'
  store: { id: string; name: string } | null
  state: 'unpaid' | 'paid' | 'shipped' | 'delivered' | 'completed' | 'cancelled'
  reversal: boolean
  placedAt: string
  amount: Money
  lineCount: number
  lines: { no: number; sku: string; name: string; image: string | null; quantity: number; price: Money; amount: Money }[]
  shipments: {
    carrier: string
    number: string
    state: 'waiting' | 'underway' | 'delivered' | 'returned' | 'lost'
    steps: { at: string; text: string }[]
  }[]
  payments: { no: string; method: string; amount: Money; paidAt: string }[]
  refunds: { amount: Money; at: string; reason: string }[]
}

interface OrdersPage {
  items: OrderView[]
  next: string | null
  totals: { orders: number; paid: Money; refunded: Money; firstAt: string | null; lastAt: string | null }
}

export function useOrdersOf(customerId: string) {
  return useInfiniteQuery({
    queryKey: ['customer-orders', customerId],
    queryFn: ({ pageParam, signal }) =>
      api<OrdersPage>('GET', `/api/customers/${customerId}/orders${query({ cursor: pageParam, limit: 20 })}`, undefined, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    staleTime: 15_000,
  })
}

export function price(money: Money): string {
  const [whole, part] = money.amount.split('.')
  const sign = money.currency === 'CNY' ? '¥' : money.currency === 'GBP' ? '£' : `${money.currency} `
  return `${sign}${Number(whole).toLocaleString('en-US')}${part ? `.${part}` : ''}`
}
