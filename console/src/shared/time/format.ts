import type { Text } from '../i18n/text'

const DAY = 86_400_000

function two(number: number): string {
  return String(number).padStart(2, '0')
}

export function clockTime(at: string | number): string {
  const date = new Date(at)
  return `${two(date.getHours())}:${two(date.getMinutes())}`
}

export function calendarDay(at: string | number): string {
  const date = new Date(at)
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

export function exactTime(at: string | number): string {
  return `${calendarDay(at)} ${clockTime(at)}:${two(new Date(at).getSeconds())}`
}

function daysBetween(earlier: number, later: number): number {
  const midnight = (at: number) => new Date(at).setHours(0, 0, 0, 0)
  return Math.round((midnight(later) - midnight(earlier)) / DAY)
}

/** 刚刚 / 3 分钟前 / 今天 14:03 / 昨天 14:03 / 2026-11-02 */
export function pastTime(at: string, now: number, t: Text): string {
  const then = Date.parse(at)
  const minutes = Math.floor((now - then) / 60_000)
  if (minutes < 1) return t('time.just-now')
  if (minutes < 60) return t('time.minutes-ago', { n: minutes })
  const days = daysBetween(then, now)
  if (days === 0) return t('time.today', { time: clockTime(then) })
  if (days === 1) return t('time.yesterday', { time: clockTime(then) })
  return calendarDay(then)
}

/** The short form for a narrow list: 刚刚 / 3 分钟 / 14:03 / 昨天 / 11-02. */
export function shortPastTime(at: string, now: number, t: Text): string {
  const then = Date.parse(at)
  const minutes = Math.floor((now - then) / 60_000)
  if (minutes < 1) return t('time.just-now')
  if (minutes < 60) return t('time.minutes', { n: minutes })
  const days = daysBetween(then, now)
  if (days === 0) return clockTime(then)
  if (days === 1) return t('time.yesterday-short')
  const day = calendarDay(then)
  return then > now - 300 * DAY ? day.slice(5) : day
}

/** A separator line between the days of a history. */
export function dayTitle(at: string, now: number, t: Text): string {
  const days = daysBetween(Date.parse(at), now)
  if (days === 0) return t('time.day-today')
  if (days === 1) return t('time.day-yesterday')
  return calendarDay(at)
}

/** Seconds up to two minutes, then minutes, then hours and days. */
export function duration(milliseconds: number, t: Text): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000))
  if (seconds < 120) return t('time.s', { n: seconds })
  const minutes = Math.floor(seconds / 60)
  if (minutes < 120) return t('time.min', { n: minutes })
  const hours = Math.floor(minutes / 60)
  if (hours < 48) return t('time.h', { n: hours })
  return t('time.d', { n: Math.floor(hours / 24) })
}

/** 01:12 for a clock that runs against a promise; 1:02:03 past an hour. */
export function stopwatch(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000))
  const hours = Math.floor(seconds / 3600)
  const rest = `${two(Math.floor((seconds % 3600) / 60))}:${two(seconds % 60)}`
  return hours > 0 ? `${hours}:${rest}` : rest
}

export function fileSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`
}
