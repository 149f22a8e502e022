import type { Text } from '@/shared/i18n/text'
import { goesOvernight, type Period } from './hours'

const names = ['hours.day-1', 'hours.day-2', 'hours.day-3', 'hours.day-4', 'hours.day-5', 'hours.day-6', 'hours.day-7'] as const

export function weekText(first: number, last: number, t: Text): string {
  const name = (day: number) => t(names[day - 1] ?? 'hours.day-1')
  return first === last ? name(first) : t('hours.days', { first: name(first), last: name(last) })
}

export function periodsText(periods: Period[], t: Text): string {
  if (periods.length === 0) return t('hours.closed')
  return periods.map((period) => `${period.from}–${goesOvernight(period) ? t('hours.next-day', { time: period.to }) : period.to}`).join(' ')
}
