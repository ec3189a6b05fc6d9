import type { NotificationRecord } from '#electron/store/rows/notifications.ts'
import type { PaperEntry, PaperListRecord } from '#electron/store/rows/paper-lists.ts'
import type { Actor } from '#shared/domain/actor.ts'
import { type PaperOutcome, paperNumber } from '#shared/domain/paper-list.ts'
import { deskError } from '../desk-error.ts'
import type { Register } from '../register.ts'

/** A notice that lies at the counter is not filed a second way meanwhile. Throws `ON_PAPER`. */
export function requireOffPaper({ rows }: Register, { id }: Pick<NotificationRecord, 'id'>): void {
  const entry = rows.paperLists.waitingEntry(id)
  if (entry !== undefined) throw deskError('ON_PAPER', { number: numberOf(listOf(rows, entry)) })
}

/** Printed, and not back from the counter. */
export function isOnPaper({ rows }: Register, { id }: Pick<NotificationRecord, 'id'>): boolean {
  return rows.paperLists.waitingEntry(id) !== undefined
}

export function numberOf({ year, number }: Pick<PaperListRecord, 'year' | 'number'>): string {
  return paperNumber(year, number)
}

/**
 * Whatever changes a notice that waits on a list – a correction, a withdrawal, proof by another way – takes it off: the printed one counts
 * no more. Belongs inside the transaction that saves the notice as `saved`.
 */
export function dropOffPaper(register: Register, actor: Actor, saved: NotificationRecord): void {
  const entry = register.rows.paperLists.waitingEntry(saved.id)
  if (entry === undefined || (saved.state === 'handover' && saved.revision === entry.revision)) return
  const outcome = saved.revision === entry.revision ? 'otherwise' : 'corrected'
  settleEntry(register, actor, entry, { outcome, stayId: saved.stayId, reason: null })
  register.store.audit.append({
    actor,
    action: 'notice.dropped_off_list',
    subject: saved.id,
    stayId: saved.stayId,
    details: { list: numberOf(listOf(register.rows, entry)), listId: entry.listId, outcome },
  })
}

export interface Settling {
  readonly outcome: PaperOutcome
  readonly stayId: string
  /** A person's own words; `null` where the outcome says it all. */
  readonly reason: string | null
}

/** Writes down what became of an entry; its reason is sealed like everything personal that never changes. Inside a transaction. */
export function settleEntry(register: Register, actor: Actor, entry: PaperEntry, { outcome, stayId, reason }: Settling): void {
  const purpose = `paper-reason:${entry.listId}:${entry.position}` as const
  register.rows.paperLists.settle(entry, {
    outcome,
    at: register.now(),
    by: actor.name,
    sealedReason: reason === null ? null : register.store.stayKeys.seal(stayId, purpose, Buffer.from(reason, 'utf8')),
  })
}

function listOf(rows: Register['rows'], { listId }: PaperEntry): PaperListRecord {
  const list = rows.paperLists.find(listId)
  if (list === undefined) throw new Error('An entry stands on a list')
  return list
}
