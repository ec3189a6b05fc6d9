import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { readPeriod } from '#renderer/screens/end-of-day/papers/period-entry.ts'
import { dayToOpen, PRESETS, pathOfPlace, placeOfPath, spanOf } from '#renderer/screens/end-of-day/report-place.ts'
import { calendarDate, fromDayNumber, weekdayOf } from '#shared/domain/calendar-date.ts'
import { closeNumber } from '#shared/domain/close-number.ts'

const day = calendarDate
const anyDay = fc.integer({ min: 18_000, max: 25_000 }).map(fromDayNumber)

describe('the address of a sheet', () => {
  it.each([
    ['handover', { what: 'handover' }],
    ['2026-05-05', { what: 'day', date: '2026-05-05' }],
    ['2026-05-04..2026-05-10', { what: 'period', from: '2026-05-04', to: '2026-05-10' }],
    ['2026-05-04..2026-05-04', { what: 'period', from: '2026-05-04', to: '2026-05-04' }],
  ])('%s', (path, place) => {
    expect(placeOfPath(path)).toEqual(place)
  })

  it.each([
    '',
    'today',
    '2026-02-29',
    '2026-05-10..2026-05-04',
    '2026-05-04..',
    '..2026-05-04',
    '2026-05-04..2026-05-05..2026-05-06',
  ])('"%s" is no sheet', (path) => {
    expect(placeOfPath(path)).toBeUndefined()
  })

  it('reads what it writes', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (one, other) => {
        const [from, to] = one <= other ? [one, other] : [other, one]
        for (const place of [{ what: 'day', date: one } as const, { what: 'period', from, to } as const])
          expect(placeOfPath(pathOfPlace(place).slice('/end-of-day/'.length))).toEqual(place)
      }),
    )
  })
})

test('the screen opens on the day to be closed; where today is closed already, on today', () => {
  expect([
    dayToOpen(day('2026-05-03'), day('2026-05-05')),
    dayToOpen(day('2026-05-05'), day('2026-05-05')),
    dayToOpen(day('2026-05-06'), day('2026-05-05')),
  ]).toEqual(['2026-05-03', '2026-05-05', '2026-05-05'])
})

describe('the ready periods', () => {
  it('of a Tuesday', () => {
    expect(PRESETS.map((preset) => Object.values(spanOf(preset, day('2026-05-05'))).join('..'))).toEqual([
      '2026-05-04..2026-05-05',
      '2026-04-27..2026-05-03',
      '2026-05-01..2026-05-05',
      '2026-04-01..2026-04-30',
    ])
  })

  it('cross a year', () => {
    expect(PRESETS.map((preset) => Object.values(spanOf(preset, day('2027-01-01'))).join('..'))).toEqual([
      '2026-12-28..2027-01-01',
      '2026-12-21..2026-12-27',
      '2027-01-01..2027-01-01',
      '2026-12-01..2026-12-31',
    ])
  })

  it('never go beyond today, and weeks begin on Monday', () => {
    fc.assert(
      fc.property(anyDay, (today) => {
        for (const preset of PRESETS) {
          const { from, to } = spanOf(preset, today)
          expect(from <= to && to <= today).toBe(true)
          if (preset === 'thisWeek' || preset === 'lastWeek') expect(weekdayOf(from)).toBe(1)
          else expect(from.slice(8)).toBe('01')
        }
      }),
    )
  })
})

describe('a typed period', () => {
  const today = day('2026-05-05')
  const read = (from: string, to: string) => {
    const answer = readPeriod({ from, to }, today)
    return answer.ok ? `${answer.value.from}..${answer.value.to}` : `${answer.error.field} ${answer.error.what}`
  }
  it('is two days that have begun, the first not after the second', () => {
    expect([
      read('27.04.2026', '03.05.2026'),
      read('05052026', '05.05.2026'),
      read('', '03.05.2026'),
      read('27.04.2026', 'вчера'),
      read('27.04.2026', '06.05.2026'),
      read('06.05.2026', '07.05.2026'),
      read('04.05.2026', '03.05.2026'),
      read('04.05.2025', '04.05.2026'),
      read('03.05.2025', '04.05.2026'),
    ]).toEqual([
      '2026-04-27..2026-05-03',
      '2026-05-05..2026-05-05',
      'from unreadable',
      'to unreadable',
      'to ahead',
      'from ahead',
      'from reversed',
      '2025-05-04..2026-05-04',
      'from tooLong',
    ])
  })
})

test('the number of a close is the year and its day', () => {
  expect(['2026-01-01', '2026-05-05', '2026-12-31', '2028-12-31'].map((text) => closeNumber(day(text)))).toEqual([
    '2026-001',
    '2026-125',
    '2026-365',
    '2028-366',
  ])
})
