import { createHash, randomBytes } from 'node:crypto'
import { copyFileSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { expect, test } from 'vitest'
import { backUp } from '#electron/store/backup.ts'
import { type BackupFile, writeBackupFile } from '#electron/store/backup-file.ts'
import { restore } from '#electron/store/restore.ts'
import type { Store } from '#electron/store/store.ts'
import { addProperty, addStay, KEY, newFolder, openRegister, testLogger, testPorts } from './register-fixture.ts'

async function backedUp(store: Store, directory: string | null = null): Promise<BackupFile> {
  const made = await backUp(store, { directory })
  if (!made.ok) throw new Error(made.error.message)
  return made.value
}

function restoring(directory: string, backupFile: string, keys: { key?: Buffer; backupKey?: Buffer } = {}) {
  return restore({ directory, backupFile, key: KEY, ...keys, ports: testPorts(), logger: testLogger() })
}

function countStays(store: Store): unknown {
  return store.database.prepare('SELECT count(*) FROM stay').pluck().get()
}

/** A register with a property and two stays, and its backup. */
async function registerAndBackup() {
  const directory = newFolder()
  const store = openRegister(directory)
  addProperty(store)
  const stays = [addStay(store), addStay(store)]
  const backup = await backedUp(store)
  return { directory, store, stays, backup }
}

test('a backup is encrypted, described truly, and made while the desk goes on', async () => {
  const { directory, store, backup } = await registerAndBackup()
  const bytes = readFileSync(backup.file)
  // One property; two stays, keys and guests.
  expect(backup).toEqual({
    file: join(directory, 'backups', 'qabyl-register-20261123T054300Z.db'),
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    rows: 7,
  })
  expect(bytes.subarray(0, 15).toString('latin1')).not.toBe('SQLite format 3')
  expect(bytes.includes(Buffer.from('Qonaq'))).toBe(false)
  expect(statSync(backup.file).mode & 0o777).toBe(0o600)
  expect((await backedUp(store)).file).toBe(join(directory, 'backups', 'qabyl-register-20261123T054300Z-2.db'))
  addStay(store)
  expect(countStays(store)).toBe(3)
  expect(readdirSync(join(directory, 'backups')).filter((name) => name.endsWith('.part'))).toEqual([])
})

test('restoring brings back what was saved then; what came after is kept aside', async () => {
  const { directory, store, backup } = await registerAndBackup()
  addStay(store)
  store.close()
  const restored = restoring(directory, backup.file)
  expect(restored).toEqual({ ok: true, value: { rows: 7, keptAside: join(directory, 'before-restore-20261123T054300Z') } })
  const again = openRegister(directory)
  expect(countStays(again)).toBe(2)
  expect(again.search.find('', 10)).toEqual({ guestIds: [], total: 0 })
  again.close()

  const aside = newFolder()
  copyFileSync(join(directory, 'before-restore-20261123T054300Z', 'register.db'), join(aside, 'register.db'))
  expect(countStays(openRegister(aside))).toBe(3)
})

test('commits that a killed process left in the log are not played into the restored register', async () => {
  const { directory, store, backup } = await registerAndBackup()
  addStay(store)
  // As after kill -9: the files with their log, copied while open.
  const killed = newFolder()
  for (const name of ['register.db', 'register.db-wal']) copyFileSync(join(directory, name), join(killed, name))
  expect(statSync(join(killed, 'register.db-wal')).size).toBeGreaterThan(0)
  expect(restoring(killed, backup.file).ok).toBe(true)
  // The log went into the file before anything was moved, so the old register is whole by itself.
  expect(readdirSync(join(killed, 'before-restore-20261123T054300Z'))).toEqual(['register.db'])
  const aside = newFolder()
  copyFileSync(join(killed, 'before-restore-20261123T054300Z', 'register.db'), join(aside, 'register.db'))
  expect(countStays(openRegister(aside))).toBe(3)
  const again = openRegister(killed)
  expect(countStays(again)).toBe(2)
  expect(again.database.pragma('integrity_check', { simple: true })).toBe('ok')
})

test('a damaged register is replaced and kept aside as it was', async () => {
  const { directory, store, backup } = await registerAndBackup()
  store.close()
  const damaged = randomBytes(40_960)
  writeFileSync(join(directory, 'register.db'), damaged)
  const restored = restoring(directory, backup.file)
  expect(restored.ok).toBe(true)
  expect(readFileSync(join(directory, 'before-restore-20261123T054300Z', 'register.db'))).toEqual(damaged)
  expect(countStays(openRegister(directory))).toBe(2)
})

test('on a new PC, with the key of the old one from its recovery code', async () => {
  const { backup } = await registerAndBackup()
  const directory = join(newFolder(), 'new-pc')
  const key = randomBytes(32)
  expect(restoring(directory, backup.file, { key })).toMatchObject({ ok: false, error: { code: 'backup_wrong_key' } })
  expect(restoring(directory, backup.file, { key, backupKey: KEY })).toEqual({ ok: true, value: { rows: 7, keptAside: null } })
  expect(countStays(openRegister(directory, { key }))).toBe(2)
})

test('a backup that is damaged, missing, foreign or locked out changes nothing', async () => {
  const { directory, store, backup } = await registerAndBackup()
  expect(restoring(directory, backup.file)).toMatchObject({ ok: false, error: { code: 'locked' } })
  addStay(store)
  store.close()

  const flipped = readFileSync(backup.file)
  flipped.writeUInt8(flipped.readUInt8(60_000) ^ 1, 60_000)
  writeFileSync(join(directory, 'flipped.db'), flipped)
  expect(restoring(directory, join(directory, 'flipped.db'))).toMatchObject({ ok: false, error: { code: 'backup_damaged' } })
  writeFileSync(join(directory, 'cut.db'), readFileSync(backup.file).subarray(0, 40_000))
  expect(restoring(directory, join(directory, 'cut.db'))).toMatchObject({ ok: false, error: { code: 'backup_damaged' } })
  expect(restoring(directory, join(directory, 'none.db'))).toMatchObject({ ok: false, error: { code: 'backup_missing' } })
  const otherKey = Buffer.alloc(32, 9)
  expect(restoring(directory, backup.file, { backupKey: otherKey })).toMatchObject({
    ok: false,
    error: { code: 'backup_wrong_key' },
  })
  expect(readdirSync(directory).filter((name) => name.startsWith('before-restore') || name.includes('restoring'))).toEqual([])
  expect(countStays(openRegister(directory))).toBe(3)
})

test('a backup of a newer version is refused', async () => {
  const { directory, store } = await registerAndBackup()
  store.database.pragma('user_version = 99')
  const backup = await backedUp(store)
  store.database.pragma('user_version = 1')
  store.close()
  expect(restoring(directory, backup.file)).toMatchObject({ ok: false, error: { code: 'from_future' } })
})

test('where no backup can be written it says so and leaves nothing behind', async () => {
  const { directory, store } = await registerAndBackup()
  writeFileSync(join(directory, 'in-the-way'), '')
  expect(await backUp(store, { directory: join(directory, 'in-the-way') })).toMatchObject({
    ok: false,
    error: { code: 'folder_blocked', message: expect.stringContaining('Choose another folder') },
  })
  expect(readdirSync(directory).filter((name) => name.endsWith('.part'))).toEqual([])
})

test('a copy that lacks rows is not called a backup', () => {
  const directory = newFolder()
  const whole = openRegister(join(directory, 'whole'))
  addProperty(whole)
  const lacking = openRegister(join(directory, 'lacking'))
  // Counts as `whole`, copies as `lacking`.
  const database = {
    prepare: (sql: string) => (sql.startsWith('VACUUM') ? lacking.database : whole.database).prepare(sql),
  } as unknown as Database
  const into = join(directory, 'backups')
  expect(() =>
    writeBackupFile({ database, key: KEY, directory: into, label: 'register', at: '2026-11-23T05:43:00.000Z' }),
  ).toThrow('The copy holds 0 rows, the register 1')
  expect(readdirSync(into)).toEqual([])
})
