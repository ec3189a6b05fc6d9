import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import { localDateTimeOf } from '#shared/regulation/local-time.ts'
import { isArrivalYear } from '#shared/regulation/parse-arrival.ts'
import type { StayInput } from '../check-in.ts'
import { badInput } from '../desk-error.ts'
import type { Register } from '../register.ts'

/** A clerk rounds up, and two clocks in one lobby differ. */
export const ROUNDED_UP_MS = 15 * 60_000

export const FUTURE_NEEDS_RESERVATION = {
  code: 'future_needs_reservation',
  message: 'The arrival is in the future. Somebody who has not come yet is recorded with a booking number only.',
} as const

/**
 * Somebody is said to have arrived who cannot have: later than a quarter of an hour from now, and no booking number says that he is
 * expected. His clock would run from a day on which he may not be here.
 */
export function isFutureWithoutReservation(
  { ports, property }: Pick<Register, 'ports' | 'property'>,
  stay: Pick<StayInput, 'arrivalAt' | 'reservation'>,
): boolean {
  return stay.reservation === null && stay.arrivalAt > localDateTimeOf(ports.clock.now() + ROUNDED_UP_MS, property.zone)
}

/** What the schema cannot see about a new stay. Leaving on the day of arrival is a stay. Throws `BAD_INPUT`. */
export function requirePlausible(register: Pick<Register, 'ports' | 'property'>, stay: StayInput): void {
  if (isFutureWithoutReservation(register, stay)) {
    throw badInput('stay.arrivalAt', FUTURE_NEEDS_RESERVATION.code, FUTURE_NEEDS_RESERVATION.message)
  }
}

/** A departure before the arrival cannot be a stay. Throws `BAD_INPUT` at `path`. */
export function requireOrderOfDays(path: string, arrival: CalendarDate, departure: CalendarDate | null): void {
  if (departure !== null && departure < arrival) {
    throw badInput(path, 'departure_before_arrival', 'The departure is before the arrival.')
  }
}

/** A day the calendar can count from; anything else is mistyped. Throws `BAD_INPUT` at `path`. */
export function requireArrivalYear(path: string, arrival: CalendarDate): void {
  if (!isArrivalYear(arrival)) throw badInput(path, 'not_a_date', 'The year cannot be right: check it.')
}
