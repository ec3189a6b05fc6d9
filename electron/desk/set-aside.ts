import type { NotificationRecord } from '#electron/store/rows/notifications.ts'
import type { Notice, ToldNotice } from '#shared/contract/schemas.ts'
import { isAtRest, type NotificationEvent, type NotificationState } from '#shared/domain/notification.ts'
import type { Caller } from './caller.ts'
import { changeByNews, changeNotice, type GuestChange, type NoticeChange, requireVersion } from './change-notice.ts'
import { deskError } from './desk-error.ts'
import { requireNoOtherLease } from './filing/lease.ts'
import { firstOf } from './follow-ups.ts'
import { isWithdrawn, requireNotWithdrawn } from './news.ts'
import { move, reassessed } from './notices.ts'
import type { Register } from './register.ts'

export interface SetAside {
  readonly noticeId: string
  readonly version: number
  /** A person's own words, kept with name and time. */
  readonly reason: string
}

const SET_ASIDE: readonly NotificationState[] = ['not_required', 'filed_elsewhere', 'cancelled']

/** A person decides that no notice is owed, against the default. Throws `NOT_FOUND`, `STALE`, `LEASED`, `NOT_NOW`. */
export function setNotRequired(register: Register, caller: Caller, given: SetAside): Notice {
  return setAside(register, caller, given, { type: 'set_not_required' }, 'set_not_required', null)
}

/** Done before or without Qabyl; `reference` is what the other way gave as proof, if anything. Throws like {@link setNotRequired}. */
export function setFiledElsewhere(
  register: Register,
  caller: Caller,
  given: SetAside & { readonly reference: string | null },
): Notice {
  return setAside(register, caller, given, { type: 'set_filed_elsewhere' }, 'set_filed_elsewhere', given.reference)
}

/**
 * The guest never came: withdrawn where nothing was sent; after acceptance by a cancellation that follows; what is on its way, or may still
 * turn up, first runs to its end. Of a follow-up: it is not to be sent; of a cancellation: the guest came after all. Throws like
 * {@link setNotRequired}.
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
    return { ...aside(record, { type: 'cancelled' }, 'cancelled', reason, null), tells: 'nothing' }
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
    if (!SET_ASIDE.includes(first.state) && isWithdrawn(register, first)) return cameAfterAll(register, named, null)
    // A follow-up that was withdrawn is made again from what is known when there is something to say.
    if (!SET_ASIDE.includes(named.state) || named.sequence > 1)
      throw deskError('NOT_NOW', { state: named.state, action: 'reopen' })
    const stay = register.rows.stays.find(named.stayId)
    const guest = register.rows.guests.find(named.guestId)
    if (stay === undefined || guest === undefined) throw deskError('NOT_FOUND', { what: 'stay' })
    const next = reassessed(register, { ...named, reference: null }, stay, guest.facts)
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
  if (!isWithdrawn(register, firstOf(register, record))) throw deskError('NOT_NOW', { state: record.state, action: 'reopen' })
  return {
    record,
    action: 'notice.came_after_all',
    details: { reason },
    tells: { kind: 'came_after_all', ...(reason === null ? {} : { reason }) },
  }
}

/** Something of it is with the service, or may still turn up there. */
function mayHaveLeft({ rows }: Register, { id, state }: NotificationRecord): boolean {
  if (isAtRest(state)) return state === 'ready' && rows.attempts.firstThatMayTurnUp(id) !== null
  return state !== 'leased' && !SET_ASIDE.includes(state)
}

function setAside(
  register: Register,
  caller: Caller,
  given: SetAside,
  event: NotificationEvent,
  action: string,
  reference: string | null,
): Notice {
  return changeNotice(register, caller, given.noticeId, (record) => {
    requireVersion(record, given.version)
    requireNoOtherLease(record, caller)
    return aside(record, event, action, given.reason, reference)
  })
}

function aside(
  record: NotificationRecord,
  event: NotificationEvent,
  action: string,
  reason: string,
  reference: string | null,
): NoticeChange {
  const next: NotificationRecord = {
    ...move(record, event, action),
    reason,
    reference,
    cause: null,
    refusal: null,
    existingReference: null,
    nextAttemptAt: null,
  }
  return { record: next, action: `notice.${action}`, details: { reason, reference } }
}
