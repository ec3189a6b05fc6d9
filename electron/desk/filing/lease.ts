import type { NotificationRecord } from '#electron/store/rows/notifications.ts'
import type { Actor } from '#shared/domain/actor.ts'
import type { IsoInstant } from '#shared/domain/clock.ts'
import { wayOf } from '#shared/domain/follow-up.ts'
import { isSettled } from '#shared/domain/notification.ts'
import { type Caller, THE_DESK } from '../caller.ts'
import { deskError } from '../desk-error.ts'
import { isMine } from '../notice-view.ts'
import { move } from '../notices.ts'
import { dropOffPaper, requireOffPaper } from '../paper/on-paper.ts'
import type { Register } from '../register.ts'

/** How long a clerk has one guest for himself; renewed while his sheet is open. */
export const LEASE_MINUTES = 10

/** The notice under a new lease of the caller's. Throws `LEASED` while a colleague has it, `ON_PAPER`, `NOT_NOW` in other states. */
export function leased(register: Register, caller: Caller, record: NotificationRecord): NotificationRecord {
  requireNoOtherLease(record, caller)
  requireOffPaper(register, record)
  requireTurn(register, record)
  const from = record.state === 'handover' ? 'handover' : 'ready'
  const lease = {
    staffId: caller.actor.staffId,
    workplace: caller.workplace,
    name: caller.actor.name,
    from,
    until: leaseEnd(register),
  } as const
  return { ...move(record, { type: 'lease_taken' }, 'take'), lease }
}

/** What became known later is filed later, and whoever is being withdrawn is not registered again before. Throws `NOT_NOW`. */
export function requireTurn({ rows }: Register, record: NotificationRecord): void {
  const { afterGuestId } = record
  const withdrawn = afterGuestId === null ? [] : rows.notifications.chainOf(afterGuestId)
  const chain = rows.notifications.chainOf(record.guestId).filter(({ sequence }) => sequence < record.sequence)
  const earlier = [...withdrawn, ...chain]
  if (!earlier.every(({ state }) => isSettled(state))) throw deskError('NOT_NOW', { state: record.state, action: 'take' })
}

/**
 * Gives the caller's own lease its full time again, in a transaction of its own; `false` when it is not his.
 * Not audited: it says nothing new, and it comes every few minutes.
 */
export function extendLease(register: Register, caller: Caller, noticeId: string): boolean {
  expireLeases(register)
  return register.write(() => {
    const lease = register.rows.notifications.find(noticeId)?.lease ?? null
    if (lease === null || !isMine(lease, caller)) return false
    register.rows.notifications.extendLease(noticeId, leaseEnd(register))
    return true
  })
}

/** The notice goes back to where it was taken from: to the queue, or to the list of the colleague who signs. */
export function endLease(record: NotificationRecord): NotificationRecord {
  const { lease } = record
  if (lease === null) return record
  const ready = { ...move(record, { type: 'lease_ended' }, 'release'), lease: null }
  return lease.from === 'handover' ? move(ready, { type: 'handed_over' }, 'release') : ready
}

/**
 * A complete notice that was assessed anew goes back under the lease it had, or to the list of the colleague who signs, where it was
 * before or where it has to go because the channel has no word for it.
 */
export function keptInPlace(register: Register, before: NotificationRecord, after: NotificationRecord): NotificationRecord {
  if (after.state !== 'ready') return after
  if (before.lease !== null && before.lease.until > register.now()) {
    return { ...move(after, { type: 'lease_taken' }, 'correct'), lease: before.lease }
  }
  const { channel } = register
  const isForPerson = channel.submission === 'machine' && wayOf(after.kind, channel) === 'by_hand'
  return before.state === 'handover' || isForPerson ? move(after, { type: 'handed_over' }, 'correct') : after
}

/** Throws `LEASED` when somebody else is filing this guest. */
export function requireNoOtherLease(record: NotificationRecord, caller: Caller): void {
  if (record.lease !== null && !isMine(record.lease, caller)) {
    throw deskError('LEASED', { by: record.lease.name, until: record.lease.until })
  }
}

/** Ends the leases whose time is up; called before every read and write that a lease matters to. Says how many. */
export function expireLeases(register: Register): number {
  const { rows } = register
  if (rows.notifications.withExpiredLease(register.now()).length === 0) return 0
  const ended = register.write(() => {
    const expired = rows.notifications.withExpiredLease(register.now())
    for (const record of expired) saveWithAudit(register, THE_DESK, endLease(record), 'notice.lease_ran_out', {})
    return expired.length
  })
  register.changed(['board', 'queue', 'guest'], null)
  return ended
}

export function saveWithAudit(
  register: Register,
  actor: Actor,
  record: NotificationRecord,
  action: string,
  details: Readonly<Record<string, string | number | null>>,
): NotificationRecord {
  const saved = register.rows.notifications.save(record, register.now())
  register.store.audit.append({
    actor,
    action,
    subject: record.id,
    stayId: record.stayId,
    details: { state: record.state, ...details },
  })
  dropOffPaper(register, actor, saved)
  return saved
}

function leaseEnd(register: Register): IsoInstant {
  return new Date(register.ports.clock.now() + LEASE_MINUTES * 60_000).toISOString()
}
