import { describe, expect, test } from 'vitest'
import { calendarDate } from '#shared/domain/calendar-date.ts'
import { arrivalDeadline } from '#shared/regulation/arrival-deadline.ts'
import { BUILT_IN_YEARS } from '#shared/regulation/calendar/built-in-years.ts'
import { workingCalendar } from '#shared/regulation/calendar/working-calendar.ts'

const calendar = workingCalendar(BUILT_IN_YEARS)

function deadlineOf(arrival: string) {
  return arrivalDeadline(calendarDate(arrival), calendar)
}

/** Derived with a paper calendar, not with the program. */
const BY_HAND: readonly { readonly arrival: string; readonly strict: string; readonly latest: string; readonly why: string }[] =
  [
    {
      arrival: '2025-01-02',
      strict: '2025-01-08',
      latest: '2025-01-08',
      why: '3 Jan moved off, Sunday 5 Jan working, 7 Jan off',
    },
    { arrival: '2025-03-20', strict: '2025-03-27', latest: '2025-03-28', why: 'Nauryz 21–25 March' },
    { arrival: '2026-03-20', strict: '2026-03-27', latest: '2026-03-30', why: '23–25 March off' },
    { arrival: '2026-08-28', strict: '2026-09-01', latest: '2026-09-02', why: '31 August 2026 is working' },
    { arrival: '2026-11-28', strict: '2026-12-02', latest: '2026-12-02', why: 'weekend arrival, both readings agree' },
    { arrival: '2026-12-31', strict: '2027-01-06', latest: '2027-01-08', why: 'year end' },

    { arrival: '2026-01-01', strict: '2026-01-08', latest: '2026-01-08', why: 'arrival on a holiday; 7 January off' },
    { arrival: '2026-01-05', strict: '2026-01-08', latest: '2026-01-09', why: '7 January never moves' },
    { arrival: '2026-01-07', strict: '2026-01-12', latest: '2026-01-12', why: 'arrival on 7 January' },
    { arrival: '2025-01-05', strict: '2025-01-08', latest: '2025-01-09', why: 'arrival on a working Sunday' },
    { arrival: '2025-01-04', strict: '2025-01-08', latest: '2025-01-08', why: 'Saturday before a working Sunday' },
    { arrival: '2024-01-05', strict: '2024-01-09', latest: '2024-01-10', why: '7 January on a Sunday is not moved to Monday' },

    { arrival: '2026-05-22', strict: '2026-05-26', latest: '2026-05-28', why: 'Kurban Ait between the two readings' },
    { arrival: '2026-05-25', strict: '2026-05-28', latest: '2026-05-29', why: 'Kurban Ait, Wed 27 May' },
    { arrival: '2026-05-26', strict: '2026-05-29', latest: '2026-06-01', why: 'Kurban Ait, then a weekend' },
    { arrival: '2026-05-27', strict: '2026-06-01', latest: '2026-06-01', why: 'arrival on Kurban Ait' },

    { arrival: '2024-04-30', strict: '2024-05-03', latest: '2024-05-04', why: 'last arguable day is a working Saturday' },
    { arrival: '2024-05-03', strict: '2024-05-06', latest: '2024-05-10', why: 'working Saturday counts; 7–9 May off' },
    { arrival: '2024-05-04', strict: '2024-05-10', latest: '2024-05-13', why: 'arrival on a working Saturday' },
    { arrival: '2024-05-05', strict: '2024-05-13', latest: '2024-05-13', why: 'the Sunday after it is off' },
    {
      arrival: '2024-05-08',
      strict: '2024-05-14',
      latest: '2024-05-14',
      why: 'arrival on the day off moved from that Saturday',
    },

    {
      arrival: '2026-05-06',
      strict: '2026-05-12',
      latest: '2026-05-13',
      why: '7 May off, 9 May on a Saturday moves to Mon 11',
    },
    { arrival: '2026-04-30', strict: '2026-05-05', latest: '2026-05-06', why: '1 May off' },
    { arrival: '2026-10-23', strict: '2026-10-28', latest: '2026-10-29', why: 'Republic Day on a Sunday moves to Mon 26' },
    { arrival: '2026-12-14', strict: '2026-12-17', latest: '2026-12-18', why: '16 December off' },

    { arrival: '2026-11-14', strict: '2026-11-18', latest: '2026-11-18', why: 'Saturday' },
    { arrival: '2026-11-15', strict: '2026-11-18', latest: '2026-11-18', why: 'Sunday' },
    { arrival: '2026-11-16', strict: '2026-11-18', latest: '2026-11-19', why: 'Monday' },
    { arrival: '2026-11-17', strict: '2026-11-19', latest: '2026-11-20', why: 'Tuesday' },
    { arrival: '2026-11-18', strict: '2026-11-20', latest: '2026-11-23', why: 'Wednesday' },
    { arrival: '2026-11-19', strict: '2026-11-23', latest: '2026-11-24', why: 'Thursday' },
    { arrival: '2026-11-20', strict: '2026-11-24', latest: '2026-11-25', why: 'Friday' },
    { arrival: '2026-11-21', strict: '2026-11-25', latest: '2026-11-25', why: 'Saturday' },
    { arrival: '2026-11-22', strict: '2026-11-25', latest: '2026-11-25', why: 'Sunday' },
    { arrival: '2026-11-23', strict: '2026-11-25', latest: '2026-11-26', why: 'Monday' },

    { arrival: '2023-12-29', strict: '2024-01-04', latest: '2024-01-05', why: 'from a year without a calendar' },
    { arrival: '2027-12-31', strict: '2028-01-04', latest: '2028-01-05', why: 'into a year without a calendar' },
    {
      arrival: '2028-06-01',
      strict: '2028-06-05',
      latest: '2028-06-06',
      why: 'a year without a calendar counts Monday–Friday',
    },
    { arrival: '2028-12-16', strict: '2028-12-20', latest: '2028-12-20', why: 'no holiday is assumed without a calendar' },
  ]

