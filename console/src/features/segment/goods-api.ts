import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '@/shared/api/client'
import type { Card } from '@/shared/api/types'
import type { Money, Sentence } from './worth-api'

export interface OfferedProduct {
  sku: string
  name: string
  nameEn: string | null
  category: string | null
  price: Money | null
  image: string | null
}

export interface Recommendation {
  product: OfferedProduct
  kind: 'together' | 'cold-start'
  lift: number | null
  support: number | null
  confidence: number | null
  baskets: number | null
  because: Sentence
}

interface Recommendations {
  items: Recommendation[]
  /** What it was counted from; null before the first count. */
  baskets: number | null
  at: string | null
}

export function useRecommendations(customer: string) {
  return useQuery({
    queryKey: ['customer', customer, 'recommendations'],
    queryFn: ({ signal }) => api<Recommendations>('GET', `/api/customers/${customer}/recommendations`, undefined, signal),
    staleTime: 30_000,
  })
}

/** The product as a card in a conversation. */
export function cardOf(product: OfferedProduct): Card {
  return {
    type: 'product',
    title: product.name,
    subtitle: product.category,
    image: product.image,
    price: product.price && product.price.currency === 'CNY' ? product.price.amount : null,
    sku: product.sku,
  }
}

export interface GoodsStandard {
  days: number
  largestBasket: number
  fewestBaskets: number
  eachProduct: number
  soldWithinDays: number
}

interface GoodsBook {
  standard: GoodsStandard
  last: { version: number; at: string; baskets: number; products: number; pairs: number; tookMillis: number } | null
}

const book = ['worth', 'goods'] as const

export function useGoodsBook() {
  return useQuery({ queryKey: book, queryFn: ({ signal }) => api<GoodsBook>('GET', '/api/worth/goods', undefined, signal) })
}

export function useChangeGoodsStandard() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (standard: GoodsStandard) => api<GoodsStandard>('PUT', '/api/worth/goods/standard', standard),
    onSuccess: () => client.invalidateQueries({ queryKey: book }),
  })
}
