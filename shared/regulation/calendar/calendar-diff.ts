import { type CalendarDate, fromDayNumber, type Weekday } from '../../domain/calendar-date.ts'
import type { DayReason } from '../deadline-types.ts'
import type { WorkingCalendar } from './working-calendar.ts'

/** What a calendar says about one day, as far as it can differ between two. */
export interface DayStanding {
  readonly isWorking: boolean
  readonly reason: DayReason
}

export interface DayChange {
  readonly date: CalendarDate
  readonly weekday: Weekday
  readonly before: DayStanding
  readonly after: DayStanding
}

/**
 * The days of `years` that two calendars see differently, ascending. A day that stays off for another reason is a change too.
 * An ordinary Monday–Friday that merely comes to have a calendar, or loses it, is none: that is said of the year as a whole,
 * and would bury the few days that matter under 250 that do not.
 */
export function changedDays(before: WorkingCalendar, after: WorkingCalendar, years: readonly number[]): readonly DayChange[] {
  const changes: DayChange[] = []
  for (const year of [...new Set(years)].toSorted((a, b) => a - b)) {
    const { days, firstDay } = after.tableOf(year)
    const earlier = before.tableOf(year).days
    for (const [index, { weekday, isWorking, reason }] of days.entries()) {
      const was = earlier[index]
      if (was === undefined || isSameStanding(was, { isWorking, reason })) continue
      changes.push({
        date: fromDayNumber(firstDay + index),
        weekday,
        before: { isWorking: was.isWorking, reason: was.reason },
        after: { isWorking, reason },
      })
    }
  }
  return changes
}

function isSameStanding(a: DayStanding, b: DayStanding): boolean {
  return a.isWorking === b.isWorking && isSameReason(a.reason, b.reason)
}

function isSameReason(a: DayReason, b: DayReason): boolean {
  if (isOrdinary(a) && isOrdinary(b)) return true
  if (a.kind === 'holiday') return b.kind === 'holiday' && a.holiday === b.holiday
  if (a.kind === 'substitute') return b.kind === 'substitute' && a.holiday === b.holiday && a.instead === b.instead
  if (a.kind === 'transferred_off') return b.kind === 'transferred_off' && a.instead === b.instead
  return a.kind === b.kind
}

function isOrdinary(reason: DayReason): boolean {
  return reason.kind === 'working' || reason.kind === 'no_calendar'
}
