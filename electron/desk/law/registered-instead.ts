import type { NotificationRecord } from '#electron/store/rows/notifications.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { GuestFacts } from '#shared/domain/guest.ts'
import { isBoundByRegistration } from '#shared/regulation/duties/rule-packs.ts'
import { stayRegimeOf } from '#shared/regulation/stay/stay-regime.ts'
import { registeredNotNotifiedFrom } from './rules-settings.ts'

/** Stored where the property takes the registration of 2026 to stand instead of the notice; a person may undo it guest by guest. */
export const REGISTERED_REASON = 'registered_instead'

type Settings = Parameters<typeof registeredNotNotifiedFrom>[0]

/** Whether a new arrival owes no notice because this property reads the law that way: from the day it chose so, never before. */
export function isRegisteredInstead(register: Settings, arrival: CalendarDate, facts: GuestFacts): boolean {
  const from = registeredNotNotifiedFrom(register)
  return from !== null && arrival >= from && isBound(facts, arrival)
}

/**
 * The same after a correction. What is open stays open: only a guest who turns out to be bound – the citizenship was not known, or was
 * mistyped – is treated as a new arrival. What was closed for this reason (`closedBy`) stays closed while the reason holds.
 */
export function isRegisteredInsteadAfter(
  register: Settings,
  { closedBy, arrivalDate }: { readonly closedBy: string | null; readonly arrivalDate: CalendarDate },
  before: GuestFacts,
  after: GuestFacts,
): boolean {
  if (closedBy === REGISTERED_REASON) return isBound(after, arrivalDate)
  return !isBound(before, arrivalDate) && isRegisteredInstead(register, arrivalDate, after)
}

export function isClosedAsRegistered({ state, reason }: Pick<NotificationRecord, 'state' | 'reason'>): boolean {
  return state === 'not_required' && reason === REGISTERED_REASON
}

function isBound(facts: GuestFacts, arrival: CalendarDate): boolean {
  return isBoundByRegistration(stayRegimeOf(facts), arrival)
}
