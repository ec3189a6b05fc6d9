import { describe, expect, test } from 'vitest'
import { calendarDate } from '#shared/domain/calendar-date.ts'
import { BUILT_IN_YEARS } from '#shared/regulation/calendar/built-in-years.ts'
import type { CalendarYear, MinisterialTransfer } from '#shared/regulation/calendar/calendar-year.ts'
import { decisionsOf, layOutYear } from '#shared/regulation/calendar/lay-out-year.ts'
import { startYear } from '#shared/regulation/calendar/start-year.ts'

const published = BUILT_IN_YEARS.map((year) => ({ year: year.year, calendar: year }))

test.each(published)('$year follows from its holidays and ministerial transfers by the rule alone', ({ calendar }) => {
  const { year, holidays, ministerialTransfers } = calendar
  const days = layOutYear({ year, holidays, ministerialTransfers, exceptions: new Map(), otherWorkingWeekends: [] })
  const { nonWorking, workingWeekends, substitutes } = calendar
  expect(days).toEqual({ nonWorking, workingWeekends, holidays, substitutes, ministerialTransfers })
})

test.each(published)('$year departs from the rule nowhere', ({ calendar }) => {
  const { exceptions, otherWorkingWeekends } = decisionsOf(calendar)
  expect([[...exceptions], otherWorkingWeekends]).toEqual([[], []])
})

describe('a year made from the rules alone', () => {
  test.each(published)('$year has the holidays that were published', ({ calendar }) => {
    expect(startYear(calendar.year).holidays).toEqual(calendar.holidays)
  })

  // What the rules cannot know: the orders of the Minister of Labour.
  test.each([
    { year: 2024, transfers: [transfer('2024-05-04', '2024-05-08')] },
    { year: 2025, transfers: [transfer('2025-01-05', '2025-01-03')] },
    { year: 2026, transfers: [] },
    { year: 2027, transfers: [] },
  ])('$year differs from what was published by its transfers alone', ({ year, transfers }) => {
    const calendar = builtIn(year)
    expect(calendar.ministerialTransfers).toEqual(transfers)
    const moved = new Set(transfers.flatMap(({ from, to }) => [from, to]))
    const { nonWorking, workingWeekends, substitutes, ministerialTransfers } = startYear(year)
    expect({ nonWorking, workingWeekends, substitutes, ministerialTransfers }).toEqual({
      nonWorking: calendar.nonWorking.filter((date) => !moved.has(date)),
      workingWeekends: [],
      substitutes: calendar.substitutes,
      ministerialTransfers: [],
    })
  })

  test('2026 has no Constitution Day: 30 August was given up that March, 15 March is kept from 2027', () => {
    const keptOn = [2025, 2026, 2027, 2028].map((year) =>
      Object.entries(startYear(year).holidays).flatMap(([date, holiday]) => (holiday === 'constitution_day' ? [date] : [])),
    )
    expect(keptOn).toEqual([['2025-08-30'], [], ['2027-03-15'], ['2028-03-15']])
    expect(startYear(2026).nonWorking).not.toContain('2026-08-31')
    expect(startYear(2026).nonWorking).not.toContain('2026-03-16')
  })

  test('a year nobody has published yet is a forecast that says Kurban Ait is missing', () => {
    const { year, version, status, confidence, confidenceNote, holidays, nonWorking, substitutes } = startYear(2028)
    expect({ year, version, status, confidence }).toEqual({ year: 2028, version: 1, status: 'forecast', confidence: 'low' })
    expect(confidenceNote).toContain('Kurban Ait is MISSING')
    expect(Object.values(holidays)).not.toContain('kurban_ait')
    // 1 and 2 January are a Saturday and a Sunday, 7 May is a Sunday before 9 May, 16 December is a Saturday.
    expect(substitutes).toEqual({
      '2028-01-01': '2028-01-03',
      '2028-01-02': '2028-01-04',
      '2028-05-07': '2028-05-08',
      '2028-12-16': '2028-12-18',
    })
    expect(nonWorking).toHaveLength(14)
  })

  test.each([1999, 2200, 2026.5, Number.NaN])('%d is no year of the working calendar', (year) => {
    expect(() => startYear(year)).toThrow(RangeError)
  })
})

function transfer(from: string, to: string): MinisterialTransfer {
  return { from: calendarDate(from), to: calendarDate(to) }
}

function builtIn(year: number): CalendarYear {
  const found = BUILT_IN_YEARS.find((candidate) => candidate.year === year)
  if (found === undefined) throw new Error(`No built-in calendar for ${year}`)
  return found
}
