import { ORPCError } from '@orpc/server'
import { StoreWriteError } from '#electron/store/write-error.ts'
import type { BulkExceptionView } from '#shared/contract/guest-list-schemas.ts'
import type { BulkException } from '#shared/domain/guest-filter.ts'
import type { Caller } from '../caller.ts'
import type { Register } from '../register.ts'
import { viewsOf } from '../viewpoint.ts'

/** What was thrown at one guest, as the reason why nothing was done for him. */
export function exceptionOf(error: unknown): BulkException {
  if (error instanceof StoreWriteError) return 'not_saved'
  if (!(error instanceof ORPCError)) return 'mistake'
  switch (error.code) {
    case 'LEASED':
      return 'leased'
    case 'ON_PAPER':
      return 'on_paper'
    case 'NOT_FOUND':
      return 'not_found'
    case 'STALE':
      return 'changed_since'
    case 'BAD_INPUT':
      return 'expected'
    default:
      return 'not_now'
  }
}

/** With the name and the state a person knows the guest by. */
export function exceptionViews(
  register: Register,
  caller: Caller,
  exceptions: ReadonlyMap<string, BulkException>,
): BulkExceptionView[] {
  const lines = [...exceptions.keys()].flatMap((noticeId) => register.rows.noticeLines.find(noticeId) ?? [])
  const views = new Map(viewsOf(register, caller, lines).map((view) => [view.id, view]))
  return [...exceptions].map(([noticeId, why]) => {
    const view = views.get(noticeId)
    return { noticeId, displayName: view?.displayName ?? '', why, state: view?.state ?? null }
  })
}
