import type { Due } from '#electron/store/rows/notifications.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import { CITIZEN_OF_KAZAKHSTAN, type CitizenshipCode } from '#shared/domain/guest.ts'
import { actBy, channelCutoff } from '#shared/regulation/act-by.ts'
import { arrivalDeadline } from '#shared/regulation/arrival-deadline.ts'
import type { AlarmReading, Deadline } from '#shared/regulation/deadline-types.ts'
import type { Register } from '../register.ts'

type LawInForce = Pick<Register, 'calendar' | 'property' | 'channel'>

/** The deadline of an arrival as a person sees it: legal dates, explanation, and what this property acts on. */
export interface PropertyDeadline extends Deadline {
  readonly alarmReading: AlarmReading
  readonly channelCutoff: CalendarDate | null
  readonly actBy: CalendarDate
}

export function deadlineFor(law: LawInForce, arrival: CalendarDate): PropertyDeadline {
  const deadline = arrivalDeadline(arrival, law.calendar)
  const cutoff = channelCutoff(arrival, law.channel.arrivalBackdatingLimitDays)
  const alarmReading = law.property.alarmReading
  return { ...deadline, alarmReading, channelCutoff: cutoff, actBy: actBy({ deadline, alarmReading, channelCutoff: cutoff }) }
}

/** What goes into the notice's row; `null` for a citizen of Kazakhstan, who owes none. */
export function dueFor(law: LawInForce, arrival: CalendarDate, citizenship: CitizenshipCode | null): Due | null {
  if (citizenship === CITIZEN_OF_KAZAKHSTAN) return null
  const deadline = deadlineFor(law, arrival)
  return {
    strictDue: deadline.strictDue,
    latestDue: deadline.latestDue,
    channelCutoff: deadline.channelCutoff,
    actBy: deadline.actBy,
    calendarVersion: deadline.calendar.version,
    rule: deadline.rule,
    isForecast: deadline.calendar.forecast,
  }
}
