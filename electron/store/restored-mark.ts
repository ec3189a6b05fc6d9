import Database from 'better-sqlite3'
import { z } from 'zod'
import type { IsoInstant } from '#shared/domain/clock.ts'
import { syncFile } from './folder.ts'
import { applyKey } from './pragmas.ts'

/** Setting of a register that came from a backup, until whoever has to know of it has taken note. */
export const RESTORED_SETTING = 'store.restored'
export const restoredSchema = z.object({ at: z.string() })

/**
 * Writes the mark into a copy that is not in place yet, whatever version of the schema it has; it is on disk on return. A copy without
 * a property holds nothing to doubt. Throws SqliteError.
 */
export function markRestored(file: string, key: Buffer, at: IsoInstant): void {
  const copy = new Database(file, { fileMustExist: true })
  try {
    applyKey(copy, key)
    // No log beside the copy: it is moved by one rename.
    copy.pragma('journal_mode = DELETE')
    copy
      .prepare('INSERT OR REPLACE INTO setting (property_id, key, value) SELECT id, ?, ? FROM property')
      .run(RESTORED_SETTING, JSON.stringify({ at }))
  } finally {
    copy.close()
  }
  syncFile(file)
}
