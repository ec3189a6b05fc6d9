import { expect, test } from 'vitest'
import { paperListRows } from '#electron/store/rows/paper-lists.ts'
import { paperScanRows } from '#electron/store/rows/paper-scans.ts'
import { receiptRows } from '#electron/store/rows/receipts.ts'
import type { RowStore } from '#electron/store/rows/row-store.ts'
import { addProperty, newFolder, openRegister } from './register-fixture.ts'

test('whatever is asked of covering lists, stamped copies and proofs goes by an index, however many there are', () => {
  const store = openRegister(newFolder())
  addProperty(store)
  const asked = new Map<string, string>()
  const listening: RowStore = {
    propertyId: () => store.propertyId(),
    statement(name: string, sql: string) {
      asked.set(name, sql)
      return store.statement(name, sql)
    },
  }
  paperListRows(listening)
  paperScanRows(listening)
  receiptRows(listening)
  const scans: string[] = []
  for (const [name, sql] of asked) {
    const named = Object.fromEntries([...sql.matchAll(/@(\w+)/g)].map(([, key]) => [key, null]))
    const given = Object.keys(named).length > 0 ? [named] : Array.from({ length: sql.split('?').length - 1 }, () => null)
    const plan = store.database.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(...given)
    for (const { detail } of plan) if (/^SCAN (?!CONSTANT)/.test(detail)) scans.push(`${name}: ${detail}`)
  }
  expect(asked.size).toBeGreaterThan(15)
  // The one that may be read whole holds only what waits for a stamp.
  expect(scans).toEqual(['paper_list.open: SCAN paper_entry USING INDEX paper_entry_open'])
})
