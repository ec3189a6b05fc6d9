import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, statSync, watch, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import {
  changeRegisterKey,
  keyFileKeeper,
  openStoreWithKeyFile,
  readOrCreateKeyFile,
  writeRecoveredKeyFile,
} from '#electron/store/keys.ts'
import { keyOfRecoveryCode, recoveryCodeOf } from '#electron/store/recovery-code.ts'
import type { Store } from '#electron/store/store.ts'
import { startDeskChild } from './child-process.ts'
import { addProperty, newFolder, testLogger, testPorts } from './register-fixture.ts'

function open(directory: string): Store {
  const opened = openStoreWithKeyFile({ directory, ports: testPorts(), logger: testLogger() })
  if (!opened.ok) throw new Error(`${opened.error.code}: ${opened.error.message}`)
  return opened.value
}

function keysIn(directory: string) {
  const keys = readOrCreateKeyFile(directory, randomBytes)
  if (!keys.ok) throw new Error(keys.error.code)
  return keys.value
}

/** A folder with one property saved, closed. */
function savedFolder(): string {
  const directory = newFolder()
  const store = open(directory)
  addProperty(store)
  store.close()
  return directory
}

function assertHoldsProperty(directory: string): void {
  const store = open(directory)
  expect(store.propertyId()).toBe('property-1')
  expect(store.database.pragma('integrity_check', { simple: true })).toBe('ok')
  store.close()
}

test('a new folder gets a random key for its owner alone, the same at each reading', () => {
  const directory = join(newFolder(), 'new')
  const keys = keysIn(directory)
  expect(keys).toEqual({ key: expect.any(Buffer), candidate: undefined })
  expect(keys.key).toHaveLength(32)
  expect(keysIn(directory)).toEqual(keys)
  expect(keysIn(newFolder()).key).not.toEqual(keys.key)
  expect(statSync(join(directory, 'register.key')).mode & 0o777).toBe(0o600)
})

test.skipIf(process.platform === 'win32')('a key that others can read is refused, with what to do (POSIX)', () => {
  const directory = savedFolder()
  chmodSync(join(directory, 'register.key'), 0o640)
  const refused = readOrCreateKeyFile(directory, randomBytes)
  expect(refused).toMatchObject({ ok: false, error: { code: 'key_exposed', message: expect.stringContaining('chmod 600') } })
})

test('a register whose key is gone gets no new key; the recovery code opens it', () => {
  const directory = savedFolder()
  const code = recoveryCodeOf(keysIn(directory).key)
  rmSync(join(directory, 'register.key'))
  expect(readOrCreateKeyFile(directory, randomBytes)).toMatchObject({ ok: false, error: { code: 'key_missing' } })
  expect(existsSync(join(directory, 'register.key'))).toBe(false)

  const key = keyOfRecoveryCode(code)
  if (!key.ok) throw new Error(key.error.code)
  writeRecoveredKeyFile(directory, key.value)
  assertHoldsProperty(directory)
  expect(() => writeRecoveredKeyFile(directory, key.value)).toThrow(/exists already/)
})

test('a key file with something else in it is refused and left as it is', () => {
  const directory = savedFolder()
  writeFileSync(join(directory, 'register.key'), 'half a ke')
  expect(readOrCreateKeyFile(directory, randomBytes)).toMatchObject({ ok: false, error: { code: 'key_damaged' } })
  expect(readFileSync(join(directory, 'register.key'), 'utf8')).toBe('half a ke')
})

test('after a change of key the old one no longer opens, and the open store goes on working', () => {
  const directory = savedFolder()
  const before = keysIn(directory).key
  const key = randomBytes(32)
  const store = open(directory)
  changeRegisterKey(store, keyFileKeeper(directory), key)
  expect(store.propertyId()).toBe('property-1')
  store.settings.set('after', true)
  expect(store.database.pragma('journal_mode', { simple: true })).toBe('wal')
  store.close()
  expect(keysIn(directory)).toEqual({ key, candidate: undefined })
  assertHoldsProperty(directory)
  writeFileSync(join(directory, 'register.key'), `${before.toString('hex')}\n`)
  expect(openStoreWithKeyFile({ directory, ports: testPorts(), logger: testLogger() })).toMatchObject({
    ok: false,
    error: { code: 'wrong_key' },
  })
})

class PowerCut extends Error {}

test.each(['before the file', 'after the file'] as const)('a crash %s was changed leaves a folder that opens', (moment) => {
  const directory = savedFolder()
  const before = keysIn(directory).key
  const key = randomBytes(32)
  const store = open(directory)
  const changeKey = (next: Buffer) => {
    if (moment === 'after the file') store.changeKey(next)
    throw new PowerCut()
  }
  expect(() => changeRegisterKey({ changeKey }, keyFileKeeper(directory), key)).toThrow(PowerCut)
  store.close()
  expect(keysIn(directory)).toEqual({ key: before, candidate: key })
  assertHoldsProperty(directory)
  expect(keysIn(directory)).toEqual({ key: moment === 'after the file' ? key : before, candidate: undefined })
})

test('a key that was never wholly written is gone after the next opening', () => {
  const directory = savedFolder()
  const leftovers = ['register.key.part', 'register.key.next.part'].map((name) => join(directory, name))
  for (const file of leftovers) writeFileSync(file, randomBytes(8))
  assertHoldsProperty(directory)
  expect(leftovers.filter((file) => existsSync(file))).toEqual([])
})

/** Resolves when something happens to the named file of a folder. */
function touched(directory: string, name: string): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  const watcher = watch(directory, (_, changed) => {
    if (changed === name) resolve()
  })
  onTestFinished(() => watcher.close())
  return promise
}

// In the order of a change: the candidate is kept, the copy written, encrypted, put in place, the candidate promoted.
test.each(['register.key.next', 'register.db.changing-key', 'register.db.changing-key-journal', 'register.db', 'register.key'])(
  'killed when a change of key has just touched %s, the folder opens with all its rows',
  async (name) => {
    const directory = savedFolder()
    for (let round = 0; round < 3; round++) {
      const child = startDeskChild(directory, 'change-keys')
      await child.next()
      await touched(directory, name)
      await child.kill()
      assertHoldsProperty(directory)
      expect(readdirSync(directory).filter((file) => file.includes('.next') || file.includes('changing-key'))).toEqual([])
    }
  },
)
