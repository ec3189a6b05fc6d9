import type { Guest } from '#electron/store/rows/guests.ts'
import type { NotificationRecord } from '#electron/store/rows/notifications.ts'
import type { Stay } from '#electron/store/rows/stays.ts'
import { spellingsOf } from '#shared/documents/spellings.ts'
import type { Actor } from '#shared/domain/actor.ts'
import { assess, EMPTY_GUEST, type GuestFacts, missingFields } from '#shared/domain/guest.ts'
import { NOTICE_SCHEMA_VERSION } from '#shared/domain/notice-payload.ts'
import { type NotificationEvent, transition } from '#shared/domain/notification.ts'
import { deskError } from './desk-error.ts'
import { dueOf } from './law/due-dates.ts'
import { isRegisteredInstead, REGISTERED_REASON } from './law/registered-instead.ts'
import { buildNoticePayload, canonicalBytes, type Heading } from './notice-payload.ts'
import type { Register } from './register.ts'
import { isSamePerson } from './same-duty.ts'

/** Reason stored when the law itself asks for no notice; every other reason is a clerk's own words. */
export const CITIZEN_REASON = 'citizen_of_kazakhstan'

/**
 * Adds a guest with document, notice, first revision (when complete), search entry and audit entry.
 * Belongs inside the transaction that made the stay.
 */
export function openNotice(register: Register, actor: Actor, stay: Stay, facts: GuestFacts): NotificationRecord {
  const { rows, ports } = register
  const now = register.now()
  const guest: Guest = { id: ports.newId(), stayId: stay.id, facts, departedOn: null }
  rows.guests.insert(guest, ports.newId(), now)
  const isRegistered = isRegisteredInstead(register, stay.arrivalDate, facts)
  const state = isRegistered ? 'not_required' : assess(facts, stay.departureDate)
  const counted = { kind: 'arrival', dueFrom: stay.arrivalDate } as const
  const due = dueOf(register, counted, facts.citizenship)
  const record = insertNotice(register, stay, facts, {
    id: ports.newId(),
    stayId: stay.id,
    guestId: guest.id,
    ...counted,
    sequence: 1,
    afterGuestId: sameWithdrawing(register, facts),
    state,
    cause: null,
    refusal: null,
    missing: missingFields(facts, stay.departureDate),
    reason: lawsOwnReason(state, isRegistered),
    arrivalDate: stay.arrivalDate,
    due,
    revision: 0,
    ...NOT_SENT_YET,
    version: 1,
  })
  indexGuest(register, stay, guest)
  register.store.audit.append({
    actor,
    action: stay.source === 'import' ? 'stay.imported' : 'stay.checked_in',
    subject: record.id,
    stayId: stay.id,
    details: {
      state,
      reason: record.reason,
      source: stay.source,
      arrivalAt: stay.arrivalAt,
      missing: record.missing,
      strictDue: due?.strictDue ?? null,
      actBy: due?.actBy ?? null,
      calendar: due?.calendarVersion ?? null,
      rule: due?.rule ?? null,
      revision: record.revision,
    },
  })
  return record
}

/** The same person as registered before, while what withdraws that is under way: the service would take one for a repeat of the other. */
function sameWithdrawing({ rows }: Register, facts: GuestFacts): string | null {
  return rows.notifications.withdrawing().find((id) => isSamePerson(rows.guests.find(id)?.facts ?? EMPTY_GUEST, facts)) ?? null
}

/** Of a notice, and of a revision, that has just been made. */
export const NOT_SENT_YET = {
  attemptCount: 0,
  nextAttemptAt: null,
  lease: null,
  batchReference: null,
  existingReference: null,
  reference: null,
  acceptedAt: null,
} as const

/** Of a notice that is not to be sent any more. */
export const NOTHING_TO_DO = { cause: null, refusal: null, existingReference: null, nextAttemptAt: null } as const

/** Writes a new notice and, when it is ready, its first revision. `record.revision` is 0. */
export function insertNotice(
  register: Register,
  stay: Stay,
  facts: GuestFacts,
  record: NotificationRecord,
): NotificationRecord {
  const isReady = record.state === 'ready'
  const inserted = isReady ? { ...record, revision: 1 } : record
  register.rows.notifications.insert(inserted, register.now())
  if (isReady) addRevision(register, record.id, stay, payloadOf(register, inserted, stay, facts), 1)
  return inserted
}

/**
 * The notice after its guest or stay changed: state, missing fields and dates anew, and a new revision when it is complete and says
 * something else than the revision before. The arrival, and with it the clock, stays. `isRegistered`: the property takes the
 * registration to stand instead. Not saved yet. Throws `NOT_NOW` when the state does not allow it.
 */
