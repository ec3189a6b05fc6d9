import type { NotificationRecord } from '#electron/store/rows/notifications.ts'
import type { Notice } from '#shared/contract/schemas.ts'
import type { Caller } from './caller.ts'
import { deskError } from './desk-error.ts'
import { expireLeases, saveWithAudit } from './filing/lease.ts'
import type { Register } from './register.ts'
import { viewOf } from './viewpoint.ts'

/** What a change writes beside the notice itself: the audit's action and facts. */
export interface NoticeChange {
  readonly record: NotificationRecord
  readonly action: string
  readonly details: Readonly<Record<string, string | number | null>>
}

/**
 * One change to one notice: read, decide, save, audit in one transaction, then tell the views. `decide` runs inside the transaction
 * and throws a contract error to refuse. Throws `NOT_FOUND`.
 */
export function changeNotice(
  register: Register,
  caller: Caller,
  noticeId: string,
  decide: (record: NotificationRecord) => NoticeChange,
): Notice {
  expireLeases(register)
  register.write(() => {
    const record = register.rows.notifications.find(noticeId)
    if (record === undefined) throw deskError('NOT_FOUND', { what: 'notice' })
    const { record: next, action, details } = decide(record)
    saveWithAudit(register, caller.actor, next, action, details)
  })
  register.changed(['status', 'board', 'queue', 'guest'], noticeId)
  return viewOf(register, caller, noticeId)
}

/** Throws `STALE` when the record has moved on since the caller read it. */
export function requireVersion(record: NotificationRecord, version: number): void {
  if (record.version !== version) throw deskError('STALE', { what: 'notice' })
}
