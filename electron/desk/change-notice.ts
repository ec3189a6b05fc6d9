import type { NotificationRecord } from '#electron/store/rows/notifications.ts'
import type { Notice, ToldNotice } from '#shared/contract/schemas.ts'
import type { WayToTell } from '#shared/domain/news.ts'
import type { Caller } from './caller.ts'
import { deskError } from './desk-error.ts'
import { expireLeases, requireNoOtherLease, saveWithAudit } from './filing/lease.ts'
import { firstOf, tellWaitingNews } from './follow-ups.ts'
import { type News, tellNews } from './news.ts'
import type { Register } from './register.ts'
import { viewOf } from './viewpoint.ts'

/** What a change writes beside the notice itself: the audit's action and facts. */
export interface NoticeChange {
  readonly record: NotificationRecord
  readonly action: string
  readonly details: Readonly<Record<string, string | number | null>>
}

/** What has become known about the guest: news that follow, or how the service comes to know of it by the notice itself. */
export interface GuestChange extends NoticeChange {
  readonly tells: News | WayToTell
}

/**
 * One change to one notice: read, decide, save, audit in one transaction, then tell the views. `decide` runs inside the transaction
 * and throws a contract error to refuse. What waited for this change is told in the same transaction. Throws `NOT_FOUND`.
 */
export function changeNotice(
  register: Register,
  caller: Caller,
  noticeId: string,
  decide: (record: NotificationRecord) => NoticeChange,
): Notice {
  change(register, caller, noticeId, decide)
  return viewOf(register, caller, noticeId)
}

/** The same for what a person says about a guest; answers as well how the service comes to know. Throws `LEASED` while a colleague files him. */
export function changeByNews(
  register: Register,
  caller: Caller,
  noticeId: string,
  decide: (record: NotificationRecord) => GuestChange,
): ToldNotice {
  const whatFollows = change(register, caller, noticeId, decide)
  return { ...viewOf(register, caller, noticeId), whatFollows }
}

function change(
  register: Register,
  caller: Caller,
  noticeId: string,
  decide: (record: NotificationRecord) => NoticeChange & { readonly tells?: News | WayToTell },
): WayToTell {
  expireLeases(register)
  const whatFollows = register.write(() => {
    const record = register.rows.notifications.find(noticeId)
    if (record === undefined) throw deskError('NOT_FOUND', { what: 'notice' })
    const { record: next, action, details, tells } = decide(record)
    saveWithAudit(register, caller.actor, next, action, details)
    if (typeof tells === 'object') {
      for (const other of register.rows.notifications.chainOf(next.guestId)) requireNoOtherLease(other, caller)
      return tellNews(register, caller, firstOf(register, next), tells)
    }
    tellWaitingNews(register, next.guestId, { caller })
    return tells ?? 'nothing'
  })
  register.changed(['status', 'board', 'queue', 'guest'], noticeId)
  return whatFollows
}

/** Throws `STALE` when the record has moved on since the caller read it. */
export function requireVersion(record: NotificationRecord, version: number): void {
  if (record.version !== version) throw deskError('STALE', { what: 'notice' })
}
