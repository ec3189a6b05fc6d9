import type { ToldNotice } from '#shared/contract/schemas.ts'
import type { Caller } from './caller.ts'
import { changeByNews, requireVersion } from './change-notice.ts'
import { deskError } from './desk-error.ts'
import { firstOf } from './follow-ups.ts'
import type { NamedNotice } from './party.ts'
import type { Register } from './register.ts'

/**
 * The guest is here after all: the day of departure is forgotten. A departure notice that was not sent is withdrawn, one that was is put
 * right by a correction. Throws `NOT_FOUND`, `STALE`, `LEASED`, and `NOT_NOW` for a guest who has not left.
 */
export function undoDeparture(register: Register, caller: Caller, { noticeId, version }: NamedNotice): ToldNotice {
  return changeByNews(register, caller, noticeId, (named) => {
    requireVersion(named, version)
    const first = firstOf(register, named)
    const departedOn = register.rows.guests.find(first.guestId)?.departedOn ?? null
    if (departedOn === null) throw deskError('NOT_NOW', { state: named.state, action: 'undoDeparture' })
    register.rows.guests.setDeparted(first.guestId, null, register.now())
    const departureDate = register.rows.stays.find(first.stayId)?.departureDate ?? null
    return {
      record: first,
      action: 'notice.departure_undone',
      details: { departedOn, departureDate },
      tells: { kind: 'corrected' },
    }
  })
}
