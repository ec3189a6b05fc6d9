import Database from 'better-sqlite3'
import { failed, ok, type Result } from '#shared/domain/result.ts'
import { createPrivateFile, type FolderFailure, folderFailureOf, pathIn } from './folder.ts'
import { failureCauseOf, sqliteCodeOf } from './write-error.ts'

export interface FolderLock {
  release(): void
}

export type FolderLockFailure = FolderFailure | { readonly code: 'locked'; readonly detail: string }

/**
 * One writer per data folder: an exclusive transaction held on `lock.db` for as long as the process lives. The system frees it when
 * the process ends in any way, kill -9 and power cut included. Nothing else in this process may open `lock.db` as a plain
 * file: closing that descriptor would drop the lock (POSIX).
 */
export function acquireFolderLock(directory: string): Result<FolderLock, FolderLockFailure> {
  const file = pathIn(directory, 'lock')
  let database: Database.Database | undefined
  try {
    createPrivateFile(file)
    database = new Database(file, { timeout: 0 })
    database.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    database?.close()
    const code = sqliteCodeOf(error)
    if (code === undefined) return failed(folderFailureOf(error))
    const cause = failureCauseOf(error)
    if (cause === 'busy') return failed({ code: 'locked', detail: code })
    return failed({ code: cause === 'disk_full' ? 'disk_full' : 'folder_blocked', detail: code })
  }
  const held = database
  return ok({
    release() {
      held.close()
    },
  })
}
