import { expect, it } from 'vitest'
import { asGroup, freshFact, isComplete } from './condition'

const orders = { fact: 'orders', kind: 'number', name: { zh: '', en: '' }, unit: { zh: '', en: '' }, is: ['at-least', 'known'], values: [] } as const

it('a single condition is shown in a group', () => {
  expect(asGroup({ tag: 'VIP', is: 'set' })).toEqual({ all: [{ tag: 'VIP', is: 'set' }] })
})

it('a fresh comparison can be asked at once', () => {
  expect(isComplete(freshFact({ ...orders, is: [...orders.is], values: [] }))).toBe(true)
  expect(freshFact({ ...orders, is: [...orders.is], values: [] }, 'known')).toEqual({ fact: 'orders', is: 'known' })
})

it('what lacks something is not asked', () => {
  expect(isComplete({ all: [] })).toBe(false)
  expect(isComplete({ all: [{ tag: ' ', is: 'set' }] })).toBe(false)
  expect(isComplete({ not: { fact: 'level', is: 'one-of', values: [] } })).toBe(false)
  expect(isComplete({ any: [{ counted: 'events', days: 7, measure: 'count', is: 'at-least', value: 1 }] })).toBe(false)
})
