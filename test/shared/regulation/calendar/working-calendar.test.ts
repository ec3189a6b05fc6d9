import { describe, expect, test } from 'vitest'
import { addDays, type CalendarDate, calendarDate, weekdayOf } from '#shared/domain/calendar-date.ts'
import { BUILT_IN_YEARS } from '#shared/regulation/calendar/built-in-years.ts'
import type { CalendarYear } from '#shared/regulation/calendar/calendar-year.ts'
import { daysOffBetween, workingCalendar, workingDaysBetween } from '#shared/regulation/calendar/working-calendar.ts'

const calendar = workingCalendar(BUILT_IN_YEARS)

function dayOf(date: string) {
  return calendar.dayOf(calendarDate(date))
}

function builtIn(year: number): CalendarYear {
  const found = BUILT_IN_YEARS.find((candidate) => candidate.year === year)
  if (found === undefined) throw new Error(`No built-in calendar for ${year}`)
  return found
}

describe('the built-in years', () => {
  test('are 2024 to 2026 official and 2027 a forecast, each with its source', () => {
    expect(BUILT_IN_YEARS.map(({ year, version, status, confidence }) => ({ year, version, status, confidence }))).toEqual([
      { year: 2024, version: 1, status: 'official', confidence: 'high' },
      { year: 2025, version: 1, status: 'official', confidence: 'high' },
      { year: 2026, version: 1, status: 'official', confidence: 'medium-high' },
      { year: 2027, version: 1, status: 'forecast', confidence: 'low' },
    ])
    for (const year of BUILT_IN_YEARS) expect([year.source.length > 20, year.confidenceNote.length > 20]).toEqual([true, true])
  })

  test.each([
    [2024, 249],
    [2025, 246],
    [2026, 247],
    [2027, 247],
  ])('%i has %i working days, as published', (year, total) => {
    expect(workingDaysBetween(calendar, calendarDate(`${year - 1}-12-31`), calendarDate(`${year}-12-31`))).toBe(total)
  })

  test.each(BUILT_IN_YEARS)('$year keeps the rules of the Law on holidays and the Labour Code', (year) => {
    const neverMoved = ['christmas', 'kurban_ait']
    for (const [date, holiday] of Object.entries(year.holidays) as [CalendarDate, string][]) {
      const substitute = year.substitutes[date]
      if (weekdayOf(date) <= 5 || neverMoved.includes(holiday)) {
        expect([date, substitute]).toEqual([date, undefined])
        continue
      }
      // Moved to the first day after it that was not off already.
      let expected = addDays(date, 1)
      while (weekdayOf(expected) >= 6 || year.holidays[expected] !== undefined || isTakenBefore(year, expected, date)) {
        expected = addDays(expected, 1)
      }
      expect([date, substitute]).toEqual([date, expected])
    }
  })

  function isTakenBefore(year: CalendarYear, day: CalendarDate, date: CalendarDate): boolean {
    return (Object.entries(year.substitutes) as [CalendarDate, CalendarDate][]).some(([from, to]) => from < date && to === day)
  }

  test('hold every holiday of the land, on its day', () => {
    const everyYear = {
      new_year: ['01-01', '01-02'],
      christmas: ['01-07'],
      womens_day: ['03-08'],
      nauryz: ['03-21', '03-22', '03-23'],
      unity_day: ['05-01'],
      defender_day: ['05-07'],
      victory_day: ['05-09'],
      capital_day: ['07-06'],
      republic_day: ['10-25'],
      independence_day: ['12-16'],
    }
    // Constitution Day was 30 August, was abolished there in March 2026 and is kept on 15 March from 2027.
    expect(Object.fromEntries(BUILT_IN_YEARS.map((year) => [year.year, datesByHoliday(year)]))).toEqual({
      2024: { ...everyYear, kurban_ait: ['06-16'], constitution_day: ['08-30'] },
      2025: { ...everyYear, kurban_ait: ['06-06'], constitution_day: ['08-30'] },
      2026: { ...everyYear, kurban_ait: ['05-27'] },
      2027: { ...everyYear, kurban_ait: ['05-16'], constitution_day: ['03-15'] },
    })
  })

  function datesByHoliday(year: CalendarYear): Record<string, string[]> {
    const dates: Record<string, string[]> = {}
    for (const [date, holiday] of Object.entries(year.holidays)) dates[holiday] = [...(dates[holiday] ?? []), date.slice(5)]
    return dates
  }

  test('hold the days that general holiday lists get wrong', () => {
    const kinds = (...dates: string[]) => dates.map((date) => [date, dayOf(date).reason.kind])
    expect(
      kinds('2024-05-08', '2025-01-03', '2025-01-05', '2026-03-16', '2026-03-25', '2026-08-31', '2027-03-15', '2027-03-24'),
    ).toEqual([
      ['2024-05-08', 'transferred_off'],
      ['2025-01-03', 'transferred_off'],
      ['2025-01-05', 'working_weekend'],
      ['2026-03-16', 'working'],
      ['2026-03-25', 'substitute'],
      ['2026-08-31', 'working'],
      ['2027-03-15', 'holiday'],
      ['2027-03-24', 'substitute'],
    ])
  })
})

