import { constants, watch } from 'node:fs'
import { lstat, open, opendir } from 'node:fs/promises'
import { join } from 'node:path'
import { machineMonotonicMs, machineTimeMs } from '../../system-ports.ts'

export interface FolderEntry {
  readonly name: string
  readonly kind: 'file' | 'link' | 'other'
}

export interface FileFacts {
  readonly sizeBytes: number
  readonly modifiedMs: number
  /** The later of modified, renamed into place, made. */
  readonly touchedMs: number
}

/** What watching a folder asks of the file system. Reads only: nothing in it is ever moved, changed or deleted. */
export interface FolderPort {
  /** At most `limit` names. Throws what Node throws. */
  list(directory: string, limit: number): Promise<readonly FolderEntry[]>
  facts(directory: string, name: string): Promise<FileFacts>
  /** All bytes of a plain file; a link is not followed. */
  read(directory: string, name: string): Promise<Buffer>
  /** Calls back when something may have changed, as far as the system says so at all. Answers how to stop. */
  onHint(directory: string, hint: () => void): () => void
  /** The clock files are stamped with. */
  nowMs(): number
  /** Real time that passes, whatever clock the desk was given. */
  monotonicMs(): number
}

/** The machine's own folders. */
export const systemFolders: FolderPort = {
  async list(directory, limit) {
    const entries: FolderEntry[] = []
    for await (const entry of await opendir(directory)) {
      const kind = entry.isFile() ? 'file' : entry.isSymbolicLink() ? 'link' : 'other'
      entries.push({ name: entry.name, kind })
      if (entries.length >= limit) break
    }
    return entries
  },
  async facts(directory, name) {
    const { size, mtimeMs, ctimeMs, birthtimeMs } = await lstat(join(directory, name))
    return { sizeBytes: size, modifiedMs: mtimeMs, touchedMs: Math.max(mtimeMs, ctimeMs, birthtimeMs) }
  },
  async read(directory, name) {
    // Windows has no such flag; there a link was told apart by its entry alone.
    const noFollow = (constants as Partial<typeof constants>).O_NOFOLLOW ?? 0
    const file = await open(join(directory, name), constants.O_RDONLY | noFollow)
    try {
      return await file.readFile()
    } finally {
      await file.close()
    }
  },
  onHint(directory, hint) {
    try {
      const watcher = watch(directory, { persistent: false }, hint)
      // A watched folder that goes away says so here; the periodic look finds out what happened.
      watcher.on('error', hint)
      return () => watcher.close()
    } catch {
      // Not there, or a kind of drive that tells nothing: the periodic look is enough.
      return () => undefined
    }
  },
  nowMs: machineTimeMs,
  monotonicMs: machineMonotonicMs,
}
