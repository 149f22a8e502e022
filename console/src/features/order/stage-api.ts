import { useQuery } from '@tanstack/react-query'
import { api, query } from '@/shared/api/client'

export type SaleStage = 'pre-sale' | 'in-sale' | 'after-sale'

export interface StageOf {
  stage: SaleStage
  order: { id: string; no: string } | null
  why: { zh: string; en: string }
}

/** Rows of a list that ask within a moment are asked for together. */
const GATHER = 20
const AT_ONCE = 200
let waiting = new Map<string, ((stage: StageOf | null) => void)[]>()

function ask(customerId: string): Promise<StageOf | null> {
  return new Promise((resolve) => {
    if (waiting.size === 0) setTimeout(send, GATHER)
    waiting.set(customerId, [...(waiting.get(customerId) ?? []), resolve])
    if (waiting.size >= AT_ONCE) send()
  })
}

function send() {
  const asked = waiting
  waiting = new Map()
  if (asked.size === 0) return
  const tell = (stages: Record<string, StageOf>) => asked.forEach((told, id) => told.forEach((each) => each(stages[id] ?? null)))
  api<Record<string, StageOf>>('GET', `/api/orders/stages${query({ customers: [...asked.keys()].join() })}`).then(tell, () => tell({}))
}

/** Where the customer stands by his own orders (E-07). */
export function useStage(customerId: string) {
  return useQuery({ queryKey: ['sale-stage', customerId], queryFn: () => ask(customerId), staleTime: 60_000 })
}
