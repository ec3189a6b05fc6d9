import type { NotificationRecord } from '#electron/store/rows/notifications.ts'
import type { Notice, ToldNotice } from '#shared/contract/schemas.ts'
import { leavesDoubt } from '#shared/domain/follow-up.ts'
import type { NotificationEvent } from '#shared/domain/notification.ts'
import type { Caller } from './caller.ts'
import { changeByNews, changeNotice, type GuestChange, type NoticeChange, requireVersion } from './change-notice.ts'
import { deskError } from './desk-error.ts'
import { requireNoOtherLease } from './filing/lease.ts'
import { firstOf, linksOf } from './follow-ups.ts'
import { mayHaveLeft, requireNotWithdrawn, saidOf, waitingReason } from './news.ts'
import { CITIZEN_REASON, move, NOTHING_TO_DO, reassessed } from './notices.ts'
import type { Register } from './register.ts'
import { NOBODY_IS_TOLD } from './told.ts'

type SetAsideEvent = Extract<NotificationEvent['type'], 'set_not_required' | 'set_filed_elsewhere' | 'cancelled'>

export interface SetAside {
  readonly noticeId: string
  readonly version: number
  /** A person's own words, kept with name and time. */
  readonly reason: string
}

/**
 * A person decides that no notice is owed, against the default. What is on its way, or may still turn up, first runs to its end: where the
 * service has it, it stays accepted. Of a follow-up: it is not to be sent; of a cancellation: the guest came after all. Throws `NOT_FOUND`,
 * `STALE`, `LEASED`, `NOT_NOW`.
 */
export function setNotRequired(register: Register, caller: Caller, given: SetAside): ToldNotice {
  const { noticeId, version, reason } = given
  return changeByNews(register, caller, noticeId, (record) => {
    requireVersion(record, version)
    requireNoOtherLease(record, caller)
    if (record.kind === 'cancellation') return cameAfterAll(register, record, reason)
    if (record.sequence === 1 && record.state !== 'accepted' && mayHaveLeft(register, record)) {
      requireNotWithdrawn(register, record, 'set_not_required')
      return { record, action: 'notice.not_required_entered', details: { reason }, tells: { kind: 'not_required', reason } }
    }
    return withdrawn(register, record, 'set_not_required', reason)
  })
}

/** Done before or without Qabyl; `reference` is what the other way gave as proof, if anything. Throws like {@link setNotRequired}. */
export function setFiledElsewhere(
  register: Register,
  caller: Caller,
  { noticeId, version, reason, reference }: SetAside & { readonly reference: string | null },
): Notice {
  return changeNotice(register, caller, noticeId, (record) => {
    requireVersion(record, version)
    requireNoOtherLease(record, caller)
    return filedElsewhere(record, reason, reference)
  })
}

/** The change of {@link setFiledElsewhere} for a transaction of the caller's. Throws `NOT_NOW`. */
export function filedElsewhere(record: NotificationRecord, reason: string, reference: string | null): NoticeChange {
  return aside(record, 'set_filed_elsewhere', reason, reference)
}

/**
 * The guest never came: withdrawn where nothing was sent; after acceptance by a cancellation that follows; what is on its way, or may still
 * turn up, first runs to its end. Of follow-ups as {@link setNotRequired}, and throws like it.
 */
export function cancel(register: Register, caller: Caller, given: SetAside): ToldNotice {
  const { noticeId, version, reason } = given
  return changeByNews(register, caller, noticeId, (record) => {
    requireVersion(record, version)
    requireNoOtherLease(record, caller)
    if (record.kind === 'cancellation') return cameAfterAll(register, record, reason)
    if (record.sequence === 1 && mayHaveLeft(register, record)) {
      requireNotWithdrawn(register, record, 'cancel')
      return { record, action: 'notice.cancellation_made', details: { reason }, tells: { kind: 'never_came', reason } }
    }
    return withdrawn(register, record, 'cancelled', reason)
  })
}

