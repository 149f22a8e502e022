import { expect, it } from 'vitest'
import { csvOf } from './csv'

it('quotes what needs it and disarms formulas', () => {
  expect(csvOf([['名称', '人数'], ['售后, "一组"', 3], ['=1+1', null]])).toBe('\ufeff名称,人数\r\n"售后, ""一组""",3\r\n\'=1+1,\r\n')
})
