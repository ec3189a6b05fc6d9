import type { Database } from 'better-sqlite3'

/** WAL-reset bug: older versions could lose a checkpoint under concurrent readers. */
const OLDEST_SQLITE = '3.51.3'
const FULL = 2
const BUSY_TIMEOUT_MS = 5_000
const JOURNAL_SIZE_LIMIT_BYTES = 16 * 1024 * 1024

/** Name, value as written, value as read back. The only list of what every connection to a register runs with. */
const PRAGMAS: readonly (readonly [name: string, value: string, readBack: string | number])[] = [
  // The first that reads the file: a wrong key shows here.
  ['journal_mode', 'WAL', 'wal'],
  ['synchronous', 'FULL', FULL],
  ['fullfsync', process.platform === 'darwin' ? 'ON' : 'OFF', process.platform === 'darwin' ? 1 : 0],
  ['foreign_keys', 'ON', 1],
  // Without it INSERT OR REPLACE would delete audit rows past their trigger.
  ['recursive_triggers', 'ON', 1],
  ['busy_timeout', String(BUSY_TIMEOUT_MS), BUSY_TIMEOUT_MS],
  ['wal_autocheckpoint', '1000', 1000],
  ['journal_size_limit', String(JOURNAL_SIZE_LIMIT_BYTES), JOURNAL_SIZE_LIMIT_BYTES],
  ['trusted_schema', 'OFF', 0],
  ['cell_size_check', 'ON', 1],
  ['temp_store', 'MEMORY', 2],
  // An erased stay key must not linger in a freed page.
  ['secure_delete', 'ON', 1],
]

/** Thrown when this build of SQLite does not do what the promise of the register rests on. */
export class UnsafeDatabaseError extends Error {
  override readonly name = 'UnsafeDatabaseError'
}

/**
 * Cipher and key. SQLCipher 4 format with a raw 256-bit key: other tools can read it, and no key derivation at each open.
 * Reads nothing yet.
 */
export function applyKey(database: Database, key: Buffer): void {
  if (key.length !== 32) throw new RangeError(`A register key has 32 bytes, not ${key.length}`)
  database.pragma(`cipher = 'sqlcipher'`)
  database.pragma('legacy = 4')
  database.pragma(`key = "x'${key.toString('hex')}'"`)
}

/** Sets every pragma and reads it back. Throws a SqliteError when the file cannot be read, {@link UnsafeDatabaseError} on a mismatch. */
export function setPragmas(database: Database): void {
  const version = database.prepare<[], string>('SELECT sqlite_version()').pluck().get() ?? '0'
  if (isOlder(version, OLDEST_SQLITE)) throw new UnsafeDatabaseError(`SQLite ${version} is older than ${OLDEST_SQLITE}`)
  for (const [name, value] of PRAGMAS) database.pragma(`${name} = ${value}`)
  assertPragmas(database)
}

/** To be called again after the first write: this build reports `synchronous` truthfully only then. */
export function assertPragmas(database: Database): void {
  for (const [name, , expected] of PRAGMAS) {
    const found = database.pragma(name, { simple: true })
    // Some pragmas answer text where others answer a number.
    if (String(found) !== String(expected)) {
      throw new UnsafeDatabaseError(`PRAGMA ${name} is ${String(found)}, not ${expected}`)
    }
  }
}

function isOlder(version: string, than: string): boolean {
  const [a, b] = [version.split('.').map(Number), than.split('.').map(Number)]
  for (let index = 0; index < b.length; index++) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0)
    if (difference !== 0) return difference < 0
  }
  return false
}
