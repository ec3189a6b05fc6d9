import { expect, test } from 'vitest'
import { first } from '#electron/store/migrations/0001-first.ts'
import { law } from '#electron/store/migrations/0002-law.ts'
import type { Migration } from '#electron/store/migrations/migration.ts'
import { openRows } from '#electron/store/rows/rows.ts'
import { verifyStore } from '#electron/store/verify.ts'
import { addProperty, addStay, newFolder, openRegister } from './register-fixture.ts'

const AT = '2026-11-20T05:00:00.000Z'
const PAYLOAD = Buffer.from('{"kind":"arrival","schemaVersion":1}')

const STATES = ['ready', 'accepted', 'duplicate', 'rejected', 'leased', 'incomplete'] as const

/** A folder as an older version left it: notices in every kind of state, with revisions, attempts and a receipt. */
function olderRegister(directory: string, migrations: readonly Migration[]): Readonly<Record<string, unknown>>[] {
  const store = openRegister(directory, { migrations })
  addProperty(store)
  const run = (sql: string, ...values: (string | number | Buffer | null)[]) => store.database.prepare(sql).run(...values)
  for (const state of STATES) {
    const { stayId, guestId } = addStay(store)
    const revision = state === 'incomplete' ? 0 : 1
    const refusal = { duplicate: 'OLD-7', rejected: '8 digits' }[state as string]
    run(
      `INSERT INTO notification (id, property_id, stay_id, guest_id, state, refusal, missing, arrival_date, strict_due, latest_due, act_by,
         calendar_version, rule, is_forecast, revision, attempt_count, lease_by, lease_until, reference, accepted_at, created_at,
         updated_at, version)
       VALUES (?, 'property-1', ?, ?, ?, ?, '[]', '2026-11-23', '2026-11-25', '2026-11-26', '2026-11-25', 'none',
         'arrival-notice@2020-01-11', 0, ?, 2, ?, ?, ?, ?, ?, ?, 7)`,
      `notice-${state}`,
      stayId,
      guestId,
      state,
      refusal === undefined ? null : JSON.stringify([{ field: null, message: refusal }]),
      revision,
      state === 'leased' ? JSON.stringify({ staffId: 's', workplace: 'w', name: 'n', from: 'ready' }) : null,
      state === 'leased' ? AT : null,
      state === 'accepted' ? 'R-1' : null,
      state === 'accepted' ? AT : null,
      AT,
      AT,
    )
    store.search.index({ guestId, names: [state], document: null, room: null, reservation: null })
    if (revision === 0) continue
    run(
      'INSERT INTO notification_revision VALUES (?, ?, 1, ?, 1, ?, ?, ?)',
      `notice-${state}`,
      'property-1',
      `client-${state}`,
      store.stayKeys.seal(stayId, `revision:client-${state}`, PAYLOAD),
      store.stayKeys.hmac(stayId, PAYLOAD),
      AT,
    )
    run(
      `INSERT INTO attempt (id, property_id, notification_id, revision, number, kind, channel, started_at, ended_at, outcome)
       VALUES (?, 'property-1', ?, 1, 1, 'send', 'migration-api', ?, ?, 'unknown')`,
      `attempt-${state}`,
      `notice-${state}`,
      AT,
      AT,
    )
  }
  run(
    `INSERT INTO receipt (id, property_id, notification_id, revision, source, reference, stored_at)
     VALUES ('receipt', 'property-1', 'notice-accepted', 1, 'channel', 'R-1', ?)`,
    AT,
  )
  const rows = store.database.prepare<[], Record<string, unknown>>('SELECT * FROM notification ORDER BY rowid').all()
  store.close()
  return rows
}

test.each([
  [1, [first]],
  [2, [first, law]],
] as const)('a register of version %i keeps every notice with what belongs to it', (_, migrations) => {
  const directory = newFolder()
  const before = olderRegister(directory, migrations)
  const store = openRegister(directory)
  const after = store.database.prepare<[], Record<string, unknown>>('SELECT * FROM notification ORDER BY rowid').all()
  expect(after).toEqual(
    before.map((row) => ({
      ...row,
      kind: 'arrival',
      sequence: 1,
      after_guest_id: null,
      due_from: '2026-11-23',
      existing_reference: row['state'] === 'duplicate' ? 'OLD-7' : null,
      refusal: row['state'] === 'duplicate' ? null : row['refusal'],
      settled_at: row['state'] === 'accepted' ? AT : null,
    })),
  )
  const rows = openRows(store)
  expect(rows.notifications.find('notice-rejected')).toMatchObject({ refusal: { field: null, message: '8 digits' } })
  expect(rows.revisions.find('notice-ready', 1)).toMatchObject({ clientId: 'client-ready', schemaVersion: 1 })
  expect(rows.attempts.ofNotification('notice-duplicate')).toHaveLength(1)
  expect(rows.receipts.ofNotification('notice-accepted')).toMatchObject([{ reference: 'R-1' }])
  expect(verifyStore(store)).toMatchObject({ isClean: true })
})

test('references, triggers and indexes hold in the table built anew', () => {
  const directory = newFolder()
  olderRegister(directory, [first, law])
  const store = openRegister(directory)
  const fresh = openRegister(newFolder())
  const schemaOf = (of: typeof store) =>
    of.database
      .prepare("SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name NOT LIKE 'search%' ORDER BY type, name")
      .all()
  expect(schemaOf(store)).toEqual(schemaOf(fresh))
  expect(store.database.pragma('foreign_keys', { simple: true })).toBe(1)
  expect(() => store.database.exec("DELETE FROM notification WHERE id = 'notice-ready'")).toThrow('FOREIGN KEY')
  expect(() => store.database.exec("UPDATE notification_revision SET payload_hash = ''")).toThrow('never changes')
  expect(() =>
    store.database.exec("UPDATE notification SET guest_id = (SELECT guest_id FROM notification WHERE id = 'notice-ready')"),
  ).toThrow('UNIQUE')
  for (const change of ["kind = 'correction'", 'sequence = 2', "kind = 'other'"])
    expect(() => store.database.exec(`UPDATE notification SET ${change} WHERE id = 'notice-ready'`), change).toThrow('CHECK')
})

test('a step that fails after the table was dropped leaves the version before it, references enforced', () => {
  const directory = newFolder()
  const before = olderRegister(directory, [first, law])
  const breaks: Migration = {
    number: 3,
    name: 'breaks',
    rebuildsTables: true,
    up(database) {
      database.exec('DROP TABLE notification')
    },
  }
  expect(() => openRegister(directory, { migrations: [first, law, breaks] })).toThrow('migration_failed')
  const store = openRegister(directory, { migrations: [first, law] })
  expect(store.database.prepare('SELECT * FROM notification ORDER BY rowid').all()).toEqual(before)
  expect(store.database.pragma('foreign_keys', { simple: true })).toBe(1)
})
