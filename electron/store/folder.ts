import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readSync,
  statfsSync,
  statSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { failed, ok, type Result } from '#shared/domain/result.ts'

/** What lies where in a data folder. */
export const FILES = {
  register: 'register.db',
  lock: 'lock.db',
  key: 'register.key',
  candidateKey: 'register.key.next',
  /** The key sealed by the operating system, in the Electron shell. */
  sealedKey: 'register.key.sealed',
  backups: 'backups',
  restoring: 'register.db.restoring',
  changingKey: 'register.db.changing-key',
} as const

export type FolderFailure = { readonly code: 'folder_blocked' | 'disk_full'; readonly detail: string }

const LEAST_ROOM_BYTES = 256 * 1024

/** Makes sure the folder is there, ours alone when new (0700), and can be written to. */
export function makeFolder(directory: string): Result<undefined, FolderFailure> {
  try {
    makeFolders(directory)
    accessSync(directory, constants.R_OK | constants.W_OK | constants.X_OK)
    return ok(undefined)
  } catch (error) {
    return failed(folderFailureOf(error))
  }
}

/**
 * Like `mkdir -p`, and the new folders are on disk on return: what is kept in one of them is not safer than its name. Node's own never
 * returns where the parent exists and yet nothing can be made in it (`/proc`).
 */
export function makeFolders(directory: string): void {
  if (existsSync(directory)) {
    if (!statSync(directory).isDirectory()) throw Object.assign(new Error('a file stands there'), { code: 'ENOTDIR' })
    return
  }
  const parent = dirname(directory)
  if (parent !== directory) makeFolders(parent)
  mkdirSync(directory, { mode: 0o700 })
  if (isReadable(parent)) syncDirectory(parent)
}

/** Where a folder may be written to but not read, its names cannot be synced. */
function isReadable(directory: string): boolean {
  try {
    accessSync(directory, constants.R_OK)
    return true
  } catch {
    return false
  }
}

export function folderFailureOf(error: unknown): FolderFailure {
  const code = errorCodeOf(error) ?? 'unknown'
  return { code: code === 'ENOSPC' || code === 'EDQUOT' ? 'disk_full' : 'folder_blocked', detail: code }
}

/** Less room than a register needs to be opened: its shared memory, a first log, a few pages. */
export function isDiskFull(directory: string): boolean {
  const { bavail, bsize } = statfsSync(directory)
  return bavail * bsize < LEAST_ROOM_BYTES
}

export function errorCodeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}

/** A rename or a new file is on disk only when its folder is. Windows neither needs nor allows it. */
export function syncDirectory(directory: string): void {
  if (process.platform === 'win32') return
  const descriptor = openSync(directory, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

export function syncFile(file: string): void {
  const descriptor = openSync(file, 'r+')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

/** Creates the file empty and owner-only, so that SQLite never makes it readable for others. Leaves an existing one alone. */
export function createPrivateFile(file: string): void {
  closeSync(openSync(file, 'a', 0o600))
}

export function isMissingOrEmpty(file: string): boolean {
  return !existsSync(file) || statSync(file).size === 0
}

/**
 * Whether the file is a SQLite file that is not encrypted. Call it only while no connection to the file is open in this process:
 * closing any descriptor of it would drop SQLite's own locks (POSIX).
 */
export function isPlainDatabase(file: string): boolean {
  const header = Buffer.alloc(16)
  const descriptor = openSync(file, 'r')
  try {
    readSync(descriptor, header, 0, header.length, 0)
  } finally {
    closeSync(descriptor)
  }
  return header.toString('latin1') === 'SQLite format 3\0'
}

export function pathIn(directory: string, file: keyof typeof FILES): string {
  return join(directory, FILES[file])
}
