import { expect, it } from 'vitest'
import { aMessage, aRow } from '@/shared/testing/fixtures'
import { entriesOf } from './entries'
import { marksOf } from './marks'
import { emptyThread, merge } from './thread'

it('says once how far our messages got', () => {
  const mine = { kind: 'agent' as const, id: 'wang' }
  const messages = [1, 2, 3, 4, 5].map((seq) => aMessage(seq, { author: mine }))
  const entries = entriesOf(merge(emptyThread, messages), 'c1')
  const marks = marksOf(entries, aRow({ customerRead: 2, customerDelivered: 4 }), 'wang')
  expect([...marks]).toEqual([
    ['c1:2', 'read'],
    ['c1:4', 'delivered'],
    ['c1:5', 'sent'],
  ])
})
