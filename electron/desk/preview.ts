import type { z } from 'zod'
import type { Guest } from '#electron/store/rows/guests.ts'
import type { previewSchema } from '#shared/contract/schemas.ts'
import { spellingsOf } from '#shared/documents/spellings.ts'
import { addDays, calendarDate } from '#shared/domain/calendar-date.ts'
import { assess, type GuestFacts, missingFields } from '#shared/domain/guest.ts'
import { workingDaysLeft } from '#shared/regulation/act-by.ts'
import type { StayInput } from './check-in.ts'
import { explainDeadline } from './law/deadline-view.ts'
import type { Register } from './register.ts'
import { isSamePerson } from './same-duty.ts'

type Preview = z.infer<typeof previewSchema>

/** What a check-in would amount to, while it is typed. Reads only. */
export function previewCheckIn(register: Register, stay: StayInput, facts: GuestFacts): Preview {
  const arrival = calendarDate(stay.arrivalAt.slice(0, 10))
  const assessment = assess(facts, stay.departureDate)
  const deadline = assessment === 'not_required' ? null : explainDeadline(register, arrival)
  const earlier = earlierGuests(register, facts)
  return {
    assessment,
    missing: [...missingFields(facts, stay.departureDate)],
    deadline,
    workingDaysLeft: deadline === null ? null : workingDaysLeft(register.calendar, register.today(), deadline.actBy),
    duties: [],
    regime: null,
    spellings: spellingsOf(facts),
    returning: returningGuest(register, earlier),
    warnings: warnings(register, stay, facts, earlier),
  }
}

/** Earlier guests with this document, newest first. */
export function earlierGuests(register: Register, facts: GuestFacts): readonly Guest[] {
  if (facts.documentNumber === null) return []
  return register.rows.guests.withDocumentNumber(facts.documentNumber).filter((guest) => isSamePerson(guest.facts, facts))
}

function returningGuest(register: Register, earlier: readonly Guest[]): Preview['returning'] {
  for (const guest of earlier) {
    const notification = register.rows.notifications.ofGuest(guest.id)
    const stay = register.rows.stays.find(guest.stayId)
    if (notification === undefined || stay === undefined) continue
    const { phone, email, issueDate, expiryDate } = guest.facts
    const { arrivalAt, departureDate, room } = stay
    return { noticeId: notification.id, arrivalAt, departureDate, room, phone, email, issueDate, expiryDate }
  }
  return null
}

function warnings(register: Register, stay: StayInput, facts: GuestFacts, earlier: readonly Guest[]): Preview['warnings'] {
  const arrival = stay.arrivalAt.slice(0, 10)
  const expiry = facts.hasNoExpiry ? null : facts.expiryDate
  const found: Preview['warnings'] = []
  if (expiry !== null && expiry < arrival) found.push('document_expired')
  else if (expiry !== null && stay.departureDate !== null && expiry < stay.departureDate)
    found.push('document_expires_during_stay')
  if (arrival > addDays(register.today(), 1)) found.push('arrival_in_future')
  if (earlier.some((guest) => register.rows.stays.find(guest.stayId)?.arrivalDate === arrival)) found.push('already_checked_in')
  return found
}
