import type { Named } from '@/shared/api/types'

/** From and to as 09:00; 24:00 ends the day; what ends before it begins goes on overnight. */
export interface Period {
  from: string
  to: string
}
export interface WeekDay {
  day: number
  periods: Period[]
}
export interface SpecialDay {
  date: string
  name: string
  periods: Period[]
}
export interface ServiceCalendar extends Named {
  timeZone: string
  week: WeekDay[]
  days: SpecialDay[]
}
export interface Assignments {
  house: string
  groups: Record<string, string>
  stores: Record<string, string>
}
export interface HoursBook {
  items: ServiceCalendar[]
  assignments: Assignments
}

export const weekDays = [1, 2, 3, 4, 5, 6, 7]

export function periodsOf(week: WeekDay[], day: number): Period[] {
  return week.find((each) => each.day === day)?.periods ?? []
}

/** The week with these periods on these days; the other days stay. */
export function withPeriods(week: WeekDay[], days: number[], periods: Period[]): WeekDay[] {
  return weekDays.map((day) => ({ day, periods: days.includes(day) ? sorted(periods) : periodsOf(week, day) }))
}

export function sorted(periods: Period[]): Period[] {
  return [...periods].sort((a, b) => a.from.localeCompare(b.from))
}

/** Minutes since midnight. */
export function minutes(time: string): number {
  const [hours = 0, rest = 0] = time.split(':').map(Number)
  return hours * 60 + rest
}

export function goesOvernight({ from, to }: Period): boolean {
  return minutes(to) < minutes(from)
}

/** A period that can be added without overlapping: an hour after the last one, or the usual day. */
export function nextPeriod(periods: Period[]): Period {
  const last = sorted(periods).at(-1)
  if (!last) return { from: '09:00', to: '18:00' }
  const from = Math.min(minutes(last.to) + 60, 23 * 60)
  return { from: spell(from), to: spell(Math.min(from + 240, 24 * 60)) }
}

function spell(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}

/** Whether two periods of a day share a minute. */
export function overlap(periods: Period[]): boolean {
  const spans = sorted(periods).map((period) => [minutes(period.from), goesOvernight(period) ? 24 * 60 : minutes(period.to)] as const)
  return spans.some((span, index) => index > 0 && span[0] < spans[index - 1]![1])
}

/** Days that have the same hours and follow each other, as one line: 周一至周五 09:00–18:00. */
export function summary(week: WeekDay[]): { first: number; last: number; periods: Period[] }[] {
  return weekDays.reduce<{ first: number; last: number; periods: Period[] }[]>((lines, day) => {
    const periods = periodsOf(week, day)
    const before = lines.at(-1)
    if (before && JSON.stringify(before.periods) === JSON.stringify(periods)) before.last = day
    else lines.push({ first: day, last: day, periods })
    return lines
  }, [])
}

export type DayKind = 'usual' | 'weekly-rest' | 'closed' | 'special'

/** 2026-10-01 → how this day is kept in the calendar. Monday is 1, Sunday 7. */
export function kindOf(calendar: ServiceCalendar, date: string): DayKind {
  const special = calendar.days.find((day) => day.date === date)
  if (special) return special.periods.length === 0 ? 'closed' : 'special'
  return periodsOf(calendar.week, weekDayOf(date)).length === 0 ? 'weekly-rest' : 'usual'
}

export function weekDayOf(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7
}

export function addDays(date: string, count: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10)
}

/** The days of a month with the empty places before the first Monday. */
export function monthDays(year: number, month: number): (string | null)[] {
  const first = `${year}-${String(month).padStart(2, '0')}-01`
  const count = new Date(Date.UTC(year, month, 0)).getUTCDate()
  const empty = Array<null>(weekDayOf(first) - 1).fill(null)
  return [...empty, ...Array.from({ length: count }, (_, day) => addDays(first, day))]
}

/** The special days with this one (and the days after it) set, or taken out when they follow the week again. */
export function withDays(days: SpecialDay[], date: string, count: number, to: { name: string; periods: Period[] } | null): SpecialDay[] {
  const touched = Array.from({ length: count }, (_, step) => addDays(date, step))
  const others = days.filter((day) => !touched.includes(day.date))
  const set = to ? touched.map((day) => ({ date: day, name: to.name, periods: sorted(to.periods) })) : []
  return [...others, ...set].sort((a, b) => a.date.localeCompare(b.date))
}
