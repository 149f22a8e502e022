import { expect, it } from 'vitest'
import { typedReference } from './references'

it('an order is named after a # that begins a word', () => {
  expect(typedReference('#', 1)).toBe('')
  expect(typedReference('您的订单 #HX2', 9)).toBe('HX2')
  expect(typedReference('您好，＃沙发', 6)).toBe('沙发')
  expect(typedReference('C#', 2)).toBeNull()
  expect(typedReference('#HX2 已发货', 8)).toBeNull()
})