test.each(BY_HAND)('$arrival → $strict, at the latest $latest ($why)', ({ arrival, strict, latest }) => {
  const { strictDue, latestDue } = deadlineOf(arrival)
  expect({ strictDue, latestDue }).toEqual({ strictDue: strict, latestDue: latest })
})

test('a deadline names its arrival and the rule it is counted by', () => {
  const { arrival, rule } = deadlineOf('2026-11-23')
  expect({ arrival, rule }).toEqual({ arrival: '2026-11-23', rule: 'arrival-notice@2020-01-11' })
})

describe('the explanation', () => {
  test('tells Friday 20 March 2026 day by day', () => {
    const off = { isWorking: false, strictDay: null, latestDay: null }
    const plain = { isArrival: false, isStrictDue: false, isLatestDue: false, isForecast: false }
    const working = { isWorking: true, reason: { kind: 'working' } }
    expect(deadlineOf('2026-03-20').explanation).toEqual([
      { ...plain, ...working, date: '2026-03-20', weekday: 5, strictDay: 1, latestDay: null, isArrival: true },
      { ...plain, ...off, date: '2026-03-21', weekday: 6, reason: { kind: 'weekend' } },
      { ...plain, ...off, date: '2026-03-22', weekday: 7, reason: { kind: 'weekend' } },
      { ...plain, ...off, date: '2026-03-23', weekday: 1, reason: { kind: 'holiday', holiday: 'nauryz' } },
      { ...plain, ...off, date: '2026-03-24', weekday: 2, reason: substitute('nauryz', '2026-03-21') },
      { ...plain, ...off, date: '2026-03-25', weekday: 3, reason: substitute('nauryz', '2026-03-22') },
      { ...plain, ...working, date: '2026-03-26', weekday: 4, strictDay: 2, latestDay: 1 },
      { ...plain, ...working, date: '2026-03-27', weekday: 5, strictDay: 3, latestDay: 2, isStrictDue: true },
      { ...plain, ...off, date: '2026-03-28', weekday: 6, reason: { kind: 'weekend' } },
      { ...plain, ...off, date: '2026-03-29', weekday: 7, reason: { kind: 'weekend' } },
      { ...plain, ...working, date: '2026-03-30', weekday: 1, strictDay: null, latestDay: 3, isLatestDue: true },
    ])
  })

  test('names moved rest days, and both due marks on one day when the readings agree', () => {
    const plain = { isArrival: false, isStrictDue: false, isLatestDue: false, isForecast: false }
    const off = { isWorking: false, strictDay: null, latestDay: null }
    expect(deadlineOf('2025-01-02').explanation).toEqual([
      { ...plain, ...off, date: '2025-01-02', weekday: 4, reason: { kind: 'holiday', holiday: 'new_year' }, isArrival: true },
      { ...plain, ...off, date: '2025-01-03', weekday: 5, reason: { kind: 'transferred_off', instead: '2025-01-05' } },
      { ...plain, ...off, date: '2025-01-04', weekday: 6, reason: { kind: 'weekend' } },
      day('2025-01-05', 7, 1, { kind: 'working_weekend' }),
      day('2025-01-06', 1, 2, { kind: 'working' }),
      { ...plain, ...off, date: '2025-01-07', weekday: 2, reason: { kind: 'holiday', holiday: 'christmas' } },
      { ...day('2025-01-08', 3, 3, { kind: 'working' }), isStrictDue: true, isLatestDue: true },
    ])
    function day(date: string, weekday: number, count: number, reason: { kind: string }) {
      return { ...plain, date, weekday, isWorking: true, reason, strictDay: count, latestDay: count }
    }
  })

  function substitute(holiday: string, instead: string) {
    return { kind: 'substitute', holiday, instead }
  }
})

