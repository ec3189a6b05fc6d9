import { createHash } from 'node:crypto'
import { z } from 'zod'
import { openNested } from './nested-seal.ts'
import { SealBrokenError } from './stay-keys.ts'
import type { Store } from './store.ts'
import { sqliteCodeOf } from './write-error.ts'

/** What the check found. Ids of rows at most; never a guest's data. */
export interface VerifyReport {
  readonly isClean: boolean
  /** SQLite's own findings on pages, indexes and constraints; empty = sound. */
  readonly integrity: readonly string[]
  /** Rows that refer to something that is not there. */
  readonly foreignKeys: number
  readonly auditEntries: number
  /** Sequence of the first audit entry that does not fit; `null` = the chain is whole. */
  readonly auditBrokenAt: number | null
  /** Receipts whose stored bytes are not those that were filed. Receipts of erased stays cannot be opened and are not counted. */
  readonly receiptsBroken: number
  /** Broken promises of the register, `name: number of rows`; empty = all hold. */
  readonly invariants: readonly string[]
}

/** Each statement counts the rows that break a promise of the register (I1, I3, I4, I5, I6 of the reliability promise). */
export const INVARIANTS: Readonly<Record<string, string>> = {
  guest_without_notice: `
    SELECT count(*) AS broken FROM guest g
    WHERE NOT EXISTS (SELECT 1 FROM notification n WHERE n.guest_id = g.id AND n.sequence = 1)`,
  notices_out_of_sequence: `
    SELECT count(*) AS broken FROM notification n
    WHERE n.sequence > 1
      AND NOT EXISTS (SELECT 1 FROM notification e WHERE e.guest_id = n.guest_id AND e.sequence = n.sequence - 1)`,
  sent_before_its_turn: `
    SELECT count(*) AS broken FROM notification n JOIN notification e ON e.guest_id = n.guest_id AND e.sequence < n.sequence
    WHERE n.state = 'sending' AND e.state NOT IN ('accepted', 'filed_elsewhere', 'not_required', 'cancelled')`,
  notice_of_another_stay: `
    SELECT count(*) AS broken FROM notification n JOIN guest g ON g.id = n.guest_id WHERE g.stay_id <> n.stay_id`,
  notice_missing_a_revision: `
    SELECT count(*) AS broken FROM notification n
    WHERE n.revision <> (SELECT count(*) FROM notification_revision r WHERE r.notification_id = n.id)
       OR n.revision <> (SELECT coalesce(max(r.number), 0) FROM notification_revision r WHERE r.notification_id = n.id)`,
  sendable_without_payload: `
    SELECT count(*) AS broken FROM notification
    WHERE revision = 0
      AND state IN ('ready', 'leased', 'handover', 'sending', 'unknown', 'deferred', 'duplicate', 'rejected', 'accepted')`,
  attempt_of_no_revision: `
    SELECT count(*) AS broken FROM attempt a
    WHERE NOT EXISTS (SELECT 1 FROM notification_revision r WHERE r.notification_id = a.notification_id AND r.number = a.revision)`,
  accepted_without_proof: `
    SELECT count(*) AS broken FROM notification n
    WHERE n.state = 'accepted'
      AND NOT EXISTS (SELECT 1 FROM receipt r WHERE r.notification_id = n.id AND r.revision = n.revision)`,
  proof_without_accepted: `
    SELECT count(DISTINCT n.id) AS broken FROM receipt r JOIN notification n ON n.id = r.notification_id AND n.revision = r.revision
    WHERE r.source = 'channel' AND n.state NOT IN ('accepted', 'filed_elsewhere', 'not_required', 'cancelled')`,
  deadline_on_a_calendar_not_in_force: `
    SELECT count(*) AS broken FROM notification n
    WHERE n.state NOT IN ('accepted', 'filed_elsewhere', 'not_required', 'cancelled')
      AND EXISTS (
        SELECT 1 FROM json_each('["' || replace(n.calendar_version, '+', '","') || '"]') v
        WHERE v.value <> 'none'
          AND v.value NOT IN (SELECT f.year || '.' || f.version FROM calendar_in_force f WHERE f.property_id = n.property_id))`,
  paper_notice_not_where_it_waits: `
    SELECT count(*) AS broken FROM paper_entry e JOIN notification n ON n.id = e.notification_id
    WHERE e.outcome IS NULL AND (n.state <> 'handover' OR n.revision <> e.revision)`,
  taken_at_the_counter_without_proof: `
    SELECT count(*) AS broken FROM paper_entry e
    WHERE e.outcome = 'taken'
      AND NOT EXISTS (SELECT 1 FROM receipt r
        WHERE r.notification_id = e.notification_id AND r.revision = e.revision AND r.paper_list_id = e.list_id AND r.stamped_on IS NOT NULL)`,
  guest_not_searchable: `
    SELECT count(*) AS broken FROM guest g WHERE NOT EXISTS (SELECT 1 FROM search_guest s WHERE s.guest_id = g.id)`,
}

