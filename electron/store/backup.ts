import { failed, ok, type Result } from '#shared/domain/result.ts'
import { type BackupFile, BackupNotSoundError } from './backup-file.ts'
import { folderFailureOf, pathIn } from './folder.ts'
import type { Store } from './store.ts'
import { failureCauseOf, sqliteCodeOf } from './write-error.ts'

export interface BackupFailure {
  /** `not_sound`: the copy did not pass its check and was removed. */
  readonly code: 'folder_blocked' | 'disk_full' | 'not_sound'
  readonly directory: string
  readonly message: string
}

/**
 * Copies the register, encrypted with its own key, while the desk works, and proves the copy. The key is not part of it: restoring on
 * another PC needs the key file or the recovery code. Default place: `backups` inside the data folder.
 */
export async function backUp(
  store: Pick<Store, 'directory' | 'copyTo' | 'logger'>,
  options: { readonly directory?: string | null } = {},
): Promise<Result<BackupFile, BackupFailure>> {
  const directory = options.directory ?? pathIn(store.directory, 'backups')
  try {
    const backup = store.copyTo(directory, 'register')
    store.logger.info({ bytes: backup.bytes, rows: backup.rows }, 'backup made and verified')
    return ok(backup)
  } catch (error) {
    const code = codeOf(error)
    if (code === undefined) throw error
    return failed({ code, directory, message: SENTENCES[code](directory) })
  }
}

const SENTENCES: Readonly<Record<BackupFailure['code'], (directory: string) => string>> = {
  folder_blocked: (directory) =>
    `No backup was made: ${directory} cannot be written to. The register itself is unharmed. Choose another folder.`,
  disk_full: (directory) =>
    `No backup was made: the disk of ${directory} is full. The register itself is unharmed. Free some space.`,
  not_sound: () =>
    'No backup was made: the copy did not pass its check and was removed. Run the check of the register; if it reports damage, restore ' +
    'the latest good backup.',
}

function codeOf(error: unknown): BackupFailure['code'] | undefined {
  if (error instanceof BackupNotSoundError) return 'not_sound'
  if (sqliteCodeOf(error) === undefined)
    return error instanceof Error && 'code' in error ? folderFailureOf(error).code : undefined
  switch (failureCauseOf(error)) {
    case 'disk_full':
      return 'disk_full'
    case 'io_error':
    case 'read_only':
    case 'busy':
      return 'folder_blocked'
    case 'damaged':
      return 'not_sound'
    case undefined:
      return undefined
  }
}
