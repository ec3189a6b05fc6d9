import type { Database } from 'better-sqlite3'
import { type AuditChain, createAuditChain } from './audit-chain.ts'
import { type BackupFile, writeBackupFile } from './backup-file.ts'
import type { Connection } from './connection.ts'
import { pathIn } from './folder.ts'
import type { FolderLock } from './folder-lock.ts'
import { instantNow, type Logger, type Ports } from './ports.ts'
import { createSearchIndex, type SearchIndex } from './search-index.ts'
import { createSettings, type Settings } from './settings.ts'
import { createStayKeys, type StayKeys } from './stay-keys.ts'
import { NotSetUpError, type Store, type StoreStatement } from './store.ts'
import { runPart, runTransaction } from './transaction.ts'

/** The open register; made by `openStore` alone. */
export class RegisterStore implements Store {
  readonly directory: string
  readonly ports: Ports
  readonly logger: Logger
  readonly isOpenedWithCandidateKey: boolean
  readonly stayKeys: StayKeys
  readonly audit: AuditChain
  readonly settings: Settings
  readonly search: SearchIndex
  readonly #connection: Connection
  readonly #lock: FolderLock
  readonly #property: StoreStatement<{ id: string }>
  /** A register is one property's for ever, from the commit that set it up. */
  #propertyId: string | undefined

  constructor(options: {
    directory: string
    ports: Ports
    logger: Logger
    connection: Connection
    lock: FolderLock
    isOpenedWithCandidateKey: boolean
  }) {
    this.directory = options.directory
    this.ports = options.ports
    this.logger = options.logger
    this.isOpenedWithCandidateKey = options.isOpenedWithCandidateKey
    this.#connection = options.connection
    this.#lock = options.lock
    this.#property = this.statement('property.id', 'SELECT id FROM property LIMIT 1')
    this.stayKeys = createStayKeys(this)
    this.audit = createAuditChain(this)
    this.settings = createSettings(this)
    this.search = createSearchIndex(this)
  }

  get database(): Database {
    return this.#connection.database
  }

  transaction<T>(work: () => T): T {
    return runTransaction(this.#connection, work)
  }

  part<T>(work: () => T): T {
    return runPart(this.#connection, work)
  }

  statement<Row = unknown>(name: string, sql: string): StoreStatement<Row> {
    return this.#connection.statement<Row>(name, sql)
  }

  timed<T>(name: string, work: () => T): T {
    return this.#connection.timed(name, work)
  }

  propertyId(): string {
    const id = this.findPropertyId()
    if (id === undefined) throw new NotSetUpError()
    return id
  }

  findPropertyId(): string | undefined {
    if (this.#propertyId !== undefined) return this.#propertyId
    const id = this.#property.get()?.id
    if (!this.database.inTransaction) this.#propertyId = id
    return id
  }

  copyTo(directory: string, label: string): BackupFile {
    const { database, key } = this.#connection
    return writeBackupFile({ database, key, directory, label, at: instantNow(this.ports.clock) })
  }

  changeKey(key: Buffer): void {
    this.#connection.changeKey(key, pathIn(this.directory, 'changingKey'))
  }

  close(): void {
    this.#connection.close()
    this.#lock.release()
  }
}
