import type { z } from 'zod'
import type { deadlineSchema } from '#shared/contract/law-schemas.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { Register } from '../register.ts'
import { deadlineFor } from './due-dates.ts'

export type DeadlineView = z.infer<typeof deadlineSchema>

/** The deadline of an arrival at this property, explained day by day. */
export function explainDeadline(law: Pick<Register, 'calendar' | 'property' | 'channel'>, arrival: CalendarDate): DeadlineView {
  const deadline = deadlineFor(law, arrival)
  return {
    ...deadline,
    explanation: [...deadline.explanation],
    calendar: { ...deadline.calendar, noCalendarYears: [...deadline.calendar.noCalendarYears] },
  }
}
