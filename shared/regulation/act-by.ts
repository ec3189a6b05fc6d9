import { assertNever } from '../domain/assert-never.ts'
import { addDays, type CalendarDate, earlierOf } from '../domain/calendar-date.ts'
import { type WorkingCalendar, workingDaysBetween } from './calendar/working-calendar.ts'
import type { AlarmReading, Deadline } from './deadline-types.ts'

/** The day the law's date raises the alarm, by the reading the property chose. Missing it makes a guest overdue. */
export function alarmDate(deadline: Deadline, reading: AlarmReading): CalendarDate {
  switch (reading) {
    case 'strict':
      return deadline.strictDue
    case 'latest':
      return deadline.latestDue
    default:
      return assertNever(reading)
  }
}

/**
 * The last day a channel still accepts an arrival; `null` when it has no known limit.
 * `limitDays` is the age in calendar days beyond which it refuses (`arrivalBackdatingLimitDays` of the channel's capabilities).
 */
export function channelCutoff(arrival: CalendarDate, limitDays: number | null): CalendarDate | null {
  return limitDays === null ? null : addDays(arrival, limitDays)
}

/** What people act on: the earlier of the alarm date and the channel's cut-off. Drives lanes, alarms and the order of sending. */
export function actBy(given: {
  readonly deadline: Deadline
  readonly alarmReading: AlarmReading
  readonly channelCutoff: CalendarDate | null
}): CalendarDate {
  const alarm = alarmDate(given.deadline, given.alarmReading)
  return given.channelCutoff === null ? alarm : earlierOf(alarm, given.channelCutoff)
}

/** The lanes of the board, most urgent first. */
export const LANES = ['overdue', 'today', 'tomorrow', 'later'] as const
export type Lane = (typeof LANES)[number]

/**
 * Where a notice that is still owed stands on the board on a business day. Overdue is the law's word: a portal that has closed
 * while the law's date has not passed means "today, by another way". Tomorrow is the next calendar day, working or not, because
 * a cut-off may fall on a day off.
 */
export function laneOf(given: {
  /** Hotel-local business date. */
  readonly today: CalendarDate
  readonly alarmDate: CalendarDate
  readonly actBy: CalendarDate
}): Lane {
  if (given.today > given.alarmDate) return 'overdue'
  if (given.actBy <= given.today) return 'today'
  return given.actBy === addDays(given.today, 1) ? 'tomorrow' : 'later'
}

/**
 * Working days that have begun since the alarm date; 0 until then. It may also be 0 when overdue: on the Saturday after a Friday
 * that was missed.
 */
export function workingDaysLate(calendar: WorkingCalendar, alarmDay: CalendarDate, today: CalendarDate): number {
  return workingDaysBetween(calendar, alarmDay, today)
}

/** Working days from today to `actByDay`, today not counted; 0 on the day itself and after. */
export function workingDaysLeft(calendar: WorkingCalendar, today: CalendarDate, actByDay: CalendarDate): number {
  return workingDaysBetween(calendar, today, actByDay)
}
