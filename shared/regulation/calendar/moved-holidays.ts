import { addDays, type CalendarDate, weekdayOf, yearOf } from '../../domain/calendar-date.ts'
import type { CalendarYear, HolidayKey } from './calendar-year.ts'

/** Days off that stay where they are even on a weekend (Labour Code art. 84 par. 5). */
const NEVER_MOVED: readonly HolidayKey[] = ['christmas', 'kurban_ait']

/** What decides on which day a moved holiday lands. */
export interface HolidaysToMove {
  readonly holidays: CalendarYear['holidays']
  readonly ministerialTransfers: CalendarYear['ministerialTransfers']
  /** Holidays that a published calendar treats otherwise than the rule: the day they moved to, or `null` for nowhere. */
  readonly exceptions: ReadonlyMap<CalendarDate, CalendarDate | null>
}

/**
 * To which day each holiday on a weekend moves: the first Monday–Friday after it that is not off already – as a holiday, for an
 * earlier holiday, or by ministerial order (Law on holidays art. 5). Of several in a row the earlier holiday takes the earlier
 * day. `null` = there is no such day left in the year.
 */
export function movedHolidays(given: HolidaysToMove): ReadonlyMap<CalendarDate, CalendarDate | null> {
  const { holidays, ministerialTransfers, exceptions } = given
  const off = new Set([...daysOf(holidays), ...ministerialTransfers.map(({ to }) => to)])
  for (const to of exceptions.values()) if (to !== null) off.add(to)
  const moved = new Map<CalendarDate, CalendarDate | null>()
  for (const date of daysOf(holidays)) {
    const exception = exceptions.get(date)
    if (exception !== undefined) moved.set(date, exception)
    else if (isMovedByRule(date, holidays[date])) {
      const to = nextDayNotOff(date, off)
      moved.set(date, to)
      if (to !== null) off.add(to)
    }
  }
  return moved
}

function isMovedByRule(date: CalendarDate, holiday: HolidayKey | undefined): boolean {
  return weekdayOf(date) >= 6 && holiday !== undefined && !NEVER_MOVED.includes(holiday)
}

function nextDayNotOff(date: CalendarDate, off: ReadonlySet<CalendarDate>): CalendarDate | null {
  for (let day = addDays(date, 1); yearOf(day) === yearOf(date); day = addDays(day, 1)) {
    if (weekdayOf(day) <= 5 && !off.has(day)) return day
  }
  return null
}

/** The days of a record kept by day, ascending. */
export function daysOf(record: Readonly<Record<CalendarDate, unknown>>): readonly CalendarDate[] {
  return (Object.keys(record) as CalendarDate[]).toSorted()
}
