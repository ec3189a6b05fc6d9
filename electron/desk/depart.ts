import type { Notice } from '#shared/contract/schemas.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { Caller } from './caller.ts'
import { changeNotice, requireVersion } from './change-notice.ts'
import { badInput, deskError } from './desk-error.ts'
import { firstOf, followUp } from './follow-ups.ts'
import { requireOrderOfDays } from './law/plausible-stay.ts'
import type { Register } from './register.ts'

export interface Departure {
  readonly noticeId: string
  readonly version: number
  /** The day the guest left, today at the latest. */
  readonly date: CalendarDate
}

/**
 * One guest has left; companions stay until it is said of them. Where the channel wants to hear of it and the arrival was accepted, a
 * departure notice follows. Throws `NOT_FOUND`, `STALE`, `LEASED`, `BAD_INPUT`, and `NOT_NOW` for a guest who never came or whose
 * departure was told.
 */
export function depart(register: Register, caller: Caller, { noticeId, version, date }: Departure): Notice {
  return changeNotice(register, caller, noticeId, (named) => {
    requireVersion(named, version)
    const first = firstOf(register, named)
    const stay = register.rows.stays.find(first.stayId)
    if (stay === undefined) throw deskError('NOT_FOUND', { what: 'stay' })
    requireOrderOfDays('date', stay.arrivalDate, date)
    if (date > register.today()) throw badInput('date', 'in_future', 'The departure is still to come.')
    if (first.state === 'cancelled') throw deskError('NOT_NOW', { state: first.state, action: 'depart' })
    register.rows.guests.setDeparted(first.guestId, date, register.now())
    const isFollowed =
      first.state !== 'accepted' || followUp(register, caller, first, { news: 'departed', departedOn: date }).ok
    if (!isFollowed) throw deskError('NOT_NOW', { state: first.state, action: 'depart' })
    return { record: first, action: 'notice.departed', details: { departedOn: date } }
  })
}
