import { useSyncExternalStore } from 'react'

// The waiting clocks must be right on a desk whose own clock is wrong: the difference to the server is kept here.
let offset = 0

/** The Date header has a resolution of a second, so small differences mean nothing. */
export function noteServerTime(header: string | null, local = Date.now()) {
  const server = header ? Date.parse(header) : NaN
  if (Number.isNaN(server)) return
  const difference = server + 500 - local
  offset = Math.abs(difference) > 2000 ? difference : 0
}

export function now(): number {
  return Date.now() + offset
}

// One ticking clock for the whole page instead of one timer in every row.
let seconds = Math.floor(now() / 1000)
let timer: ReturnType<typeof setInterval> | undefined
const watchers = new Set<() => void>()

function tick() {
  seconds = Math.floor(now() / 1000)
  watchers.forEach((watcher) => watcher())
}

function watch(watcher: () => void) {
  watchers.add(watcher)
  timer ??= setInterval(tick, 1000)
  return () => {
    watchers.delete(watcher)
    if (watchers.size === 0) {
      clearInterval(timer)
      timer = undefined
    }
  }
}

/** The present second, in milliseconds; the component renders again each second. */
export function useNow(): number {
  return useSyncExternalStore(watch, () => seconds) * 1000
}

/** A value read from the clock each second; renders again only when the value itself changes. */
export function useFromClock<T extends string | number | boolean | null>(read: (now: number) => T): T {
  return useSyncExternalStore(watch, () => read(seconds * 1000))
}
