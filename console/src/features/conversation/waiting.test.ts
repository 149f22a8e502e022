import { describe, expect, it } from 'vitest'
import { aClock, aRow } from '@/shared/testing/fixtures'
import { filterRows, lateRows, noFilter, sortRows, waitOf } from './waiting'

const begin = Date.parse('2026-11-02T06:00:00Z')
const waiting = (id: string, seconds: number, change = {}) =>
  aRow({ id, waitingSince: new Date(begin + seconds * 1000).toISOString(), ...change })

/** The clocks of a, b and c run out two minutes after each began to wait. */
const due = (at: number) => {
  const began = [0, 30, 100][at] ?? 0
  return { dueAt: new Date(begin + (began + 120) * 1000).toISOString(), warnAt: new Date(begin + (began + 84) * 1000).toISOString() }
}

describe('waiting', () => {
  it('follows the clock of the conversation', () => {
    const row = waiting('c1', 0)
    expect(waitOf(row, aClock(), begin + 83_000)).toMatchObject({ tone: 'calm', used: 83_000, standard: 120_000 })
    expect(waitOf(row, aClock(), begin + 84_000)?.tone).toBe('attention')
    expect(waitOf(row, aClock({ standardSeconds: 30, dueAt: '2026-11-02T06:00:30Z' }), begin + 30_000)?.tone).toBe('late')
    expect(waitOf(aRow({ waitingSince: null }), aClock(), begin)).toBeNull()
  })

  it('counts without a promise until the clock is told', () => {
    expect(waitOf(waiting('a', 0), undefined, begin + 500_000)).toMatchObject({ tone: 'calm', used: 500_000, standard: 0 })
  })

  it('finds everybody who waits too long, the longest first', () => {
    const rows = [waiting('b', 30), waiting('a', 0), waiting('c', 100), aRow({ id: 'd', waitingSince: null })]
    const clocks = Object.fromEntries(['a', 'b', 'c'].map((id, at) => [id, [aClock({ conversation: id, ...due(at) })]]))
    expect(lateRows(rows, clocks, begin + 160_000).map((row) => row.id)).toEqual(['a', 'b'])
  })

  it('lets nobody be late while his clock is paused', () => {
    const paused = aClock({ conversation: 'a', state: 'paused', runSeconds: 20 })
    expect(lateRows([waiting('a', 0)], { a: [paused] }, begin + 900_000)).toEqual([])
  })

  it('counts from the entry into the queue when the customer has not written', () => {
    const row = aRow({ state: 'queued', waitingSince: null, queuedAt: '2026-11-02T06:00:00Z' })
    expect(lateRows([row], { c1: [aClock()] }, begin + 121_000)).toHaveLength(1)
  })

  it('puts pinned first, then who waits longest, then the latest', () => {
    const rows = [
      aRow({ id: 'old', waitingSince: null, lastAt: '2026-11-02T05:00:00Z' }),
      aRow({ id: 'new', waitingSince: null, lastAt: '2026-11-02T06:00:00Z' }),
      waiting('short', 50),
      waiting('long', 0),
      waiting('pinned', 90),
    ]
    const sorted = sortRows(rows, 'waiting', (id) => id === 'pinned')
    expect(sorted.map((row) => row.id)).toEqual(['pinned', 'long', 'short', 'new', 'old'])
  })

  it('lets the urgent go first in the queue', () => {
    const queued = { state: 'queued' as const, agent: null }
    const rows = [waiting('long', 0, queued), waiting('urgent', 90, { ...queued, urgency: 'urgent' })]
    expect(sortRows(rows, 'waiting', () => false).map((row) => row.id)).toEqual(['urgent', 'long'])
  })

  it('filters by words and marks', () => {
    const rows = [aRow({ id: 'a' }), aRow({ id: 'b', unread: 0, customer: { id: 'x', name: '王芳', level: 'ordinary', vip: false } })]
    expect(filterRows(rows, { ...noFilter, text: '王芳' }).map((row) => row.id)).toEqual(['b'])
    expect(filterRows(rows, { ...noFilter, unread: true, vip: true }).map((row) => row.id)).toEqual(['a'])
  })
})
