import type { Clock, Row } from './types'

/** S-03: how the wait of a walk-in stands; `left` counts down and is negative once the promise is broken. */
export interface Ring {
  share: number
  left: number
  tone: 'calm' | 'soon' | 'late'
}

/** What is used while the house has not told its clock yet. */
const STANDARD_SECONDS = 180
const WARN_SHARE = 0.6

export function ringOf(row: Row, clock: Clock | undefined, now: number): Ring | null {
  const since = Date.parse(clock?.startedAt ?? row.waitingSince ?? row.queuedAt ?? '')
  if (Number.isNaN(since) || clock?.state === 'stopped' || clock?.state === 'paused') return null
  const due = clock ? Date.parse(clock.dueAt) : since + STANDARD_SECONDS * 1000
  const warn = clock ? Date.parse(clock.warnAt) : since + STANDARD_SECONDS * WARN_SHARE * 1000
  const whole = Math.max(1, due - since)
  return {
    share: Math.min(1, Math.max(0, (now - since) / whole)),
    left: Math.round((due - now) / 1000),
    tone: now >= due ? 'late' : now >= warn ? 'soon' : 'calm',
  }
}

/** `2:05`, and `+0:42` past the end. */
export function minutes(seconds: number): string {
  const whole = Math.abs(seconds)
  return `${seconds < 0 ? '+' : ''}${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}
