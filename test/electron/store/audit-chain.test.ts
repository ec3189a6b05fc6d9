import { expect, test } from 'vitest'
import type { Store } from '#electron/store/store.ts'
import { addProperty, addStay, MANAGER, newFolder, openRegister } from './register-fixture.ts'

function registerWithThreeEntries() {
  const store = openRegister(newFolder())
  addProperty(store)
  const { stayId } = addStay(store)
  store.transaction(() => {
    store.audit.append({
      actor: MANAGER,
      action: 'property.set_up',
      subject: 'property-1',
      stayId: null,
      details: { kind: 'hotel' },
    })
    store.audit.append({ actor: MANAGER, action: 'stay.checked_in', subject: stayId, stayId, details: { surname: 'MÜLLER' } })
    store.audit.append({ actor: MANAGER, action: 'room.moved', subject: stayId, stayId: null, details: { to: '305' } })
  })
  return { store, stayId }
}

/** As someone would who has the key and a SQLite tool, and drops the triggers first. */
function tamper(store: Store, sql: string): void {
  store.database.exec('DROP TRIGGER audit_is_append_only_update; DROP TRIGGER audit_is_append_only_delete')
  store.database.exec(sql)
}

test('entries are read back in order, details of a stay from under its seal', () => {
  const { store, stayId } = registerWithThreeEntries()
  const entry = { at: '2026-11-23T05:43:00.000Z', actorId: 'staff-1', actorName: 'Айгерим С.', subject: stayId }
  expect(store.audit.entriesOf(stayId)).toEqual([
    { ...entry, sequence: 2, action: 'stay.checked_in', stayId, details: { surname: 'MÜLLER' }, hash: expect.any(String) },
    { ...entry, sequence: 3, action: 'room.moved', stayId: null, details: { to: '305' }, hash: expect.any(String) },
  ])
  expect(store.database.prepare("SELECT count(*) FROM audit WHERE instr(details, 'MÜLLER')").pluck().get()).toBe(0)
  expect(store.audit.verify()).toEqual({ entries: 3, brokenAt: null, head: store.audit.entriesOf(stayId)[1]?.hash })
})

test('erasing a stay takes its details away and leaves the chain whole', () => {
  const { store, stayId } = registerWithThreeEntries()
  store.transaction(() => store.stayKeys.erase(stayId))
  expect(store.audit.entriesOf(stayId).map((entry) => entry.details)).toEqual([null, { to: '305' }])
  expect(store.audit.verify()).toMatchObject({ entries: 3, brokenAt: null })
})

test.each([
  ["UPDATE audit SET actor_name = 'Somebody' WHERE sequence = 2", 2],
  ["UPDATE audit SET at = '2026-11-22T05:43:00.000Z' WHERE sequence = 1", 1],
  ['UPDATE audit SET subject = NULL WHERE sequence = 3', 3],
  ['UPDATE audit SET stay_id = NULL WHERE sequence = 2', 2],
  ["UPDATE audit SET action = 'room.move', subject = 'd' || subject WHERE sequence = 3", 3],
  ["UPDATE audit SET details = CAST('{}' AS BLOB) WHERE sequence = 1", 1],
  ['DELETE FROM audit WHERE sequence = 2', 3],
  ['DELETE FROM audit WHERE sequence = 1', 2],
])('%s is noticed at entry %i', (sql, brokenAt) => {
  const { store } = registerWithThreeEntries()
  tamper(store, sql)
  expect(store.audit.verify().brokenAt).toBe(brokenAt)
})

test('an entry that is right by itself but was written after another one is noticed', () => {
  const genuine = registerWithThreeEntries()
  const other = openRegister(newFolder())
  addProperty(other)
  other.transaction(() => {
    for (const action of ['property.set_up', 'nothing.wrong']) {
      other.audit.append({ actor: MANAGER, action, subject: null, stayId: null, details: { another: 'register' } })
    }
  })
  expect(other.audit.verify().brokenAt).toBeNull()
  tamper(genuine.store, 'DELETE FROM audit WHERE sequence >= 2')
  const foreign = other.database.prepare('SELECT * FROM audit WHERE sequence = 2').raw().get() as unknown[]
  genuine.store.database.prepare(`INSERT INTO audit VALUES (${foreign.map(() => '?').join(', ')})`).run(...foreign)
  expect(genuine.store.audit.verify().brokenAt).toBe(2)
})

test('a cut-off tail changes the head, which is kept elsewhere', () => {
  const { store } = registerWithThreeEntries()
  const { head } = store.audit.verify()
  tamper(store, 'DELETE FROM audit WHERE sequence = 3')
  const after = store.audit.verify()
  expect(after.brokenAt).toBeNull()
  expect(after.head).not.toBe(head)
})

test.each([
  'UPDATE audit SET action = action',
  'DELETE FROM audit',
  'INSERT OR REPLACE INTO audit SELECT * FROM audit WHERE sequence = 1',
])('the table itself refuses: %s', (sql) => {
  const { store } = registerWithThreeEntries()
  expect(() => store.database.exec(sql)).toThrow('audit is append-only')
})

test('an entry outside a transaction is refused, one in a failed transaction is gone', () => {
  const { store, stayId } = registerWithThreeEntries()
  const entry = { actor: MANAGER, action: 'room.moved', subject: stayId, stayId: null, details: {} }
  expect(() => store.audit.append(entry)).toThrow(/transaction/)
  expect(() =>
    store.transaction(() => {
      store.audit.append(entry)
      throw new Error('refused')
    }),
  ).toThrow('refused')
  expect(store.audit.verify()).toMatchObject({ entries: 3, brokenAt: null })
})
