import { TZDate } from '@date-fns/tz'
import { format } from 'date-fns'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calendarDate } from '#shared/domain/calendar-date.ts'
import { endOfLocalDay, instantOfLocal, isTimeZone, localDateOf, localDateTimeOf } from '#shared/regulation/local-time.ts'

const seed = Number(process.env['QABYL_TEST_SEED'] ?? Math.floor(Math.random() * 2 ** 31))
console.info(`local-time seed ${seed} (QABYL_TEST_SEED=${seed} repeats it)`)

const ALMATY = 'Asia/Almaty'

describe('the wall of the hotel', () => {
  test.each([
    { instant: '2026-11-23T05:43:00.000Z', zone: ALMATY, local: '2026-11-23T10:43' },
    { instant: '2026-12-01T19:10:00.000Z', zone: ALMATY, local: '2026-12-02T00:10' },
    { instant: '2026-12-01T18:59:59.999Z', zone: ALMATY, local: '2026-12-01T23:59' },
    { instant: '2026-12-31T19:00:00.000Z', zone: ALMATY, local: '2027-01-01T00:00' },
    { instant: '2024-01-15T18:10:00.000Z', zone: ALMATY, local: '2024-01-16T00:10' },
    { instant: '2024-02-29T17:59:00.000Z', zone: ALMATY, local: '2024-02-29T23:59' },
    { instant: '2024-02-29T18:00:00.000Z', zone: ALMATY, local: '2024-02-29T23:00' },
    { instant: '2024-02-29T19:00:00.000Z', zone: ALMATY, local: '2024-03-01T00:00' },
    { instant: '1969-12-31T12:00:30.000Z', zone: 'UTC', local: '1969-12-31T12:00' },
    { instant: '2026-07-01T03:59:00.000Z', zone: 'America/New_York', local: '2026-06-30T23:59' },
    { instant: '2026-07-01T00:00:00.000Z', zone: 'Asia/Kathmandu', local: '2026-07-01T05:45' },
  ])('$instant in $zone is $local', ({ instant, zone, local }) => {
    const instantMs = Date.parse(instant)
    expect(localDateTimeOf(instantMs, zone)).toBe(local)
    expect(localDateOf(instantMs, zone)).toBe(local.slice(0, 10))
  })

  test('agrees with date-fns at any moment in any zone', () => {
    const zones = fc.constantFrom(
      ALMATY,
      'Asia/Aqtau',
      'Asia/Qostanay',
      'Europe/Berlin',
      'America/St_Johns',
      'Pacific/Apia',
      'UTC',
    )
    const moments = fc.integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2040, 0, 1) })
    fc.assert(
      fc.property(moments, zones, (instantMs, zone) => {
        expect(localDateTimeOf(instantMs, zone)).toBe(format(new TZDate(instantMs, zone), "yyyy-MM-dd'T'HH:mm"))
      }),
      { seed, numRuns: 2000 },
    )
  })
})

describe('from the wall back to the instant', () => {
  test.each([
    { local: '2026-12-02T00:10', zone: ALMATY, instant: '2026-12-01T19:10:00.000Z', note: '+05' },
    { local: '2024-01-16T00:10', zone: ALMATY, instant: '2024-01-15T18:10:00.000Z', note: '+06 before March 2024' },
    { local: '2024-02-29T23:30', zone: ALMATY, instant: '2024-02-29T17:30:00.000Z', note: 'came twice: the first' },
    { local: '2024-03-01T00:00', zone: ALMATY, instant: '2024-02-29T19:00:00.000Z', note: 'the first midnight of +05' },
    { local: '2026-03-29T02:30', zone: 'Europe/Berlin', instant: '2026-03-29T01:30:00.000Z', note: 'never came: an hour on' },
  ])('$local in $zone is $instant ($note)', ({ local, zone, instant }) => {
    expect(new Date(instantOfLocal(local, zone)).toISOString()).toBe(instant)
  })

  test('there and back gives the same minute wherever a time came once', () => {
    const minutes = fc.integer({ min: Date.UTC(2024, 2, 2) / 60_000, max: Date.UTC(2040, 0, 1) / 60_000 })
    fc.assert(
      fc.property(minutes, (minute) => {
        expect(instantOfLocal(localDateTimeOf(minute * 60_000, ALMATY), ALMATY)).toBe(minute * 60_000)
      }),
      { seed, numRuns: 1000 },
    )
  })

  test.each(['', '2026-12-02', '2026-12-02T24:00', '2026-02-29T10:00', '2026-12-02T10:00Z', '2026-12-02 10:00'])(
    'refuses "%s"',
    (text) => {
      expect(() => instantOfLocal(text, ALMATY)).toThrow(RangeError)
    },
  )
})

test.each([
  { date: '2026-11-25', zone: ALMATY, end: '2026-11-25T18:59:59.000Z', note: '+05' },
  { date: '2024-01-15', zone: ALMATY, end: '2024-01-15T17:59:59.000Z', note: '+06' },
  { date: '2024-02-29', zone: ALMATY, end: '2024-02-29T18:59:59.000Z', note: '23:59:59 came twice: the second' },
  { date: '2026-12-31', zone: ALMATY, end: '2026-12-31T18:59:59.000Z', note: 'year end' },
  {
    date: '2006-10-28',
    zone: 'America/St_Johns',
    end: '2006-10-29T03:29:59.000Z',
    note: 'clocks went back after midnight into it',
  },
  { date: '2026-10-31', zone: 'America/Havana', end: '2026-11-01T03:59:59.000Z', note: 'the next midnight comes twice' },
  { date: '2026-03-29', zone: 'Europe/Berlin', end: '2026-03-29T21:59:59.000Z', note: 'a day of 23 hours' },
])('$date in $zone ends at $end ($note)', ({ date, zone, end }) => {
  expect(endOfLocalDay(calendarDate(date), zone)).toBe(end)
})

test.each([
  ['Asia/Almaty', true],
  ['UTC', true],
  ['Asia/Alma-Ata', false],
  ['', false],
  ['anything+05', false],
])('time zone "%s" known: %s', (zone, isKnown) => {
  expect([isTimeZone(zone), isTimeZone(zone)]).toEqual([isKnown, isKnown])
  if (!isKnown) expect(() => localDateOf(0, zone)).toThrow(RangeError)
})
