import type { ToldNotice } from '#shared/contract/schemas.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { Caller } from './caller.ts'
import { changeByNews, requireVersion } from './change-notice.ts'
import { badInput, deskError } from './desk-error.ts'
import { firstOf } from './follow-ups.ts'
import { requireOrderOfDays } from './law/plausible-stay.ts'
import { requireNotWithdrawn } from './news.ts'
import type { Register } from './register.ts'

export interface Departure {
  readonly noticeId: string
  readonly version: number
  /** The day the guest left, today at the latest. */
  readonly date: CalendarDate
}

/**
 * One guest has left; companions stay until it is said of them. Where the channel wants to hear of it a departure notice follows, as soon
 * as the arrival was accepted; another day than was told before makes another. Throws `NOT_FOUND`, `STALE`, `LEASED`, `BAD_INPUT`, and
 * `NOT_NOW` for a guest who never came.
 */
export function depart(register: Register, caller: Caller, { noticeId, version, date }: Departure): ToldNotice {
  return changeByNews(register, caller, noticeId, (named) => {
    requireVersion(named, version)
    const first = firstOf(register, named)
    const stay = register.rows.stays.find(first.stayId)
    if (stay === undefined) throw deskError('NOT_FOUND', { what: 'stay' })
    requireOrderOfDays('date', stay.arrivalDate, date)
    if (date > register.today()) throw badInput('date', 'in_future', 'The departure is still to come.')
    requireNotWithdrawn(register, first, 'depart')
    const departureBefore = register.rows.guests.find(first.guestId)?.departedOn ?? stay.departureDate
    register.rows.guests.setDeparted(first.guestId, date, register.now())
    const details = { departedOn: date, departureBefore }
    return { record: first, action: 'notice.departed', details, tells: { kind: 'departed' } }
  })
}
