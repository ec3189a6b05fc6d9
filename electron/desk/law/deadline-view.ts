import type { z } from 'zod'
import type { deadlineSchema } from '#shared/contract/law-schemas.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { Register } from '../register.ts'
import { type DatedNotice, deadlineOf } from './due-dates.ts'

export type DeadlineView = z.infer<typeof deadlineSchema>

/** The deadline of an arrival at this property, explained day by day. */
export function explainDeadline(law: Pick<Register, 'calendar' | 'property' | 'channel'>, arrival: CalendarDate): DeadlineView {
  return explainNotice(law, { kind: 'arrival', dueFrom: arrival })
}

/** The deadline of any notice, explained; a departure, which no law counts, has no days to explain. */
export function explainNotice(law: Pick<Register, 'calendar' | 'property' | 'channel'>, notice: DatedNotice): DeadlineView {
  const deadline = deadlineOf(law, notice)
  return {
    ...deadline,
    explanation: [...deadline.explanation],
    calendar: { ...deadline.calendar, noCalendarYears: [...deadline.calendar.noCalendarYears] },
  }
}
