import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { failed, ok, type Result } from '#shared/domain/result.ts'
import { encryptAnew, inspectBackupFile } from './backup-file.ts'
import { connect } from './connection.ts'
import { errorCodeOf, FILES, folderFailureOf, makeFolder, pathIn, syncDirectory, syncFile } from './folder.ts'
import { acquireFolderLock } from './folder-lock.ts'
import { MIGRATIONS } from './migrations/index.ts'
import { instantNow, type Logger, type Ports } from './ports.ts'
import { markRestored } from './restored-mark.ts'
import { failureCauseOf, sqliteCodeOf } from './write-error.ts'

export interface RestoreOptions {
  readonly directory: string
  readonly backupFile: string
  /** The folder's key: what the restored register will be encrypted with. */
  readonly key: Buffer
  /** Key of the backup when it is another one (made on another PC, or before the key was changed). */
  readonly backupKey?: Buffer | undefined
  readonly ports: Pick<Ports, 'clock'>
  readonly logger: Logger
}

export interface RestoreFailure {
  readonly code:
    | 'locked'
    | 'folder_blocked'
    | 'disk_full'
    | 'backup_missing'
    | 'backup_wrong_key'
    | 'backup_damaged'
    | 'from_future'
  readonly directory: string
  readonly message: string
}

export interface Restored {
  /** All rows of the register now in place. */
  readonly rows: number
  /** Where the register from before lies, `null` when there was none. Nothing deletes it. */
  readonly keptAside: string | null
}

/**
 * Puts a backup in the place of the register. The store must be closed: the folder's lock is taken. The backup is copied in and that copy
 * verified, the present files are kept in `before-restore-…`, and the change itself is one rename: until then a failure or a crash
 * leaves the old register in place. What was saved after the backup was made is only in the files kept aside; what was sent after it is
 * known to the service alone, so the restored register is marked and the outbox asks before it sends.
 */
export function restore(options: RestoreOptions): Result<Restored, RestoreFailure> {
  const { directory } = options
  const folder = makeFolder(directory)
  if (!folder.ok) return failed(restoreFailure(folder.error.code, directory, folder.error.detail))
  const lock = acquireFolderLock(directory)
  if (!lock.ok) return failed(restoreFailure(lock.error.code, directory, lock.error.detail))
  try {
    if (!existsSync(options.backupFile))
      return failed(restoreFailure('backup_missing', directory, basename(options.backupFile)))
    bringIn(options)
    const found = inspectBackupFile(pathIn(directory, 'restoring'), options.key)
    // An empty file is an empty database to SQLite: it opens under any key.
    if (found.schemaVersion === 0) return failed(restoreFailure('backup_damaged', directory, 'it holds no register'))
    if (found.schemaVersion > MIGRATIONS.length) {
      return failed(restoreFailure('from_future', directory, `version ${found.schemaVersion}`))
    }
    markRestored(pathIn(directory, 'restoring'), options.key, instantNow(options.ports.clock))
    const keptAside = keepAside(options)
    renameSync(pathIn(directory, 'restoring'), pathIn(directory, 'register'))
    syncDirectory(directory)
    options.logger.info({ rows: found.rows }, 'backup restored')
    return ok({ rows: found.rows, keptAside })
  } catch (error) {
    return failed(failureOf(directory, error))
  } finally {
    rmSync(pathIn(directory, 'restoring'), { force: true })
    lock.value.release()
  }
}

/** Copies the backup beside the register, under the folder's key. */
function bringIn({ directory, backupFile, key, backupKey }: RestoreOptions): void {
  const copy = pathIn(directory, 'restoring')
  rmSync(copy, { force: true })
  copyFileSync(backupFile, copy)
  if (backupKey !== undefined && !backupKey.equals(key)) encryptAnew(copy, backupKey, key)
  syncFile(copy)
}

/**
 * A log left beside the restored file would be played into it, so the register is made whole in one file first; where it no longer
 * opens, its log moves aside with it.
 */
function keepAside({ directory, key, ports }: RestoreOptions): string | null {
  const register = pathIn(directory, 'register')
  if (!existsSync(register)) return null
  const aside = freeFolder(directory, instantNow(ports.clock))
  mkdirSync(aside, { mode: 0o700 })
  foldLogIntoFile(register, key)
  copyFileSync(register, join(aside, FILES.register))
  syncFile(join(aside, FILES.register))
  for (const ending of ['-wal', '-shm', '-journal']) {
    if (existsSync(register + ending)) renameSync(register + ending, join(aside, FILES.register + ending))
  }
  syncDirectory(aside)
  syncDirectory(directory)
  return aside
}

function foldLogIntoFile(register: string, key: Buffer): void {
  try {
    const database = connect(register, key)
    try {
      database.pragma('wal_checkpoint(TRUNCATE)')
    } finally {
      database.close()
    }
  } catch (error) {
    // Restoring is for just this case: the old register is damaged or has another key.
    if (failureCauseOf(error) !== 'damaged') throw error
  }
}

function freeFolder(directory: string, at: string): string {
  const stamp = `${at.slice(0, 19).replaceAll(/[-:]/g, '')}Z`
  for (let count = 1; ; count++) {
    const folder = join(directory, `before-restore-${stamp}${count === 1 ? '' : `-${count}`}`)
    if (!existsSync(folder)) return folder
  }
}

const SENTENCES: Readonly<Record<RestoreFailure['code'], string>> = {
  locked: 'Qabyl is running on this folder. Close it, then restore.',
  folder_blocked: 'The folder or the backup cannot be read or written. Give this user the right to, then restore.',
  disk_full: 'The disk is full. Free some space, then restore.',
  backup_missing: 'There is no such backup file. Check the path.',
  backup_wrong_key:
    'The backup does not open with this key: it was made under another one, or its beginning is damaged. Enter the recovery code that ' +
    'was printed then, or choose another backup.',
  backup_damaged: 'The backup is damaged. Choose an older one.',
  from_future: 'The backup was made by a newer version of Qabyl. Install that version, then restore.',
}

function restoreFailure(code: RestoreFailure['code'], directory: string, detail: string): RestoreFailure {
  return { code, directory, message: `Nothing was restored; the register is as it was. ${SENTENCES[code]} (${detail})` }
}

function failureOf(directory: string, error: unknown): RestoreFailure {
  const sqliteCode = sqliteCodeOf(error)
  if (sqliteCode === 'SQLITE_NOTADB') return restoreFailure('backup_wrong_key', directory, sqliteCode)
  if (sqliteCode === undefined && errorCodeOf(error) !== undefined) {
    const { code, detail } = folderFailureOf(error)
    return restoreFailure(code, directory, detail)
  }
  const cause = failureCauseOf(error)
  if (cause === 'disk_full') return restoreFailure('disk_full', directory, sqliteCode ?? '')
  if (cause === 'io_error' || cause === 'read_only' || cause === 'busy') {
    return restoreFailure('folder_blocked', directory, sqliteCode ?? '')
  }
  return restoreFailure('backup_damaged', directory, sqliteCode ?? (error instanceof Error ? error.name : 'unknown'))
}
