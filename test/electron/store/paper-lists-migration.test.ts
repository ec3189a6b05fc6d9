import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { MIGRATIONS } from '#electron/store/migrations/index.ts'
import { openRows } from '#electron/store/rows/rows.ts'
import { verifyStore } from '#electron/store/verify.ts'
import { addProperty, addStay, newFolder, openRegister } from './register-fixture.ts'

const AT = '2026-11-20T05:00:00.000Z'
const PROOF = Buffer.from('%PDF-1.7\n%%EOF\n')

test('proofs from before were handed in on no paper, are otherwise as they were, and still cannot be changed', () => {
  const directory = newFolder()
  const store = openRegister(directory, { migrations: MIGRATIONS.slice(0, 8) })
  addProperty(store)
  const { stayId, guestId } = addStay(store)
  const run = (sql: string, ...values: (string | number | Buffer)[]) => store.database.prepare(sql).run(...values)
  run(
    `INSERT INTO notification (id, property_id, stay_id, guest_id, kind, sequence, state, missing, arrival_date, due_from, is_forecast,
       revision, attempt_count, accepted_at, created_at, updated_at, version)
     VALUES ('notice', 'property-1', ?, ?, 'arrival', 1, 'accepted', '[]', '2026-11-20', '2026-11-20', 0, 0, 1, ?, ?, ?, 1)`,
    stayId,
    guestId,
    AT,
    AT,
    AT,
  )
  run(
    "INSERT INTO receipt VALUES ('receipt', 'property-1', 'notice', 0, 'clerk', 'R-1', 'application/pdf', 'r.pdf', ?, ?, ?, ?, 'vmp')",
    PROOF.length,
    createHash('sha256').update(PROOF).digest('hex'),
    store.stayKeys.seal(stayId, 'receipt:receipt', PROOF),
    AT,
  )
  const before = store.database.prepare('SELECT * FROM receipt').get() as Record<string, unknown>
  store.close()

  const migrated = openRegister(directory)
  expect(migrated.database.prepare('SELECT * FROM receipt').get()).toEqual({
    ...before,
    stamped_on: null,
    paper_list_id: null,
    paper_scan_id: null,
  })
  const rows = openRows(migrated)
  expect(rows.receipts.find('receipt')).toMatchObject({
    reference: 'R-1',
    portal: 'vmp',
    file: { fileName: 'r.pdf', sizeBytes: PROOF.length },
    stampedOn: null,
    paperListId: null,
    paperScanId: null,
  })
  expect(rows.noticeLines.find('notice')).toMatchObject({ hasReceipt: true, paper: null })
  expect(rows.paperLists.newest(10)).toEqual([])
  expect(rows.paperLists.nextNumber(2026)).toBe(1)
  expect(() => migrated.database.exec("UPDATE receipt SET stamped_on = '2026-11-20'")).toThrow('a receipt never changes')
  expect(verifyStore(migrated).receiptsBroken).toBe(0)
})

test('what was printed and what became of it cannot be changed or removed afterwards', () => {
  const store = openRegister(newFolder())
  addProperty(store)
  const { stayId, guestId } = addStay(store)
  store.database
    .prepare(
      `INSERT INTO notification (id, property_id, stay_id, guest_id, kind, sequence, state, missing, arrival_date, due_from, is_forecast,
         revision, attempt_count, created_at, updated_at, version)
       VALUES ('notice', 'property-1', ?, ?, 'arrival', 1, 'handover', '[]', '2026-11-20', '2026-11-20', 0, 1, 0, ?, ?, 1)`,
    )
    .run(stayId, guestId, AT, AT)
  const list = (id: string, number: number) =>
    store.database
      .prepare(
        `INSERT INTO paper_list VALUES (?, 'property-1', 2026, ?, '2026-11-20', '${AT}', 'staff', 'Айгерим С.', 'ru', '{}')`,
      )
      .run(id, number)
  const entry = (listId: string) =>
    store.database
      .prepare(
        "INSERT INTO paper_entry (list_id, property_id, position, notification_id, revision, taken_from) VALUES (?, 'property-1', 1, 'notice', 1, 'ready')",
      )
      .run(listId)
  list('list-1', 1)
  expect(() => list('list-2', 1)).toThrow('UNIQUE')
  list('list-2', 2)
  entry('list-1')
  expect(() => entry('list-2')).toThrow('UNIQUE')
  store.database.exec(`UPDATE paper_entry SET outcome = 'taken_off', settled_at = '${AT}', settled_by = 'Айгерим С.'`)
  entry('list-2')
  for (const [sql, words] of [
    ["UPDATE paper_list SET number = 7 WHERE id = 'list-1'", 'a covering list never changes'],
    ['DELETE FROM paper_list', 'a covering list is never deleted'],
    ["UPDATE paper_entry SET outcome = 'taken' WHERE list_id = 'list-1'", 'what became of a paper notice never changes'],
    ['DELETE FROM paper_entry', 'an entry of a covering list is never deleted'],
  ] as const)
    expect(() => store.database.exec(sql)).toThrow(words)
})
