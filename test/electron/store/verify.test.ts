import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Store } from '#electron/store/store.ts'
import { verifyStore } from '#electron/store/verify.ts'
import { addProperty, addStay, MANAGER, newFolder, openRegister } from './register-fixture.ts'

const AT = '2026-11-23T05:43:00.000Z'
const PAYLOAD = Buffer.from('{"kind":"arrival"}')
const PROOF = Buffer.from('%PDF-1.7 received')

/** One guest whose notice was accepted with a file as proof: the whole of what the register promises about one arrival. */
function registerWithAcceptedNotice() {
  const store = openRegister(newFolder())
  addProperty(store)
  const { stayId, guestId } = addStay(store)
  const run = (sql: string, ...values: (string | number | Buffer | null)[]) => store.database.prepare(sql).run(...values)
  run(
    `INSERT INTO notification (id, property_id, stay_id, guest_id, kind, sequence, state, missing, arrival_date, due_from, is_forecast, revision,
       attempt_count, accepted_at, created_at, updated_at, version)
     VALUES ('notice', 'property-1', ?, ?, 'arrival', 1, 'accepted', '[]', '2026-11-23', '2026-11-23', 0, 1, 1, ?, ?, ?, 1)`,
    stayId,
    guestId,
    AT,
    AT,
    AT,
  )
  run(
    "INSERT INTO notification_revision VALUES ('notice', 'property-1', 1, 'client-1', 1, ?, ?, ?)",
    store.stayKeys.seal(stayId, 'revision:client-1', PAYLOAD),
    store.stayKeys.hmac(stayId, PAYLOAD),
    AT,
  )
  run(
    `INSERT INTO attempt (id, property_id, notification_id, revision, number, kind, channel, started_at, outcome)
     VALUES ('attempt', 'property-1', 'notice', 1, 1, 'send', 'migration-api', ?, 'accepted')`,
    AT,
  )
  run(
    `INSERT INTO receipt (id, property_id, notification_id, revision, source, reference, media_type, file_name, size_bytes, sha256,
       sealed_content, stored_at)
     VALUES ('receipt', 'property-1', 'notice', 1, 'channel', 'R-1', 'application/pdf', 'r.pdf', ?, ?, ?, ?)`,
    PROOF.length,
    createHash('sha256').update(PROOF).digest('hex'),
    store.stayKeys.seal(stayId, 'receipt:receipt', PROOF),
    AT,
  )
  store.search.index({ guestId, names: ['Olga'], document: null, room: null, reservation: null })
  store.transaction(() =>
    store.audit.append({ actor: MANAGER, action: 'notice.accepted', subject: 'notice', stayId, details: { reference: 'R-1' } }),
  )
  return { store, stayId, guestId }
}

const CLEAN = {
  isClean: true,
  integrity: [],
  foreignKeys: 0,
  auditEntries: 1,
  auditBrokenAt: null,
  receiptsBroken: 0,
  invariants: [],
}

/** Past every guard of the schema. */
function damage(store: Store, sql: string): void {
  const guards = store.database.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'trigger'").pluck().all()
  for (const guard of guards) store.database.exec(`DROP TRIGGER ${guard}`)
  store.database.exec(`PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON; ${sql};
    PRAGMA foreign_keys = ON; PRAGMA ignore_check_constraints = OFF`)
}

test('a whole register is clean, also after a stay was erased', () => {
  const { store, stayId } = registerWithAcceptedNotice()
  expect(verifyStore(store)).toEqual(CLEAN)
  store.transaction(() => store.stayKeys.erase(stayId))
  expect(verifyStore(store)).toEqual(CLEAN)
})

test.each([
  ['DELETE FROM notification_revision', { invariants: ['notice_missing_a_revision: 1', 'attempt_of_no_revision: 1'] }],
  [
    'UPDATE notification SET revision = 0',
    { invariants: ['notice_missing_a_revision: 1', 'sendable_without_payload: 1', 'accepted_without_proof: 1'] },
  ],
  ['DELETE FROM receipt', { invariants: ['accepted_without_proof: 1'] }],
  ["UPDATE notification SET state = 'ready', accepted_at = NULL", { invariants: ['proof_without_accepted: 1'] }],
  [
    "UPDATE notification SET state = 'ready', accepted_at = NULL, calendar_version = '2026.1+none'",
    { invariants: ['proof_without_accepted: 1', 'deadline_on_a_calendar_not_in_force: 1'] },
  ],
  ["UPDATE notification_revision SET payload_hash = 'other'", { invariants: ['payload_not_as_hashed: 1'] }],
  ["UPDATE notification_revision SET sealed_payload = x'00'", { invariants: ['payload_not_as_hashed: 1'] }],
  ["UPDATE receipt SET sha256 = 'other'", { receiptsBroken: 1 }],
  ['UPDATE receipt SET size_bytes = 1', { receiptsBroken: 1 }],
  ["UPDATE receipt SET sealed_content = x'00'", { receiptsBroken: 1 }],
  ["UPDATE audit SET action = 'nothing.happened'", { auditBrokenAt: 1 }],
  [
    "UPDATE notification SET kind = 'correction', sequence = 2",
    { invariants: ['guest_without_notice: 1', 'notices_out_of_sequence: 1'] },
  ],
  ['DELETE FROM search_guest', { invariants: ['guest_not_searchable: 1'] }],
  ['DELETE FROM property', { foreignKeys: 9 }],
  ["UPDATE property SET bin = '1'", { integrity: ['CHECK constraint failed in property'] }],
])('%s is reported', (sql, found) => {
  const { store } = registerWithAcceptedNotice()
  damage(store, sql)
  expect(verifyStore(store)).toEqual({ ...CLEAN, isClean: false, ...found })
})

test('a guest without a notice, and a notice of another stay', () => {
  const { store } = registerWithAcceptedNotice()
  const other = addStay(store)
  store.search.index({ guestId: other.guestId, names: ['Sean'], document: null, room: null, reservation: null })
  expect(verifyStore(store).invariants).toEqual(['guest_without_notice: 1'])
  damage(store, `UPDATE notification SET guest_id = '${other.guestId}'`)
  expect(verifyStore(store).invariants).toEqual(['guest_without_notice: 1', 'notice_of_another_stay: 1'])
})

test('immutable rows refuse to change', () => {
  const { store } = registerWithAcceptedNotice()
  for (const sql of [
    "UPDATE notification_revision SET payload_hash = ''",
    'DELETE FROM notification_revision',
    "UPDATE receipt SET reference = 'R-2'",
    'DELETE FROM receipt',
    "UPDATE attempt SET outcome = 'unknown'",
    'DELETE FROM attempt',
  ]) {
    expect(() => store.database.exec(sql), sql).toThrow(/never|is never deleted/)
  }
})
