import { describe, expect, it } from 'vitest'
import { textIn } from '../i18n/text'
import { duration, pastTime, stopwatch } from './format'

const t = textIn('zh-CN')
const noon = new Date(2026, 10, 2, 14, 3).getTime()
const ago = (milliseconds: number) => pastTime(new Date(noon - milliseconds).toISOString(), noon, t)

describe('times', () => {
  it('are told the way people say them', () => {
    expect(ago(20_000)).toBe('刚刚')
    expect(ago(3 * 60_000)).toBe('3 分钟前')
    expect(ago(2 * 3_600_000)).toBe('今天 12:03')
    expect(ago(24 * 3_600_000)).toBe('昨天 14:03')
    expect(ago(10 * 24 * 3_600_000)).toBe('2026-10-23')
  })

  it('count in seconds up to two minutes, then in minutes', () => {
    expect(duration(119_000, t)).toBe('119 秒')
    expect(duration(120_000, t)).toBe('2 分钟')
    expect(duration(3 * 3_600_000, t)).toBe('3 小时')
    expect(stopwatch(72_000)).toBe('01:12')
    expect(stopwatch(3_723_000)).toBe('1:02:03')
  })
})
