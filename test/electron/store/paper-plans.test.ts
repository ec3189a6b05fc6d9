import { expect, test } from 'vitest'
import { paperListRows } from '#electron/store/rows/paper-lists.ts'
import { paperScanRows } from '#electron/store/rows/paper-scans.ts'
import { receiptRows } from '#electron/store/rows/receipts.ts'
import { queryPlans } from './query-plans.ts'
import { addProperty, newFolder, openRegister } from './register-fixture.ts'

test('whatever is asked of covering lists, stamped copies and proofs goes by an index, however many there are', () => {
  const store = openRegister(newFolder())
  addProperty(store)
  const { asked, scans } = queryPlans(store, paperListRows, paperScanRows, receiptRows)
  expect(asked.size).toBeGreaterThan(15)
  // The one that may be read whole holds only what waits for a stamp.
  expect(scans).toEqual(['paper_list.open: SCAN paper_entry USING INDEX paper_entry_open'])
})
