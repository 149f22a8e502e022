import { useQuery } from '@tanstack/react-query'
import { api } from '@/shared/api/client'
import type { Money, Strategy } from './table-api'

export type OrderState = 'unpaid' | 'paid' | 'shipped' | 'delivered' | 'completed' | 'cancelled'
export type ParcelState = 'waiting' | 'underway' | 'delivered' | 'returned' | 'lost'

export interface Bought {
  id: string
  no: string
  shop: string
  kind: 'online' | 'store'
  state: OrderState
  reversal: boolean
  placedAt: string
  amount: Money
  goods: string | null
  image: string | null
  pieces: number
  parcel: { carrier: string; number: string; state: ParcelState; lastStep: string | null; lastStepAt: string | null } | null
}

export interface InCart {
  sku: string
  name: string
  image: string | null
  quantity: number
  price: Money
  at: string
}

/** What an agent wants to know the moment a conversation opens. */
export interface Glance {
  id: string
  totals: { orders: number; spent: Money | null; refunds: number; firstAt: string | null; lastAt: string | null; conversations: number }
  rfm: { cell: string; strategy: Strategy | null } | null
  worth: { clv: Money | null; probabilityAlive: number; expectedOrders: number; days: number; churn: 'low' | 'middle' | 'high' } | null
  orders: Bought[]
  cart: InCart[]
}

export interface History {
  currency: string | null
  months: { month: string; orders: number; amount: number }[]
  categories: { name: string; amount: number }[]
}

export const glanceKey = (customerId: string) => ['glance', customerId] as const

export function useGlance(customerId: string) {
  return useQuery({
    queryKey: glanceKey(customerId),
    queryFn: ({ signal }) => api<Glance>('GET', `/api/customers/${customerId}/glance`, undefined, signal),
    staleTime: 15_000,
  })
}

export function useHistory(customerId: string) {
  return useQuery({
    queryKey: ['purchases', customerId],
    queryFn: ({ signal }) => api<History>('GET', `/api/customers/${customerId}/purchases`, undefined, signal),
    staleTime: 60_000,
  })
}

export interface Path {
  browse: Step
  cart: Step
  consult: Step
  buy: Step
}

interface Step {
  count: number
  lastAt: string | null
}

export function usePath(customerId: string) {
  return useQuery({
    queryKey: ['customer-path', customerId],
    queryFn: ({ signal }) => api<Path>('GET', `/api/customers/${customerId}/path`, undefined, signal),
    staleTime: 30_000,
    retry: false,
  })
}
