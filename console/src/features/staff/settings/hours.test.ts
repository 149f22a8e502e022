import { describe, expect, it } from 'vitest'
import { kindOf, monthDays, nextPeriod, overlap, summary, withDays, withPeriods, type ServiceCalendar } from './hours'

const day = [{ from: '09:00', to: '18:00' }]
const week = withPeriods([], [1, 2, 3, 4, 5], day)
const calendar: ServiceCalendar = {
  id: 'c',
  name: '白班',
  timeZone: 'Asia/Shanghai',
  week,
  days: [
    { date: '2026-10-01', name: '国庆节', periods: [] },
    { date: '2026-10-10', name: '国庆节调休上班', periods: day },
  ],
}

describe('service hours', () => {
  it('are told in as few lines as the week has kinds of days', () => {
    expect(summary(week).map(({ first, last }) => [first, last])).toEqual([
      [1, 5],
      [6, 7],
    ])
  })

  it('know a holiday, a day in exchange and a weekly rest', () => {
    expect(kindOf(calendar, '2026-10-01')).toBe('closed')
    expect(kindOf(calendar, '2026-10-10')).toBe('special')
    expect(kindOf(calendar, '2026-10-11')).toBe('weekly-rest')
    expect(kindOf(calendar, '2026-10-12')).toBe('usual')
  })

  it('set several days at once and give them back to the week', () => {
    const spring = withDays(calendar.days, '2027-02-05', 3, { name: '春节', periods: [] })
    expect(spring.filter((each) => each.name === '春节').map((each) => each.date)).toEqual(['2027-02-05', '2027-02-06', '2027-02-07'])
    expect(withDays(calendar.days, '2026-10-01', 1, null).map((each) => each.date)).toEqual(['2026-10-10'])
  })

  it('see where periods run into each other', () => {
    expect(overlap([{ from: '09:00', to: '12:00' }, { from: '11:30', to: '18:00' }])).toBe(true)
    expect(overlap([{ from: '09:00', to: '12:00' }, { from: '12:00', to: '18:00' }])).toBe(false)
    expect(overlap([{ from: '22:00', to: '02:00' }, { from: '23:00', to: '24:00' }])).toBe(true)
    expect(nextPeriod([{ from: '09:00', to: '12:00' }])).toEqual({ from: '13:00', to: '17:00' })
  })

  it('draw a month from its first Monday on', () => {
    expect(monthDays(2026, 10).slice(0, 4)).toEqual([null, null, null, '2026-10-01'])
    expect(monthDays(2026, 2)).toHaveLength(6 + 28)
  })
})
