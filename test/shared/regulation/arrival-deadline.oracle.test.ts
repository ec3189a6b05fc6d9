import { describe, expect, test } from 'vitest'
import { calendarDate } from '#shared/domain/calendar-date.ts'
import { arrivalDeadline } from '#shared/regulation/arrival-deadline.ts'
import { BUILT_IN_YEARS } from '#shared/regulation/calendar/built-in-years.ts'
import { workingCalendar } from '#shared/regulation/calendar/working-calendar.ts'

/**
 * A second opinion that shares nothing with the program: the calendars typed in by hand from the published lists, month by month, and
 * a count that walks from midnight to midnight. Only the function under test, and the calendar it is asked with, come from the
 * program.
 */
interface TypedYear {
  readonly year: number
  /** Working days of the year, as published (for 2027: as the rules give). */
  readonly total: number
  /** Per month the Mondays to Fridays that are off. */
  readonly off: Readonly<Record<number, readonly number[]>>
  /** Per month the Saturdays and Sundays that are working. */
  readonly on: Readonly<Record<number, readonly number[]>>
  /** Working days per month, counted by hand: catches a slip in either list. */
  readonly months: readonly number[]
}

const TYPED_IN: readonly TypedYear[] = [
  {
    // eGov, January 2024; order of the Labour ministry of 17 April 2024: Sat 4 May working, Wed 8 May off.
    year: 2024,
    total: 249,
    off: { 1: [1, 2], 3: [8, 21, 22, 25], 5: [1, 7, 8, 9], 7: [8], 8: [30], 10: [25], 12: [16] },
    on: { 5: [4] },
    months: [21, 21, 17, 22, 20, 20, 22, 21, 21, 22, 21, 21],
  },
  {
    // pobipb.kz; order of the Labour ministry: Sun 5 January working, Fri 3 January off.
    year: 2025,
    total: 246,
    off: { 1: [1, 2, 3, 7], 3: [10, 21, 24, 25], 5: [1, 7, 9], 6: [6], 7: [7], 9: [1], 10: [27], 12: [16] },
    on: { 1: [5] },
    months: [20, 20, 17, 22, 19, 20, 22, 21, 21, 22, 20, 22],
  },
  {
    // eGov, 2 January 2026, without 31 August: 30 August was given up in March 2026.
    year: 2026,
    total: 247,
    off: { 1: [1, 2, 7], 3: [9, 23, 24, 25], 5: [1, 7, 11, 27], 7: [6], 10: [26], 12: [16] },
    on: {},
    months: [19, 20, 18, 22, 17, 22, 22, 21, 22, 21, 21, 22],
  },
  {
    // From the rules: nobody has published it.
    year: 2027,
    total: 247,
    off: { 1: [1, 4, 7], 3: [8, 15, 22, 23, 24], 5: [3, 7, 10], 7: [6], 10: [25], 12: [16] },
    on: {},
    months: [18, 20, 18, 22, 18, 22, 21, 22, 22, 20, 22, 22],
  },
]

const DAY_MS = 24 * 60 * 60 * 1000
const isOff = new Set<number>()
const isOn = new Set<number>()
for (const { year, off, on } of TYPED_IN) {
  for (const [days, set] of [
    [off, isOff],
    [on, isOn],
  ] as const) {
    for (const [month, dates] of Object.entries(days)) {
      for (const date of dates) set.add(Date.UTC(year, Number(month) - 1, date))
    }
  }
}

function isWorkingDay(at: number): boolean {
  const weekday = new Date(at).getUTCDay()
  if (weekday === 0 || weekday === 6) return isOn.has(at)
  return !isOff.has(at)
}

/** The third working day, the first day tried being `at` itself. */
function thirdWorkingDay(at: number): number {
  let left = 3
  for (let day = at; ; day += DAY_MS) {
    if (isWorkingDay(day)) left -= 1
    if (left === 0) return day
  }
}

function text(at: number): string {
  return new Date(at).toISOString().slice(0, 10)
}

describe('the calendars typed in', () => {
  test.each(TYPED_IN)('$year: a day off is a weekday, a working weekend a weekend, and the months add up', (typed) => {
    const { year, total, off, on, months } = typed
    const weekdaysOf = (days: TypedYear['off']) =>
      Object.entries(days).flatMap(([month, dates]) =>
        dates.map((date) => new Date(Date.UTC(year, Number(month) - 1, date)).getUTCDay()),
      )
    expect(weekdaysOf(off).filter((weekday) => weekday === 0 || weekday === 6)).toEqual([])
    expect(weekdaysOf(on).filter((weekday) => weekday !== 0 && weekday !== 6)).toEqual([])
    const counted = months.map((_, month) => {
      let working = 0
      for (let at = Date.UTC(year, month, 1); at < Date.UTC(year, month + 1, 1); at += DAY_MS)
        if (isWorkingDay(at)) working += 1
      return working
    })
    expect(counted).toEqual(months)
    expect(counted.reduce((sum, days) => sum + days, 0)).toBe(total)
  })
})

test('every arrival from 1 January 2024 to 20 December 2027 is due when the calendars typed in say, under both readings', () => {
  const calendar = workingCalendar(BUILT_IN_YEARS)
  let compared = 0
  for (let at = Date.UTC(2024, 0, 1); at <= Date.UTC(2027, 11, 20); at += DAY_MS) {
    const { arrival, strictDue, latestDue } = arrivalDeadline(calendarDate(text(at)), calendar)
    expect({ arrival, strictDue, latestDue }).toEqual({
      arrival: text(at),
      strictDue: text(thirdWorkingDay(at)),
      latestDue: text(thirdWorkingDay(at + DAY_MS)),
    })
    compared += 1
  }
  expect(compared).toBe(366 + 365 + 365 + 354)
})
