import type { z } from 'zod'
import type { Guest } from '#electron/store/rows/guests.ts'
import type { previewSchema } from '#shared/contract/schemas.ts'
import { spellingsOf } from '#shared/documents/spellings.ts'
import { type CalendarDate, calendarDate } from '#shared/domain/calendar-date.ts'
import { assess, type GuestFacts, missingFields } from '#shared/domain/guest.ts'
import { workingDaysLeft } from '#shared/regulation/act-by.ts'
import type { StayInput } from './check-in.ts'
import { explainDeadline } from './law/deadline-view.ts'
import { dutiesAndRegime } from './law/duties-view.ts'
import { earlierPresences } from './law/earlier-presences.ts'
import { requireArrivalYear } from './law/plausible-stay.ts'
import { isRegisteredInstead } from './law/registered-instead.ts'
import { stayWarnings } from './law/stay-warnings.ts'
import { buildNoticePayload } from './notice-payload.ts'
import { lawsOwnReason } from './notices.ts'
import type { Register } from './register.ts'
import { isSamePerson } from './same-duty.ts'
import { fieldIssuesOf } from './validate-notice.ts'

type Preview = z.infer<typeof previewSchema>

/** What a check-in would amount to, while it is typed. Reads only. Throws `BAD_INPUT` for a year that cannot be meant. */
export function previewCheckIn(register: Register, stay: StayInput, facts: GuestFacts): Preview {
  const arrival = calendarDate(stay.arrivalAt.slice(0, 10))
  requireArrivalYear('stay.arrivalAt', arrival)
  const isRegistered = isRegisteredInstead(register, arrival, facts)
  const assessment = isRegistered ? 'not_required' : assess(facts, stay.departureDate)
  const notice =
    assessment === 'ready'
      ? buildNoticePayload(register.property, stay, facts, { kind: 'arrival', sequence: 1, revision: 1, follows: null })
      : null
  const deadline = assessment === 'not_required' ? null : explainDeadline(register, arrival)
  const earlier = earlierGuests(register, facts)
  const { departureDate: departure } = stay
  const clocks = dutiesAndRegime(register, {
    arrival,
    departure,
    facts,
    earlier: earlierPresences(register, earlier, { arrival, departure, borderEntry: facts.borderEntryDate }),
    isRegisteredInstead: isRegistered,
  })
  return {
    assessment,
    notRequiredReason: lawsOwnReason(assessment, isRegistered),
    missing: [...missingFields(facts, departure)],
    deadline,
    workingDaysLeft: deadline === null ? null : workingDaysLeft(register.calendar, register.today(), deadline.actBy),
    ...clocks,
    spellings: spellingsOf(facts),
    returning: returningGuest(register, earlier),
    warnings: [
      ...stayWarnings(register, stay, facts, clocks.duties),
      ...(isCheckedIn(register, arrival, earlier) ? ['already_checked_in' as const] : []),
    ],
    fieldIssues: notice === null ? [] : fieldIssuesOf(register, notice),
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

function isCheckedIn(register: Register, arrival: CalendarDate, earlier: readonly Guest[]): boolean {
  return earlier.some((guest) => register.rows.stays.find(guest.stayId)?.arrivalDate === arrival)
}
