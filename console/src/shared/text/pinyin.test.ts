import { expect, it } from 'vitest'
import { inChineseOrder, initialsOf, isFound } from './pinyin'

it('first letters of the pinyin are known without a dictionary', () => {
  expect(initialsOf('退货流程')).toBe('thlc')
  expect(initialsOf('售后 A 组')).toBe('shaz')
  expect(['门店专员', '欧阳', '安全', '客服'].map(initialsOf)).toEqual(['mdzy', 'oy', 'aq', 'kf'])
})

it('names stand in the order of their pinyin, numbers by their value', () => {
  expect(['张三', '李四', '王五', '安琪'].sort(inChineseOrder)).toEqual(['安琪', '李四', '王五', '张三'])
  expect(['门店10', '门店2'].sort(inChineseOrder)).toEqual(['门店2', '门店10'])
})

it('is found by signs, by initials, and by several words together', () => {
  const texts = ['王芳', 'wangfang', '售后组']
  expect(['王', 'wf', 'WANG', '王 shz', ''].map((typed) => isFound(texts, typed))).toEqual([true, true, true, true, true])
  expect(isFound(texts, '王 门店')).toBe(false)
})
