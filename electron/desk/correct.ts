import type { NotificationRecord } from '#electron/store/rows/notifications.ts'
import type { Stay } from '#electron/store/rows/stays.ts'
import type { Notice } from '#shared/contract/schemas.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { GuestFacts } from '#shared/domain/guest.ts'
import type { NotificationState } from '#shared/domain/notification.ts'
import type { Caller } from './caller.ts'
import { changeNotice, requireVersion } from './change-notice.ts'
import { deskError } from './desk-error.ts'
import { endLease, requireNoOtherLease, saveWithAudit } from './filing/lease.ts'
import { requireOrderOfDays } from './law/plausible-stay.ts'
import { isClosedAsRegistered, isRegisteredInsteadAfter } from './law/registered-instead.ts'
import { CITIZEN_REASON, indexGuest, move, reassessed } from './notices.ts'
import type { Register } from './register.ts'

export interface Correction {
  readonly noticeId: string
  readonly version: number
  readonly facts: GuestFacts
  readonly departureDate: CalendarDate | null
  readonly room: string | null
}

/** Notices of the same stay that follow a change of room or departure: nothing has left the desk and nobody is busy with them. */
const FOLLOWS_ITS_STAY: readonly NotificationState[] = ['citizenship_unknown', 'incomplete', 'ready', 'handover']

/**
 * Completes or corrects a guest before acceptance. Something else to say makes a new revision; the first arrival and the clock stay.
 * A notice under the caller's own lease stays under it while it is complete. Companions follow a change of room or departure.
 * Throws `NOT_FOUND`, `STALE`, `LEASED`, `NOT_NOW`, `BAD_INPUT`.
 */
export function correct(register: Register, caller: Caller, correction: Correction): Notice {
  return changeNotice(register, caller, correction.noticeId, (record) => {
    requireVersion(record, correction.version)
    requireNoOtherLease(record, caller)
    requireNotSetAside(record)
    const { before, after } = changeStay(register, record, correction)
    const facts = changeGuest(register, record, after, correction.facts)
    const isRegistered = isRegisteredInsteadAfter(register, record, facts.before, facts.after)
    const next = keptInPlace(register, record, reassessed(register, endLease(record), after, facts.after, isRegistered))
    if (before.room !== after.room || before.departureDate !== after.departureDate)
      correctCompanions(register, caller, record, after)
    return { record: next, action: 'notice.corrected', details: { revision: next.revision, missing: next.missing.join(' ') } }
  })
}

/** A clerk's decision stands until it is undone on purpose; the law's own "not required" follows the facts. */
function requireNotSetAside(record: NotificationRecord): void {
  const isLawsOwn = (record.state === 'not_required' && record.reason === CITIZEN_REASON) || isClosedAsRegistered(record)
  if (['filed_elsewhere', 'cancelled', 'not_required'].includes(record.state) && !isLawsOwn) {
    throw deskError('NOT_NOW', { state: record.state, action: 'correct' })
  }
}

function changeStay(
  register: Register,
  record: NotificationRecord,
  { room, departureDate }: Correction,
): { before: Stay; after: Stay } {
  const before = register.rows.stays.find(record.stayId)
  if (before === undefined) throw deskError('NOT_FOUND', { what: 'stay' })
  requireOrderOfDays('departureDate', before.arrivalDate, departureDate)
  register.rows.stays.change(before.id, room, departureDate, register.now())
  return { before, after: { ...before, room, departureDate } }
}

function changeGuest(register: Register, record: NotificationRecord, stay: Stay, facts: GuestFacts) {
  const before = register.rows.guests.find(record.guestId)
  if (before === undefined) throw deskError('NOT_FOUND', { what: 'guest' })
  register.rows.guests.change(before, facts, register.ports.newId(), register.now())
  indexGuest(register, stay, { ...before, facts })
  return { before: before.facts, after: facts }
}

/** A complete notice goes back under the caller's lease, or to the list of the colleague who signs, where it was before. */
function keptInPlace(register: Register, before: NotificationRecord, after: NotificationRecord): NotificationRecord {
  if (after.state !== 'ready') return after
  if (before.lease !== null && before.lease.until > register.now()) {
    return { ...move(after, { type: 'lease_taken' }, 'correct'), lease: before.lease }
  }
  return before.state === 'handover' ? move(after, { type: 'handed_over' }, 'correct') : after
}

function correctCompanions(register: Register, caller: Caller, record: NotificationRecord, stay: Stay): void {
  for (const companion of register.rows.notifications.ofStay(stay.id)) {
    const guest = register.rows.guests.find(companion.guestId)
    if (companion.id === record.id || guest === undefined) continue
    indexGuest(register, stay, guest)
    if (!FOLLOWS_ITS_STAY.includes(companion.state)) continue
    const next = keptInPlace(register, companion, reassessed(register, companion, stay, guest.facts))
    saveWithAudit(register, caller.actor, next, 'notice.followed_stay', { revision: next.revision })
  }
}
