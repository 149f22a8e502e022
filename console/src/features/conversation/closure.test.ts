import { describe, expect, it } from 'vitest'
import type { Category } from '@/shared/api/types'
import { aMessage, aRow } from '@/shared/testing/fixtures'
import { proposeCategory, proposeSummary } from './closure'

const categories: Category[] = [
  { id: '1', name: '售前咨询', children: [{ id: '11', name: '尺码' }, { id: '12', name: '活动优惠' }] },
  { id: '2', name: '物流', children: [{ id: '21', name: '催发货' }, { id: '22', name: '快递进度' }] },
  { id: '3', name: '退换货', children: [{ id: '31', name: '退货' }, { id: '32', name: '换货' }] },
  { id: '9', name: '其他' },
]

describe('ending', () => {
  it('proposes the category of the issue, closer by what the customer said', () => {
    expect(proposeCategory(categories, 'logistics', '我的快递到哪了')?.id).toBe('22')
    expect(proposeCategory(categories, 'return', '这件能换货吗')?.id).toBe('32')
    expect(proposeCategory(categories, 'return', '穿着有点紧能换 L 吗')?.id).toBe('32')
    expect(proposeCategory(categories, 'other', '')?.id).toBe('9')
  })

  it('proposes what the customer came with as summary', () => {
    const say = (seq: number, text: string) => aMessage(seq, { body: { text } } as never)
    expect(proposeSummary(aRow(), [say(1, '你好'), say(2, '羽绒服买小了想换 M 码'), say(3, '运费谁出')])).toBe('羽绒服买小了想换 M 码')
    expect(proposeSummary(aRow(), [say(1, '在吗')])).toBe('在吗')
    expect(proposeSummary(aRow(), [])).toBe('')
  })
})
