import type { NotificationRecord } from '#electron/store/rows/notifications.ts'
import type { Stay } from '#electron/store/rows/stays.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import { type FollowUpKind, type FollowUpObstacle, type News, planFollowUps } from '#shared/domain/follow-up.ts'
import { assess, type GuestFacts, missingFields } from '#shared/domain/guest.ts'
import { type Difference, differenceOf, type SealedNotice } from '#shared/domain/notice-payload.ts'
import { isAtRest } from '#shared/domain/notification.ts'
import { ok, type Result } from '#shared/domain/result.ts'
import type { Caller } from './caller.ts'
import { deskError } from './desk-error.ts'
import { endLease, keptInPlace, requireNoOtherLease, saveWithAudit } from './filing/lease.ts'
import { dueOf } from './law/due-dates.ts'
import { buildNoticePayload } from './notice-payload.ts'
import { insertNotice, lawsOwnReason, move, NOT_SENT_YET, reassessed } from './notices.ts'
import type { Register } from './register.ts'

/** What has become known about a guest whose arrival was accepted. The register holds it already. */
export interface Told {
  readonly news: News
  /** The day the guest left; for `departed`. */
  readonly departedOn?: CalendarDate
  /** A person's own words; for `cancelled`. */
  readonly reason?: string
}

/** A guest of a stay as the register knows him now, and every notice about him. */
interface Known {
  readonly stay: Stay
  readonly facts: GuestFacts
  readonly chain: readonly NotificationRecord[]
}

/** The first notice about the guest that a notice is about. Throws `NOT_FOUND`. */
export function firstOf(register: Register, record: NotificationRecord): NotificationRecord {
  if (record.sequence === 1) return record
  const first = register.rows.notifications.ofGuest(record.guestId)
  if (first === undefined) throw deskError('NOT_FOUND', { what: 'notice' })
  return first
}

/**
 * Makes, rewrites and withdraws the notices that follow an accepted arrival, so that the service comes to know what the register knows.
 * Belongs inside the transaction that wrote the news. Answers how many notices were touched, or why nothing can follow. Throws
 * `LEASED` while a colleague files one of them, `NOT_FOUND`.
 */
export function followUp(
  register: Register,
  caller: Caller,
  first: NotificationRecord,
  told: Told,
): Result<number, FollowUpObstacle> {
  const known = knownAbout(register, first)
  for (const record of known.chain) requireNoOtherLease(record, caller)
  const plan = planFollowUps(known.chain.map(endLease), told.news, differenceTold(register, known), register.channel)
  if (!plan.ok) return plan
  const { revise, withdraw, add } = plan.value
  for (const record of known.chain) {
    if (withdraw.includes(record.id)) withdrawn(register, caller, record, told)
    if (revise.includes(record.id)) rewritten(register, caller, record, known, told)
  }
  let sequence = known.chain.length
  for (const kind of add) made(register, caller, first, { kind, sequence: ++sequence }, known, told)
  return ok(revise.length + withdraw.length + add.length)
}

function knownAbout({ rows }: Register, { stayId, guestId }: NotificationRecord): Known {
  const stay = rows.stays.find(stayId)
  const facts = rows.guests.find(guestId)?.facts
  if (stay === undefined || facts === undefined) throw deskError('NOT_FOUND', { what: 'guest' })
  return { stay, facts, chain: rows.notifications.chainOf(guestId) }
}

function withdrawn(register: Register, caller: Caller, record: NotificationRecord, { news }: Told): void {
  const next = { ...move(endLease(record), { type: 'cancelled' }, news), cause: null, refusal: null, nextAttemptAt: null }
  saveWithAudit(register, caller.actor, next, 'notice.withdrawn', { kind: record.kind })
}

function rewritten(
  register: Register,
  caller: Caller,
  record: NotificationRecord,
  { stay, facts }: Known,
  { departedOn }: Told,
): void {
  const dueFrom = record.kind === 'departure' && departedOn !== undefined ? departedOn : record.dueFrom
  const next = keptInPlace(register, record, reassessed(register, { ...endLease(record), dueFrom }, stay, facts))
  saveWithAudit(register, caller.actor, next, 'notice.corrected', { revision: next.revision })
}

function made(
  register: Register,
  caller: Caller,
  { stayId, guestId, arrivalDate }: NotificationRecord,
  place: { readonly kind: FollowUpKind; readonly sequence: number },
  { stay, facts }: Known,
  { departedOn, reason }: Told,
): void {
  const { kind } = place
  const dueFrom = kind === 'departure' && departedOn !== undefined ? departedOn : register.today()
  const assessment = assess(facts, stay.departureDate)
  const due = dueOf(register, { kind, dueFrom }, facts.citizenship)
  const record = insertNotice(register, stay, facts, {
    id: register.ports.newId(),
    stayId,
    guestId,
    ...place,
    state: assessment,
    cause: null,
    refusal: null,
    missing: missingFields(facts, stay.departureDate),
    reason: reason ?? lawsOwnReason(assessment, false),
    arrivalDate,
    dueFrom,
    due,
    revision: 0,
    ...NOT_SENT_YET,
    version: 1,
  })
  saveWithAudit(register, caller.actor, keptInPlace(register, record, record), 'notice.followed', {
    ...place,
    revision: record.revision,
    reason: record.reason,
    strictDue: due?.strictDue ?? null,
    actBy: due?.actBy ?? null,
    calendar: due?.calendarVersion ?? null,
    rule: due?.rule ?? null,
  })
}

/** What the register knows against what was told last, or is being told: what has left the desk, whatever became of it. */
function differenceTold(register: Register, { stay, facts, chain }: Known): Difference {
  const assessment = assess(facts, stay.departureDate)
  // Nobody is told anything more about a citizen.
  if (assessment === 'not_required') return { departureDate: false, anythingElse: false }
  if (assessment !== 'ready') return { departureDate: false, anythingElse: true }
  const told = chain.filter((record) => record.revision > 0 && !isAtRest(endLease(record).state) && !isWithdrawn(record))
  const last = told.at(-1)
  const lastOfStay = told.findLast(({ kind }) => kind !== 'departure')
  if (last === undefined || lastOfStay === undefined) return { departureDate: true, anythingElse: true }
  const now = buildNoticePayload(register.property, stay, facts, { kind: 'arrival', sequence: 1, revision: 1, follows: null })
  return {
    departureDate: differenceOf(contentOf(register, lastOfStay), now).departureDate,
    anythingElse: differenceOf(contentOf(register, last), now).anythingElse,
  }
}

function isWithdrawn({ state }: NotificationRecord): boolean {
  return state === 'cancelled' || state === 'not_required'
}

function contentOf({ rows, store }: Register, { id, stayId, revision: number }: NotificationRecord): SealedNotice {
  const revision = rows.revisions.find(id, number)
  const bytes =
    revision === undefined ? undefined : store.stayKeys.open(stayId, `revision:${revision.clientId}`, revision.sealedPayload)
  if (bytes === undefined) throw deskError('NOT_FOUND', { what: 'guest' })
  return JSON.parse(bytes.toString('utf8')) as SealedNotice
}
