import type { Guest } from '#electron/store/rows/guests.ts'
import type { Stay } from '#electron/store/rows/stays.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import { isCancelled } from '#shared/domain/follow-up.ts'
import type { Presence } from '#shared/regulation/stay/presence-window.ts'
import type { Register } from '../register.ts'

interface KnownStay {
  readonly arrival: CalendarDate
  readonly departure: CalendarDate | null
  readonly borderEntry: CalendarDate | null
}

/**
 * When the same person was in the country before the arrival of `stay`, as far as this register knows: from the border where it was
 * written down, otherwise from the arrival, to the departure. A stay without a departure lasts until today, unless a later entry
 * over the border shows that the guest was gone: then only its first day is sure.
 */
export function earlierPresences(
  register: Pick<Register, 'rows' | 'today'>,
  /** Of the same person, this guest excepted; see `earlierGuests`. */
  others: readonly Guest[],
  stay: KnownStay,
): readonly Presence[] {
  const earlier = others.flatMap((guest) => knownStay(register, guest) ?? []).filter(({ arrival }) => arrival <= stay.arrival)
  return earlier.map((known) => ({
    from: beginningOf(known),
    to: known.departure ?? endOf(known, [...earlier, stay], register),
  }))
}

function knownStay({ rows }: Pick<Register, 'rows'>, guest: Guest): KnownStay | undefined {
  const stay: Stay | undefined = rows.stays.find(guest.stayId)
  const chain = rows.notifications.chainOf(guest.id)
  if (stay === undefined || chain.length === 0 || isCancelled(chain)) return undefined
  return {
    arrival: stay.arrivalDate,
    departure: guest.departedOn ?? stay.departureDate,
    borderEntry: guest.facts.borderEntryDate,
  }
}

function beginningOf({ arrival, borderEntry }: KnownStay): CalendarDate {
  return borderEntry !== null && borderEntry <= arrival ? borderEntry : arrival
}

function endOf({ arrival }: KnownStay, all: readonly KnownStay[], register: Pick<Register, 'today'>): CalendarDate {
  const wasGone = all.some(({ borderEntry }) => borderEntry !== null && borderEntry > arrival)
  return wasGone ? arrival : register.today()
}
