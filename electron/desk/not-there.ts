import type { Notice } from '#shared/contract/schemas.ts'
import type { Caller } from './caller.ts'
import { changeNotice, requireVersion } from './change-notice.ts'
import { deskError } from './desk-error.ts'
import { move } from './notices.ts'
import { waitsFor } from './queue.ts'
import type { Register } from './register.ts'

/**
 * A person has looked at the service's own place and found nothing: the notice may go again, under the client id it has. Only where the desk
 * cannot ask by itself; the service's own word is better than anybody's. Throws `NOT_FOUND`, `STALE`, `NOT_NOW`.
 */
export function sayNotThere(
  register: Register,
  caller: Caller,
  { noticeId, version }: { readonly noticeId: string; readonly version: number },
): Notice {
  return changeNotice(register, caller, noticeId, (record) => {
    requireVersion(record, version)
    if (record.state !== 'unknown' || waitsFor(record, register.channel) !== 'decision')
      throw deskError('NOT_NOW', { state: record.state, action: 'notThere' })
    return {
      record: { ...move(record, { type: 'found_absent' }, 'notThere'), cause: 'found_absent', nextAttemptAt: null },
      action: 'notice.found_absent',
      details: { revision: record.revision },
    }
  })
}