/**
 * Undoes the three above. The notice is what its data make it, and its clock has never stopped. A cancellation is withdrawn while nothing of
 * it can take effect, and asked about while it may; where it did, the guest gets an arrival of his own on the same clock.
 */
export function reopen(
  register: Register,
  caller: Caller,
  given: { readonly noticeId: string; readonly version: number },
): ToldNotice {
  return changeByNews(register, caller, given.noticeId, (named) => {
    requireVersion(named, given.version)
    const first = firstOf(register, named)
    if (!NOBODY_IS_TOLD.includes(first.state)) {
      const said = saidOf(register, first)
      if (said === 'never_came') return cameAfterAll(register, named, null)
      if (said === 'not_required') return owedAfterAll(register, named)
    }
    // A follow-up that was withdrawn is made again from what is known when there is something to say.
    if (!NOBODY_IS_TOLD.includes(named.state) || named.sequence > 1)
      throw deskError('NOT_NOW', { state: named.state, action: 'reopen' })
    const stay = register.rows.stays.find(named.stayId)
    const guest = register.rows.guests.find(named.guestId)
    if (stay === undefined || guest === undefined) throw deskError('NOT_FOUND', { what: 'stay' })
    const next = reassessed(register, { ...named, reference: null }, stay, guest.facts)
    const isAskedFirst = next.state === 'not_required' && register.rows.attempts.firstThatMayTurnUp(named.id) === named.revision
    // Nothing is owed, but what was sent before it was set aside may still turn up.
    if (isAskedFirst) {
      const record = { ...move(named, { type: 'assessed', assessment: 'ready' }, 'reopen'), reason: null, reference: null }
      const tells = { kind: 'not_required', ...(next.reason === null ? {} : { reason: next.reason }) } as const
      return { record, action: 'notice.reopened', details: { revision: record.revision }, tells }
    }
    return {
      record: next,
      action: 'notice.reopened',
      details: { revision: next.revision },
      // Whoever has left meanwhile is reported as arrived, then as gone.
      tells: guest.departedOn === null ? 'next_revision' : { kind: 'departed' },
    }
  })
}

/** Throws `NOT_NOW` where nothing was withdrawn. */
function cameAfterAll(register: Register, record: NotificationRecord, reason: string | null): GuestChange {
  if (saidOf(register, firstOf(register, record)) !== 'never_came')
    throw deskError('NOT_NOW', { state: record.state, action: 'reopen' })
  return {
    record,
    action: 'notice.came_after_all',
    details: { reason },
    tells: { kind: 'came_after_all', ...(reason === null ? {} : { reason }) },
  }
}

/** What was decided before the answer came is taken back before it came: the notice goes on as it would have. */
function owedAfterAll(register: Register, record: NotificationRecord): GuestChange {
  const { revision, state } = record
  // A citizen is one until the data say otherwise.
  if (waitingReason(register, record) === CITIZEN_REASON) throw deskError('NOT_NOW', { state, action: 'reopen' })
  return { record, action: 'notice.reopened', details: { revision }, tells: { kind: 'came_after_all' } }
}

/** Where something of a follow-up may still turn up, another says after it what the register knows. */
function withdrawn(register: Register, record: NotificationRecord, as: SetAsideEvent, reason: string): GuestChange {
  const change = aside(record, as, reason, null)
  const isOverwritten = record.sequence > 1 && leavesDoubt(linksOf(register, record.guestId))
  return { ...change, tells: isOverwritten ? { kind: 'corrected' } : 'nothing' }
}

function aside(record: NotificationRecord, as: SetAsideEvent, reason: string, reference: string | null): NoticeChange {
  const next: NotificationRecord = { ...move(record, { type: as }, as), ...NOTHING_TO_DO, reason, reference }
  return { record: next, action: `notice.${as}`, details: { reason, reference } }
}
