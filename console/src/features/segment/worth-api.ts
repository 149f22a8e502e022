import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '@/shared/api/client'

export interface Money {
  amount: string
  currency: string
}

export interface Sentence {
  zh: string
  en: string
}

export type Churn = 'low' | 'middle' | 'high'

export interface Worth {
  clv: Money | null
  probabilityAlive: number
  probabilityOfReturn: number
  returnDays: number
  expectedOrders: number
  expectedSpend: Money | null
  days: number
  churn: Churn
  purchases: number
  firstDay: string
  lastDay: string
  asOf: string
  why: Sentence
  model: { version: number; at: string; customers: number; returned: number; converged: boolean }
}

/** With a worth, or with the reason why there is none. */
export interface WorthAnswer {
  known: 'yes' | 'no-orders' | 'too-few' | 'not-yet'
  says: Sentence
  worth: Worth | null
}

interface Quality {
  logLikelihood: number
  converged: boolean
  /** Some parameter has no best value, as when nobody seems ever to leave. */
  atEdge: boolean
  starts: number
  agreeing: number
  looks: number
}

export interface Bar {
  times: number
  orMore: boolean
  seen: number
  expected: number
}

export interface WorthModel {
  version: number
  at: string
  state: 'fitted' | 'too-few'
  customers: number
  returned: number
  habits: number
  tookMillis: number
  buying: { r: number; alpha: number; a: number; b: number; quality: Quality } | null
  spending: { currency: string; p: number; q: number; v: number; customers: number; correlation: number; quality: Quality }[]
  bars: Bar[]
  heldOut: {
    shop: string
    from: string
    cut: string
    until: string
    customers: number
    orders: number
    expectedOrders: number
    error: number
    errorAsBefore: number
    currency: string | null
    money: number
    expectedMoney: number
    bars: (Bar & { customers: number })[]
  } | null
}

export interface WorthStandard {
  days: number
  discount: number
  returnDays: number
  churnHighBelow: number
  churnLowFrom: number
  fewestCustomers: number
  fewestReturned: number
  silentShopDays: number
}

export interface WorthBook {
  standard: WorthStandard
  model: WorthModel | null
  risks: { churn: Churn; customers: number; clv: Money | null }[]
  editions: { version: number; at: string; state: string; customers: number; logLikelihood: number | null; tookMillis: number }[]
}

const keys = {
  worth: (customer: string) => ['customer', customer, 'worth'] as const,
  book: ['worth', 'model'] as const,
}

export function useWorth(customer: string) {
  return useQuery({
    queryKey: keys.worth(customer),
    queryFn: ({ signal }) => api<WorthAnswer>('GET', `/api/customers/${customer}/worth`, undefined, signal),
    staleTime: 60_000,
  })
}

export function useWorthBook() {
  return useQuery({
    queryKey: keys.book,
    queryFn: ({ signal }) => api<WorthBook>('GET', '/api/worth/model', undefined, signal),
  })
}

const LOOK_EVERY = 2_000

export function useWorthVerbs() {
  const client = useQueryClient()
  const refresh = () => client.invalidateQueries({ queryKey: keys.book })
  const change = useMutation({
    mutationFn: (standard: WorthStandard) => api<WorthStandard>('PUT', '/api/worth/standard', standard),
    onSuccess: refresh,
  })
  /** Asks for a fit and looks until there is a newer one. */
  const fit = useMutation({
    mutationFn: async (version: number) => {
      await api('POST', '/api/worth/fits')
      for (let look = 0; look < 60; look++) {
        await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY))
        const book = await api<WorthBook>('GET', '/api/worth/model')
        if ((book.model?.version ?? 0) > version) return
      }
    },
    onSuccess: refresh,
  })
  return { change, fit }
}
