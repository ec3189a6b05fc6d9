import { existsSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { failed, ok, type Result } from '#shared/domain/result.ts'
import { errorCodeOf, FILES, folderFailureOf, isMissingOrEmpty, pathIn } from './folder.ts'
import { writeRecoveredKeyFile } from './keys.ts'
import { openFailure } from './open-failure.ts'
import { openStore } from './open-store.ts'
import { instantNow, type Logger, type Ports } from './ports.ts'
import type { StoreOpenFailure } from './store.ts'

export interface RecoverKeyOptions {
  readonly directory: string
  /** As read from the printed recovery code. */
  readonly key: Buffer
  readonly ports: Ports
  readonly logger: Logger
}

export interface RegisterMissing {
  readonly code: 'register_missing'
  readonly directory: string
  readonly message: string
}

export interface RecoveredKey {
  /** Names of the key files that were in the way; nothing deletes them. */
  readonly keptAside: readonly string[]
}

/** Whatever may stand for a key of the folder. */
const KEY_FILES = ['key', 'candidateKey', 'sealedKey'] as const

/**
 * Makes the key of a recovery code the folder's own, once it has opened the register: a mistaken code changes nothing. Key files that
 * were there are renamed, not removed. The store must be closed: the folder's lock is taken.
 */
export function recoverKey(options: RecoverKeyOptions): Result<RecoveredKey, StoreOpenFailure | RegisterMissing> {
  const { directory, key, ports } = options
  if (isMissingOrEmpty(pathIn(directory, 'register'))) {
    const message = `There is no register in ${directory} for the code to open. Nothing was changed; check the folder, or restore a backup.`
    return failed({ code: 'register_missing', directory, message })
  }
  const opened = openStore(options)
  if (!opened.ok) return opened
  try {
    const stamp = `${instantNow(ports.clock).slice(0, 19).replaceAll(/[-:]/g, '')}Z`
    const keptAside: string[] = []
    for (const file of KEY_FILES.filter((name) => existsSync(pathIn(directory, name)))) {
      const aside = freeName(directory, `${FILES[file]}.before-recovery-${stamp}`)
      renameSync(pathIn(directory, file), join(directory, aside))
      keptAside.push(aside)
    }
    writeRecoveredKeyFile(directory, key)
    return ok({ keptAside })
  } catch (error) {
    if (errorCodeOf(error) === undefined) throw error
    const { code, detail } = folderFailureOf(error)
    return failed(openFailure(code, directory, detail))
  } finally {
    opened.value.close()
  }
}

function freeName(directory: string, name: string): string {
  for (let count = 1; ; count++) {
    const candidate = count === 1 ? name : `${name}-${count}`
    if (!existsSync(join(directory, candidate))) return candidate
  }
}
