import { expect, test } from 'vitest'
import { first } from '#electron/store/migrations/0001-first.ts'
import { law } from '#electron/store/migrations/0002-law.ts'
import { openRows } from '#electron/store/rows/rows.ts'
import type { Store } from '#electron/store/store.ts'
import { BUILT_IN_YEARS } from '#shared/regulation/calendar/built-in-years.ts'
import { addProperty, addStay, newFolder, openRegister } from './register-fixture.ts'

const LOADED_AT = '2026-01-15T09:00:00.000Z'

/** A folder as the first version left it: a property, two versions of 2026, one of 2027, a stay with its notice. */
function firstVersion(directory: string): { readonly noticeId: string; readonly notice: unknown; readonly guest: unknown } {
  const store = openRegister(directory, { migrations: [first] })
  addProperty(store)
  const insert = store.database.prepare('INSERT INTO calendar_year VALUES (?, ?, ?, ?, ?)')
  for (const year of BUILT_IN_YEARS) insert.run(store.propertyId(), year.year, 1, JSON.stringify(year), LOADED_AT)
  const y2026 = BUILT_IN_YEARS.find(({ year }) => year === 2026)
  insert.run(store.propertyId(), 2026, 2, JSON.stringify({ ...y2026, version: 2, source: 'eGov, May 2026' }), LOADED_AT)
  const { stayId, guestId } = addStay(store)
  const noticeId = store.ports.newId()
  store.database
    .prepare(
      `INSERT INTO notification (id, property_id, stay_id, guest_id, state, missing, arrival_date, strict_due, latest_due, act_by,
         calendar_version, rule, is_forecast, revision, attempt_count, created_at, updated_at, version)
       VALUES (?, ?, ?, ?, 'incomplete', '[]', '2026-11-23', '2026-11-25', '2026-11-26', '2026-11-25', '2026.2',
         'arrival-notice@2020-01-11', 0, 0, 0, ?, ?, 3)`,
    )
    .run(noticeId, store.propertyId(), stayId, guestId, LOADED_AT, LOADED_AT)
  const rows = { notice: rowOf(store, 'notification', noticeId), guest: rowOf(store, 'guest', guestId) }
  store.close()
  return { noticeId, ...rows }
}

function rowOf(store: Store, table: 'notification' | 'guest', id: string): object {
  return store.database.prepare(`SELECT * FROM ${table} WHERE id = ?`).get(id) as object
}

test('a register of the first version keeps its rows, and the newest version of each year is in force', () => {
  const directory = newFolder()
  const { noticeId, notice, guest } = firstVersion(directory)
  const store = openRegister(directory, { migrations: [first, law] })
  const rows = openRows(store)
  expect(rowOf(store, 'notification', noticeId)).toEqual(notice)
  expect(store.database.prepare('SELECT * FROM guest').get()).toEqual({
    ...(guest as object),
    visa_valid_until: null,
    visa_entries: null,
  })
  expect(rows.calendarInForce.years().map(({ year, version }) => [year, version])).toEqual([
    [2024, 1],
    [2025, 1],
    [2026, 2],
    [2027, 1],
  ])
  expect(
    rows.calendarYears.ofYear(2026).map(({ content, origin, loadedAt }) => [content.version, content.source, origin, loadedAt]),
  ).toEqual([
    [2, 'eGov, May 2026', 'program', LOADED_AT],
    [1, expect.any(String), 'program', LOADED_AT],
  ])
  expect(rows.calendarChanges.all()).toEqual([])
  expect(store.database.pragma('foreign_key_check')).toEqual([])
})

test.each([
  ['a version of a year is rewritten', `UPDATE calendar_year SET content = '{}'`, 'never changes'],
  ['a version of a year is deleted', 'DELETE FROM calendar_year WHERE year = 2025', 'never deleted'],
  ['a version nobody holds counts', 'UPDATE calendar_in_force SET version = 9 WHERE year = 2026', 'FOREIGN KEY'],
  ['a change is undone twice', `UPDATE calendar_change SET undone_by = 'change-2' WHERE id = 'change-1'`, 'undone once'],
  [
    'a change is rewritten',
    `UPDATE calendar_change SET years = '[]', undone_by = 'change-1' WHERE id = 'change-2'`,
    'undone once',
  ],
  ['a change is deleted', 'DELETE FROM calendar_change', 'never deleted'],
])('it is impossible that %s', (_, sql, message) => {
  const directory = newFolder()
  firstVersion(directory)
  const store = openRegister(directory)
  const rows = openRows(store)
  const actor = { staffId: 'staff-1', name: 'Айгерим С.', role: 'manager' } as const
  for (const id of ['change-1', 'change-2'])
    rows.calendarChanges.insert(
      { id, at: LOADED_AT, kind: 'edit', years: [{ year: 2026, from: 1, to: 2 }], moved: 0, reason: null },
      actor,
    )
  rows.calendarChanges.markUndone('change-1', 'change-2')
  expect(rows.calendarChanges.all().map(({ id, undoneBy }) => [id, undoneBy])).toEqual([
    ['change-2', null],
    ['change-1', 'change-2'],
  ])
  expect(() => store.database.exec(sql)).toThrow(message)
})
