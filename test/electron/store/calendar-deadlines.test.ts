import { expect, test } from 'vitest'
import { calendarDeadlineRows } from '#electron/store/rows/calendar-deadlines.ts'
import { newFolder, openRegister } from './register-fixture.ts'

test('what stands on a year is found among the open notices, however many are settled', () => {
  const store = openRegister(newFolder())
  const plans = new Map<string, readonly string[]>()
  calendarDeadlineRows({
    propertyId: () => 'p',
    statement(name, sql) {
      const given = { propertyId: 'p', start: '2026-01-01', end: '2027-01-01' }
      if (sql.startsWith('SELECT')) {
        const rows = store.database.prepare<[object], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(given)
        plans.set(
          name,
          rows.map(({ detail }) => detail),
        )
      }
      return store.statement(name, sql)
    },
  })
  expect(Object.fromEntries(plans)).toEqual({
    'calendar_deadline.count_on_year': [
      'SEARCH notification USING INDEX notification_claim (property_id=? AND state=? AND act_by>?)',
    ],
    'calendar_deadline.by_day': [
      'SEARCH notification USING COVERING INDEX notification_claim (property_id=? AND state=? AND act_by>? AND act_by<?)',
      'USE TEMP B-TREE FOR GROUP BY',
    ],
  })
})
