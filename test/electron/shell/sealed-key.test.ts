import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { KeyOfFolder } from '#electron/hosts/process-messages.ts'
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

function keyIn(answer: KeyOfFolder): string {
  if (answer.kind !== 'sealed') throw new Error(`expected a key, not ${answer.kind}`)
  return answer.hex
}

const refused = (code: string, words: RegExp) => ({ kind: 'refused', code, message: expect.stringMatching(words) })

describe('the key of a register in the Electron shell', () => {
  it('is made once, kept sealed for its owner, and found again', async () => {
    const first = keyIn(await keyFor(folder, storage(), 'linux'))
    expect(first).toMatch(/^[0-9a-f]{64}$/)
    expect(keyIn(await keyFor(folder, storage(), 'linux'))).toBe(first)
    const file = join(folder, 'register.key.sealed')
    expect(await readFile(file, 'utf8')).not.toContain(first)
    expect((await stat(file)).mode & 0o777).toBe(0o600)
  })

  it('is sealed anew when the system says so', async () => {
    const key = keyIn(await keyFor(folder, storage(), 'win32'))
    await chmod(join(folder, 'register.key.sealed'), 0o644)
    expect(keyIn(await keyFor(folder, storage({ rotated: true }), 'win32'))).toBe(key)
    expect(keyIn(await keyFor(folder, storage(), 'win32'))).toBe(key)
  })

  it('is not kept where the system offers no protection', async () => {
    expect(await keyFor(folder, storage({ available: false }), 'win32')).toEqual(
      refused('key_missing', /no safe place.*nothing is sent/),
    )
    expect(await keyFor(folder, storage({ backend: 'basic_text' }), 'linux')).toEqual(refused('key_missing', /no safe place/))
    // Only Linux has the unprotected backend; elsewhere the name means nothing.
    expect(keyIn(await keyFor(folder, storage({ backend: 'basic_text' }), 'darwin'))).toMatch(/^[0-9a-f]{64}$/)
  })

  it('says so when another user, or another computer, sealed it', async () => {
    await keyFor(folder, storage(), 'linux')
    expect(await keyFor(folder, storage({ user: 'bolat' }), 'linux')).toEqual(
      refused('key_damaged', /cannot be unlocked.*nothing is sent/),
    )
  })

  it('is never made anew beside a register it would not open', async () => {
    await writeFile(join(folder, 'register.db'), 'x')
    expect(await keyFor(folder, storage(), 'linux')).toEqual(refused('key_missing', /its key is not there.*nothing is sent/))
  })

  it('stays in the key file of a folder that has one', async () => {
    await writeFile(join(folder, 'register.key'), 'x')
    expect(await keyFor(folder, storage({ available: false }), 'linux')).toEqual({ kind: 'key_file' })
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
