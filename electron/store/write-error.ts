import Database from 'better-sqlite3'

export type StoreFailureCause = 'disk_full' | 'io_error' | 'read_only' | 'damaged' | 'busy'

/** The disk or the file failed a write. `saved: 'unknown'` = look it up before trying again. */
export class StoreWriteError extends Error {
  override readonly name = 'StoreWriteError'
  readonly saved: 'no' | 'unknown'
  override readonly cause: StoreFailureCause
  /** SQLite's own code, for the log. */
  readonly sqliteCode: string

  constructor(saved: 'no' | 'unknown', cause: StoreFailureCause, sqliteCode: string) {
    super(
      saved === 'no'
        ? `The register could not be written (${cause}); nothing of this change was saved.`
        : `The register reported an error while saving (${cause}); whether this change is on disk has to be looked up.`,
    )
    this.saved = saved
    this.cause = cause
    this.sqliteCode = sqliteCode
  }
}

/** What a SQLite error says about disk and file; `undefined` for everything else (constraints, bad SQL: our own mistakes). */
export function failureCauseOf(error: unknown): StoreFailureCause | undefined {
  const code = sqliteCodeOf(error)
  if (code === undefined) return undefined
  if (code === 'SQLITE_FULL') return 'disk_full'
  if (code.startsWith('SQLITE_IOERR') || code.startsWith('SQLITE_CANTOPEN')) return 'io_error'
  if (code.startsWith('SQLITE_READONLY') || code === 'SQLITE_PERM') return 'read_only'
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') return 'damaged'
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return 'busy'
  return undefined
}

export function sqliteCodeOf(error: unknown): string | undefined {
  return error instanceof Database.SqliteError ? error.code : undefined
}
