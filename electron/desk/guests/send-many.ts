import type { BulkException } from '#shared/domain/guest-filter.ts'
import type { Caller } from '../caller.ts'
import type { ChannelLine } from '../channel-line.ts'
import type { Register } from '../register.ts'
import { nextOwed } from './bulk-acts.ts'
import { exceptionViews } from './bulk-exceptions.ts'
import { canGoNow } from './preview-bulk.ts'
import type { BulkResult } from './run-bulk.ts'

/** What is next to be told about each of these guests goes now. Throws `CHANNEL_NOT_AUTOMATIC` where a person files. */
export function sendMany(
  register: Register,
  caller: Caller,
  line: Pick<ChannelLine, 'sendNow'>,
  noticeIds: readonly string[],
): BulkResult {
  const going: string[] = []
  const exceptions = new Map<string, BulkException>()
  for (const arrivalId of new Set(noticeIds)) {
    const arrival = register.rows.notifications.find(arrivalId)
    const next = arrival === undefined ? 'not_found' : nextOwed(register.rows.notifications.chainOf(arrival.guestId))
    const aimed = typeof next === 'string' ? next : canGoNow(register, next)
    if (typeof aimed === 'string') exceptions.set(arrivalId, aimed)
    else going.push(aimed.id)
  }
  const { queued } = line.sendNow(going)
  return { done: queued, exceptions: exceptionViews(register, caller, exceptions) }
}
