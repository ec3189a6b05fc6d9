import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, open, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { assertNever } from '#shared/domain/assert-never.ts'
import type { KeyOfFolder } from '../hosts/process-messages.ts'
import { FILES } from '../store/folder.ts'

/** What is used of Electron's `safeStorage`. */
export interface SecretStorage {
  isAsyncEncryptionAvailable(): Promise<boolean>
  encryptStringAsync(text: string): Promise<Buffer>
  decryptStringAsync(sealed: Buffer): Promise<{ readonly result: string; readonly shouldReEncrypt: boolean }>
  /** Linux only: `basic_text` means that anyone with the file has the key. */
  getSelectedStorageBackend(): string
}

export type KeySource = 'key_file' | 'sealed' | 'new_sealed' | 'no_protection' | 'key_missing'

/** Where the key of a folder comes from, given what is there. A folder that has a key file keeps it: its owner chose the browser host. */
export function decideKeySource(folder: {
  readonly hasKeyFile: boolean
  readonly hasSealedKey: boolean
  readonly hasRegister: boolean
  readonly isProtected: boolean
}): KeySource {
  if (folder.hasSealedKey) return folder.isProtected ? 'sealed' : 'no_protection'
  if (folder.hasKeyFile) return 'key_file'
  if (folder.hasRegister) return 'key_missing'
  return folder.isProtected ? 'new_sealed' : 'no_protection'
}

/** The key to open `directory` with, or why it is not to be had. */
export async function keyFor(directory: string, storage: SecretStorage, platform: NodeJS.Platform): Promise<KeyOfFolder> {
  const isProtected =
    (await storage.isAsyncEncryptionAvailable()) &&
    (platform !== 'linux' || storage.getSelectedStorageBackend() !== 'basic_text')
  const source = decideKeySource({
    hasKeyFile: existsSync(join(directory, FILES.key)),
    hasSealedKey: existsSync(join(directory, FILES.sealedKey)),
    hasRegister: existsSync(join(directory, FILES.register)),
    isProtected,
  })
  switch (source) {
    case 'key_file':
      return { kind: 'key_file' }
    case 'sealed':
      return unseal(directory, storage)
    case 'new_sealed':
      return sealNew(directory, storage)
    case 'no_protection':
      return {
        kind: 'refused',
        code: 'key_missing',
        message:
          'This computer offers no safe place for the key of the guest register, so the register was not opened; nothing is sent meanwhile. ' +
          'Set up a password keyring (GNOME Keyring or KWallet) and start again, or run the desk in the browser, where the key lies in a ' +
          'file that only you can read.',
      }
    case 'key_missing':
      return {
        kind: 'refused',
        code: 'key_missing',
        message:
          `There is a guest register in ${directory}, but its key is not there. The register was left as it is; nothing is sent meanwhile. ` +
          'Put the key file back, or use the printed recovery code.',
      }
    default:
      return assertNever(source)
  }
}

async function sealNew(directory: string, storage: SecretStorage): Promise<KeyOfFolder> {
  const key = randomBytes(32).toString('hex')
  await mkdir(directory, { recursive: true, mode: 0o700 })
  await writeSealed(directory, await storage.encryptStringAsync(key))
  return { kind: 'sealed', hex: key }
}

async function unseal(directory: string, storage: SecretStorage): Promise<KeyOfFolder> {
  const sealed = await readFile(join(directory, FILES.sealedKey))
  const opened = await storage.decryptStringAsync(sealed).catch(() => undefined)
  if (opened === undefined || !/^[0-9a-f]{64}$/.test(opened.result)) {
    return {
      kind: 'refused',
      code: 'key_damaged',
      message:
        `The key of the guest register in ${directory} cannot be unlocked by this user on this computer. The register was left as it is; ` +
        'nothing is sent meanwhile. Sign in as the user who set Qabyl up, or use the printed recovery code.',
    }
  }
  if (opened.shouldReEncrypt) await writeSealed(directory, await storage.encryptStringAsync(opened.result))
  return { kind: 'sealed', hex: opened.result }
}

/** Whole or not at all. */
async function writeSealed(directory: string, sealed: Buffer): Promise<void> {
  const draft = join(directory, `${FILES.sealedKey}.part`)
  const handle = await open(draft, 'w', 0o600)
  try {
    await handle.writeFile(sealed)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(draft, join(directory, FILES.sealedKey))
}
