import type { NotificationRecord } from '#electron/store/rows/notifications.ts'
import { isCancelled } from '#shared/domain/follow-up.ts'
import type { Caller } from './caller.ts'
import { type Departure, depart } from './depart.ts'
import { forParty, type NamedNotice } from './party.ts'
import type { Register } from './register.ts'
import { cancel, reopen, type SetAside } from './set-aside.ts'
import { undoDeparture } from './undo-departure.ts'

interface WithParty {
  readonly withParty: boolean
}

/** {@link depart}, of everybody of the stay who came and is still here. */
export function departTogether(register: Register, caller: Caller, given: Departure & WithParty) {
  return forParty(register, caller, {
    given,
    act: depart,
    isOpenFor: (companion) => hasCome(register, companion) && !hasLeft(register, companion),
  })
}

/** {@link undoDeparture}, of everybody of the stay who is taken for gone. */
export function undoDepartureTogether(register: Register, caller: Caller, given: NamedNotice & WithParty) {
  return forParty(register, caller, { given, act: undoDeparture, isOpenFor: (companion) => hasLeft(register, companion) })
}

/** {@link cancel}, of everybody of the stay who is not cancelled yet. */
export function cancelTogether(register: Register, caller: Caller, given: SetAside & WithParty) {
  return forParty(register, caller, { given, act: cancel, isOpenFor: (companion) => hasCome(register, companion) })
}

/** {@link reopen}, of everybody of the stay who is taken for never having come. */
export function reopenTogether(register: Register, caller: Caller, given: NamedNotice & WithParty) {
  return forParty(register, caller, { given, act: reopen, isOpenFor: (companion) => !hasCome(register, companion) })
}

function hasCome({ rows }: Register, { guestId }: NotificationRecord): boolean {
  return !isCancelled(rows.notifications.chainOf(guestId))
}

function hasLeft({ rows }: Register, { guestId }: NotificationRecord): boolean {
  return rows.guests.find(guestId)?.departedOn != null
}
