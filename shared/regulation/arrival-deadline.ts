import { type CalendarDate, toDayNumber, yearOf } from '../domain/calendar-date.ts'
import type { WorkingCalendar } from './calendar/working-calendar.ts'
import type { CalendarUse, Deadline, ExplainedDay } from './deadline-types.ts'
import { arrivalNoticeRule } from './rules.ts'

/**
 * By when the migration service must be told about an arrival, under both readings of "within 3 working days from the day of
 * arrival" (Law on Migration art. 9; Government decree 148 par. 9; Interior order 83):
 *
 * - `strictDue`: the day of arrival is working day 1 if it is a working day; due on the 3rd.
 * - `latestDue`: counting starts on the day after arrival, as terms do in the Civil Code; due on the 3rd.
 *
 * Due means the end of that local day. `arrival` is the local calendar date of the first arrival of the stay. Every day from
 * arrival to `latestDue` is explained. A year without data counts Monday–Friday and says so, so that no check-in is stopped.
 * Throws `RangeError` when the count would run past the year 9999.
 */
export function arrivalDeadline(arrival: CalendarDate, calendar: WorkingCalendar): Deadline {
  return workingDaysDeadline(arrival, calendar, arrivalNoticeRule(arrival))
}

/** The same count for any rule of working days from an arrival on, with the same two readings. `workingDays` is 1 or more. */
export function workingDaysDeadline(
  arrival: CalendarDate,
  calendar: WorkingCalendar,
  { id, workingDays }: { readonly id: string; readonly workingDays: number },
): Deadline {
  let table = calendar.tableOf(yearOf(arrival))
  let use = table.use
  let index = toDayNumber(arrival) - table.firstDay
  const explanation: ExplainedDay[] = []
  let strictDue = arrival
  let latestDue = arrival
  let strictCount = 0
  let latestCount = 0
  while (latestCount < workingDays) {
    const day = table.days[index++]
    if (day === undefined) {
      table = calendar.tableOf(table.year + 1)
      use = joinUses(use, table.use)
      index = 0
      continue
    }
    const { date, weekday, isWorking, reason } = day
    const isArrival = explanation.length === 0
    const strictDay = isWorking && strictCount < workingDays ? ++strictCount : null
    const latestDay = isWorking && !isArrival ? ++latestCount : null
    const isStrictDue = strictDay === workingDays
    const isLatestDue = latestDay === workingDays
    if (isStrictDue) strictDue = date
    if (isLatestDue) latestDue = date
    explanation.push({
      date,
      weekday,
      isWorking,
      reason,
      strictDay,
      latestDay,
      isArrival,
      isStrictDue,
      isLatestDue,
      isForecast: table.isForecast,
    })
  }
  return { arrival, strictDue, latestDue, explanation, calendar: use, rule: id }
}

function joinUses(earlier: CalendarUse, later: CalendarUse): CalendarUse {
  return {
    version: `${earlier.version}+${later.version}`,
    forecast: earlier.forecast || later.forecast,
    noCalendarYears: [...earlier.noCalendarYears, ...later.noCalendarYears],
  }
}
