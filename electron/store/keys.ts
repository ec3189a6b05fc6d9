import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, statSync, writeSync } from 'node:fs'
import { failed, ok, type Result } from '#shared/domain/result.ts'
import { FILES, folderFailureOf, isMissingOrEmpty, makeFolder, pathIn, syncDirectory } from './folder.ts'
import { acquireFolderLock } from './folder-lock.ts'
import { type OpenStoreOptions, openStore } from './open-store.ts'
import type { Store, StoreOpenFailure } from './store.ts'

export interface RegisterKeys {
  readonly key: Buffer
  /** Key of a change that was begun; the file has either. */
  readonly candidate: Buffer | undefined
}

/** Where the key of a folder is kept: a key file here, the system's secret store in the Electron shell. Every call is durable on return. */
export interface KeyKeeper {
  /** Keeps a second key beside the first. */
  keepCandidate(key: Buffer): void
  /** The candidate is the key from now on. */
  promoteCandidate(): void
  dropCandidate(): void
}

export interface KeyFailure {
  readonly code: 'key_missing' | 'key_exposed' | 'key_damaged' | 'folder_blocked' | 'disk_full' | 'locked'
  readonly directory: string
  readonly message: string
}

const KEY_BYTES = 32
const KEY_TEXT = /^[0-9a-f]{64}\n?$/

/**
 * Key of a folder from its `register.key`; a new random one when the folder is new. Refused when others can read the file (POSIX),
 * and when there is a register but no key: a fresh key would not open it.
 */
export function readOrCreateKeyFile(
  directory: string,
  randomBytes: (length: number) => Buffer,
): Result<RegisterKeys, KeyFailure> {
  const folder = makeFolder(directory)
  if (!folder.ok) return failed(keyFailure(folder.error.code, directory, folder.error.detail))
  try {
    if (!existsSync(pathIn(directory, 'key'))) {
      const made = createKeyFile(directory, randomBytes)
      if (!made.ok) return made
    }
    const key = readKey(directory, 'key')
    if (!key.ok) return key
    if (!existsSync(pathIn(directory, 'candidateKey'))) return ok({ key: key.value, candidate: undefined })
    const candidate = readKey(directory, 'candidateKey')
    if (!candidate.ok) return candidate
    return ok({ key: key.value, candidate: candidate.value })
  } catch (error) {
    const { code, detail } = folderFailureOf(error)
    return failed(keyFailure(code, directory, detail))
  }
}

/** Writes a key recovered from its printed code; replaces nothing, throws when there is a key file already. */
export function writeRecoveredKeyFile(directory: string, key: Buffer): void {
  if (existsSync(pathIn(directory, 'key'))) throw new Error(`${FILES.key} exists already; move it away first`)
  writeKey(directory, 'key', key)
}

/** Keeps the keys of a folder in `register.key` and, during a change, `register.key.next`. */
export function keyFileKeeper(directory: string): KeyKeeper {
  return {
    keepCandidate(key) {
      writeKey(directory, 'candidateKey', key)
    },
    promoteCandidate() {
      renameSync(pathIn(directory, 'candidateKey'), pathIn(directory, 'key'))
      syncDirectory(directory)
    },
    dropCandidate() {
      rmSync(pathIn(directory, 'candidateKey'), { force: true })
      syncDirectory(directory)
    },
  }
}

/**
 * Encrypts the register with another key. The new key is kept before the file is touched, so a crash at any point leaves a folder that
 * opens: with the old key, or with the candidate. Backups made before stay under the old key.
 */
export function changeRegisterKey(store: Pick<Store, 'changeKey'>, keeper: KeyKeeper, key: Buffer): void {
  keeper.keepCandidate(key)
  store.changeKey(key)
  keeper.promoteCandidate()
}

/** After opening with a candidate at hand: the change had reached the file (keep the new key) or had not (forget it). */
export function settleCandidate(store: Pick<Store, 'isOpenedWithCandidateKey'>, keys: RegisterKeys, keeper: KeyKeeper): void {
  if (keys.candidate === undefined) return
  if (store.isOpenedWithCandidateKey) keeper.promoteCandidate()
  else keeper.dropCandidate()
}

