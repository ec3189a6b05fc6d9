import type { Stay } from '#electron/store/rows/stays.ts'
import type { Caller } from './caller.ts'
import { type Correction, correct } from './correct.ts'
import { badInput, deskError } from './desk-error.ts'
import { firstOf } from './follow-ups.ts'
import { FUTURE_NEEDS_RESERVATION, isFutureWithoutReservation } from './law/plausible-stay.ts'
import { indexGuest } from './notices.ts'
import { inOneTransaction } from './party.ts'
import type { Register } from './register.ts'
import { dutiesOf } from './same-duty.ts'

export interface CorrectionWithBooking extends Correction {
  /** Left out = as it is. */
  readonly reservation?: string | null | undefined
}

/** {@link correct}, the booking number of the stay included. Throws `BAD_INPUT` as well for a number that makes two notices of one duty. */
export function correctWithBooking(register: Register, caller: Caller, given: CorrectionWithBooking) {
  const { reservation, ...correction } = given
  if (reservation === undefined) return correct(register, caller, correction)
  return inOneTransaction(register, (within) => {
    const answer = correct(within, caller, correction)
    setBooking(within, caller, correction.noticeId, reservation)
    return { ...answer, reservation }
  })
}

function setBooking(register: Register, caller: Caller, noticeId: string, reservation: string | null): void {
  const { rows, store } = register
  const named = rows.notifications.find(noticeId)
  const before = named === undefined ? undefined : rows.stays.find(named.stayId)
  if (named === undefined || before === undefined) throw deskError('NOT_FOUND', { what: 'stay' })
  if (before.reservation === reservation) return
  const stay = { ...before, reservation }
  if (isFutureWithoutReservation(register, stay))
    throw badInput('reservation', FUTURE_NEEDS_RESERVATION.code, FUTURE_NEEDS_RESERVATION.message)
  requireOneDuty(register, stay)
  rows.stays.setReservation(stay.id, reservation, register.now())
  for (const guest of rows.guests.ofStay(stay.id)) indexGuest(register, stay, guest)
  // It tells the service nothing and changes no notice, so no notice gets a new version.
  store.audit.append({
    actor: caller.actor,
    action: 'stay.booking_corrected',
    subject: firstOf(register, named).id,
    stayId: stay.id,
    details: { reservationBefore: before.reservation, reservation },
  })
}

/** Booking number, person and day of arrival make a repeat recognisable: no two notices may come to share them. Throws `BAD_INPUT`. */
function requireOneDuty(register: Register, stay: Stay): void {
  const isThereAlready = register.rows.guests
    .ofStay(stay.id)
    .flatMap(({ facts }) => dutiesOf(register, stay.reservation, facts))
    .some((duty) => duty.stay.id !== stay.id && duty.stay.arrivalDate === stay.arrivalDate)
  if (isThereAlready)
    throw badInput('reservation', 'already_recorded', 'This guest is recorded for that day under this booking number already.')
}
