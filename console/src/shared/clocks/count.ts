import type { Clock } from '../api/floor'

export type Tone = 'calm' | 'attention' | 'late' | 'paused'

export interface Count {
  tone: Tone
  /** Open time used so far, in milliseconds. */
  used: number
  standard: number
  /** Used share of the standard, at most 1. */
  share: number
}

/** A clock as it stands at this moment (S-05): it counts from its due time, exact to the second. */
export function count(clock: Clock, now: number): Count {
  const standard = clock.standardSeconds * 1000
  const used = Math.max(0, usedBy(clock, standard, now))
  return { tone: toneOf(clock, now), used, standard, share: standard > 0 ? Math.min(1, used / standard) : 1 }
}

function toneOf(clock: Clock, now: number): Tone {
  if (clock.state === 'paused') return 'paused'
  if (clock.state === 'breached' || now >= Date.parse(clock.dueAt)) return 'late'
  return clock.state === 'warning' || now >= Date.parse(clock.warnAt) ? 'attention' : 'calm'
}

function usedBy(clock: Clock, standard: number, now: number): number {
  const told = clock.runSeconds * 1000
  if (clock.state === 'paused' || clock.state === 'stopped') return told
  const due = Date.parse(clock.dueAt)
  const at = Date.parse(clock.at)
  const closesBetween = due - at > standard - told + 1500
  if (!closesBetween) return standard - (due - now)
  // The shop closes before the promise is due: what is used then waits for the next opening.
  const counted = told + (now - at)
  return now < due ? Math.min(counted, standard) : counted
}

/** Of several promises to one customer the one that is due first leads. */
export function leading(clocks: Clock[] | undefined): Clock | undefined {
  return clocks
    ?.filter((clock) => clock.state !== 'stopped')
    .reduce<Clock | undefined>((first, clock) => (first && rank(first) <= rank(clock) ? first : clock), undefined)
}

function rank(clock: Clock): number {
  return clock.state === 'paused' ? Number.MAX_SAFE_INTEGER : Date.parse(clock.dueAt)
}