/** Reads everything once: pages, references, audit chain, receipts, payloads, promises. Changes nothing. Streams; never loads a table. */
export function verifyStore(store: Store): VerifyReport {
  const integrity = integrityProblems(store)
  const foreignKeys = attempt(() => (store.database.pragma('foreign_key_check') as readonly unknown[]).length)
  const audit = attempt(() => store.audit.verify())
  const receipts = attempt(() => countBrokenReceipts(store))
  const invariants = brokenInvariants(store)
  const unreadable = [foreignKeys, audit, receipts].flatMap((part) => (part.ok ? [] : [part.problem]))
  const allIntegrity = [...new Set([...integrity, ...unreadable])]
  const report = {
    integrity: allIntegrity,
    foreignKeys: foreignKeys.ok ? foreignKeys.value : 0,
    auditEntries: audit.ok ? audit.value.entries : 0,
    auditBrokenAt: audit.ok ? audit.value.brokenAt : null,
    receiptsBroken: receipts.ok ? receipts.value : 0,
    invariants,
  }
  const isClean =
    report.integrity.length === 0 &&
    report.foreignKeys === 0 &&
    report.auditBrokenAt === null &&
    report.receiptsBroken === 0 &&
    report.invariants.length === 0
  return { isClean, ...report }
}

type Attempt<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: string }

/** A damaged page must not keep the rest from being examined: it is a finding. */
function attempt<T>(work: () => T): Attempt<T> {
  try {
    return { ok: true, value: work() }
  } catch (error) {
    const code = sqliteCodeOf(error)
    if (code === undefined) throw error
    return { ok: false, problem: `unreadable: ${code}` }
  }
}

function integrityProblems(store: Store): string[] {
  const checked = attempt(() => store.database.pragma('integrity_check(50)') as readonly { readonly integrity_check: string }[])
  if (!checked.ok) return [checked.problem]
  return checked.value.map((row) => row.integrity_check).filter((text) => text !== 'ok')
}

function brokenInvariants(store: Store): string[] {
  const broken: string[] = []
  for (const [name, sql] of Object.entries(INVARIANTS)) {
    const counted = attempt(() => store.statement<{ broken: number }>(`verify.${name}`, sql).get()?.broken ?? 0)
    if (!counted.ok) broken.push(`${name}: not examined, ${counted.problem}`)
    else if (counted.value > 0) broken.push(`${name}: ${counted.value}`)
  }
  const payloads = attempt(() => countBrokenPayloads(store))
  if (!payloads.ok) broken.push(`payload_not_as_hashed: not examined, ${payloads.problem}`)
  else if (payloads.value > 0) broken.push(`payload_not_as_hashed: ${payloads.value}`)
  return broken
}

interface SealedReceipt {
  readonly id: string
  readonly stay_id: string
  readonly sha256: string
  readonly size_bytes: number | null
  readonly sealed_content: Buffer
}

function countBrokenReceipts(store: Store): number {
  const rows = store.database
    .prepare<[], SealedReceipt>(
      `SELECT r.id, n.stay_id, r.sha256, r.size_bytes, r.sealed_content
       FROM receipt r JOIN notification n ON n.id = r.notification_id WHERE r.sealed_content IS NOT NULL`,
    )
    .iterate()
  let broken = 0
  for (const row of rows) {
    const isBroken = isContentBroken(
      () => store.stayKeys.open(row.stay_id, `receipt:${row.id}`, row.sealed_content),
      (content) => content.length === row.size_bytes && createHash('sha256').update(content).digest('hex') === row.sha256,
    )
    if (isBroken) broken++
  }
  return broken + countBrokenScans(store)
}

interface SealedScan {
  readonly id: string
  readonly stay_ids: string
  readonly sha256: string
  readonly size_bytes: number
  readonly sealed_content: Buffer
}

/** Stamped copies that several guests share: sealed with the keys of all of them, see `desk/paper/stamped-copy.ts`. */
function countBrokenScans(store: Store): number {
  const rows = store.database
    .prepare<[], SealedScan>('SELECT id, stay_ids, sha256, size_bytes, sealed_content FROM paper_scan')
    .iterate()
  let broken = 0
  for (const row of rows) {
    const stayIds = z.array(z.string()).parse(JSON.parse(row.stay_ids))
    const isBroken = isContentBroken(
      () => openNested(store.stayKeys, stayIds, `paper-scan:${row.id}`, row.sealed_content),
      (content) => content.length === row.size_bytes && createHash('sha256').update(content).digest('hex') === row.sha256,
    )
    if (isBroken) broken++
  }
  return broken
}

interface SealedRevision {
  readonly client_id: string
  readonly stay_id: string
  readonly payload_hash: string
  readonly sealed_payload: Buffer
}

function countBrokenPayloads(store: Store): number {
  const rows = store.database
    .prepare<[], SealedRevision>(
      `SELECT r.client_id, n.stay_id, r.payload_hash, r.sealed_payload
       FROM notification_revision r JOIN notification n ON n.id = r.notification_id`,
    )
    .iterate()
  let broken = 0
  for (const row of rows) {
    const isBroken = isContentBroken(
      () => store.stayKeys.open(row.stay_id, `revision:${row.client_id}`, row.sealed_payload),
      (content) => store.stayKeys.hmac(row.stay_id, content) === row.payload_hash,
    )
    if (isBroken) broken++
  }
  return broken
}

function isContentBroken(open: () => Buffer | undefined, isAsFiled: (content: Buffer) => boolean): boolean {
  try {
    const content = open()
    return content !== undefined && !isAsFiled(content)
  } catch (error) {
    if (error instanceof SealBrokenError) return true
    throw error
  }
}
