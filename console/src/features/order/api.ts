import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { api, query } from '@/shared/api/client'
import type { Order, OrderKind, OrderRow, OrderState, Shop } from '@/shared/api/orders'
import type { Page } from '@/shared/api/types'

export interface OrderFilter {
  q?: string
  state?: OrderState
  shop?: string
  kind?: OrderKind
  from?: string
  to?: string
}

export function useOrders(filter: OrderFilter) {
  return useInfiniteQuery({
    queryKey: ['orders', 'list', filter],
    queryFn: ({ pageParam, signal }) =>
      api<Page<OrderRow>>('GET', `/api/orders${query({ ...filter, cursor: pageParam, limit: 50 })}`, undefined, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
    staleTime: 0,
  })
}

export function useOrder(id: string) {
  return useQuery({
    queryKey: ['orders', 'one', id],
    queryFn: ({ signal }) => api<Order>('GET', `/api/orders/${id}`, undefined, signal),
  })
}

export function useShops() {
  return useQuery({
    queryKey: ['orders', 'shops'],
    queryFn: ({ signal }) => api<Shop[]>('GET', '/api/shops', undefined, signal),
  })
}

export function ordersAddress(filter: OrderFilter): string {
  return `/api/orders.csv${query({ ...filter })}`
}
