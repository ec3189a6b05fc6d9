import type { NotificationRecord } from '#electron/store/rows/notifications.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { IsoInstant } from '#shared/domain/clock.ts'
import { badInput } from '../desk-error.ts'
import { localDayBounds } from '../law/local-day.ts'
import type { Register } from '../register.ts'

/**
 * The service was informed when the counter took the notice, not when somebody typed it in here; the receipt keeps both. A stamp names a day
 * only: of today's it is now, of an earlier day its last second, so that nothing is ever claimed to have been in time by guessing an hour.
 */
export function acceptedAtOf(register: Register, stampedOn: CalendarDate): IsoInstant {
  if (stampedOn === register.today()) return register.now()
  const { end } = localDayBounds(stampedOn, register.property.zone)
  return new Date(Date.parse(end) - 1000).toISOString()
}

/** Throws `BAD_INPUT` (`stampedOn`) for a day to come, before the arrival of one of them, or before the list was printed. */
export function requireStampDay(
  register: Register,
  stampedOn: CalendarDate,
  { records, madeOn }: { readonly records: readonly NotificationRecord[]; readonly madeOn: CalendarDate | null },
): void {
  if (stampedOn > register.today()) throw badInput('stampedOn', 'in_future', 'The day of the stamp has not come yet.')
  if (records.some(({ arrivalDate }) => stampedOn < arrivalDate))
    throw badInput('stampedOn', 'stamp_before_arrival', 'The stamp is older than the arrival of a guest.')
  if (madeOn !== null && stampedOn < madeOn)
    throw badInput('stampedOn', 'stamp_before_list', 'The stamp is older than the covering list.')
}

/** The counter stamped it after its last day: accepted, and to be explained. A departure has no such day. */
export function isStampedLate({ property }: Register, { kind, due }: NotificationRecord, stampedOn: CalendarDate): boolean {
  if (due === null || kind === 'departure') return false
  return stampedOn > (property.alarmReading === 'strict' ? due.strictDue : due.latestDue)
}
