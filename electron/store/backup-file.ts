import { createHash } from 'node:crypto'
import { closeSync, existsSync, openSync, readSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { IsoInstant } from '#shared/domain/clock.ts'
import { createPrivateFile, makeFolders, syncDirectory, syncFile } from './folder.ts'
import { schemaVersionOf } from './migrate.ts'
import { applyKey } from './pragmas.ts'

export interface BackupFile {
  readonly file: string
  readonly bytes: number
  /** SHA-256 of the file as it lies on disk, encrypted; hex. */
  readonly sha256: string
  /** All rows of all tables, counted in the copy. */
  readonly rows: number
}

export class BackupNotSoundError extends Error {
  override readonly name = 'BackupNotSoundError'
}

/**
 * Writes an encrypted copy under the same key into `directory` and proves it: opened with the key, integrity checked, rows counted
 * and compared with the source. The file gets its name only then, so a half-written one never looks like a backup.
 * Throws (SqliteError, system error, {@link BackupNotSoundError}); the unfinished file is removed.
 */
export function writeBackupFile(options: {
  database: Database.Database
  key: Buffer
  directory: string
  /** `register` or why it was made: `before-migration-3`. */
  label: string
  at: IsoInstant
}): BackupFile {
  const { database, key, directory, label, at } = options
  makeFolders(directory)
  const file = freeName(directory, label, at)
  const unfinished = `${file}.part`
  try {
    const rows = writeProvenCopy({ database, key, file: unfinished })
    const digest = sha256OfFile(unfinished)
    renameSync(unfinished, file)
    syncDirectory(directory)
    return { file, bytes: statSync(file).size, sha256: digest, rows }
  } catch (error) {
    rmSync(unfinished, { force: true })
    throw error
  }
}

/**
 * Copies a register into a new file, under `newKey` when given, and proves the copy; it is on disk on return. Returns its rows. Throws as
 * {@link writeBackupFile}; removing what was begun is the caller's.
 */
export function writeProvenCopy(options: { database: Database.Database; key: Buffer; file: string; newKey?: Buffer }): number {
  const { database, key, file, newKey } = options
  rmSync(file, { force: true })
  createPrivateFile(file)
  database.prepare('VACUUM INTO ?').run(file)
  const expected = countRows(database)
  if (newKey !== undefined) encryptAnew(file, key, newKey)
  const { rows } = inspectBackupFile(file, newKey ?? key)
  if (rows !== expected) throw new BackupNotSoundError(`The copy holds ${rows} rows, the register ${expected}`)
  syncFile(file)
  return rows
}

/**
 * Encrypts a closed file with another key, in place. Only for copies that can be thrown away: a crash in the middle leaves a file that
 * neither key opens.
 */
export function encryptAnew(file: string, key: Buffer, newKey: Buffer): void {
  const copy = new Database(file, { fileMustExist: true })
  try {
    applyKey(copy, key)
    // Re-keying does not go through the log.
    copy.pragma('journal_mode = DELETE')
    copy.pragma(`rekey = "x'${newKey.toString('hex')}'"`)
  } finally {
    copy.close()
  }
}

/** Opens a copy read-only with its key and examines every page. Throws SqliteError (wrong key) or {@link BackupNotSoundError}. */
export function inspectBackupFile(file: string, key: Buffer): { readonly schemaVersion: number; readonly rows: number } {
  const copy = new Database(file, { readonly: true, fileMustExist: true })
  try {
    applyKey(copy, key)
    const problems = copy.pragma('integrity_check(10)') as readonly { readonly integrity_check: string }[]
    const first = problems[0]?.integrity_check
    if (problems.length !== 1 || first !== 'ok') throw new BackupNotSoundError(`The copy is damaged: ${first ?? 'no answer'}`)
    return { schemaVersion: schemaVersionOf(copy), rows: countRows(copy) }
  } finally {
    copy.close()
  }
}

/** In pieces of 1 MiB, so that the size of a register does not become memory. */
export function sha256OfFile(file: string): string {
  const hash = createHash('sha256')
  const piece = Buffer.alloc(1024 * 1024)
  const descriptor = openSync(file, 'r')
  try {
    for (;;) {
      const count = readSync(descriptor, piece, 0, piece.length, null)
      if (count === 0) return hash.digest('hex')
      hash.update(piece.subarray(0, count))
    }
  } finally {
    closeSync(descriptor)
  }
}

function countRows(database: Database.Database): number {
  const tables = database
    .prepare<[], string>(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'search%' AND name NOT LIKE 'sqlite%'`,
    )
    .pluck()
    .all()
  const count = (table: string) => database.prepare<[], number>(`SELECT count(*) FROM "${table}"`).pluck().get() ?? 0
  return tables.reduce((sum, table) => sum + count(table), 0)
}

/** `qabyl-register-20261123T054300Z.db`; a second one within the same second gets `-2`. Says nothing about the property. */
function freeName(directory: string, label: string, at: IsoInstant): string {
  const stamp = `${at.slice(0, 19).replaceAll(/[-:]/g, '')}Z`
  for (let count = 1; ; count++) {
    const file = join(directory, `qabyl-${label}-${stamp}${count === 1 ? '' : `-${count}`}.db`)
    if (!existsSync(file)) return file
  }
}
