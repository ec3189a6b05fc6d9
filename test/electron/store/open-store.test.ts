import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { openStore } from '#electron/store/open-store.ts'
import { addProperty, addStay, KEY, MANAGER, newFolder, openRegister, testLogger, testPorts } from './register-fixture.ts'

test('what was saved is there after closing and opening again, encrypted and readable by the owner alone', () => {
  const directory = join(newFolder(), 'data')
  const store = openRegister(directory)
  store.transaction(() => {
    addProperty(store)
    const { stayId } = addStay(store)
    store.settings.set('channel.url', { url: 'http://127.0.0.1:1' })
    store.audit.append({ actor: MANAGER, action: 'stay.checked_in', subject: stayId, stayId, details: { room: '305' } })
  })
  store.close()

  expect(readFileSync(join(directory, 'register.db')).subarray(0, 15).toString('latin1')).not.toBe('SQLite format 3')
  expect(statSync(directory).mode & 0o777).toBe(0o700)
  expect(statSync(join(directory, 'register.db')).mode & 0o777).toBe(0o600)

  const again = openRegister(directory)
  expect(again.propertyId()).toBe('property-1')
  expect(again.settings.get('channel.url', z.object({ url: z.string() }))).toEqual({ url: 'http://127.0.0.1:1' })
  expect(again.audit.verify()).toMatchObject({ entries: 1, brokenAt: null })
})

test('every promise of the connection is in force', () => {
  const store = openRegister(newFolder())
  const read = (name: string) => store.database.pragma(name, { simple: true })
  expect({
    journal: read('journal_mode'),
    synchronous: read('synchronous'),
    foreignKeys: read('foreign_keys'),
    recursiveTriggers: read('recursive_triggers'),
    trustedSchema: read('trusted_schema'),
    cellSizeCheck: read('cell_size_check'),
    secureDelete: read('secure_delete'),
    tempStore: read('temp_store'),
  }).toEqual({
    journal: 'wal',
    synchronous: 2,
    foreignKeys: 1,
    recursiveTriggers: 1,
    trustedSchema: 0,
    cellSizeCheck: 1,
    secureDelete: 1,
    tempStore: 2,
  })
  addProperty(store)
  expect(read('synchronous')).toBe(2)
})

test('another key is refused and the right one still opens', () => {
  const directory = newFolder()
  openRegister(directory).close()
  const refused = openStore({ directory, key: Buffer.alloc(32, 8), ports: testPorts(), logger: testLogger() })
  expect(refused).toMatchObject({ ok: false, error: { code: 'wrong_key', directory } })
  expect(openRegister(directory, { key: KEY }).database.open).toBe(true)
})
