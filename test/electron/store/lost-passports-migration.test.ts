import { expect, test } from 'vitest'
import { MIGRATIONS } from '#electron/store/migrations/index.ts'
import { consentRows } from '#electron/store/rows/consents.ts'
import { lostPassportRows } from '#electron/store/rows/lost-passports.ts'
import { openRows } from '#electron/store/rows/rows.ts'
import { queryPlans } from './query-plans.ts'
import { addProperty, addStay, newFolder, openRegister } from './register-fixture.ts'

const AT = '2026-11-20T05:00:00.000Z'
const BEFORE = MIGRATIONS.findIndex(({ name }) => name === 'lost-passports')

test('a register from before has no cases and no consents, and its guests are as they were', () => {
  const directory = newFolder()
  const store = openRegister(directory, { migrations: MIGRATIONS.slice(0, BEFORE) })
  addProperty(store)
  const { guestId } = addStay(store)
  const before = store.database.prepare('SELECT * FROM guest').all()
  store.close()
  const migrated = openRegister(directory)
  expect(migrated.database.prepare('SELECT * FROM guest').all()).toEqual(before)
  const rows = openRows(migrated)
  expect([rows.lostPassports.ofGuest(guestId), rows.lostPassports.open(), rows.consents.ofGuest(guestId)]).toEqual([
    [],
    [],
    undefined,
  ])
})

test('a guest has one open case at most, and a close is whole or not there', () => {
  const store = openRegister(newFolder())
  addProperty(store)
  const { stayId, guestId } = addStay(store)
  const { lostPassports } = openRows(store)
  const record = (id: string) => ({
    id,
    stayId,
    guestId,
    noticedOn: '2026-11-20' as never,
    openedAt: AT,
    openedBy: 'Айгерим С.',
    sealedAccount: Buffer.from('sealed'),
  })
  lostPassports.insert(record('case-1'))
  expect(() => lostPassports.insert(record('case-2'))).toThrow('UNIQUE')
  expect(() => store.database.exec("UPDATE lost_passport SET ending = 'left'")).toThrow('CHECK')
  expect(() => store.database.exec("UPDATE lost_passport SET ending = 'eaten', closed_at = 'x', closed_by = 'y'")).toThrow(
    'CHECK',
  )
  lostPassports.setClosing('case-1', { ending: 'left', closedAt: AT, closedBy: 'Айгерим С.', sealedClosing: null })
  lostPassports.insert(record('case-2'))
  expect([lostPassports.touch('case-2', 1), lostPassports.touch('case-2', 1)]).toEqual([true, false])
})

test('whatever is asked of cases and consents goes by an index', () => {
  const store = openRegister(newFolder())
  addProperty(store)
  const { asked, scans } = queryPlans(store, lostPassportRows, consentRows)
  expect(asked.size).toBeGreaterThan(10)
  expect(scans).toEqual([])
})