export function reassessed(
  register: Register,
  record: NotificationRecord,
  stay: Stay,
  facts: GuestFacts,
  isRegistered = false,
): NotificationRecord {
  const assessment = isRegistered ? 'not_required' : assess(facts, stay.departureDate)
  const moved = move(record, { type: 'assessed', assessment }, 'correct')
  const base: NotificationRecord = {
    ...moved,
    cause: null,
    refusal: null,
    existingReference: null,
    missing: missingFields(facts, stay.departureDate),
    reason: lawsOwnReason(assessment, isRegistered),
    due: dueOf(register, record, facts.citizenship),
    nextAttemptAt: null,
  }
  return assessment === 'ready' ? revised(register, base, stay, facts) : base
}

/** Stored as the reason of a notice that the law itself does not ask for; `null` where it does. */
export function lawsOwnReason(
  assessment: NotificationRecord['state'],
  isRegistered: boolean,
): typeof CITIZEN_REASON | typeof REGISTERED_REASON | null {
  if (assessment !== 'not_required') return null
  return isRegistered ? REGISTERED_REASON : CITIZEN_REASON
}

/** Not a person's decision: it stands as long as the data of the guest do. */
export function isLawsOwn(reason: string | null): boolean {
  return reason === CITIZEN_REASON || reason === REGISTERED_REASON
}

/** Moves a notice; throws `NOT_NOW` with the state it is in. */
export function move(record: NotificationRecord, event: NotificationEvent, action: string): NotificationRecord {
  const next = transition(record.state, event)
  if (!next.ok) throw deskError('NOT_NOW', { state: record.state, action })
  return { ...record, state: next.value }
}

/**
 * One (notice, number) is one client id and one payload for ever: the same content stays the same revision. One in the older format is
 * written anew, because the newer one says more.
 */
function revised(register: Register, record: NotificationRecord, stay: Stay, facts: GuestFacts): NotificationRecord {
  const latest = register.rows.revisions.find(record.id, record.revision)
  if (latest !== undefined) {
    const sameAgain = payloadOf(register, record, stay, facts)
    if (register.store.stayKeys.hmac(stay.id, sameAgain) === latest.payloadHash) return record
  }
  const next = { ...record, revision: record.revision + 1, attemptCount: 0, batchReference: null }
  addRevision(register, record.id, stay, payloadOf(register, next, stay, facts), next.revision)
  return next
}

function payloadOf(register: Register, record: NotificationRecord, stay: Stay, facts: GuestFacts): Buffer {
  // A departure is counted from the day the guest left; the stay holds what was planned.
  const toTell = record.kind === 'departure' ? { ...stay, departureDate: record.dueFrom } : stay
  return canonicalBytes(buildNoticePayload(register.property, toTell, facts, headingOf(register, record)))
}

function headingOf(register: Register, { guestId, kind, sequence, revision }: NotificationRecord): Heading {
  if (sequence === 1) return { kind, sequence, revision, follows: null }
  const { rows } = register
  const first = rows.notifications.ofGuest(guestId)
  const accepted = first === undefined ? undefined : rows.revisions.find(first.id, first.revision)
  if (first === undefined || accepted === undefined) throw new Error('A notice follows an arrival that was sent')
  return { kind, sequence, revision, follows: { clientId: accepted.clientId, reference: first.reference } }
}

function addRevision(register: Register, notificationId: string, stay: Stay, payload: Buffer, number: number): void {
  const { stayKeys } = register.store
  const clientId = register.ports.newId()
  register.rows.revisions.insert({
    notificationId,
    number,
    clientId,
    schemaVersion: NOTICE_SCHEMA_VERSION,
    sealedPayload: stayKeys.seal(stay.id, `revision:${clientId}`, payload),
    payloadHash: stayKeys.hmac(stay.id, payload),
    createdAt: register.now(),
  })
}

/** Every spelling of the name, so that the guest is found in both scripts. */
export function indexGuest(register: Register, stay: Stay, guest: Guest): void {
  const { facts } = guest
  const { mrz, printed, sent } = spellingsOf(facts)
  const names = [facts.surname, facts.givenNames, facts.patronymic, mrz, printed, sent]
  register.store.search.index({
    guestId: guest.id,
    names: [...new Set(names.filter((name) => name !== null))],
    document: [facts.documentSeries, facts.documentNumber].filter((part) => part !== null).join(' ') || null,
    room: stay.room,
    reservation: stay.reservation,
  })
}
