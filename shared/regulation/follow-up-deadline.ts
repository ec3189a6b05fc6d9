import type { CalendarDate } from '../domain/calendar-date.ts'
import { workingDaysDeadline } from './arrival-deadline.ts'
import type { WorkingCalendar } from './calendar/working-calendar.ts'
import type { Deadline } from './deadline-types.ts'

/**
 * Open: the acts name a term for the arrival alone (Law on Migration art. 9, Government decree 148 par. 9) and none for putting a
 * notice right, extending the stay or withdrawing it. Read here as the same 3 working days, from the day it became known.
 */
export const FOLLOW_UP_RULE = { id: 'follow-up-notice@open', workingDays: 3 } as const

/** No duty: some channels wish to hear of a departure. */
export const DEPARTURE_RULE = 'departure-notice@channel'

/** By when a correction, an extension or a cancellation is due, under both readings of the count. `known`: the day it became known. */
export function followUpDeadline(known: CalendarDate, calendar: WorkingCalendar): Deadline {
  return workingDaysDeadline(known, calendar, FOLLOW_UP_RULE)
}
