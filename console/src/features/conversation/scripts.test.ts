import { describe, expect, it } from 'vitest'
import type { Script } from '@/shared/api/types'
import { fillScript, findScripts, typedMention, typedScript } from './scripts'

const script = (title: string, initials: string, content = ''): Script => ({ id: title, shared: true, folder: '常用', title, initials, content })
const scripts = [
  script('尺码建议', 'cmjynhxg', '您好,{customer},建议看一下尺码表'),
  script('换货流程', 'hhlckyhh', '可以换货,七天内'),
  script('欢迎语', 'hyynhwo', '您好,我是{name}'),
  script('包邮说明', 'bysmmjb', '满 99 包邮,换货运费我们出'),
]
const titles = (typed: string) => findScripts(scripts, typed).map((found) => found.title)

describe('scripts', () => {
  it('are found by title, by pinyin initials and by content, in this order', () => {
    expect(titles('换货')).toEqual(['换货流程', '包邮说明'])
    expect(titles('hh')).toEqual(['换货流程'])
    expect(titles('HY')).toEqual(['欢迎语'])
    expect(titles('尺码表')).toEqual(['尺码建议'])
    expect(titles('没有的')).toEqual([])
    expect(titles('')).toHaveLength(4)
  })

  it('are filled with names', () => {
    const names = { name: '小王', customer: '林晓', shop: '青禾' }
    expect(fillScript('{customer}您好,我是{shop}的{name},{unknown}', names)).toBe('林晓您好,我是青禾的小王,{unknown}')
  })

  it('are asked for by a slash at the beginning of a line', () => {
    expect(typedScript('/hh', 3)).toBe('hh')
    expect(typedScript('您好\n/换', 5)).toBe('换')
    expect(typedScript('、hh', 3)).toBe('hh')
    expect(typedScript('1/2', 3)).toBeNull()
    expect(typedScript('/hh 好的', 6)).toBeNull()
  })

  it('colleagues are asked for by an at sign', () => {
    expect(typedMention('@王', 2)).toBe('王')
    expect(typedMention('请 @', 3)).toBe('')
    expect(typedMention('mail@shop', 9)).toBeNull()
  })
})
