import type { NotificationRecord } from '#electron/store/rows/notifications.ts'
import type { BulkExceptionView } from '#shared/contract/guest-list-schemas.ts'
import type { BulkAct, BulkException } from '#shared/domain/guest-filter.ts'
import { MAX_ON_LIST } from '#shared/domain/paper-list.ts'
import type { Caller } from '../caller.ts'
import { expireLeases } from '../filing/lease.ts'
import { makeList } from '../paper/make-list.ts'
import type { Register } from '../register.ts'
import { ACTS_ON_ONE, nextOwed } from './bulk-acts.ts'
import { exceptionOf, exceptionViews } from './bulk-exceptions.ts'
import { within } from './run-bulk.ts'

interface BulkPreview {
  readonly applies: string[]
  readonly noticeIds: string[]
  readonly exceptions: BulkExceptionView[]
}

/** Stands where a reason will be given. */
const NO_REASON_YET = '–'

/** Undoes what was only looked at. */
class NotKept extends Error {}

/**
 * For whom an act would be done and why not for the others, by doing it for each of them and keeping nothing: it cannot say anything else than
 * what then happens.
 */
export function previewBulk(register: Register, caller: Caller, act: BulkAct, noticeIds: readonly string[]): BulkPreview {
  expireLeases(register)
  const applies = new Map<string, string>()
  const exceptions = new Map<string, BulkException>()
  try {
    register.write(() => {
      for (const arrivalId of new Set(noticeIds)) {
        const tried = tryOne(register, caller, act, arrivalId)
        if (typeof tried === 'string') exceptions.set(arrivalId, tried)
        else if (act === 'paper' && applies.size === MAX_ON_LIST) exceptions.set(arrivalId, 'list_full')
        else applies.set(arrivalId, tried.id)
      }
      throw new NotKept()
    })
  } catch (error) {
    if (!(error instanceof NotKept)) throw error
  }
  return {
    applies: [...applies.keys()],
    noticeIds: [...applies.values()],
    exceptions: exceptionViews(register, caller, exceptions),
  }
}

function tryOne(register: Register, caller: Caller, act: BulkAct, arrivalId: string): NotificationRecord | BulkException {
  const { rows, store } = register
  const arrival = rows.notifications.find(arrivalId)
  if (arrival === undefined) return 'not_found'
  const chain = rows.notifications.chainOf(arrival.guestId)
  const aimed = act === 'send' || act === 'paper' ? nextOwed(chain) : ACTS_ON_ONE[act].aim(register, chain)
  if (typeof aimed === 'string') return aimed
  if (act === 'send') return canGoNow(register, aimed)
  try {
    store.part(() => {
      if (act === 'paper')
        makeList(within(register), caller, { listId: register.ports.newId(), noticeIds: [aimed.id], language: null })
      else ACTS_ON_ONE[act].do(within(register), caller, aimed, NO_REASON_YET)
    })
    return aimed
  } catch (error) {
    return exceptionOf(error)
  }
}

/** What the outbox takes when it is told to send now; it alone cannot be tried without doing it. */
export function canGoNow(register: Register, record: NotificationRecord): NotificationRecord | BulkException {
  switch (record.state) {
    case 'ready':
      return record.arrivalDate > register.today() ? 'expected' : record
    case 'unknown':
    case 'deferred':
    case 'sending':
      return record
    case 'leased':
      return 'leased'
    default:
      return 'not_now'
  }
}
