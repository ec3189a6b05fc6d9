import type { BulkExceptionView } from '#shared/contract/guest-list-schemas.ts'
import type { BulkException, UndoableAct } from '#shared/domain/guest-filter.ts'
import type { Caller } from '../caller.ts'
import { expireLeases } from '../filing/lease.ts'
import type { Register } from '../register.ts'
import { ACTS_ON_ONE } from './bulk-acts.ts'
import { exceptionOf, exceptionViews } from './bulk-exceptions.ts'
import { bulkRecord } from './bulk-record.ts'

export interface BulkPart {
  readonly bulkId: string
  readonly part: number
  readonly noticeIds: readonly string[]
  /** A person's own words; empty for an act that asks for none. */
  readonly reason: string
}

export interface BulkResult {
  readonly done: number
  readonly exceptions: BulkExceptionView[]
}

/**
 * One part of an act on many, guest by guest: each in a transaction of its own with what an undo needs, so a mistake with one stops no other.
 * Whom this part was done for already, by the same call before its answer was lost, counts as done. Never throws for one guest.
 */
export function runBulk(register: Register, caller: Caller, act: UndoableAct, given: BulkPart): BulkResult {
  expireLeases(register)
  const record = bulkRecord(register)
  const before = new Set(record.entries(given.bulkId, given.part).map(({ arrivalId }) => arrivalId))
  const exceptions = new Map<string, BulkException>()
  const noticeIds = [...new Set(given.noticeIds)]
  for (const arrivalId of noticeIds.filter((id) => !before.has(id))) {
    try {
      const why = register.write(() => doForOne(within(register), caller, act, arrivalId, given))
      if (why !== null) exceptions.set(arrivalId, why)
    } catch (error) {
      exceptions.set(arrivalId, failureOf(register, act, error))
    }
  }
  const done = noticeIds.length - exceptions.size
  if (done > 0) register.changed(['status', 'board', 'queue', 'guest'], null)
  return { done, exceptions: exceptionViews(register, caller, exceptions) }
}

/** Belongs inside a transaction, which is its own as far as the acts know. */
export function within(register: Register): Register {
  return { ...register, write: (work) => work(), changed: () => undefined }
}

/** `null` = done. */
function doForOne(
  register: Register,
  caller: Caller,
  act: UndoableAct,
  arrivalId: string,
  { bulkId, part, reason }: BulkPart,
): BulkException | null {
  const { rows } = register
  const arrival = rows.notifications.find(arrivalId)
  if (arrival === undefined) return 'not_found'
  const aimed = ACTS_ON_ONE[act].aim(register, rows.notifications.chainOf(arrival.guestId))
  if (typeof aimed === 'string') return aimed
  const citizenship = rows.guests.find(arrival.guestId)?.facts.citizenship ?? null
  ACTS_ON_ONE[act].do(register, caller, aimed, reason)
  const after = rows.notifications.find(aimed.id)
  const entry = { arrivalId, noticeId: aimed.id, version: after?.version ?? 0, before: { state: aimed.state, citizenship } }
  bulkRecord(register).add(act, bulkId, part, entry)
  return null
}

/** A bug is logged by its kind alone: what it says may hold a guest's data. */
export function failureOf(register: Register, act: string, error: unknown): BulkException {
  const why = exceptionOf(error)
  if (why === 'mistake')
    register.logger.error({ act, kind: error instanceof Error ? error.name : 'unknown' }, 'an act on many failed for one guest')
  return why
}
