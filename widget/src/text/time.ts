import type { Words } from './language'

const DAY_MS = 24 * 60 * 60_000

export function startOfDay(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime()
}

/** The heading above the entries of one day. */
export function dayLabel(date: Date, now: Date, words: Words): string {
  const days = Math.round((startOfDay(now) - startOfDay(date)) / DAY_MS)
  if (days === 0) return words.text.today
  if (days === 1) return words.text.yesterday
  const sameYear = date.getFullYear() === now.getFullYear()
  return new Intl.DateTimeFormat(words.language, {
    ...(sameYear ? {} : { year: 'numeric' }), month: 'long', day: 'numeric', weekday: 'long',
  }).format(date)
}

/** 14:03, because the day stands above. */
export function clock(date: Date): string {
  return `${String(date.getHours()).padStart(2, '0')}:${String(date.getMinutes()).padStart(2, '0')}`
}

export function exact(date: Date, words: Words): string {
  return new Intl.DateTimeFormat(words.language, { dateStyle: 'medium', timeStyle: 'medium' }).format(date)
}

/** Seconds up to two minutes, then minutes. */
export function duration(seconds: number, words: Words): string {
  if (seconds < 120) return words.text.seconds(Math.max(5, Math.round(seconds / 5) * 5))
  return words.text.minutes(Math.round(seconds / 60))
}
