import { addDays as addDaysToDate, format, isWeekend, parseISO } from 'date-fns'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, type CalendarDate, daysBetween, weekdayOf, yearOf } from '#shared/domain/calendar-date.ts'
import { arrivalDeadline } from '#shared/regulation/arrival-deadline.ts'
import { BUILT_IN_YEARS } from '#shared/regulation/calendar/built-in-years.ts'
import type { CalendarYear } from '#shared/regulation/calendar/calendar-year.ts'
import { editYear } from '#shared/regulation/calendar/edit-year.ts'
import { workingCalendar, workingDaysBetween } from '#shared/regulation/calendar/working-calendar.ts'
import { drawnCases } from './calendar/random-calendars.ts'
import { recomputedFromExplanation } from './recomputed-from-explanation.ts'

const seed = Number(process.env['QABYL_TEST_SEED'] ?? Math.floor(Math.random() * 2 ** 31))
console.info(`arrival-deadline.property seed ${seed} (QABYL_TEST_SEED=${seed} repeats it)`)

const FIRST = '2023-06-01' as CalendarDate
const LAST = '2029-03-01' as CalendarDate

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
    fc.property(drawnCases, ({ arrival, years }) => {
      const { strictDue, latestDue } = arrivalDeadline(arrival, workingCalendar(years))
      expect({ strictDue, latestDue }).toEqual(naiveDeadline(arrival, years))
    }),
    1000,
  )
})

test('strict is never after latest; equal exactly when the arrival day is off', () => {
  check(
    fc.property(drawnCases, ({ arrival, years }) => {
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
    fc.property(drawnCases, ({ arrival, years }) => {
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
    fc.property(drawnCases, ({ arrival, years }) => {
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
    fc.property(drawnCases, fc.integer({ min: 1, max: 40 }), ({ arrival, years }, days) => {
      const calendar = workingCalendar(years)
      const first = arrivalDeadline(arrival, calendar)
      const later = arrivalDeadline(addDays(arrival, days), calendar)
      expect(first.strictDue <= later.strictDue).toBe(true)
      expect(first.latestDue <= later.latestDue).toBe(true)
    }),
    1000,
  )
})

test('a due date is a working day of the calendar, under both readings', () => {
  check(
    fc.property(drawnCases, ({ arrival, years }) => {
      const calendar = workingCalendar(years)
      const { strictDue, latestDue } = arrivalDeadline(arrival, calendar)
      expect([calendar.dayOf(strictDue).isWorking, calendar.dayOf(latestDue).isWorking]).toEqual([true, true])
    }),
    1000,
  )
})

test('whoever has only the explanation counts to the same dates', () => {
  check(
    fc.property(drawnCases, ({ arrival, years }) => {
      const { strictDue, latestDue, explanation } = arrivalDeadline(arrival, workingCalendar(years))
      expect(recomputedFromExplanation(explanation)).toEqual({ arrival, strictDue, latestDue, faults: [] })
    }),
    2000,
  )
})

test('the deadline names the versions it stands on, says forecast when one is, and which years have no calendar', () => {
  check(
    fc.property(drawnCases, ({ arrival, years }) => {
      const { latestDue, calendar: use, explanation } = arrivalDeadline(arrival, workingCalendar(years))
      const touched = [...new Set(explanation.map(({ date }) => yearOf(date)))]
      expect([touched[0], touched.at(-1)]).toEqual([yearOf(arrival), yearOf(latestDue)])
      const found = touched.map((year) => years.find((candidate) => candidate.year === year))
      expect(use).toEqual({
        version: found.map((year) => (year === undefined ? 'none' : `${year.year}.${year.version}`)).join('+'),
        forecast: found.some((year) => year?.status === 'forecast'),
        noCalendarYears: touched.filter((_, index) => found[index] === undefined),
      })
      for (const { date, isForecast } of explanation) {
        expect(isForecast).toBe(years.find(({ year }) => year === yearOf(date))?.status === 'forecast')
      }
    }),
    1000,
  )
})

/** A calendar with one more day off, by whatever way a day can come to be off; the same one when the day is off already. */
function withDayOff(years: readonly CalendarYear[], day: CalendarDate, how: 'holiday' | 'bare'): readonly CalendarYear[] {
  return years.map((year) => {
    if (year.year !== yearOf(day)) return year
    if (how === 'holiday') {
      const result = editYear(year, { kind: 'add_holiday', date: day, holiday: 'other_holiday' })
      return result.ok ? result.value : year
    }
    if (weekdayOf(day) >= 6) {
      const workingWeekends = year.workingWeekends.filter((date) => date !== day)
      const ministerialTransfers = year.ministerialTransfers.filter(({ from }) => from !== day)
      return { ...year, workingWeekends, ministerialTransfers }
    }
    const nonWorking = year.nonWorking.includes(day) ? year.nonWorking : [...year.nonWorking, day]
    return { ...year, nonWorking, holidays: { ...year.holidays, [day]: 'other_holiday' as const } }
  })
}

test('one more day off never makes a notice due earlier, and when it lies in the count of working days, later', () => {
  const seen = { moved: 0, same: 0 }
  check(
    fc.property(drawnCases, fc.nat({ max: 12 }), fc.constantFrom('holiday', 'bare'), ({ arrival, years }, ahead, how) => {
      const day = addDays(arrival, ahead)
      const before = workingCalendar(years)
      const after = workingCalendar(withDayOff(years, day, how))
      const first = arrivalDeadline(arrival, before)
      const then = arrivalDeadline(arrival, after)
      expect(first.strictDue <= then.strictDue).toBe(true)
      expect(first.latestDue <= then.latestDue).toBe(true)
      const isLost = before.dayOf(day).isWorking && !after.dayOf(day).isWorking
      if (isLost && day <= first.strictDue) expect(first.strictDue < then.strictDue).toBe(true)
      if (isLost && day > arrival && day <= first.latestDue) expect(first.latestDue < then.latestDue).toBe(true)
      if (then.latestDue > first.latestDue) seen.moved += 1
      else seen.same += 1
    }),
    3000,
  )
  expect(Math.min(seen.moved, seen.same)).toBeGreaterThan(200)
})
