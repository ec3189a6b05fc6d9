import type Database from 'better-sqlite3'
import type { z } from 'zod'
import type { deferredResultSchema, NoticeResult } from '../channels/migration-api/wire.ts'

/** A notice as it came, not yet looked at. */
export interface RawNotice {
  readonly clientId: string
  readonly noticeId: string
  readonly notice: unknown
}

export type Deferral = Omit<z.infer<typeof deferredResultSchema>, 'clientId' | 'status'>

interface BatchRow {
  readonly batch_reference: string
  readonly client_id: string
  readonly submitted: string
  readonly decide_at: number
  readonly result: string | null
}

/** What the service has taken and decides on later. On disk before it answers, like everything it acknowledges. */
export interface Batches {
  /** Takes these into work until `decideAtMs`. */
  take(notices: readonly RawNotice[], decideAtMs: number): string
  /** The batch that a client id is in work with. */
  inWork(clientId: string, nowMs: number): Deferral | undefined
  /** Decides what is due by now. */
  decide(nowMs: number, decision: (notice: RawNotice) => NoticeResult): void
  /** One result per notice, in the order sent; `undefined` for a batch that never was or that was forgotten. */
  results(batchReference: string, nowMs: number): readonly NoticeResult[] | undefined
  /** From now on nobody knows this reference. What is in work stays in work. */
  forget(batchReference: string): void
}

export function openBatches(database: Database.Database): Batches {
  database.exec(`
    CREATE TABLE IF NOT EXISTS batch (
      number INTEGER PRIMARY KEY AUTOINCREMENT,
      is_forgotten INTEGER NOT NULL DEFAULT 0
    ) STRICT;
    CREATE TABLE IF NOT EXISTS batch_notice (
      batch_reference TEXT NOT NULL,
      client_id TEXT NOT NULL,
      submitted TEXT NOT NULL,
      decide_at INTEGER NOT NULL,
      result TEXT,
      PRIMARY KEY (batch_reference, client_id)
    ) STRICT;
    CREATE INDEX IF NOT EXISTS batch_notice_in_work ON batch_notice (client_id) WHERE result IS NULL;
  `)
  const newBatch = database.prepare<[]>('INSERT INTO batch DEFAULT VALUES')
  const insert = database.prepare<[string, string, string, number]>(
    'INSERT INTO batch_notice (batch_reference, client_id, submitted, decide_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
  )
  const inWork = database.prepare<[string], BatchRow>(
    'SELECT * FROM batch_notice WHERE client_id = ? AND result IS NULL ORDER BY rowid LIMIT 1',
  )
  const due = database.prepare<[number], BatchRow>(
    'SELECT * FROM batch_notice WHERE result IS NULL AND decide_at <= ? ORDER BY rowid',
  )
  const setResult = database.prepare<[string, string, string]>(
    'UPDATE batch_notice SET result = ? WHERE batch_reference = ? AND client_id = ?',
  )
  const ofBatch = database.prepare<[string, number], BatchRow>(
    `SELECT * FROM batch_notice WHERE batch_reference = ?
       AND EXISTS (SELECT 1 FROM batch WHERE number = ? AND is_forgotten = 0) ORDER BY rowid`,
  )
  const forget = database.prepare<[number]>('UPDATE batch SET is_forgotten = 1 WHERE number = ?')

  const take = database.transaction((notices: readonly RawNotice[], decideAtMs: number): string => {
    const batchReference = `B-${newBatch.run().lastInsertRowid}`
    for (const one of notices) insert.run(batchReference, one.clientId, JSON.stringify(one), decideAtMs)
    return batchReference
  })

  const deferral = (row: BatchRow, nowMs: number): Deferral => ({
    batchReference: row.batch_reference,
    askAgainAfterSeconds: Math.max(0, Math.ceil((row.decide_at - nowMs) / 1000)),
  })

  return {
    take: (notices, decideAtMs) => take.immediate(notices, decideAtMs),
    inWork(clientId, nowMs) {
      const row = inWork.get(clientId)
      return row === undefined ? undefined : deferral(row, nowMs)
    },
    decide(nowMs, decision) {
      for (const row of due.all(nowMs)) {
        const result = decision(JSON.parse(row.submitted) as RawNotice)
        setResult.run(JSON.stringify(result), row.batch_reference, row.client_id)
      }
    },
    results(batchReference, nowMs) {
      const rows = ofBatch.all(batchReference, numberOf(batchReference))
      if (rows.length === 0) return undefined
      return rows.map((row) =>
        row.result === null
          ? { clientId: row.client_id, status: 'deferred', ...deferral(row, nowMs) }
          : (JSON.parse(row.result) as NoticeResult),
      )
    },
    forget: (batchReference) => void forget.run(numberOf(batchReference)),
  }
}

/** −1 for a reference that this service never gave. */
function numberOf(batchReference: string): number {
  return Number(/^B-(\d{1,9})$/.exec(batchReference)?.[1] ?? -1)
}
