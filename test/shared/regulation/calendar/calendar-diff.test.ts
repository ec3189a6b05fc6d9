import { describe, expect, test } from 'vitest'
import { calendarDate } from '#shared/domain/calendar-date.ts'
import { BUILT_IN_YEARS } from '#shared/regulation/calendar/built-in-years.ts'
import { changedDays } from '#shared/regulation/calendar/calendar-diff.ts'
import type { CalendarYear } from '#shared/regulation/calendar/calendar-year.ts'
import { type CalendarEdit, editYear } from '#shared/regulation/calendar/edit-year.ts'
import { sameYear } from '#shared/regulation/calendar/same-year.ts'
import { startYear } from '#shared/regulation/calendar/start-year.ts'
import { workingCalendar } from '#shared/regulation/calendar/working-calendar.ts'

const builtIn = workingCalendar(BUILT_IN_YEARS)

function builtInYear(year: number): CalendarYear {
  const found = BUILT_IN_YEARS.find((candidate) => candidate.year === year)
  if (found === undefined) throw new Error(`No built-in calendar for ${year}`)
  return found
}

function edited(year: number, edit: CalendarEdit): CalendarYear {
  const result = editYear(builtInYear(year), edit)
  if (!result.ok) throw new Error(result.error.message)
  return { ...result.value, version: 2 }
}

const MAY_TRANSFER = edited(2026, { kind: 'move_rest_day', from: calendarDate('2026-05-16'), to: calendarDate('2026-05-08') })

describe('changed days', () => {
  test('a moved rest day changes both its days, each with what it was and is', () => {
    expect(changedDays(builtIn, workingCalendar([...BUILT_IN_YEARS, MAY_TRANSFER]), [2026])).toEqual([
      {
        date: '2026-05-08',
        weekday: 5,
        before: { isWorking: true, reason: { kind: 'working' } },
        after: { isWorking: false, reason: { kind: 'transferred_off', instead: '2026-05-16' } },
      },
      {
        date: '2026-05-16',
        weekday: 6,
        before: { isWorking: false, reason: { kind: 'weekend' } },
        after: { isWorking: true, reason: { kind: 'working_weekend' } },
      },
    ])
  })

  test('seen the other way round, before and after change places', () => {
    const changed = workingCalendar([...BUILT_IN_YEARS, MAY_TRANSFER])
    const there = changedDays(builtIn, changed, [2026])
    expect(changedDays(changed, builtIn, [2026])).toEqual(
      there.map(({ before, after, ...day }) => ({ ...day, before: after, after: before })),
    )
  })

  test('a day that stays off for another reason is a change', () => {
    const year = edited(2026, { kind: 'add_holiday', date: calendarDate('2026-03-24'), holiday: 'other_holiday' })
    const changes = changedDays(builtIn, workingCalendar([...BUILT_IN_YEARS, year]), [2026])
    // The day off of 21 March goes from the 24th to the 25th, that of 22 March from the 25th to the 26th.
    expect(changes.map(({ date, before, after }) => [date, before.reason.kind, after.reason.kind, after.isWorking])).toEqual([
      ['2026-03-24', 'substitute', 'holiday', false],
      ['2026-03-25', 'substitute', 'substitute', false],
      ['2026-03-26', 'working', 'substitute', false],
    ])
  })

  test('only the years asked for, each once, ascending', () => {
    const changed = workingCalendar([
      ...BUILT_IN_YEARS,
      MAY_TRANSFER,
      edited(2027, { kind: 'add_holiday', date: calendarDate('2027-05-17'), holiday: 'kurban_ait' }),
    ])
    const datesIn = (years: readonly number[]) => changedDays(builtIn, changed, years).map(({ date }) => date)
    expect(datesIn([2027])).toEqual(['2027-05-17'])
    expect(datesIn([2025])).toEqual([])
    expect(datesIn([2027, 2026, 2027])).toEqual(['2026-05-08', '2026-05-16', '2027-05-17'])
  })

  test('a year that comes to have a calendar lists its days off, not its 250 ordinary days', () => {
    const year = startYear(2028)
    const changes = changedDays(builtIn, workingCalendar([...BUILT_IN_YEARS, year]), [2028])
    expect(changes.map(({ date }) => date)).toEqual(year.nonWorking)
    expect(new Set(changes.map(({ before }) => before.reason.kind))).toEqual(new Set(['no_calendar']))
  })

  test('a forecast that is confirmed changes no day', () => {
    const year = edited(2027, { kind: 'confirm', source: 'eGov', confidence: 'high', note: 'Compared on 5 January 2027' })
    expect(year.status).toBe('official')
    expect(changedDays(builtIn, workingCalendar([...BUILT_IN_YEARS, year]), [2026, 2027])).toEqual([])
  })
})

describe('the same year', () => {
  const year = builtInYear(2025)

  test('apart from its version, and from the order in which its days stand', () => {
    const shuffled: CalendarYear = {
      ...year,
      version: 7,
      nonWorking: year.nonWorking.toReversed(),
      holidays: Object.fromEntries(Object.entries(year.holidays).toReversed()),
      substitutes: Object.fromEntries(Object.entries(year.substitutes).toReversed()),
    }
    expect(sameYear(year, shuffled)).toBe(true)
    const watched = builtInYear(2026)
    expect(sameYear(watched, { ...watched, watch: watched.watch.toReversed() })).toBe(true)
  })

  test.each<{ readonly what: string; readonly other: CalendarYear }>([
    { what: 'another year', other: { ...year, year: 2026 } },
    { what: 'a forecast', other: { ...year, status: 'forecast' } },
    { what: 'another source', other: { ...year, source: 'Somebody else' } },
    { what: 'another confidence', other: { ...year, confidence: 'low' } },
    { what: 'another note', other: { ...year, confidenceNote: 'Unsure' } },
    { what: 'a day off less', other: { ...year, nonWorking: year.nonWorking.slice(1) } },
    { what: 'no working weekend', other: { ...year, workingWeekends: [] } },
    {
      what: 'a holiday by another name',
      other: { ...year, holidays: { ...year.holidays, [calendarDate('2025-06-06')]: 'nauryz' } },
    },
    {
      what: 'a holiday moved elsewhere',
      other: { ...year, substitutes: { ...year.substitutes, [calendarDate('2025-03-08')]: calendarDate('2025-03-11') } },
    },
    { what: 'no transfer', other: { ...year, ministerialTransfers: [] } },
    { what: 'a watched day', other: { ...year, watch: builtInYear(2026).watch } },
  ])('is not $what', ({ other }) => {
    expect(sameYear(year, other)).toBe(false)
  })
})
