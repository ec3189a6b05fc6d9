import { link, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { join, parse } from 'node:path'
import type { DeliveryCause } from '#shared/contract/delivery-schemas.ts'
import { notSent, type Send, type SendOutcome } from '../message.ts'

/** `report (2).pdf` … : a file that is there with other contents is kept. */
const MOST_NAMES = 100

/**
 * Puts the file into a folder: written aside, on the disk, then under its name in one step, so that nobody ever opens half of one. A file of
 * that name with the same bytes is the delivery itself, made before a crash.
 */
export const sendToFolder: Send = (message, directory, signal) => inTime(deliver(message.id, message, directory), signal)

async function deliver(
  id: string,
  { file }: { readonly file: Parameters<Send>[0]['file'] },
  directory: string,
): Promise<SendOutcome> {
  if (file === null) return { kind: 'refused', cause: 'program_error' }
  const aside = join(directory, `.qabyl-${id}.part`)
  try {
    const known = await stat(directory)
    if (!known.isDirectory()) return notSent('folder_missing')
    await writeDurably(aside, file.bytes)
    const name = await place(aside, directory, file.fileName, file.bytes)
    await syncDirectory(directory)
    return name === null ? notSent('folder_failed') : { kind: 'done', place: join(directory, name) }
  } catch (error) {
    return notSent(causeOf(error))
  } finally {
    await rm(aside, { force: true }).catch(() => undefined)
  }
}

async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'w')
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Under the first free name; the name it got, `null` when none was free. */
async function place(aside: string, directory: string, fileName: string, bytes: Uint8Array): Promise<string | null> {
  const { name, ext } = parse(fileName)
  for (let number = 1; number <= MOST_NAMES; number += 1) {
    const candidate = number === 1 ? fileName : `${name} (${number})${ext}`
    const path = join(directory, candidate)
    const there = await readIfThere(path)
    if (there?.equals(bytes) === true) return candidate
    if (there === null && (await nameIt(aside, path))) return candidate
  }
  return null
}

/** False when somebody was faster: a link never writes over a file. */
async function nameIt(aside: string, path: string): Promise<boolean> {
  try {
    await link(aside, path)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    // Sticks and some network drives know no links: the name was free a moment ago.
    if (!NO_LINKS.includes(codeOf(error))) throw error
    await rename(aside, path)
    return true
  }
}

async function readIfThere(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    // A folder or something unreadable has the name: it is kept, and is not ours.
    if (codeOf(error) === 'EISDIR' || codeOf(error) === 'EACCES') return Buffer.alloc(0)
    throw error
  }
}

/** The name is on the disk too. Windows has no such call, and needs none. */
async function syncDirectory(directory: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(directory, 'r')
  try {
    await handle.sync()
  } catch (error) {
    // Some network drives refuse it for folders.
    if (!['EINVAL', 'ENOTSUP', 'EBADF'].includes(codeOf(error))) throw error
  } finally {
    await handle.close()
  }
}

/** A network drive that is gone can keep one waiting for minutes; what is under way is harmless, it ends in the same file. */
function inTime(work: Promise<SendOutcome>, signal: AbortSignal): Promise<SendOutcome> {
  return new Promise((resolve, reject) => {
    const giveUp = () => resolve(notSent('timeout'))
    if (signal.aborted) giveUp()
    signal.addEventListener('abort', giveUp, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp))
  })
}

const NO_LINKS: readonly string[] = ['EPERM', 'ENOTSUP', 'ENOSYS', 'EOPNOTSUPP', 'EMLINK']

function causeOf(error: unknown): DeliveryCause {
  switch (codeOf(error)) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'folder_missing'
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return 'folder_forbidden'
    case 'ENOSPC':
    case 'EDQUOT':
      return 'disk_full'
    default:
      return 'folder_failed'
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
