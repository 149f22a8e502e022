import type { OrderState } from '@/shared/api/orders'

/** The names of colours antd knows in both themes. */
export function stateColour(state: OrderState): string {
  return { unpaid: 'warning', paid: 'processing', shipped: 'processing', delivered: 'success', completed: 'success', cancelled: 'default' }[state]
}
