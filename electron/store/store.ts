import type { Database, RunResult } from 'better-sqlite3'
import type { AuditChain } from './audit-chain.ts'
import type { BackupFile } from './backup-file.ts'
import type { Logger, Ports } from './ports.ts'
import type { SearchIndex } from './search-index.ts'
import type { Settings } from './settings.ts'
import type { StayKeys } from './stay-keys.ts'

/** The open register of one folder: one connection, one writer. Everything here is synchronous. */
export interface Store {
  readonly directory: string
  /**
   * The connection: key applied, pragmas set and asserted. Read it anew each time – after a COMMIT that failed it is another object.
   * Prefer {@link statement}.
   */
  readonly database: Database
  readonly ports: Ports
  readonly logger: Logger
  /** The folder was opened with the key of an unfinished key change; see `keys.ts`. */
  readonly isOpenedWithCandidateKey: boolean

  /**
   * BEGIN IMMEDIATE, `work`, COMMIT. On return everything is on disk, power cut included.
   * `work` must be synchronous: an async function is refused before BEGIN, a returned promise rolls back.
   * Calls do not nest: compose plain functions inside one transaction. What `work` throws is rolled back and thrown on, except a
   * failure of the disk or the file, which becomes a `StoreWriteError`:
   * `saved: 'no'` = certainly not on disk; `'unknown'` = COMMIT itself failed – look the caller-made id up before trying again.
   */
  transaction<T>(work: () => T): T

  /** A part of an open transaction: what `work` throws undoes the part alone and is thrown on. After an error of the disk there is nothing left to go on with. */
  part<T>(work: () => T): T

  /**
   * A prepared statement by name, kept for the life of the store. Calls over 40 ms are logged with the name and without values.
   * Safe to keep: it follows the store through a reopening.
   */
  statement<Row = unknown>(name: string, sql: string): StoreStatement<Row>

  /** Runs and times something of several statements; logged by name when over 40 ms. */
  timed<T>(name: string, work: () => T): T

  /** Id of the one property of this folder. Throws {@link NotSetUpError} before it is set up. */
  propertyId(): string
  /** The same, `undefined` before the folder is set up. */
  findPropertyId(): string | undefined

  readonly stayKeys: StayKeys
  readonly audit: AuditChain
  readonly settings: Settings
  readonly search: SearchIndex

  /** Writes a verified, encrypted copy into a folder; see `writeBackupFile`. `backUp` in `backup.ts` is what the desk calls. */
  copyTo(directory: string, label: string): BackupFile

  /** Replaces the file by a proven copy under another key. Call `changeRegisterKey` in `keys.ts`, which survives a crash. */
  changeKey(key: Buffer): void

  /** Closes the connection and frees the folder. Calling again does nothing. */
  close(): void
}

export type SqlValue = string | number | bigint | Buffer | null
/** Values in the order of the `?`, or one object with a field per `@name`. */
export type SqlParameters = readonly SqlValue[] | readonly [Readonly<Record<string, SqlValue>>]

export interface StoreStatement<Row> {
  /** First row, `undefined` when there is none. */
  get(...parameters: SqlParameters): Row | undefined
  all(...parameters: SqlParameters): Row[]
  run(...parameters: SqlParameters): RunResult
}

export class NotSetUpError extends Error {
  override readonly name = 'NotSetUpError'
  constructor() {
    super('This folder holds no property yet.')
  }
}

export type StoreOpenFailureCode =
  | 'folder_blocked'
  | 'disk_full'
  | 'wrong_key'
  | 'from_future'
  | 'locked'
  | 'damaged'
  | 'migration_failed'

/** Why a folder could not be opened. Nothing in it was changed. */
export interface StoreOpenFailure {
  readonly code: StoreOpenFailureCode
  readonly directory: string
  /** What happened, what it means for the duty, what to do. English; the screens have their own wording per code. */
  readonly message: string
}