describe('a day', () => {
  test.each([
    { date: '2026-11-23', weekday: 1, isWorking: true, reason: { kind: 'working' }, isForecast: false, version: '2026.1' },
    { date: '2026-11-22', weekday: 7, isWorking: false, reason: { kind: 'weekend' }, isForecast: false, version: '2026.1' },
    {
      date: '2026-05-27',
      weekday: 3,
      isWorking: false,
      reason: { kind: 'holiday', holiday: 'kurban_ait' },
      isForecast: false,
      version: '2026.1',
    },
    {
      date: '2026-05-11',
      weekday: 1,
      isWorking: false,
      reason: { kind: 'substitute', holiday: 'victory_day', instead: '2026-05-09' },
      isForecast: false,
      version: '2026.1',
    },
    {
      date: '2024-05-08',
      weekday: 3,
      isWorking: false,
      reason: { kind: 'transferred_off', instead: '2024-05-04' },
      isForecast: false,
      version: '2024.1',
    },
    {
      date: '2024-05-04',
      weekday: 6,
      isWorking: true,
      reason: { kind: 'working_weekend' },
      isForecast: false,
      version: '2024.1',
    },
    { date: '2026-03-21', weekday: 6, isWorking: false, reason: { kind: 'weekend' }, isForecast: false, version: '2026.1' },
    { date: '2027-11-23', weekday: 2, isWorking: true, reason: { kind: 'working' }, isForecast: true, version: '2027.1' },
    { date: '2028-12-15', weekday: 5, isWorking: true, reason: { kind: 'no_calendar' }, isForecast: false, version: 'none' },
    { date: '2028-12-16', weekday: 6, isWorking: false, reason: { kind: 'weekend' }, isForecast: false, version: 'none' },
    { date: '2028-02-29', weekday: 2, isWorking: true, reason: { kind: 'no_calendar' }, isForecast: false, version: 'none' },
  ])('$date is $reason.kind', (expected) => {
    expect(dayOf(expected.date)).toEqual(expected)
  })
})

describe('versions', () => {
  const second: CalendarYear = {
    ...builtIn(2026),
    version: 2,
    nonWorking: [...builtIn(2026).nonWorking, calendarDate('2026-11-24')],
    holidays: { ...builtIn(2026).holidays, [calendarDate('2026-11-24')]: 'other_holiday' },
  }

  test.each([
    { order: 'newer last', years: [...BUILT_IN_YEARS, second] },
    { order: 'newer first', years: [second, ...BUILT_IN_YEARS] },
  ])('the highest version of a year is in force ($order)', ({ years }) => {
    const changed = workingCalendar(years)
    expect(changed.years.map((year) => [year.year, year.version])).toEqual([
      [2024, 1],
      [2025, 1],
      [2026, 2],
      [2027, 1],
    ])
    const { isWorking, reason, version } = changed.dayOf(calendarDate('2026-11-24'))
    expect({ isWorking, reason, version }).toEqual({
      isWorking: false,
      reason: { kind: 'holiday', holiday: 'other_holiday' },
      version: '2026.2',
    })
  })

  test('a new version changes nothing in a calendar made before', () => {
    workingCalendar([...BUILT_IN_YEARS, second]).dayOf(calendarDate('2026-11-24'))
    expect(dayOf('2026-11-24').isWorking).toBe(true)
  })
})

describe('counting', () => {
  test.each([
    { from: '2026-11-23', to: '2026-11-23', days: 0, note: 'the same day' },
    { from: '2026-11-23', to: '2026-11-25', days: 2, note: 'the first day is not counted, the last is' },
    { from: '2026-11-20', to: '2026-11-23', days: 1, note: 'over a weekend' },
    { from: '2026-11-20', to: '2026-11-22', days: 0, note: 'into a weekend' },
    { from: '2026-12-30', to: '2027-01-08', days: 4, note: 'over the year end' },
    { from: '2026-11-25', to: '2026-11-23', days: 0, note: 'backwards' },
  ])('$from to $to: $days ($note)', ({ from, to, days }) => {
    expect(workingDaysBetween(calendar, calendarDate(from), calendarDate(to))).toBe(days)
  })

  test('days off ahead leave out both ends and carry their reasons', () => {
    expect(daysOffBetween(calendar, calendarDate('2026-12-31'), calendarDate('2027-01-07'))).toEqual([
      { date: '2027-01-01', reason: { kind: 'holiday', holiday: 'new_year' } },
      { date: '2027-01-02', reason: { kind: 'weekend' } },
      { date: '2027-01-03', reason: { kind: 'weekend' } },
      { date: '2027-01-04', reason: { kind: 'substitute', holiday: 'new_year', instead: '2027-01-02' } },
    ])
    expect(daysOffBetween(calendar, calendarDate('2026-11-21'), calendarDate('2026-11-22'))).toEqual([])
    expect(daysOffBetween(calendar, calendarDate('2026-11-22'), calendarDate('2026-11-20'))).toEqual([])
  })
})
