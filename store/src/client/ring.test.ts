import { describe, expect, it } from 'vitest'
import { minutes, ringOf } from './ring'
import type { Clock, Row } from './types'

const row = { waitingSince: '2026-11-22T00:00:00Z', queuedAt: '2026-11-22T00:00:00Z' } as Row
const at = (seconds: number) => Date.parse('2026-11-22T00:00:00Z') + seconds * 1000

describe('the three-minute ring', () => {
  it('is calm, then soon, then late', () => {
    expect(ringOf(row, undefined, at(30))).toMatchObject({ tone: 'calm', left: 150 })
    expect(ringOf(row, undefined, at(120))).toMatchObject({ tone: 'soon', left: 60 })
    expect(ringOf(row, undefined, at(200))).toMatchObject({ tone: 'late', left: -20, share: 1 })
  })

  it('shows the clock of the house when it is told', () => {
    const clock = { startedAt: '2026-11-22T00:00:00Z', dueAt: '2026-11-22T00:05:00Z', warnAt: '2026-11-22T00:04:00Z', state: 'running' } as Clock
    expect(ringOf(row, clock, at(200))).toMatchObject({ tone: 'calm', left: 100 })
    expect(ringOf(row, { ...clock, state: 'stopped' }, at(200))).toBeNull()
  })

  it('is written in minutes', () => {
    expect(minutes(125)).toBe('2:05')
    expect(minutes(-42)).toBe('+0:42')
  })
})
