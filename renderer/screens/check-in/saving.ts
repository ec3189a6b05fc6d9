import { ORPCError } from '@orpc/client'
import { isDeskGone } from '#shared/contract/transport/desk-gone.ts'

/**
 * Whether a check-in that failed is on disk after all. `unknown` until the desk says otherwise: then the same request id is sent again,
 * which can never make a second one.
 */
export function savedDespite(error: unknown): 'no' | 'unknown' {
  if (isDeskGone(error)) return error.data.wasSent ? 'unknown' : 'no'
  if (!(error instanceof ORPCError)) return 'unknown'
  if (error.code === 'STORE_FAILED') return isSavedNo(error.data) ? 'no' : 'unknown'
  // Typed refusals, and a caller who is not let in, come before anything is written; a 500 may come at any time.
  return error.status >= 400 && error.status < 500 ? 'no' : 'unknown'
}

function isSavedNo(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'saved' in data && data.saved === 'no'
}
