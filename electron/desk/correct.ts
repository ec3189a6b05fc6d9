import type { NotificationRecord } from '#electron/store/rows/notifications.ts'
import type { Stay } from '#electron/store/rows/stays.ts'
import type { ToldNotice } from '#shared/contract/schemas.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import { assess, type GuestFacts } from '#shared/domain/guest.ts'
import type { WayToTell } from '#shared/domain/news.ts'
import { isAtRest, type NotificationState } from '#shared/domain/notification.ts'
import type { Caller } from './caller.ts'
import { changeByNews, type GuestChange, requireVersion } from './change-notice.ts'
import { whatChanged } from './changed-fields.ts'
import { badInput, deskError } from './desk-error.ts'
import { endLease, keptInPlace, requireNoOtherLease, saveWithAudit } from './filing/lease.ts'
import { firstOf } from './follow-ups.ts'
import { requireOrderOfDays } from './law/plausible-stay.ts'
import { isRegisteredInsteadAfter } from './law/registered-instead.ts'
import { mayHaveLeft, type News, requireNotWithdrawn, tellNews, waitingReason } from './news.ts'
import { indexGuest, isLawsOwn, lawsOwnReason, reassessed } from './notices.ts'
import type { Register } from './register.ts'
import { NOBODY_IS_TOLD } from './told.ts'

/** What is known now about a guest and the stay. */
interface Known {
  readonly facts: GuestFacts
  readonly departureDate: CalendarDate | null
  readonly room: string | null
}

export interface Correction extends Known {
  readonly noticeId: string
  readonly version: number
}

export interface Extension {
  readonly noticeId: string
  readonly version: number
  readonly departureDate: CalendarDate
}

interface StayChange {
  readonly before: Stay
  readonly after: Stay
}

/** Notices of the same stay that follow a change of room or departure: nothing has left the desk and nobody is busy with them. */
const FOLLOWS_ITS_STAY: readonly NotificationState[] = ['citizenship_unknown', 'incomplete', 'ready', 'handover']

/**
 * Completes or corrects a guest, whatever is on its way. Before acceptance something else to say makes a new revision; after it, a notice
 * of its own that follows; while the answer is still to come the register keeps it until then (see `tellNews`). The first arrival and the
 * clock stay. A notice under the caller's own lease stays under it while it is complete. Companions follow a change of room or departure.
 * Throws `NOT_FOUND`, `STALE`, `LEASED`, `BAD_INPUT`, and `NOT_NOW` for a guest who never came or whose notice was set aside.
 */
export function correct(register: Register, caller: Caller, correction: Correction): ToldNotice {
  return changeByNews(register, caller, correction.noticeId, (named) => {
    requireVersion(named, correction.version)
    return changed(register, caller, firstOf(register, named), correction, 'correct')
  })
}

/** A later departure than planned, for everybody of the stay; this guest is here again. The clock stays. Throws like {@link correct}. */
export function extend(register: Register, caller: Caller, { noticeId, version, departureDate }: Extension): ToldNotice {
  return changeByNews(register, caller, noticeId, (named) => {
    requireVersion(named, version)
    const first = firstOf(register, named)
    const stay = register.rows.stays.find(first.stayId)
    const guest = register.rows.guests.find(first.guestId)
    if (stay === undefined || guest === undefined) throw deskError('NOT_FOUND', { what: 'guest' })
    if (stay.departureDate !== null && departureDate <= stay.departureDate)
      throw badInput('departureDate', 'not_later', 'The departure is not later than it was.')
    if (guest.departedOn !== null) register.rows.guests.setDeparted(guest.id, null, register.now())
    const extended = changed(register, caller, first, { facts: guest.facts, departureDate, room: stay.room }, 'extend')
    const { departedOn } = guest
    return departedOn === null
      ? extended
      : { ...extended, details: { ...extended.details, departureBefore: departedOn } }
  })
}

