import { expect, test } from 'vitest'
import { notificationRows } from '#electron/store/rows/notifications.ts'
import { newFolder, openRegister } from './register-fixture.ts'

test('whether a number proves another guest is found without reading the notices there are', () => {
  const store = openRegister(newFolder())
  let sql = ''
  notificationRows({
    propertyId: () => 'p',
    statement(name, text) {
      if (name === 'notification.with_reference') sql = text
      return store.statement(name, text)
    },
  })
  const asked = { propertyId: 'p', reference: 'R-1', guestId: 'g' }
  const plan = store.database.prepare<[object], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(asked)
  expect(plan.map(({ detail }) => detail).filter((detail) => detail.startsWith('SCAN'))).toEqual([])
  expect(plan[0]?.detail).toBe('SEARCH o USING INDEX notification_by_reference (property_id=? AND reference=?)')
})
