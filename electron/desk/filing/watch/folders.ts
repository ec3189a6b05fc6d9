import { homedir } from 'node:os'
import { isAbsolute, join, normalize, relative, sep } from 'node:path'
import type { FOLDER_STATES } from '#shared/contract/filing-schemas.ts'
import { badInput } from '../../desk-error.ts'
import { systemFolders } from './folder-port.ts'

export type FolderState = (typeof FOLDER_STATES)[number]

/** A folder with more entries is no folder of receipts; listing it each second would be felt. */
export const MOST_ENTRIES = 20_000
/** A look that has not come back by then: a network drive that is gone can keep one waiting for minutes. */
export const ANSWER_WITHIN_MS = 5_000

/** How a folder can be looked into right now. */
export async function folderState(directory: string): Promise<FolderState> {
  try {
    const entries = await inTime(systemFolders.list(directory, MOST_ENTRIES + 1))
    return entries.length > MOST_ENTRIES ? 'too_many_files' : 'readable'
  } catch (error) {
    return stateOfFailure(error)
  }
}

/** What a failed look means, by Node's code. Never names a file. */
export function stateOfFailure(error: unknown): Exclude<FolderState, 'readable' | 'looking'> {
  if (error instanceof NoAnswerError) return 'not_answering'
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  switch (code) {
    case 'ENOENT':
      return 'missing'
    case 'ENOTDIR':
      return 'not_a_folder'
    case 'EACCES':
    case 'EPERM':
      return 'forbidden'
    case 'EIO':
    case 'ESTALE':
    case 'ETIMEDOUT':
    case 'EHOSTDOWN':
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
    case 'ENOTCONN':
      return 'not_answering'
    default:
      return 'failed'
  }
}

class NoAnswerError extends Error {
  override readonly name = 'NoAnswerError'
}

/** Throws when `work` has not come back in {@link ANSWER_WITHIN_MS}; the work itself goes on, it cannot be called back. */
export function inTime<T>(work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new NoAnswerError()), ANSWER_WITHIN_MS)
    work.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}

/** The path in its plain form. Throws `BAD_INPUT` at `path` for one that is not absolute, or that holds the register or lies in its folder. */
export function requireWatchable(directory: string, path: string, dataDirectory: string): string {
  const typed = directory.trim()
  if (!isAbsolute(typed) || typed.includes('\0'))
    throw badInput(path, 'folder_not_absolute', 'Write the whole path of the folder, from the drive on.')
  const plain = normalize(typed)
  const chosen = plain.length > 1 && plain.endsWith(sep) && !/^[A-Za-z]:\\$/.test(plain) ? plain.slice(0, -1) : plain
  if (isInside(chosen, dataDirectory) || chosen === normalize(dataDirectory))
    throw badInput(path, 'folder_of_register', 'This is the folder of the register itself.')
  return chosen
}

function isInside(directory: string, outer: string): boolean {
  const way = relative(outer, directory)
  return way !== '' && !way.startsWith('..') && !isAbsolute(way)
}

/** `Downloads` of whoever runs the desk; `null` when there is none or it is watched already. */
export async function suggestedFolder(watched: readonly string[]): Promise<string | null> {
  const downloads = join(homedir(), 'Downloads')
  return watched.includes(downloads) || (await folderState(downloads)) !== 'readable' ? null : downloads
}