function changed(
  register: Register,
  caller: Caller,
  record: NotificationRecord,
  known: Known,
  action: 'correct' | 'extend',
): GuestChange {
  requireNoOtherLease(record, caller)
  const closedBy = waitingReason(register, record) ?? (record.state === 'not_required' ? record.reason : null)
  requireNotSetAside(record, closedBy, action)
  requireNotWithdrawn(register, record, action)
  const stay = changeStay(register, record, known)
  const facts = changeGuest(register, record, stay.after, known.facts)
  const { arrivalDate } = record
  const isRegistered = isRegisteredInsteadAfter(register, { closedBy, arrivalDate }, facts.before, facts.after)
  const notOwed = lawsOwnReason(isRegistered ? 'not_required' : assess(facts.after, stay.after.departureDate), isRegistered)
  // What may be with the service by now is asked about first.
  const isAskedFirst = notOwed !== null && mayHaveLeft(register, endLease(record))
  const next = isAskedFirst
    ? record
    : afterChange(register, record, () => reassessed(register, endLease(record), stay.after, facts.after, isRegistered))
  if (notOwed === null && closedBy !== null) register.rows.waitingNews.remove(record.guestId, 'not_required')
  if (stay.before.room !== stay.after.room || stay.before.departureDate !== stay.after.departureDate)
    changeCompanions(register, caller, record, stay)
  return {
    record: next,
    action: action === 'extend' ? 'notice.extended' : 'notice.corrected',
    details: {
      revision: next.revision,
      missing: next.missing.join(' '),
      ...whatChanged({ ...facts.before, ...stay.before }, { ...facts.after, ...stay.after }),
    },
    tells: isAskedFirst ? { kind: 'not_required', reason: notOwed } : tellsOf(register, record, next, stay),
  }
}

function tellsOf({ rows }: Register, before: NotificationRecord, after: NotificationRecord, stay: StayChange): News | WayToTell {
  if (after === before) return newsOf(stay)
  if (!isSaidAnew(before, after)) return 'nothing'
  // Whoever owed nothing, and has left meanwhile, is reported as arrived, then as gone.
  const hasDeparted = rows.guests.find(before.guestId)?.departedOn != null
  return hasDeparted && NOBODY_IS_TOLD.includes(before.state) ? { kind: 'departed' } : 'next_revision'
}

/** A notice that nobody has sent, or is filing elsewhere than here, is assessed anew; one that has left stays as it is. */
function afterChange(register: Register, record: NotificationRecord, reassess: () => NotificationRecord): NotificationRecord {
  const isHere = isAtRest(record.state) || record.state === 'leased' || NOBODY_IS_TOLD.includes(record.state)
  return isHere ? keptInPlace(register, record, reassess()) : record
}

function isSaidAnew(before: NotificationRecord, after: NotificationRecord): boolean {
  return after.revision !== before.revision || endLease(after).state !== endLease(before).state
}

function newsOf({ before, after }: StayChange): News {
  const isLater = after.departureDate !== null && before.departureDate !== null && after.departureDate > before.departureDate
  return { kind: isLater ? 'extended' : 'corrected' }
}

/** A clerk's decision stands until it is undone on purpose; the law's own "not required" follows the facts. */
function requireNotSetAside({ state }: NotificationRecord, closedBy: string | null, action: string): void {
  if (isLawsOwn(closedBy)) return
  if (closedBy !== null || NOBODY_IS_TOLD.includes(state)) throw deskError('NOT_NOW', { state, action })
}

function changeStay(register: Register, record: NotificationRecord, { room, departureDate }: Known): StayChange {
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

function changeCompanions(register: Register, caller: Caller, record: NotificationRecord, stay: StayChange): void {
  for (const companion of register.rows.notifications.ofStay(stay.after.id)) {
    const guest = register.rows.guests.find(companion.guestId)
    if (companion.id === record.id || guest === undefined) continue
    indexGuest(register, stay.after, guest)
    if (FOLLOWS_ITS_STAY.includes(companion.state)) {
      const next = keptInPlace(register, companion, reassessed(register, companion, stay.after, guest.facts))
      saveWithAudit(register, caller.actor, next, 'notice.followed_stay', { revision: next.revision })
    } else if (hasLeft(companion) && stay.before.departureDate !== stay.after.departureDate) {
      tellNews(register, caller, companion, newsOf(stay))
    }
  }
}

/** With the service, or with somebody who is filing it: what is to be said anew follows. */
function hasLeft({ state }: NotificationRecord): boolean {
  return !isAtRest(state) && !NOBODY_IS_TOLD.includes(state)
}
