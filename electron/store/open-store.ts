import { rmSync } from 'node:fs'
import type Database from 'better-sqlite3'
import { failed, ok, type Result } from '#shared/domain/result.ts'
import { writeBackupFile } from './backup-file.ts'
import { Connection, connect } from './connection.ts'
import {
  createPrivateFile,
  errorCodeOf,
  folderFailureOf,
  isDiskFull,
  isMissingOrEmpty,
  isPlainDatabase,
  makeFolder,
  pathIn,
} from './folder.ts'
import { acquireFolderLock, type FolderLock } from './folder-lock.ts'
import { type MigrationFailure, migrate } from './migrate.ts'
import { MIGRATIONS } from './migrations/index.ts'
import type { Migration } from './migrations/migration.ts'
import { openFailure } from './open-failure.ts'
import { instantNow, type Logger, type Ports } from './ports.ts'
import { UnsafeDatabaseError } from './pragmas.ts'
import { RegisterStore } from './register-store.ts'
import type { Store, StoreOpenFailure } from './store.ts'
import { failureCauseOf, sqliteCodeOf } from './write-error.ts'

export interface OpenStoreOptions {
  /** Absolute path of the data folder; made when it is not there. */
  readonly directory: string
  /** 32 bytes. */
  readonly key: Buffer
  /** Key of a change that may or may not have reached the file; tried when `key` does not fit. */
  readonly candidateKey?: Buffer | undefined
  readonly ports: Ports
  readonly logger: Logger
  /** Another list of schema steps, for tests of migrating. */
  readonly migrations?: readonly Migration[]
}

/**
 * Opens the register of a folder, alone: makes folder and file when new, takes the folder's lock, applies key and pragmas, migrates.
 * On failure nothing stays open and nothing that was there is changed. Throws for mistakes of the program alone.
 */
export function openStore(options: OpenStoreOptions): Result<Store, StoreOpenFailure> {
  const { directory } = options
  const folder = makeFolder(directory)
  if (!folder.ok) return failed(openFailure(folder.error.code, directory, folder.error.detail))
  const lock = acquireFolderLock(directory)
  if (!lock.ok) return failed(openFailure(lock.error.code, directory, lock.error.detail))
  let isOpen = false
  try {
    const opened = openLocked(options, lock.value)
    isOpen = opened.ok
    return opened
  } finally {
    if (!isOpen) lock.value.release()
  }
}

function openLocked(options: OpenStoreOptions, lock: FolderLock): Result<Store, StoreOpenFailure> {
  const { directory, ports, logger } = options
  const file = pathIn(directory, 'register')
  let opened: Opened | undefined
  try {
    // Half-made copies of a process that was killed; no register depends on them.
    for (const unfinished of ['restoring', 'changingKey'] as const) removeCopy(pathIn(directory, unfinished))
    const isNew = isMissingOrEmpty(file)
    if (isNew) createPrivateFile(file)
    else if (isPlainDatabase(file)) return failed(openFailure('damaged', directory, 'the file is not encrypted'))
    opened = connectWithEither(file, options.key, options.candidateKey)
    const { database, key } = opened
    const migrated = migrate({
      database,
      migrations: options.migrations ?? MIGRATIONS,
      backUpFirst(version) {
        const label = `before-migration-${version + 1}`
        const backup = writeBackupFile({
          database,
          key,
          directory: pathIn(directory, 'backups'),
          label,
          at: instantNow(ports.clock),
        })
        logger.info({ file: backup.file, bytes: backup.bytes }, 'backup made before migrating')
      },
    })
    if (!migrated.ok) {
      database.close()
      return failed(migrationFailure(directory, migrated.error))
    }
    if (isNew) opened = reopenEncrypted(file, opened)
    const connection = new Connection({ file, key: opened.key, database: opened.database, ports, logger })
    return ok(new RegisterStore({ directory, ports, logger, connection, lock, isOpenedWithCandidateKey: opened.isCandidate }))
  } catch (error) {
    if (opened?.database.open === true) opened.database.close()
    return failed(failureOf(directory, error))
  }
}

function removeCopy(file: string): void {
  for (const ending of ['', '-journal', '-wal', '-shm']) rmSync(file + ending, { force: true })
}

interface Opened {
  readonly database: Database.Database
  readonly key: Buffer
  readonly isCandidate: boolean
}

function connectWithEither(file: string, key: Buffer, candidateKey: Buffer | undefined): Opened {
  try {
    return { database: connect(file, key), key, isCandidate: false }
  } catch (error) {
    if (candidateKey === undefined || sqliteCodeOf(error) !== 'SQLITE_NOTADB') throw error
    return { database: connect(file, candidateKey), key: candidateKey, isCandidate: true }
  }
}

/** A new file is looked at from outside once: were the cipher missing from this build, the register would be written in the clear. */
function reopenEncrypted(file: string, opened: Opened): Opened {
  opened.database.close()
  if (isPlainDatabase(file)) throw new UnsafeDatabaseError('this build writes unencrypted files')
  return { ...opened, database: connect(file, opened.key) }
}

function migrationFailure(directory: string, failure: MigrationFailure): StoreOpenFailure {
  if (failure.code === 'from_future') {
    return openFailure('from_future', directory, `version ${failure.found}; this program knows up to ${failure.known}`)
  }
  return openFailure(failure.code, directory, `step ${failure.step}: ${failure.detail}`)
}

function failureOf(directory: string, error: unknown): StoreOpenFailure {
  const code = sqliteCodeOf(error)
  if (code === 'SQLITE_NOTADB') return openFailure('wrong_key', directory, code)
  if (code === undefined && errorCodeOf(error) !== undefined) {
    const folder = folderFailureOf(error)
    return openFailure(folder.code, directory, folder.detail)
  }
  // A network share without shared memory cannot do WAL, for one: another folder can.
  if (error instanceof UnsafeDatabaseError) return openFailure('folder_blocked', directory, error.message)
  if (code === undefined) throw error
  switch (failureCauseOf(error)) {
    case 'disk_full':
      return openFailure('disk_full', directory, code)
    case 'busy':
      return openFailure('locked', directory, code)
    case 'io_error':
    case 'read_only':
      // SQLite calls it an I/O error when there is no room for the shared memory beside the file.
      return openFailure(isDiskFull(directory) ? 'disk_full' : 'folder_blocked', directory, code)
    case 'damaged':
    case undefined:
      return openFailure('damaged', directory, code)
  }
}
