import { BULK_PART } from '#shared/contract/guest-list-contract.ts'
import { type Permission, roleHas } from '#shared/domain/actor.ts'
import type { BulkException, UndoableAct } from '#shared/domain/guest-filter.ts'
import type { Caller } from '../caller.ts'
import { deskError } from '../desk-error.ts'
import { expireLeases } from '../filing/lease.ts'
import type { Register } from '../register.ts'
import { ACTS_ON_ONE } from './bulk-acts.ts'
import { exceptionViews } from './bulk-exceptions.ts'
import { type BulkEntry, type BulkHead, bulkRecord } from './bulk-record.ts'
import { type BulkResult, failureOf, within } from './run-bulk.ts'

interface UndoResult extends BulkResult {
  /** Guests for whom it is still to be taken back. */
  readonly remaining: number
}

/** Taking back what a role may not do is not its business either. */
const PERMISSIONS: Readonly<Record<UndoableAct, Permission>> = {
  hand_over: 'notice.file_by_hand',
  citizens: 'register.write',
  not_owed: 'notice.set_aside',
}

/**
 * Takes an act on many back for the next of them, the last ones first: each guest as he was, in a transaction of his own and audited like the
 * act. Whoever has changed since, by anything else, stays as he is. Throws `NOT_FOUND` when nothing is kept of the act, `FORBIDDEN`.
 */
export function undoBulk(register: Register, caller: Caller, bulkId: string): UndoResult {
  expireLeases(register)
  const record = bulkRecord(register)
  const head = record.head(bulkId)
  if (head === undefined) throw deskError('NOT_FOUND', { what: 'bulk_act' })
  const permission = PERMISSIONS[head.act]
  if (!roleHas(caller.actor.role, permission)) throw deskError('FORBIDDEN', { permission })
  const all = Array.from({ length: head.parts }, (_, part) => record.entries(bulkId, part)).flat()
  const exceptions = new Map<string, BulkException>()
  const next = all.toReversed().slice(0, BULK_PART)
  for (const entry of next) {
    const why = undoOne(register, caller, head, entry)
    if (why !== null) exceptions.set(entry.arrivalId, why)
  }
  const remaining = all.length - next.length
  if (remaining === 0) register.write(() => record.end(head))
  register.changed(['status', 'board', 'queue', 'guest'], null)
  return { done: next.length - exceptions.size, exceptions: exceptionViews(register, caller, exceptions), remaining }
}

/** `null` = undone. What cannot be undone now will not be tried again: a person looks at it. */
function undoOne(register: Register, caller: Caller, head: BulkHead, entry: BulkEntry): BulkException | null {
  try {
    return register.write(() => {
      const inside = within(register)
      bulkRecord(inside).remove(head, entry.arrivalId)
      const now = inside.rows.notifications.find(entry.noticeId)
      if (now === undefined || now.version !== entry.version) return 'changed_since'
      ACTS_ON_ONE[head.act].undo(inside, caller, now, entry.before)
      return null
    })
  } catch (error) {
    return failureOf(register, head.act, error)
  }
}
