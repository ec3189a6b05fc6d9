import { existsSync, renameSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { writeProvenCopy } from './backup-file.ts'
import { syncDirectory } from './folder.ts'
import type { Logger, Ports } from './ports.ts'
import { applyKey, assertPragmas, setPragmas } from './pragmas.ts'
import type { SqlParameters, StoreStatement } from './store.ts'

const SLOW_MS = 40

/** Opens an encrypted file with every pragma in force, `synchronous=FULL` confirmed after a write. Throws and leaves nothing open. */
export function connect(file: string, key: Buffer): Database.Database {
  const database = connectUnproven(file, key)
  try {
    database.exec(`BEGIN IMMEDIATE; PRAGMA user_version = ${Number(database.pragma('user_version', { simple: true }))}; COMMIT`)
    assertPragmas(database)
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

/** The same without the write: what is on a full disk can still be read. */
function connectUnproven(file: string, key: Buffer): Database.Database {
  const database = new Database(file)
  try {
    applyKey(database, key)
    setPragmas(database)
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

/** The one connection of a store, with its prepared statements. Replaced by a fresh one after a failure that leaves it in doubt. */
export class Connection {
  readonly #file: string
  #key: Buffer
  readonly #ports: Ports
  readonly #logger: Logger
  readonly #prepared = new Map<string, Database.Statement>()
  #database: Database.Database
  #isInDoubt = false

  constructor(options: { file: string; key: Buffer; database: Database.Database; ports: Ports; logger: Logger }) {
    this.#file = options.file
    this.#key = options.key
    this.#database = options.database
    this.#ports = options.ports
    this.#logger = options.logger
  }

  /** Reopens first when the last COMMIT or the disk failed, so that what is read is what is on disk. */
  get database(): Database.Database {
    if (this.#isInDoubt && !this.#database.inTransaction) this.#reopen('a write failed')
    return this.#database
  }

  get key(): Buffer {
    return this.#key
  }

  /** From the next use on the file is read afresh. */
  doubt(): void {
    this.#isInDoubt = true
  }

  statement<Row>(name: string, sql: string): StoreStatement<Row> {
    return {
      get: (...parameters: SqlParameters) => this.timed(name, () => this.#prepare(sql).get(...parameters) as Row | undefined),
      all: (...parameters: SqlParameters) => this.timed(name, () => this.#prepare(sql).all(...parameters) as Row[]),
      run: (...parameters: SqlParameters) => this.timed(name, () => this.#prepare(sql).run(...parameters)),
    }
  }

  timed<T>(name: string, work: () => T): T {
    const startedMs = this.#ports.clock.monotonicMs()
    try {
      return work()
    } finally {
      const tookMs = this.#ports.clock.monotonicMs() - startedMs
      if (tookMs > SLOW_MS) this.#logger.warn({ query: name, tookMs: Math.round(tookMs) }, 'slow query')
    }
  }

  /**
   * Puts a copy under another key in the place of the file, by one rename: until then the file has the old key, after it the new one.
   * Changing the key in place is not survivable: killed in the middle of it, SQLCipher's file opens with neither.
   */
  changeKey(key: Buffer, unfinished: string): void {
    writeProvenCopy({ database: this.database, key: this.#key, file: unfinished, newKey: key })
    this.close()
    this.doubt()
    if (existsSync(`${this.#file}-wal`))
      throw new Error('the log could not be written into the register; its key was not changed')
    const directory = dirname(this.#file)
    // First of all the old log is gone for good: coming back beside the new file it would be played into it, under the old key.
    syncDirectory(directory)
    renameSync(unfinished, this.#file)
    syncDirectory(directory)
    this.#key = key
    this.#reopen('key changed')
  }

  close(): void {
    this.#prepared.clear()
    this.#database.close()
  }

  #prepare(sql: string): Database.Statement {
    const database = this.database
    let statement = this.#prepared.get(sql)
    if (statement === undefined) {
      statement = database.prepare(sql)
      this.#prepared.set(sql, statement)
    }
    return statement
  }

  #reopen(reason: string): void {
    this.close()
    this.#database = connectUnproven(this.#file, this.#key)
    this.#isInDoubt = false
    this.#logger.info({ reason }, 'register reopened')
  }
}
