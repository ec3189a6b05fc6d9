import type { Due, NotificationRecord } from '#electron/store/rows/notifications.ts'
import { addDays, type CalendarDate } from '#shared/domain/calendar-date.ts'
import { CITIZEN_OF_KAZAKHSTAN, type CitizenshipCode } from '#shared/domain/guest.ts'
import { actBy, channelCutoff } from '#shared/regulation/act-by.ts'
import { arrivalDeadline } from '#shared/regulation/arrival-deadline.ts'
import type { AlarmReading, Deadline } from '#shared/regulation/deadline-types.ts'
import { DEPARTURE_RULE, followUpDeadline } from '#shared/regulation/follow-up-deadline.ts'
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

/** The deadline of any notice, counted from its own day; see `followUpDeadline` for what follows an arrival. */
export function deadlineOf(law: LawInForce, { kind, dueFrom }: DatedNotice): PropertyDeadline {
  if (kind === 'arrival') return deadlineFor(law, dueFrom)
  const deadline = kind === 'departure' ? departureWish(law, dueFrom) : followUpDeadline(dueFrom, law.calendar)
  const alarmReading = law.property.alarmReading
  // A portal that takes no older arrivals says nothing about what follows one it has taken.
  return { ...deadline, alarmReading, channelCutoff: null, actBy: actBy({ deadline, alarmReading, channelCutoff: null }) }
}

export type DatedNotice = Pick<NotificationRecord, 'kind' | 'dueFrom'>

/** No law counts here: the channel names a number of calendar days. */
function departureWish(law: LawInForce, departedOn: CalendarDate): Deadline {
  const due = addDays(departedOn, law.channel.departureNoticeWithinDays ?? 0)
  const calendar = { version: law.calendar.dayOf(due).version, forecast: false, noCalendarYears: [] }
  return { arrival: departedOn, strictDue: due, latestDue: due, explanation: [], calendar, rule: DEPARTURE_RULE }
}

/** What goes into the notice's row; `null` for a citizen of Kazakhstan, who owes none. */
export function dueOf(law: LawInForce, notice: DatedNotice, citizenship: CitizenshipCode | null): Due | null {
  if (citizenship === CITIZEN_OF_KAZAKHSTAN) return null
  const deadline = deadlineOf(law, notice)
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
