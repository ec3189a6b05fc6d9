import type { Database } from 'better-sqlite3'
import { failed, ok, type Result } from '#shared/domain/result.ts'
import type { Migration } from './migrations/migration.ts'
import { failureCauseOf } from './write-error.ts'

export type MigrationFailure =
  | { readonly code: 'from_future'; readonly found: number; readonly known: number }
  | { readonly code: 'disk_full' | 'damaged' | 'migration_failed'; readonly step: string; readonly detail: string }

export interface MigrationOptions {
  readonly database: Database
  /** In order, numbered 1, 2, 3 … */
  readonly migrations: readonly Migration[]
  /** Called once before the first step when the file holds a register already; throws when no verified backup could be made. */
  readonly backUpFirst: (version: number) => void
}

/**
 * Brings a register to the newest schema, each step in a transaction of its own; a step that fails leaves the version before it.
 * Foreign keys are checked before each COMMIT. A file of a newer version is left alone.
 */
export function migrate({
  database,
  migrations,
  backUpFirst,
}: MigrationOptions): Result<{ from: number; to: number }, MigrationFailure> {
  assertInOrder(migrations)
  const from = schemaVersionOf(database)
  if (from > migrations.length) return failed({ code: 'from_future', found: from, known: migrations.length })
  const steps = migrations.slice(from)
  let step = 'backup before migrating'
  try {
    if (from > 0 && steps.length > 0) backUpFirst(from)
    for (const migration of steps) {
      step = `${migration.number} ${migration.name}`
      apply(database, migration)
    }
    // A new file holds no leftovers of the steps that built it: every page of it is in use, so damage to any of them is found.
    if (from === 0) database.exec('VACUUM')
    return ok({ from, to: migrations.length })
  } catch (error) {
    const cause = failureCauseOf(error)
    const code = cause === 'disk_full' || cause === 'damaged' ? cause : 'migration_failed'
    return failed({ code, step, detail: error instanceof Error ? error.message : String(error) })
  }
}

/** Number of the last step applied; 0 = an empty file. */
export function schemaVersionOf(database: Database): number {
  return Number(database.pragma('user_version', { simple: true }))
}

function apply(database: Database, migration: Migration): void {
  if (migration.rebuildsTables === true) database.pragma('foreign_keys = OFF')
  try {
    database
      .transaction(() => {
        migration.up(database)
        const broken = database.pragma('foreign_key_check') as readonly unknown[]
        if (broken.length > 0) throw new Error(`${broken.length} rows lost what they refer to`)
        database.pragma(`user_version = ${migration.number}`)
      })
      .immediate()
  } finally {
    database.pragma('foreign_keys = ON')
  }
}

function assertInOrder(migrations: readonly Migration[]): void {
  migrations.forEach((migration, index) => {
    if (migration.number !== index + 1) {
      throw new Error(`Migration "${migration.name}" is number ${migration.number} but stands at place ${index + 1}`)
    }
  })
}
