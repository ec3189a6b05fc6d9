import { type CalendarDate, weekdayOf, yearOf } from '../../domain/calendar-date.ts'
import type { CalendarYear, HolidayKey, MinisterialTransfer } from './calendar-year.ts'
import { daysOf, movedHolidays } from './moved-holidays.ts'

/** What a person decides about a year; every list of days follows from it. */
export interface YearDecisions {
  readonly year: number
  readonly holidays: CalendarYear['holidays']
  readonly ministerialTransfers: readonly MinisterialTransfer[]
  /** Holidays that a published calendar treats otherwise than the rule, see `movedHolidays`. */
  readonly exceptions: ReadonlyMap<CalendarDate, CalendarDate | null>
  /** Working weekends that a published calendar names without saying which day is off for them. */
  readonly otherWorkingWeekends: readonly CalendarDate[]
}

export type YearDays = Pick<
  CalendarYear,
  'nonWorking' | 'workingWeekends' | 'holidays' | 'substitutes' | 'ministerialTransfers'
>

/** The days of a year that follow from its holidays and transfers, all ascending. */
export function layOutYear(decisions: YearDecisions): YearDays {
  const { year } = decisions
  const transfers = decisions.ministerialTransfers.toSorted((a, b) => (a.from + a.to < b.from + b.to ? -1 : 1))
  const holidays: Record<CalendarDate, HolidayKey> = {}
  for (const date of daysOf(decisions.holidays)) {
    const holiday = decisions.holidays[date]
    if (holiday !== undefined) holidays[date] = holiday
  }
  const substitutes: Record<CalendarDate, CalendarDate> = {}
  for (const [date, to] of movedHolidays(decisions)) if (to !== null) substitutes[date] = to

  const off = [...daysOf(holidays).filter(isWeekday), ...Object.values(substitutes), ...transfers.map(({ to }) => to)]
  const on = [...decisions.otherWorkingWeekends, ...transfers.map(({ from }) => from)]
  const ofThisYear = (dates: readonly CalendarDate[]) => [...new Set(dates)].filter((date) => yearOf(date) === year).toSorted()
  return {
    nonWorking: ofThisYear(off),
    workingWeekends: ofThisYear(on),
    holidays,
    substitutes,
    ministerialTransfers: transfers,
  }
}

/**
 * What was decided about a year that is there already. Where its days off differ from the rule – a decision of its own in a
 * published calendar – the difference is kept as an exception, so that laying the year out again gives the same days.
 */
export function decisionsOf(calendar: CalendarYear): YearDecisions {
  const { year, holidays, ministerialTransfers, substitutes } = calendar
  const byRule = movedHolidays({ holidays, ministerialTransfers, exceptions: new Map() })
  const exceptions = new Map<CalendarDate, CalendarDate | null>()
  for (const date of daysOf(holidays)) {
    const actual = substitutes[date] ?? null
    if (actual !== (byRule.get(date) ?? null)) exceptions.set(date, actual)
  }
  const moved = new Set(ministerialTransfers.map(({ from }) => from))
  const otherWorkingWeekends = calendar.workingWeekends.filter((date) => !moved.has(date))
  return { year, holidays, ministerialTransfers, exceptions, otherWorkingWeekends }
}

function isWeekday(date: CalendarDate): boolean {
  return weekdayOf(date) <= 5
}
