import type { Named } from './types'

// What the shop mirror and imports speak.

export interface Money {
  amount: string
  currency: string
}

export type OrderState = 'unpaid' | 'paid' | 'shipped' | 'delivered' | 'completed' | 'cancelled'
export type OrderKind = 'online' | 'store'
export type ParcelState = 'waiting' | 'underway' | 'delivered' | 'returned' | 'lost'

export interface OrderRow {
  id: string
  no: string
  shop: { code: string; name: string }
  kind: OrderKind
  store: Named | null
  state: OrderState
  reversal: boolean
  customer: Named | null
  placedAt: string
  amount: Money
  lineCount: number
  firstProduct: string | null
}

export interface Order extends Omit<OrderRow, 'firstProduct'> {
  paidAt: string | null
  shippedAt: string | null
  deliveredAt: string | null
  cancelledAt: string | null
  lines: { no: number; sku: string; name: string; image: string | null; quantity: number; price: Money; amount: Money }[]
  shipments: {
    carrier: string
    number: string
    state: ParcelState
    shippedAt: string | null
    deliveredAt: string | null
    steps: { at: string; text: string }[]
  }[]
  payments: { no: string; method: string; amount: Money; paidAt: string }[]
  refunds: { amount: Money; at: string; reason: string }[]
}

export interface Shop {
  code: string
  name: string
  kind: OrderKind
}

export interface Words {
  zh: string
  en: string
}

export interface ImportFile {
  id: string
  kind: string
  file: string
  state: 'waiting' | 'running' | 'done' | 'failed'
  progress: number
  bytes: number
  lines: number
  good: number
  rejected: number
  changed: number
  problem: Words | null
  startedAt: string | null
  finishedAt: string | null
  createdAt: string
  by: { id: string | null; name: string }
}

export interface RejectedLine {
  line: number
  code: string
  reason: Words
  raw: string
}

const signs: Record<string, string> = { CNY: '¥', GBP: '£', USD: '$', EUR: '€' }

/** ¥1,299.00 */
export function moneyText({ amount, currency }: Money): string {
  const [whole = '0', decimals] = amount.replace('-', '').split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  const sign = signs[currency]
  const text = `${sign ?? ''}${grouped}${decimals ? `.${decimals}` : ''}${sign ? '' : ` ${currency}`}`
  return amount.startsWith('-') ? `-${text}` : text
}