describe('which calendars a deadline stands on', () => {
  test.each([
    { arrival: '2026-11-23', version: '2026.1', forecast: false, noCalendarYears: [], note: 'one year' },
    { arrival: '2026-12-28', version: '2026.1', forecast: false, noCalendarYears: [], note: 'ends on 31 December' },
    {
      arrival: '2026-12-29',
      version: '2026.1+2027.1',
      forecast: true,
      noCalendarYears: [],
      note: 'a forecast decides latestDue',
    },
    { arrival: '2027-05-03', version: '2027.1', forecast: true, noCalendarYears: [], note: 'a forecast year' },
    {
      arrival: '2027-12-31',
      version: '2027.1+none',
      forecast: true,
      noCalendarYears: [2028],
      note: 'into a year without data',
    },
    { arrival: '2028-06-01', version: 'none', forecast: false, noCalendarYears: [2028], note: 'a year without data' },
    { arrival: '2028-12-29', version: 'none+none', forecast: false, noCalendarYears: [2028, 2029], note: 'two of them' },
  ])('$arrival: $version ($note)', ({ arrival, version, forecast, noCalendarYears }) => {
    expect(deadlineOf(arrival).calendar).toEqual({ version, forecast, noCalendarYears })
  })

  test('days of a forecast year are marked one by one, and a year without data says so', () => {
    const marks = (arrival: string) => deadlineOf(arrival).explanation.map((day) => [day.date, day.reason.kind, day.isForecast])
    expect(marks('2026-12-31')).toEqual([
      ['2026-12-31', 'working', false],
      ['2027-01-01', 'holiday', true],
      ['2027-01-02', 'weekend', true],
      ['2027-01-03', 'weekend', true],
      ['2027-01-04', 'substitute', true],
      ['2027-01-05', 'working', true],
      ['2027-01-06', 'working', true],
      ['2027-01-07', 'holiday', true],
      ['2027-01-08', 'working', true],
    ])
    expect(marks('2027-12-31')).toEqual([
      ['2027-12-31', 'working', true],
      ['2028-01-01', 'weekend', false],
      ['2028-01-02', 'weekend', false],
      ['2028-01-03', 'no_calendar', false],
      ['2028-01-04', 'no_calendar', false],
      ['2028-01-05', 'no_calendar', false],
    ])
  })

  test('without any data at all a deadline still comes out', () => {
    const { strictDue, latestDue, calendar: use } = arrivalDeadline(calendarDate('2026-03-20'), workingCalendar([]))
    expect({ strictDue, latestDue, use }).toEqual({
      strictDue: '2026-03-24',
      latestDue: '2026-03-25',
      use: { version: 'none', forecast: false, noCalendarYears: [2026] },
    })
  })

  test('the last days a date can be written in are refused, not answered wrongly', () => {
    expect(() => deadlineOf('9999-12-30')).toThrow(RangeError)
  })
})
