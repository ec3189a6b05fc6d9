import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readBirthDate, readDay, readDeparture, readTime, withDots } from '#renderer/entry/date-entry.ts'
import { addDays, calendarDate } from '#shared/domain/calendar-date.ts'
import { numericDay } from '#shared/i18n/dates.ts'

const TODAY = calendarDate('2026-11-23')
const EMPTY = { state: 'empty' }
const UNREADABLE = { state: 'unreadable' }
const read = (value: string) => ({ state: 'read', value })

describe('a day', () => {
  test.each([
    ['14.09.1988', '1988-09-14'],
    ['14091988', '1988-09-14'],
    ['14/9/1988', '1988-09-14'],
    ['14 09 88', '1988-09-14'],
    ['140988', '1988-09-14'],
    ['1988-09-14', '1988-09-14'],
    ['231126', '2026-11-23'],
    ['241126', '1926-11-24'],
    ['29022024', '2024-02-29'],
  ])('%s in the past is %s', (typed, day) => {
    expect(readDay(typed, TODAY, 'past')).toEqual(read(day))
  })

  test.each([
    ['220331', '2031-03-22'],
    ['2611', '2026-11-26'],
    ['22.11', '2027-11-22'],
    ['2902', '2028-02-29'],
  ])('%s ahead is %s', (typed, day) => {
    expect(readDay(typed, TODAY, 'future')).toEqual(read(day))
  })

  test.each([
    ['14.11', '2026-11-14'],
    ['2311', '2026-11-23'],
    ['24.11', '2025-11-24'],
    ['2902', '2024-02-29'],
    ['241126', '2026-11-24'],
  ])('%s not long ago is %s', (typed, day) => {
    expect(readDay(typed, TODAY, 'recent')).toEqual(read(day))
  })

  test.each(['31.02.2020', '29022023', '1409', 'вчера', '14.13.1988', '1.2.3.4', '00000000'])('%s is none', (typed) => {
    expect(readDay(typed, TODAY, 'past')).toEqual(UNREADABLE)
  })

  test('nothing typed is nothing yet', () => {
    expect(readDay('  ', TODAY, 'past')).toEqual(EMPTY)
  })

  test('what is written out is read back as the same day', () => {
    fc.assert(
      fc.property(fc.integer({ min: -60_000, max: 20_000 }), (offset) => {
        const day = addDays(TODAY, offset)
        const written = numericDay(day)
        expect(readDay(written, TODAY, 'past')).toEqual(read(day))
        expect(withDots(written.replaceAll('.', ''))).toBe(written)
      }),
    )
  })
})

describe('a date of birth', () => {
  test.each([
    ['1988', '1988'],
    ['09.1988', '1988-09'],
    ['9/1988', '1988-09'],
    ['091988', '1988-09'],
    ['14091988', '1988-09-14'],
    ['140926', '2026-09-14'],
  ])('%s is %s', (typed, date) => {
    expect(readBirthDate(typed, TODAY)).toEqual(read(date))
  })

  test.each(['2027', '12.2026', '24112026', '13.1988', '1788', '88'])('%s is none', (typed) => {
    expect(readBirthDate(typed, TODAY)).toEqual(UNREADABLE)
  })
})

describe('a departure', () => {
  test.each([
    ['+3', '2026-11-26'],
    ['3', '2026-11-26'],
    ['0', '2026-11-23'],
    ['45', '2027-01-07'],
    ['0112', '2026-12-01'],
    ['01.12.2026', '2026-12-01'],
  ])('%s is %s', (typed, day) => {
    expect(readDeparture(typed, TODAY)).toEqual(read(day))
  })

  test.each(['-3', '+', 'завтра', '32.12'])('%s is none', (typed) => {
    expect(readDeparture(typed, TODAY)).toEqual(UNREADABLE)
  })
})

test.each([
  ['14:38', read('14:38')],
  ['1438', read('14:38')],
  ['905', read('09:05')],
  ['9', read('09:00')],
  ['0.10', read('00:10')],
  ['24:00', UNREADABLE],
  ['1260', UNREADABLE],
  ['', EMPTY],
])('time %s', (typed, expected) => {
  expect(readTime(typed)).toEqual(expected)
})

test('dots come only with a whole day that exists', () => {
  expect(['1409', '1409198', '31021988', '14091988', '14.09.1988'].map(withDots)).toEqual([
    '1409',
    '1409198',
    '31021988',
    '14.09.1988',
    '14.09.1988',
  ])
})
