/** What a customer did on the shop's pages, as `/api/customers/{id}/journey` tells it. */
export interface Goods {
  sku: string
  name: string
  image: string | null
  price: string | null
}

export interface Happened {
  id: string
  at: string
  receivedAt: string
  saidAt: string | null
  name: string
  title: string | null
  url: string | null
  product: Goods | null
  session: string | null
  site: string
  properties: Record<string, unknown>
}

/** Where he is and which goods he looks at. */
export interface LookingAt {
  at: string
  name: string
  title: string | null
  url: string | null
  product: Goods | null
}

export type StepCode = 'browse' | 'cart' | 'consult' | 'buy'

export type CustomerPath = Record<StepCode, { count: number; lastAt: string | null }>

export interface FunnelStep {
  code: StepCode
  name: { zh: string; en: string }
  customers: number
  conversion: number | null
  all: number
}

export interface Funnel {
  from: string
  to: string
  steps: FunnelStep[]
}
