import type { NotificationRecord } from '#electron/store/rows/notifications.ts'
import type { Notice } from '#shared/contract/schemas.ts'
import type { NotificationEvent, NotificationState } from '#shared/domain/notification.ts'
import type { Caller } from './caller.ts'
import { changeNotice, requireVersion } from './change-notice.ts'
import { deskError } from './desk-error.ts'
import { requireNoOtherLease } from './filing/lease.ts'
import { followUp } from './follow-ups.ts'
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
 * The guest never came, or this follow-up is not to be sent. After acceptance a cancellation follows, which withdraws what was not sent
 * yet. Throws like {@link setNotRequired}.
 */
export function cancel(register: Register, caller: Caller, given: SetAside): Notice {
  const { noticeId, version, reason } = given
  const record = register.rows.notifications.find(noticeId)
  const isAccepted = record?.kind === 'arrival' && record.state === 'accepted'
  if (!isAccepted) return setAside(register, caller, given, { type: 'cancelled' }, 'cancelled', null)
  return changeNotice(register, caller, noticeId, (first) => {
    requireVersion(first, version)
    if (!followUp(register, caller, first, { news: 'cancelled', reason }).ok)
      throw deskError('NOT_NOW', { state: first.state, action: 'cancel' })
    return { record: first, action: 'notice.cancellation_made', details: { reason } }
  })
}

/** Undoes the three above for an arrival: the notice is what its data make it, and its clock has never stopped. */
export function reopen(
  register: Register,
  caller: Caller,
  given: { readonly noticeId: string; readonly version: number },
): Notice {
  return changeNotice(register, caller, given.noticeId, (record) => {
    requireVersion(record, given.version)
    // A follow-up that was withdrawn is made again from what is known when there is something to say.
    if (!SET_ASIDE.includes(record.state) || record.sequence > 1)
      throw deskError('NOT_NOW', { state: record.state, action: 'reopen' })
    const stay = register.rows.stays.find(record.stayId)
    const guest = register.rows.guests.find(record.guestId)
    if (stay === undefined || guest === undefined) throw deskError('NOT_FOUND', { what: 'stay' })
    const next = reassessed(register, { ...record, reference: null }, stay, guest.facts)
    return { record: next, action: 'notice.reopened', details: { revision: next.revision } }
  })
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
    const next: NotificationRecord = {
      ...move(record, event, action),
      reason: given.reason,
      reference,
      cause: null,
      refusal: null,
      existingReference: null,
      nextAttemptAt: null,
    }
    return { record: next, action: `notice.${action}`, details: { reason: given.reason, reference } }
  })
}
