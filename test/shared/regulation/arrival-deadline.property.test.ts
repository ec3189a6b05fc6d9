import { addDays as addDaysToDate, format, isWeekend, parseISO } from 'date-fns'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, type CalendarDate, daysBetween, fromDayNumber, toDayNumber } from '#shared/domain/calendar-date.ts'
import { arrivalDeadline } from '#shared/regulation/arrival-deadline.ts'
import { BUILT_IN_YEARS } from '#shared/regulation/calendar/built-in-years.ts'
import type { CalendarYear } from '#shared/regulation/calendar/calendar-year.ts'
import { parseCalendarYear } from '#shared/regulation/calendar/parse-calendar-year.ts'
import { workingCalendar, workingDaysBetween } from '#shared/regulation/calendar/working-calendar.ts'

const seed = Number(process.env['QABYL_TEST_SEED'] ?? Math.floor(Math.random() * 2 ** 31))
console.info(`arrival-deadline.property seed ${seed} (QABYL_TEST_SEED=${seed} repeats it)`)

const FIRST = '2023-06-01' as CalendarDate
const LAST = '2029-03-01' as CalendarDate
const arrivals = fc.integer({ min: toDayNumber(FIRST), max: toDayNumber(LAST) }).map(fromDayNumber)

/** A year as a ministry in a strange mood would make it: any days off, any working weekends. */
function strangeYear(year: number): fc.Arbitrary<CalendarYear> {
  const first = toDayNumber(`${year}-01-01` as CalendarDate)
  const days = fc.uniqueArray(fc.integer({ min: first, max: first + 364 }).map(fromDayNumber), { maxLength: 120 })
  return fc.record({ days, version: fc.integer({ min: 1, max: 9 }), isForecast: fc.boolean() }).map((drawn) => {
    const nonWorking = drawn.days.filter((date) => !isWeekend(parseISO(date)))
    const parsed = parseCalendarYear({
      year,
      version: drawn.version,
      status: drawn.isForecast ? 'forecast' : 'official',
      source: 'drawn',
      confidence: 'low',
      confidenceNote: 'drawn',
      nonWorking,
      workingWeekends: drawn.days.filter((date) => isWeekend(parseISO(date))),
      holidays: Object.fromEntries(nonWorking.map((date) => [date, 'other_holiday'])),
      substitutes: {},
      ministerialTransfers: [],
      watch: [],
    })
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.error))
    return parsed.value
  })
}
const calendars = fc.oneof(
  fc.constant(BUILT_IN_YEARS),
  fc.tuple(strangeYear(2024), strangeYear(2025), strangeYear(2026), strangeYear(2028)),
)

function check(property: fc.IRawProperty<unknown, false>, numRuns: number) {
  fc.assert(property, { seed, numRuns })
}

/** Day by day with date-fns and sets of dates, sharing nothing with the program but the data. */
function naiveDeadline(arrival: string, years: readonly CalendarYear[]) {
  const off = new Set<string>(years.flatMap((year) => year.nonWorking))
  const on = new Set<string>(years.flatMap((year) => year.workingWeekends))
  const isWorking = (day: Date) => {
    const text = format(day, 'yyyy-MM-dd')
    return on.has(text) || (!isWeekend(day) && !off.has(text))
  }
  const third = (start: Date) => {
    let day = start
    for (let count = isWorking(day) ? 1 : 0; count < 3; ) {
      day = addDaysToDate(day, 1)
      if (isWorking(day)) count += 1
    }
    return format(day, 'yyyy-MM-dd')
  }
  const start = parseISO(arrival)
  return { strictDue: third(start), latestDue: third(addDaysToDate(start, 1)) }
}

test('agrees with a naive count on every arrival of 2023–2029 by the built-in calendar', () => {
  const calendar = workingCalendar(BUILT_IN_YEARS)
  let compared = 0
  for (let arrival = FIRST; arrival <= LAST; arrival = addDays(arrival, 1)) {
    const { strictDue, latestDue } = arrivalDeadline(arrival, calendar)
    expect({ arrival, strictDue, latestDue }).toEqual({ arrival, ...naiveDeadline(arrival, BUILT_IN_YEARS) })
    compared += 1
  }
  expect(compared).toBe(daysBetween(FIRST, LAST) + 1)
})

test('agrees with a naive count by any calendar', () => {
  check(
    fc.property(arrivals, calendars, (arrival, years) => {
      const { strictDue, latestDue } = arrivalDeadline(arrival, workingCalendar(years))
      expect({ strictDue, latestDue }).toEqual(naiveDeadline(arrival, years))
    }),
    1000,
  )
})

test('strict is never after latest; equal exactly when the arrival day is off', () => {
  check(
    fc.property(arrivals, calendars, (arrival, years) => {
      const calendar = workingCalendar(years)
      const { strictDue, latestDue } = arrivalDeadline(arrival, calendar)
      expect(strictDue <= latestDue).toBe(true)
      expect(strictDue === latestDue).toBe(!calendar.dayOf(arrival).isWorking)
    }),
    1000,
  )
})

test('each reading counts exactly working days 1, 2, 3, and its due day is the third', () => {
  check(
    fc.property(arrivals, calendars, (arrival, years) => {
      const calendar = workingCalendar(years)
      const { strictDue, latestDue, explanation } = arrivalDeadline(arrival, calendar)
      for (const [key, due, mark] of [
        ['strictDay', strictDue, 'isStrictDue'],
        ['latestDay', latestDue, 'isLatestDue'],
      ] as const) {
        const counted = explanation.filter((day) => day[key] !== null)
        expect(counted.map((day) => [day[key], day.isWorking])).toEqual([
          [1, true],
          [2, true],
          [3, true],
        ])
        expect(counted.at(-1)?.date).toBe(due)
        expect(explanation.filter((day) => day[mark]).map((day) => day.date)).toEqual([due])
      }
      expect(workingDaysBetween(calendar, addDays(arrival, -1), strictDue)).toBe(3)
      expect(workingDaysBetween(calendar, arrival, latestDue)).toBe(3)
    }),
    1000,
  )
})

test('the explanation holds every day from arrival to the last arguable day once, as the calendar has it', () => {
  check(
    fc.property(arrivals, calendars, (arrival, years) => {
      const calendar = workingCalendar(years)
      const { latestDue, explanation } = arrivalDeadline(arrival, calendar)
      const length = daysBetween(arrival, latestDue) + 1
      expect(explanation.map((day) => day.date)).toEqual(Array.from({ length }, (_, index) => addDays(arrival, index)))
      expect(explanation.filter((day) => day.isArrival).map((day) => day.date)).toEqual([arrival])
      for (const { date, weekday, isWorking, reason, isForecast } of explanation) {
        expect({ date, weekday, isWorking, reason, isForecast }).toEqual(
          (({ version: _, ...day }) => day)(calendar.dayOf(date)),
        )
      }
    }),
    500,
  )
})

test('arriving later never makes the notice due earlier', () => {
  check(
    fc.property(arrivals, fc.integer({ min: 1, max: 40 }), calendars, (arrival, days, years) => {
      const calendar = workingCalendar(years)
      const first = arrivalDeadline(arrival, calendar)
      const later = arrivalDeadline(addDays(arrival, days), calendar)
      expect(first.strictDue <= later.strictDue).toBe(true)
      expect(first.latestDue <= later.latestDue).toBe(true)
    }),
    1000,
  )
})
