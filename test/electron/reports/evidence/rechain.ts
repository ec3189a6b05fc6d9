import type { Database } from 'better-sqlite3'
import { framedHash } from '#electron/store/framed-hash.ts'

export interface AuditColumns {
  readonly sequence: number
  readonly property_id: string
  readonly at: string
  readonly actor_id: string
  readonly actor_name: string
  readonly action: string
  readonly subject: string | null
  readonly stay_id: string | null
  readonly details: Buffer
  readonly previous_hash: string
  readonly hash: string
}

/** What somebody with the key of the register and its program can do: change rows, and hash everything after them anew. */
export function rechain(database: Database, change: (row: AuditColumns) => AuditColumns): void {
  const rows = database.prepare<[], AuditColumns>('SELECT * FROM audit ORDER BY sequence').all()
  const update = database.prepare(
    'UPDATE audit SET at = @at, actor_name = @actor_name, previous_hash = @previous_hash, hash = @hash WHERE sequence = @sequence',
  )
  let previous = '0'.repeat(64)
  for (const row of rows.map(change)) {
    const columns = [
      previous,
      String(row.sequence),
      row.property_id,
      row.at,
      row.actor_id,
      row.actor_name,
      row.action,
      row.subject,
    ]
    const hash = framedHash(['qabyl.audit.1', ...columns, row.stay_id, row.details])
    update.run({ ...row, previous_hash: previous, hash })
    previous = hash
  }
}
