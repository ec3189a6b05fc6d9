import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { first } from '#electron/store/migrations/0001-first.ts'
import { law } from '#electron/store/migrations/0002-law.ts'
import { followUps } from '#electron/store/migrations/0003-follow-ups.ts'
import { openRows } from '#electron/store/rows/rows.ts'
import { addProperty, addStay, newFolder, openRegister } from './register-fixture.ts'

const AT = '2026-11-20T05:00:00.000Z'
const PROOF = Buffer.from('%PDF-1.7\n%%EOF\n')

test('proofs from before name no portal, are otherwise as they were, and still cannot be changed', () => {
  const directory = newFolder()
  const store = openRegister(directory, { migrations: [first, law, followUps] })
  addProperty(store)
  const { stayId, guestId } = addStay(store)
  const run = (sql: string, ...values: (string | number | Buffer)[]) => store.database.prepare(sql).run(...values)
  run(
    `INSERT INTO notification (id, property_id, stay_id, guest_id, kind, sequence, state, missing, arrival_date, due_from, is_forecast,
       revision, attempt_count, accepted_at, created_at, updated_at, version)
     VALUES ('notice', 'property-1', ?, ?, 'arrival', 1, 'accepted', '[]', '2026-11-20', '2026-11-20', 0, 1, 1, ?, ?, ?, 1)`,
    stayId,
    guestId,
    AT,
    AT,
    AT,
  )
  run(
    "INSERT INTO receipt VALUES ('receipt', 'property-1', 'notice', 1, 'clerk', 'R-1', 'application/pdf', 'r.pdf', ?, ?, ?, ?)",
    PROOF.length,
    createHash('sha256').update(PROOF).digest('hex'),
    store.stayKeys.seal(stayId, 'receipt:receipt', PROOF),
    AT,
  )
  const before = store.database.prepare('SELECT * FROM receipt').get() as Record<string, unknown>
  store.close()

  const migrated = openRegister(directory)
  expect(migrated.database.prepare('SELECT * FROM receipt').get()).toMatchObject({ ...before, portal: null })
  expect(openRows(migrated).receipts.find('receipt')).toMatchObject({ reference: 'R-1', source: 'clerk', portal: null })
  expect(() => migrated.database.exec("UPDATE receipt SET portal = 'vmp'")).toThrow('a receipt never changes')
})
