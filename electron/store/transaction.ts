import type { Connection } from './connection.ts'
import { failureCauseOf, StoreWriteError, sqliteCodeOf } from './write-error.ts'

/** See `Store.transaction`. */
export function runTransaction<T>(connection: Connection, work: () => T): T {
  if (isAsyncFunction(work)) throw new TypeError('A transaction is synchronous: nothing may be awaited inside.')
  if (begin(connection) === 'nested') {
    throw new Error('A transaction is already open: compose plain functions inside it instead of opening another.')
  }
  let value: T
  try {
    value = work()
    if (isThenable(value)) throw new TypeError('A transaction is synchronous: its work returned a promise.')
  } catch (error) {
    rollBack(connection)
    throw asWriteError(connection, 'no', error)
  }
  commit(connection)
  return value
}

/** See `Store.part`. */
export function runPart<T>({ database }: Connection, work: () => T): T {
  database.exec('SAVEPOINT part')
  try {
    const value = work()
    database.exec('RELEASE part')
    return value
  } catch (error) {
    // Some errors (disk full, I/O) have rolled back the whole transaction by themselves.
    if (database.inTransaction) database.exec('ROLLBACK TO part; RELEASE part')
    throw error
  }
}

function begin(connection: Connection): 'begun' | 'nested' {
  try {
    const database = connection.database
    if (database.inTransaction) return 'nested'
    database.exec('BEGIN IMMEDIATE')
    return 'begun'
  } catch (error) {
    throw asWriteError(connection, 'no', error)
  }
}

function commit(connection: Connection): void {
  try {
    connection.timed('commit', () => connection.database.exec('COMMIT'))
  } catch (error) {
    const code = sqliteCodeOf(error) ?? ''
    // A deferred constraint or a busy file refuse before anything is written; the transaction is still whole.
    const isRefused = code.startsWith('SQLITE_CONSTRAINT') || code.startsWith('SQLITE_BUSY')
    rollBack(connection)
    if (isRefused) throw asWriteError(connection, 'no', error)
    connection.doubt()
    throw new StoreWriteError('unknown', failureCauseOf(error) ?? 'io_error', code)
  }
}

function rollBack(connection: Connection): void {
  const database = connection.database
  // Some errors (disk full, I/O) have rolled back by themselves.
  if (!database.inTransaction) return
  try {
    database.exec('ROLLBACK')
  } catch {
    connection.doubt()
  }
}

/** Failures of disk or file become a {@link StoreWriteError}; everything else is thrown on as it came. */
function asWriteError(connection: Connection, saved: 'no', error: unknown): unknown {
  const cause = failureCauseOf(error)
  if (cause === undefined) return error
  if (cause === 'io_error' || cause === 'damaged') connection.doubt()
  return new StoreWriteError(saved, cause, sqliteCodeOf(error) ?? '')
}

function isAsyncFunction(work: () => unknown): boolean {
  return Object.prototype.toString.call(work) === '[object AsyncFunction]'
}

function isThenable(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function'
}
