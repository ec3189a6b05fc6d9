import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { inspectBackupFile } from '#electron/store/backup-file.ts'
import { first } from '#electron/store/migrations/0001-first.ts'
import { MIGRATIONS } from '#electron/store/migrations/index.ts'
import type { Migration } from '#electron/store/migrations/migration.ts'
import { openStore } from '#electron/store/open-store.ts'
import { addProperty, KEY, newFolder, openRegister, testLogger, testPorts } from './register-fixture.ts'

const addsFloor: Migration = {
  number: 2,
  name: 'adds a floor',
  up: (database) => database.exec("ALTER TABLE stay ADD COLUMN floor TEXT NOT NULL DEFAULT ''"),
}

function open(directory: string, migrations: readonly Migration[]) {
  return openStore({ directory, key: KEY, ports: testPorts(), logger: testLogger(), migrations })
}

function oldRegister(): string {
  const directory = newFolder()
  const store = openRegister(directory, { migrations: [first] })
  addProperty(store)
  store.close()
  return directory
}

test('the released steps are numbered 1, 2, 3 … and a new register is at the last', () => {
  expect(MIGRATIONS.map((migration) => migration.number)).toEqual(MIGRATIONS.map((_, index) => index + 1))
  const directory = newFolder()
  const store = openRegister(directory)
  expect(store.database.pragma('user_version', { simple: true })).toBe(MIGRATIONS.length)
  expect(readdirSync(directory)).not.toContain('backups')
})

test('a register of the version before is brought up, its rows kept, after a backup that opens', () => {
  const directory = oldRegister()
  const store = openRegister(directory, { migrations: [first, addsFloor] })
  expect(store.database.pragma('user_version', { simple: true })).toBe(2)
  expect(store.propertyId()).toBe('property-1')
  expect(store.database.prepare('SELECT count(floor) FROM stay').pluck().get()).toBe(0)
  expect(readdirSync(join(directory, 'backups'))).toEqual(['qabyl-before-migration-2-20261123T054300Z.db'])
  const backup = join(directory, 'backups', 'qabyl-before-migration-2-20261123T054300Z.db')
  expect(inspectBackupFile(backup, KEY)).toEqual({ schemaVersion: 1, rows: 1 })
})

test.each([
  [
    'fails half-way',
    (database: Parameters<Migration['up']>[0]) => {
      addsFloor.up(database)
      throw new Error('half-way')
    },
  ],
  [
    'loses what a row refers to',
    (database: Parameters<Migration['up']>[0]) => {
      database.pragma('defer_foreign_keys = ON')
      addsFloor.up(database)
      database.exec("INSERT INTO staff VALUES ('s', 'no such property', 'n', 'manager')")
    },
  ],
])('a step that %s leaves the version before it', (_, up) => {
  const directory = oldRegister()
  expect(open(directory, [first, { ...addsFloor, up }])).toMatchObject({
    ok: false,
    error: { code: 'migration_failed', message: expect.stringContaining('2 adds a floor') },
  })
  const store = openRegister(directory, { migrations: [first] })
  expect(store.propertyId()).toBe('property-1')
  const columns = store.database.prepare("SELECT name FROM pragma_table_info('stay')").pluck().all()
  expect(columns).not.toContain('floor')
})

test('a register from the future is refused, untouched, with what to do', () => {
  const directory = oldRegister()
  openRegister(directory, { migrations: [first, addsFloor] }).close()
  expect(open(directory, [first])).toMatchObject({
    ok: false,
    error: { code: 'from_future', message: expect.stringMatching(/newer version.*version 2; this program knows up to 1/) },
  })
  expect(openRegister(directory, { migrations: [first, addsFloor] }).propertyId()).toBe('property-1')
})

test('steps out of order are a mistake of the program; the folder is free again', () => {
  const directory = newFolder()
  expect(() => open(directory, [{ ...addsFloor, number: 1 }, first])).toThrow(
    'Migration "first" is number 1 but stands at place 2',
  )
  openRegister(directory)
})
