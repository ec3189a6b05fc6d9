import { expect, test } from 'vitest'
import { MIGRATIONS } from '#electron/store/migrations/index.ts'
import { deliveryRows, type NewDelivery } from '#electron/store/rows/deliveries.ts'
import { verifyStore } from '#electron/store/verify.ts'
import { queryPlans } from './query-plans.ts'
import { addProperty, addStay, newFolder, openRegister } from './register-fixture.ts'

const AT = '2026-11-20T05:00:00.000Z'

function delivery(number: number): NewDelivery {
  return {
    id: `0199a1d0-0000-7000-8000-${String(number).padStart(12, '0')}`,
    key: `test:${number}`,
    way: 'folder',
    recipientId: 'r',
    recipientName: 'Архив',
    address: '/out',
    language: 'ru',
    content: { kind: 'test' },
    createdAt: AT,
  }
}

test('a register from before has nothing to deliver, keeps what it has, and takes deliveries from then on', () => {
  const directory = newFolder()
  const store = openRegister(directory, { migrations: MIGRATIONS.slice(0, 7) })
  addProperty(store)
  const { stayId } = addStay(store)
  store.close()
  const migrated = openRegister(directory)
  const rows = deliveryRows(migrated)
  expect(rows.newest(10)).toEqual([])
  expect(migrated.database.prepare('SELECT id FROM stay').all()).toEqual([{ id: stayId }])
  const added = migrated.transaction(() => [rows.add(delivery(1)), rows.add({ ...delivery(2), key: 'test:1' })])
  expect(added).toEqual([true, false])
  expect(rows.newest(10)).toEqual([
    { ...delivery(1), state: 'waiting', cause: null, attempts: 0, doubts: 0, holdUntil: null, endedAt: null, place: null },
  ])
  expect(verifyStore(migrated)).toMatchObject({ integrity: [] })
})

test('what is asked at every look goes by an index, however much was delivered before', () => {
  const store = openRegister(newFolder())
  addProperty(store)
  const { asked, scans } = queryPlans(store, deliveryRows)
  expect(asked.size).toBeGreaterThan(10)
  // Read from the end, as far as the list on the screen goes.
  expect(scans).toEqual(['delivery.newest: SCAN delivery'])
  const plan = store.database
    .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${asked.get('delivery.in_state')}`)
    .all(null, null)
  expect(plan[0]?.detail).toContain('delivery_unfinished')
})
