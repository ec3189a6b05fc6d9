import type { DutyView } from '#shared/contract/law-schemas.ts'
import type { PREVIEW_WARNINGS } from '#shared/contract/schemas.ts'
import { addDays, type CalendarDate, calendarDate, daysBetween } from '#shared/domain/calendar-date.ts'
import type { GuestFacts } from '#shared/domain/guest.ts'
import type { StayInput } from '../check-in.ts'
import type { Register } from '../register.ts'
import { isFutureWithoutReservation } from './plausible-stay.ts'

export type StayWarning = (typeof PREVIEW_WARNINGS)[number]

/** Until then a late arrival feels like the evening before. */
const END_OF_NIGHT = '04:00'
/** Recorded so many calendar days after the arrival, part of the three working days is gone. */
const BACK_DATED_DAYS = 2

/**
 * What a clerk may have overlooked about a stay that is being typed, in the order of `PREVIEW_WARNINGS` (`already_checked_in`, which is
 * about the register, excepted). `duties` are the clocks of the stay.
 */
export function stayWarnings(
  register: Register,
  stay: StayInput,
  facts: GuestFacts,
  duties: readonly DutyView[],
): readonly StayWarning[] {
  const arrival = calendarDate(stay.arrivalAt.slice(0, 10))
  return [
    ...documentWarnings(arrival, stay.departureDate, facts),
    ...visaWarnings(arrival, stay.departureDate, facts),
    ...(isBeyondLimit(arrival, stay.departureDate, facts, duties) ? ['stay_beyond_limit' as const] : []),
    ...(facts.borderEntryDate !== null && facts.borderEntryDate > arrival ? ['border_entry_after_arrival' as const] : []),
    ...arrivalWarnings(register, stay, arrival),
  ]
}

/** A document is good to the end of its last day. */
function documentWarnings(arrival: CalendarDate, departure: CalendarDate | null, facts: GuestFacts): readonly StayWarning[] {
  const expiry = facts.hasNoExpiry ? null : facts.expiryDate
  if (expiry === null) return []
  if (expiry < arrival) return ['document_expired']
  return departure !== null && expiry < departure ? ['document_expires_during_stay'] : []
}

function visaWarnings(
  arrival: CalendarDate,
  departure: CalendarDate | null,
  { visaValidUntil }: GuestFacts,
): readonly StayWarning[] {
  if (visaValidUntil === null) return []
  if (visaValidUntil < arrival) return ['visa_expired']
  return departure !== null && visaValidUntil < departure ? ['visa_expires_during_stay'] : []
}

/** By the clocks of the visa-free stay that are followed here; a visa for the whole stay stands in their place. */
function isBeyondLimit(
  arrival: CalendarDate,
  departure: CalendarDate | null,
  { visaValidUntil }: GuestFacts,
  duties: readonly DutyView[],
): boolean {
  const lastDay = departure ?? arrival
  if (visaValidUntil !== null && visaValidUntil >= lastDay) return false
  return duties.some(
    (duty) =>
      (duty.kind === 'stay_limit' || duty.kind === 'window_limit') &&
      duty.state === 'dated' &&
      duty.isFollowed &&
      lastDay > duty.strictDue,
  )
}

function arrivalWarnings(register: Register, stay: StayInput, arrival: CalendarDate): readonly StayWarning[] {
  const today = register.today()
  if (isFutureWithoutReservation(register, stay)) return ['future_needs_reservation']
  if (arrival > addDays(today, 1)) return ['arrival_in_future']
  const warnings: StayWarning[] = []
  if (stay.arrivalAt.slice(11) < END_OF_NIGHT) warnings.push('arrival_after_midnight')
  if (daysBetween(arrival, today) >= BACK_DATED_DAYS) warnings.push('arrival_back_dated')
  return warnings
}
