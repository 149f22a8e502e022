import type { deskZhCN } from '../zh-CN/desk'

export const deskEnUS: Record<keyof typeof deskZhCN, string> = {
  // Search
  'search.placeholder': 'Search customers, orders, conversations, products, scripts, or type a command',
  'search.customer': 'Customers',
  'search.order': 'Orders',
  'search.conversation': 'Conversations',
  'search.product': 'Products',
  'search.script': 'Scripts',
  'search.open-now': 'Going on now',
  'search.recent': 'Recent searches',
  'search.forget': 'Clear',
  'search.more': '{n} in all',
  'search.more-than': 'more than {n}',
  'search.all-customers': 'All on the customers page',
  'search.building': 'The index is being built; something may be missing',
  'search.failed': 'The search did not work: {why}',
  'search.nothing-hint': 'Try a name, pinyin, the end of a telephone number, an order number, or a sentence somebody wrote',
  'search.in-note': '{name} (note):',

  // Order states
  'order-state.unpaid': 'Unpaid',
  'order-state.paid': 'Paid',
  'order-state.shipped': 'Shipped',
  'order-state.delivered': 'Delivered',
  'order-state.completed': 'Completed',
  'order-state.cancelled': 'Cancelled',
}
