import { assertNever } from '#shared/domain/assert-never.ts'
import type { DayReason, ExplainedDay } from '#shared/regulation/deadline-types.ts'

const WEEKDAYS = ['', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const

/** The days between arrival and the last arguable day in one English line, for a terminal. */
export function explanationText(days: readonly ExplainedDay[]): string {
  return days.map(dayText).join(' · ')
}

function dayText(day: ExplainedDay): string {
  const name = `${WEEKDAYS[day.weekday]} ${day.date.slice(8)}.${day.date.slice(5, 7)}`
  const counts = [
    day.isArrival ? 'arrival' : undefined,
    day.strictDay === null ? undefined : `day ${day.strictDay}`,
    day.latestDay === null ? undefined : `(latest ${day.latestDay})`,
    day.isStrictDue ? 'DUE' : undefined,
    day.isLatestDue ? 'LAST' : undefined,
  ].filter((part) => part !== undefined)
  const reason = reasonText(day.reason)
  return [name, ...(reason === '' ? [] : [reason]), ...counts].join(' ')
}

function reasonText(reason: DayReason): string {
  switch (reason.kind) {
    case 'working':
      return ''
    case 'working_weekend':
      return 'working by order'
    case 'weekend':
      return 'weekend'
    case 'holiday':
      return reason.holiday
    case 'substitute':
      return `off for ${reason.holiday} of ${reason.instead}`
    case 'transferred_off':
      return `off by order for ${reason.instead}`
    case 'no_calendar':
      return 'no calendar'
    default:
      return assertNever(reason)
  }
}
