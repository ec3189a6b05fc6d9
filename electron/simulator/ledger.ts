import { mkdirSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import type { z } from 'zod'
import type { NoticeResult, noticeContentSchema, StoredNotice, submittedNoticeSchema } from '../channels/migration-api/wire.ts'
import { type Batches, openBatches } from './batches.ts'
import { receiptPdf } from './receipt-pdf.ts'

export type SubmittedNotice = z.infer<typeof submittedNoticeSchema>
type NoticeContent = z.infer<typeof noticeContentSchema>

/** A notice in force at the service. */
export interface ReceivedNotice {
  readonly clientId: string
  readonly reference: string
  /** Deliveries of this client id that reached the storage, repeats included. */
  readonly timesReceived: number
  readonly payload: NoticeContent
}

interface NoticeRow {
  readonly sequence: number
  readonly client_id: string
  readonly notice_id: string
  /** Notice id of the arrival that this one is, or follows. */
  readonly chain: string
  /** Place in the chain. */
  readonly place: number
  readonly revision: number
  readonly reference: string
  readonly payload: string
  readonly received_at: string
  readonly times_received: number
  readonly is_superseded: 0 | 1
}

const SELECT_NOTICE = `
  SELECT sequence, client_id, notice_id, chain, place, revision, reference, payload, received_at, times_received,
    EXISTS (SELECT 1 FROM notice later WHERE later.chain = notice.chain
      AND (later.place > notice.place OR (later.place = notice.place AND later.revision > notice.revision))) AS is_superseded
  FROM notice`

/** What the service holds. On disk before it answers, so that a killed simulator remembers what it acknowledged. */
export interface Ledger {
  readonly batches: Batches
  /** Stores one delivery and decides its result. Idempotent by client id; synchronous, one transaction. */
  take(submitted: SubmittedNotice, receivedAt: string): NoticeResult
  find(clientId: string): StoredNotice | undefined
  receipt(clientId: string): Buffer | undefined
  /** Oldest first; `after` is the sequence number of the last one seen. */
  list(since: string, after: number, limit: number): { readonly notices: readonly StoredNotice[]; readonly last: number | null }
  /** What is in force: one per guest notified, with the latest said about him; in the order of arrival. */
  received(): readonly ReceivedNotice[]
  close(): void
}

/** Opens or makes `simulator.db` in the folder. Throws when another simulator has it. */
export function openLedger(directory: string): Ledger {
  mkdirSync(directory, { recursive: true })
  const database = new Database(path.join(directory, 'simulator.db'))
  database.pragma('locking_mode = EXCLUSIVE')
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  addChains(database)
  database.exec(`
    CREATE TABLE IF NOT EXISTS notice (
      sequence INTEGER PRIMARY KEY AUTOINCREMENT,
      client_id TEXT NOT NULL UNIQUE,
      notice_id TEXT NOT NULL,
      chain TEXT NOT NULL,
      place INTEGER NOT NULL,
      revision INTEGER NOT NULL,
      reference TEXT NOT NULL,
      person_and_arrival TEXT NOT NULL,
      payload TEXT NOT NULL,
      received_at TEXT NOT NULL,
      times_received INTEGER NOT NULL,
      UNIQUE (notice_id, revision)
    ) STRICT;
    CREATE INDEX IF NOT EXISTS notice_by_chain ON notice (chain);
    CREATE INDEX IF NOT EXISTS notice_by_person ON notice (person_and_arrival);
  `)

  const byClientId = database.prepare<[string], NoticeRow>(`${SELECT_NOTICE} WHERE client_id = ?`)
  const firstOfNotice = database.prepare<[string], NoticeRow>(`${SELECT_NOTICE} WHERE notice_id = ? ORDER BY sequence LIMIT 1`)
  const sameRevision = database.prepare<[string, number], NoticeRow>(`${SELECT_NOTICE} WHERE notice_id = ? AND revision = ?`)
  const samePerson = database.prepare<[string, string], NoticeRow>(`
    SELECT * FROM (${SELECT_NOTICE} WHERE person_and_arrival = ? AND chain <> ?)
    WHERE is_superseded = 0 AND payload ->> 'kind' <> 'cancellation' ORDER BY sequence LIMIT 1`)
  const countDelivery = database.prepare<[string]>('UPDATE notice SET times_received = times_received + 1 WHERE client_id = ?')
  const nextSequence = database.prepare<[], { next: number }>('SELECT COALESCE(MAX(sequence), 0) + 1 AS next FROM notice')
  const firstOfChain = database.prepare<[string, string | null], { chain: string }>(
    'SELECT chain FROM notice WHERE client_id = ? OR reference = ? ORDER BY sequence LIMIT 1',
  )
  const cancellation = database.prepare<[string, number], { place: number }>(
    `SELECT place FROM notice WHERE chain = ? AND place < ? AND payload ->> 'kind' = 'cancellation' LIMIT 1`,
  )
  const insert = database.prepare<[string, string, string, number, number, string, string, string, string]>(`
    INSERT INTO notice (client_id, notice_id, chain, place, revision, reference, person_and_arrival, payload, received_at, times_received)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 1)`)
  const page = database.prepare<[string, number, number], NoticeRow>(
    `${SELECT_NOTICE} WHERE received_at >= ? AND sequence > ? ORDER BY sequence LIMIT ?`,
  )
  const inForce = database.prepare<[], NoticeRow>(`SELECT * FROM (${SELECT_NOTICE}) WHERE is_superseded = 0 ORDER BY sequence`)

  const take = database.transaction((submitted: SubmittedNotice, receivedAt: string): NoticeResult => {
    const { clientId, noticeId, notice } = submitted
    const payload = JSON.stringify(notice)
    const known = byClientId.get(clientId)
    if (known !== undefined) {
      if (known.payload !== payload || known.notice_id !== noticeId) return clientIdReused(clientId)
      countDelivery.run(clientId)
      return accepted(known)
    }
    const { chain, place } = chainOf(submitted)
    if (chain === undefined)
      return refused(clientId, 'follows.clientId', 'unknown_notice', 'The notice that this one follows is not here.')
    if (cancellation.get(chain, place) !== undefined)
      return refused(clientId, 'sequence', 'cancelled', 'The arrival was cancelled; nothing follows that.')
    const existing = sameRevision.get(noticeId, notice.revision) ?? samePerson.get(personAndArrival(notice), chain)
    if (existing !== undefined) return { clientId, status: 'duplicate', existingReference: existing.reference }
    // A notice keeps the reference of its first revision, as a register keeps a number through corrections.
    const reference = firstOfNotice.get(noticeId)?.reference ?? newReference(receivedAt, nextSequence.get()?.next ?? 1)
    insert.run(clientId, noticeId, chain, place, notice.revision, reference, personAndArrival(notice), payload, receivedAt)
    const stored = byClientId.get(clientId)
    if (stored === undefined) throw new Error('A notice just stored is not there')
    return accepted(stored)
  })

  function chainOf({ noticeId, notice }: SubmittedNotice): { readonly chain: string | undefined; readonly place: number } {
    if (notice.schemaVersion === 1 || notice.follows === null) return { chain: noticeId, place: 1 }
    const { clientId, reference } = notice.follows
    return { chain: firstOfChain.get(clientId, reference)?.chain, place: notice.sequence }
  }

  return {
    batches: openBatches(database),
    take: (submitted, receivedAt) => take.immediate(submitted, receivedAt),
    find(clientId) {
      const row = byClientId.get(clientId)
      return row === undefined ? undefined : toStoredNotice(row)
    },
    receipt(clientId) {
      const row = byClientId.get(clientId)
      return row === undefined ? undefined : toReceipt(row)
    },
    list(since, after, limit) {
      const rows = page.all(since, after, limit)
      return { notices: rows.map(toStoredNotice), last: rows.length < limit ? null : (rows.at(-1)?.sequence ?? null) }
    },
    received: () => inForce.all().map(toReceived),
    close: () => database.close(),
  }
}

function accepted(row: NoticeRow): NoticeResult {
  const warnings =
    row.is_superseded === 1
      ? [{ code: 'superseded', message: 'A later revision of this notice is in force; this one has no effect.' }]
      : []
  return { clientId: row.client_id, status: 'accepted', reference: row.reference, receivedAt: row.received_at, warnings }
}

function clientIdReused(clientId: string): NoticeResult {
  return refused(clientId, null, 'client_id_reused', 'This client id came before with another content.')
}

function refused(clientId: string, field: string | null, code: string, message: string): NoticeResult {
  return { clientId, status: 'rejected', issues: [{ field, code, message }] }
}

/** A service that was begun before anything could follow an arrival: each of its notices is a chain of its own. */
function addChains(database: Database.Database): void {
  const columns = database.prepare<[], string>(`SELECT name FROM pragma_table_info('notice')`).pluck().all()
  if (columns.length === 0 || columns.includes('chain')) return
  database.exec(`
    ALTER TABLE notice ADD COLUMN chain TEXT NOT NULL DEFAULT '';
    ALTER TABLE notice ADD COLUMN place INTEGER NOT NULL DEFAULT 1;
    UPDATE notice SET chain = notice_id;
  `)
}

/** Same person, same property, same day of arrival: the same duty, whoever reports it. */
function personAndArrival(notice: NoticeContent): string {
  const { host, stay, person, document } = notice
  return JSON.stringify([
    host.bin,
    stay.arrivalAt.slice(0, 10),
    person.citizenship,
    person.birthDate,
    person.surname,
    person.givenNames,
    document.number ?? document.guardianDocument,
  ])
}

function newReference(receivedAt: string, sequence: number): string {
  return `SIM-${receivedAt.slice(0, 10).replaceAll('-', '')}-${String(sequence).padStart(6, '0')}`
}

function toStoredNotice(row: NoticeRow): StoredNotice {
  return {
    clientId: row.client_id,
    noticeId: row.notice_id,
    revision: row.revision,
    status: 'accepted',
    reference: row.reference,
    receivedAt: row.received_at,
    isSuperseded: row.is_superseded === 1,
  }
}

function toReceived(row: NoticeRow): ReceivedNotice {
  const payload = JSON.parse(row.payload) as NoticeContent
  return { clientId: row.client_id, reference: row.reference, timesReceived: row.times_received, payload }
}

function toReceipt(row: NoticeRow): Buffer {
  const { payload } = toReceived(row)
  return receiptPdf({
    reference: row.reference,
    clientId: row.client_id,
    kind: payload.kind,
    revision: row.revision,
    receivedAt: row.received_at,
    hostName: payload.host.name,
    personName: `${payload.person.surname} ${payload.person.givenNames}`.trim(),
    arrivalAt: payload.stay.arrivalAt,
  })
}
