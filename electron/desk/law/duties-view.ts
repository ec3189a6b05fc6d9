import type { DutyView, StayRegimeView } from '#shared/contract/law-schemas.ts'
import { type CalendarDate, daysBetween } from '#shared/domain/calendar-date.ts'
import type { GuestFacts } from '#shared/domain/guest.ts'
import { dutiesOfStay } from '#shared/regulation/duties/duties-of-stay.ts'
import type { Duty } from '#shared/regulation/duties/duty.ts'
import { isArrivalYear } from '#shared/regulation/parse-arrival.ts'
import type { Presence } from '#shared/regulation/stay/presence-window.ts'
import { stayRegimeOf } from '#shared/regulation/stay/stay-regime.ts'
import type { Register } from '../register.ts'
import { unfollowedDuties } from './rules-settings.ts'

/** One stay of one guest, recorded, typed or invented, as its clocks see it. */
export interface StayInQuestion {
  readonly arrival: CalendarDate
  readonly departure: CalendarDate | null
  readonly facts: GuestFacts
  /** Earlier presences in the country, as far as known. */
  readonly earlier: readonly Presence[]
  /** The property takes the registration of 2026 to stand instead of this guest's notice. */
  readonly isRegisteredInstead: boolean
}

/** A day of a year that can be meant; one that is mistyped beyond doubt says no more than one that is not known. */
function meant(date: CalendarDate | null): CalendarDate | null {
  return date !== null && isArrivalYear(date) ? date : null
}

/** Every clock of a stay as this property follows it, the notice first, and the regime of the document. */
export function dutiesAndRegime(
  register: Pick<Register, 'calendar' | 'store' | 'today'>,
  stay: StayInQuestion,
): { duties: DutyView[]; regime: StayRegimeView | null } {
  const { facts } = stay
  const today = register.today()
  const duties = dutiesOfStay(
    {
      arrival: stay.arrival,
      departure: meant(stay.departure),
      citizenship: facts.citizenship,
      issuingState: facts.issuingState,
      documentType: facts.documentType,
      documentNumber: facts.documentNumber,
      borderEntry: meant(facts.borderEntryDate),
      visaNumber: facts.visaNumber,
      visaValidUntil: meant(facts.visaValidUntil),
      documentExpiry: meant(facts.expiryDate),
      hasNoExpiry: facts.hasNoExpiry,
      earlier: stay.earlier,
      asOf: today,
    },
    register.calendar,
  )
  const unfollowed = unfollowedDuties(register)
  return {
    duties: duties.map((duty) => {
      const isFollowed = duty.kind === 'arrival_notice' ? !stay.isRegisteredInstead : !unfollowed.has(duty.kind)
      return dutyView(duty, isFollowed, today)
    }),
    regime: stayRegimeOf(facts),
  }
}

function dutyView(duty: Duty, isFollowed: boolean, today: CalendarDate): DutyView {
  const notes: DutyView['notes'] = isFollowed ? duty.notes : [...duty.notes, 'switched_off']
  if (duty.state === 'waiting') return { ...duty, notes, isFollowed }
  return { ...duty, notes, isFollowed, daysLeft: daysBetween(today, duty.strictDue) }
}
