import { useQuery } from '@tanstack/react-query'
import { useDesk, type OrderName } from './desk'

/** What is being typed after a # just before the caret, or null. */
export function typedReference(text: string, caret: number): string | null {
  const found = text.slice(0, caret).match(/(?:^|[\s,，。：:])[#＃]([^\s#＃]*)$/)
  return found ? found[1]! : null
}

/** The customer's orders whose number, goods or state say what is typed; asked for when the first # is typed. */
export function useOrderReferences(customerId: string, typed: string | null): OrderName[] {
  const { ordersOf } = useDesk()
  const { data = [] } = useQuery({
    queryKey: ['orders-to-name', customerId],
    queryFn: () => ordersOf!(customerId),
    enabled: typed !== null && ordersOf !== undefined,
    staleTime: 30_000,
  })
  if (typed === null) return []
  const wanted = typed.toLowerCase()
  return data.filter((order) => [order.no, order.goods, order.state].some((text) => text.toLowerCase().includes(wanted)))
}
