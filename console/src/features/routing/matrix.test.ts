import { expect, it } from 'vitest'
import { doubles, hasLastLine, inOrder, type Line } from './matrix'

const line = (key: string, change: Partial<Line>): Line => ({ key, issue: null, urgency: null, value: null, groupId: 'g', minLevel: 1, ...change })

it('the line that says more is asked first, issue before urgency before value', () => {
  const lines = [
    line('any', {}),
    line('value', { value: 'high' }),
    line('urgent', { urgency: 'urgent' }),
    line('return', { issue: 'return' }),
    line('both', { issue: 'return', value: 'high' }),
  ]
  expect(inOrder(lines).map((each) => each.key)).toEqual(['both', 'return', 'urgent', 'value', 'any'])
})

it('lines for the same case are named, both of them', () => {
  expect([...doubles([line('a', { issue: 'return' }), line('b', {}), line('c', { issue: 'return', groupId: 'h' })])]).toEqual(['a', 'c'])
})

it('knows whether somebody gets everything else', () => {
  expect(hasLastLine([line('a', { issue: 'return' })])).toBe(false)
  expect(hasLastLine([line('a', {})])).toBe(true)
})
