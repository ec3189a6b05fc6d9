import { expect, test } from 'vitest'
import { MIGRATIONS } from '#electron/store/migrations/index.ts'
import { verifyStore } from '#electron/store/verify.ts'
import { addProperty, addStay, MANAGER, newFolder, openRegister, testPorts } from './register-fixture.ts'

const SET_UP = '2026-11-23T05:43:00.000Z'
const LAST_ENTRY = '2027-02-03T20:15:00.000Z'

/** A folder as version 6 left it, in use for ten weeks. */
function olderRegister(directory: string): void {
  const ports = testPorts(Date.parse(SET_UP))
  const store = openRegister(directory, { migrations: MIGRATIONS.slice(0, 6), ports })
  addProperty(store)
  const append = (action: string, subject: string | null) =>
    store.transaction(() => store.audit.append({ actor: MANAGER, action, subject, stayId: null, details: {} }))
  append('property.set_up', 'property-1')
  const { stayId } = addStay(store)
  ports.clock.advance(86_400_000)
  append('notice.corrected', stayId)
  ports.clock.advance(Date.parse(LAST_ENTRY) - ports.clock.now())
  append('stay.moved', stayId)
  store.close()
}

test('a register of version 6 begins to close days with that of its last entry', () => {
  const directory = newFolder()
  olderRegister(directory)
  const store = openRegister(directory)
  const settings = store.database.prepare("SELECT key, value FROM setting WHERE key LIKE 'report.%'").all()
  expect(settings).toEqual([{ key: 'report.days_since', value: JSON.stringify(LAST_ENTRY) }])
  for (const table of ['business_day', 'business_day_person', 'business_day_file', 'signing_key']) {
    expect(store.database.prepare(`SELECT count(*) FROM ${table}`).pluck().get(), table).toBe(0)
  }
  expect(verifyStore(store)).toMatchObject({ integrity: [], foreignKeys: 0, auditBrokenAt: null })
})

test('a new register has no such setting: its days begin with the day it is set up', () => {
  const store = openRegister(newFolder())
  addProperty(store)
  expect(store.database.prepare("SELECT count(*) FROM setting WHERE key = 'report.days_since'").pluck().get()).toBe(0)
})
