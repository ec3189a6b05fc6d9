import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { StartRefusal } from '#electron/shell/desk-host.ts'
import { decideKeySource, keyFor, type SecretStorage } from '#electron/shell/sealed-key.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'qabyl-key-'))
})
afterEach(async () => {
  await rm(folder, { recursive: true })
})

/** A system's secret store: what one user sealed, only that user opens. */
function storage(options: { user?: string; available?: boolean; backend?: string; rotated?: boolean } = {}): SecretStorage {
  const { user = 'aigerim', available = true, backend = 'gnome_libsecret', rotated = false } = options
  return {
    isAsyncEncryptionAvailable: async () => available,
    encryptStringAsync: async (text) => Buffer.from(`${user}:${Buffer.from(text).toString('base64')}`),
    decryptStringAsync: async (sealed) => {
      const [owner, text = ''] = sealed.toString().split(':')
      if (owner !== user) throw new Error('not yours')
      return { result: Buffer.from(text, 'base64').toString(), shouldReEncrypt: rotated }
    },
    getSelectedStorageBackend: () => backend,
  }
}

async function refusalOf(promise: Promise<unknown>): Promise<string> {
  const error = await promise.catch((reason: unknown) => reason)
  if (!(error instanceof StartRefusal)) throw new Error('expected a refusal')
  expect(error.directory).toBe(folder)
  expect(error.message).toMatch(/sent meanwhile/)
  return error.code
}

describe('the key of a register in the Electron shell', () => {
  it('is made once, kept sealed for its owner, and found again', async () => {
    const first = await keyFor(folder, storage(), 'linux')
    expect(first).toMatch(/^[0-9a-f]{64}$/)
    expect(await keyFor(folder, storage(), 'linux')).toBe(first)
    const file = join(folder, 'register.key.sealed')
    expect(await readFile(file, 'utf8')).not.toContain(first)
    expect((await stat(file)).mode & 0o777).toBe(0o600)
  })

  it('is sealed anew when the system says so', async () => {
    const key = await keyFor(folder, storage(), 'win32')
    await chmod(join(folder, 'register.key.sealed'), 0o644)
    expect(await keyFor(folder, storage({ rotated: true }), 'win32')).toBe(key)
    expect(await keyFor(folder, storage(), 'win32')).toBe(key)
  })

  it('is not kept where the system offers no protection', async () => {
    expect(await refusalOf(keyFor(folder, storage({ available: false }), 'win32'))).toBe('no_protection')
    expect(await refusalOf(keyFor(folder, storage({ backend: 'basic_text' }), 'linux'))).toBe('no_protection')
    // Only Linux has the unprotected backend; elsewhere the name means nothing.
    expect(await keyFor(folder, storage({ backend: 'basic_text' }), 'darwin')).toMatch(/^[0-9a-f]{64}$/)
  })

  it('says so when another user, or another computer, sealed it', async () => {
    await keyFor(folder, storage(), 'linux')
    expect(await refusalOf(keyFor(folder, storage({ user: 'bolat' }), 'linux'))).toBe('key_damaged')
  })

  it('is never made anew beside a register it would not open', async () => {
    await writeFile(join(folder, 'register.db'), 'x')
    expect(await refusalOf(keyFor(folder, storage(), 'linux')).catch((error: unknown) => error)).toBe('key_missing')
  })

  it('stays in the key file of a folder that has one', async () => {
    await writeFile(join(folder, 'register.key'), 'x')
    expect(await keyFor(folder, storage({ available: false }), 'linux')).toBeNull()
  })

  it('comes from one place, for every combination of what is there', () => {
    const answers = [0, 1, 2, 3, 4, 5, 6, 7].map((bits) =>
      decideKeySource({
        hasKeyFile: (bits & 1) !== 0,
        hasSealedKey: (bits & 2) !== 0,
        hasRegister: (bits & 4) !== 0,
        isProtected: true,
      }),
    )
    expect(answers).toEqual(['new_sealed', 'key_file', 'sealed', 'sealed', 'key_missing', 'key_file', 'sealed', 'sealed'])
  })
})
