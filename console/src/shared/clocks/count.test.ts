import { describe, expect, it } from 'vitest'
import { aClock } from '../testing/fixtures'
import { count, leading } from './count'

const begin = Date.parse('2026-11-02T06:00:00Z')
const after = (seconds: number) => begin + seconds * 1000
const at = (seconds: number) => new Date(after(seconds)).toISOString()

describe('a clock', () => {
  it('counts every second of the promise', () => {
    expect(count(aClock(), after(0)).used).toBe(0)
    expect(count(aClock(), after(72)).used).toBe(72_000)
    expect(count(aClock(), after(72)).share).toBe(0.6)
    expect(count(aClock(), after(185)).used).toBe(185_000)
    expect(count(aClock(), after(185)).share).toBe(1)
  })

  it('turns amber at its warning and red when it is due, not a second earlier', () => {
    expect(count(aClock(), after(83)).tone).toBe('calm')
    expect(count(aClock(), after(84)).tone).toBe('attention')
    expect(count(aClock(), after(119)).tone).toBe('attention')
    expect(count(aClock(), after(120)).tone).toBe('late')
  })

  it('is red when the application says so, whatever the desk believes', () => {
    expect(count(aClock({ state: 'breached' }), after(10)).tone).toBe('late')
  })

  it('stands still while it is paused', () => {
    const paused = aClock({ state: 'paused', runSeconds: 40, pausedBecause: { zh: '非服务时间', en: 'Outside service hours' } })
    expect(count(paused, after(40))).toMatchObject({ tone: 'paused', used: 40_000 })
    expect(count(paused, after(4000))).toMatchObject({ tone: 'paused', used: 40_000 })
  })

  it('goes on where it stood after a pause', () => {
    const again = aClock({ runSeconds: 40, at: at(1000), dueAt: at(1080), warnAt: at(1044) })
    expect(count(again, after(1030))).toMatchObject({ tone: 'calm', used: 70_000 })
    expect(count(again, after(1080))).toMatchObject({ tone: 'late', used: 120_000 })
  })

  it('never uses more than the promise while the shop is closed in between', () => {
    const night = aClock({ runSeconds: 0, dueAt: at(43_200), warnAt: at(43_164) })
    expect(count(night, after(30)).used).toBe(30_000)
    expect(count(night, after(4000))).toMatchObject({ tone: 'calm', used: 120_000 })
  })

  it('of several the one that is due first leads; a stopped one is over', () => {
    const urgent = aClock({ kind: 'urgent', dueAt: at(600) })
    expect(leading([urgent, aClock()])?.kind).toBe('first')
    expect(leading([urgent, aClock({ state: 'stopped' })])?.kind).toBe('urgent')
    expect(leading([aClock({ state: 'stopped' })])).toBeUndefined()
  })
})