/** Opens a folder with its own key file, finishes a key change that was cut short and clears up after it. */
export function openStoreWithKeyFile(
  options: Omit<OpenStoreOptions, 'key' | 'candidateKey'>,
): Result<Store, StoreOpenFailure | KeyFailure> {
  const keys = readOrCreateKeyFile(options.directory, options.ports.randomBytes)
  if (!keys.ok) return keys
  const opened = openStore({ ...options, key: keys.value.key, candidateKey: keys.value.candidate })
  if (!opened.ok) return opened
  settleCandidate(opened.value, keys.value, keyFileKeeper(options.directory))
  for (const which of ['key', 'candidateKey'] as const) rmSync(unfinishedOf(options.directory, which), { force: true })
  return opened
}

/** Under the folder's lock, so that two first starts at once do not each make a key. */
function createKeyFile(directory: string, randomBytes: (length: number) => Buffer): Result<undefined, KeyFailure> {
  const lock = acquireFolderLock(directory)
  if (!lock.ok) return failed(keyFailure(lock.error.code, directory, lock.error.detail))
  try {
    if (existsSync(pathIn(directory, 'key'))) return ok(undefined)
    if (!isMissingOrEmpty(pathIn(directory, 'register'))) return failed(keyFailure('key_missing', directory, 'ENOENT'))
    writeKey(directory, 'key', randomBytes(KEY_BYTES))
    return ok(undefined)
  } finally {
    lock.value.release()
  }
}

function readKey(directory: string, which: 'key' | 'candidateKey'): Result<Buffer, KeyFailure> {
  const file = pathIn(directory, which)
  const mode = statSync(file).mode & 0o777
  // Windows has no such bits; there the user's profile keeps others out.
  if (process.platform !== 'win32' && (mode & 0o077) !== 0) {
    return failed(keyFailure('key_exposed', directory, `${FILES[which]} has mode ${mode.toString(8)}`))
  }
  const text = readFileSync(file, 'latin1')
  if (!KEY_TEXT.test(text)) return failed(keyFailure('key_damaged', directory, FILES[which]))
  return ok(Buffer.from(text.trim(), 'hex'))
}

/** What a crash while a key is written leaves: a key that was never used, removed at the next opening. */
function unfinishedOf(directory: string, which: 'key' | 'candidateKey'): string {
  return `${pathIn(directory, which)}.part`
}

/** Whole or not at all: written beside, flushed, renamed, the folder flushed. */
function writeKey(directory: string, which: 'key' | 'candidateKey', key: Buffer): void {
  const file = pathIn(directory, which)
  const unfinished = unfinishedOf(directory, which)
  rmSync(unfinished, { force: true })
  const descriptor = openSync(unfinished, 'wx', 0o600)
  try {
    writeSync(descriptor, `${key.toString('hex')}\n`)
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
  renameSync(unfinished, file)
  syncDirectory(directory)
}

const SENTENCES: Readonly<Record<KeyFailure['code'], (directory: string) => string>> = {
  key_missing: (directory) =>
    `There is a register in ${directory} but its key file ${FILES.key} is gone. The register was left as it is; nothing is sent ` +
    'meanwhile. Put the key file back, or enter the printed recovery code with "qabyl recover-key".',
  key_exposed: (directory) =>
    `Other users of this computer can read the key file ${FILES.key} in ${directory}, and with it the guests' documents. Nothing is ` +
    'sent until that is changed: run chmod 600 on it.',
  key_damaged: (directory) =>
    `The key file ${FILES.key} in ${directory} does not hold a key. The register was left as it is; nothing is sent meanwhile. Put ` +
    'the right file back, or enter the printed recovery code with "qabyl recover-key".',
  folder_blocked: (directory) =>
    `The data folder ${directory} or the key file in it cannot be read or written. Nothing was changed, but no arrival can be saved or sent ` +
    'from here; notices already due must be filed at the portal meanwhile. Give this user the right to, or start with another folder.',
  disk_full: (directory) => `The disk of the data folder ${directory} is full. Free some space and start again.`,
  locked: (directory) => `Another Qabyl already works with ${directory}. Use that one, or close it first.`,
}

function keyFailure(code: KeyFailure['code'], directory: string, detail: string): KeyFailure {
  return { code, directory, message: `${SENTENCES[code](directory)} (${detail})` }
}
