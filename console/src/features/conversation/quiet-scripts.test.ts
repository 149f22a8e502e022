import { expect, it } from 'vitest'
import type { Script } from '@/shared/api/types'
import { scriptsLike } from './quiet-scripts'

const script = (id: string, title: string, content: string, more: Partial<Script> = {}): Script =>
  ({ id, title, content, initials: '', folder: '退换', shared: true, ...more }) as Script

const scripts = [
  script('return', '退货流程', '您好{customer}，退货请在“我的订单”里申请，我们审核后上门取件。', { initials: 'thlc' }),
  script('freight', '运费说明', '七天无理由退货的运费由您承担，质量问题由我们承担。', { initials: 'yfsm' }),
  script('card', '退货卡片', '{"title":"退货"}', { kind: 'card' }),
]
const found = (typed: string) => scriptsLike(scripts, typed).map(({ id }) => id)

it('offers what says what is being typed, the nearest first', () => {
  expect(found('退货')).toEqual(['return', 'freight'])
  expect(found('退货的运费')).toEqual(['freight'])
  expect(found('请在我的订单里申请退货')).toEqual(['return'])
  expect(found('thl')).toEqual(['return'])
})

it('stays quiet about a letter, about strange words, and about what stands there already', () => {
  expect(found('退')).toEqual([])
  expect(found('明天天气怎么样')).toEqual([])
  expect(found('七天无理由退货的运费由您承担，质量问题由我们承担。')).toEqual([])
})
