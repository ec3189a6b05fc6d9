import { describe, expect, it } from 'vitest'
import { compareTurns, type Turn } from '#electron/outbox/claim-order.ts'
import { outboxRows } from '#electron/outbox/outbox-rows.ts'
import { seededRandom } from '#electron/simulator/seeded-random.ts'
import { addDays } from '#shared/domain/calendar-date.ts'
import { addNotice, openRegister, type RegisterUnderTest, TODAY } from './outbox-under-test.ts'

const turn = (id: string, days: number, isFollowUp = false): Turn => ({ id, actBy: addDays(TODAY, days), isFollowUp })

describe('whose turn it is', () => {
  it('what can still be on time by its day, then the late ones; first notices before follow-ups; older before newer', () => {
    const order = [
      turn('b', 0),
      turn('d', 0),
      turn('a', 1),
      turn('c', 4),
      turn('e', 0, true),
      turn('a', 2, true),
      turn('z', -9),
      turn('a', -1),
      turn('b', -1),
      turn('a', -9, true),
    ]
    const random = seededRandom(3)
    for (let round = 0; round < 50; round++) {
      const shuffled = order
        .map((each) => ({ each, key: random() }))
        .sort((a, b) => a.key - b.key)
        .map(({ each }) => each)
      expect(shuffled.sort((a, b) => compareTurns(a, b, TODAY))).toEqual(order)
    }
  })
})

/** Proof of an earlier revision, as a correction after acceptance will have. */
function makeFollowUp({ store, rows, ports }: RegisterUnderTest, id: string): void {
  store.transaction(() => {
    rows.receipts.insert(
      {
        id: ports.newId(),
        notificationId: id,
        revision: 0,
        source: 'channel',
        reference: 'OLD',
        file: null,
        storedAt: '2026-11-20T00:00:00.000Z',
      },
      null,
    )
  })
}

describe('the register gives them out', () => {
  it('in exactly that order, arrived and ready ones only, for any mixture', () => {
    const seed = 20_261_123
    const random = seededRandom(seed)
    const register = openRegister()
    const rows = outboxRows(register.store)
    const turns: Turn[] = []
    for (let number = 0; number < 120; number++) {
      const days = Math.floor(random() * 9) - 4
      const isFollowUp = random() < 0.3
      const isFuture = random() < 0.1
      const state = random() < 0.2 ? 'rejected' : 'ready'
      const id = addNotice(register, { actBy: addDays(TODAY, days), arrivalDate: addDays(TODAY, isFuture ? 1 : -3), state })
      if (isFollowUp) makeFollowUp(register, id)
      if (state === 'ready' && !isFuture) turns.push({ id, actBy: addDays(TODAY, days), isFollowUp })
    }
    const waiting = new Set(turns.filter(() => random() < 0.2).map(({ id }) => id))
    const expected = turns
      .sort((a, b) => compareTurns(a, b, TODAY))
      .map(({ id }) => id)
      .filter((id) => !waiting.has(id))
    const claimed = (limit: number) => rows.claimable(TODAY, limit, (id) => waiting.has(id), waiting.size).map(({ id }) => id)
    for (const limit of [1, 7, 20, 60, 500]) expect(claimed(limit), `seed ${seed}`).toEqual(expected.slice(0, limit))
  })

  it('by the index, without sorting', () => {
    const { store } = openRegister()
    outboxRows(store)
    const plans = store.database
      .prepare<[], { detail: string }>(
        `EXPLAIN QUERY PLAN SELECT * FROM notification WHERE property_id = 'p' AND state = 'ready' AND arrival_date <= '2026-11-23'
         AND act_by >= '2026-11-23' AND NOT EXISTS (SELECT 1 FROM receipt WHERE receipt.notification_id = notification.id
         AND receipt.revision < notification.revision) ORDER BY act_by, id LIMIT 20`,
      )
      .all()
    expect(plans.map(({ detail }) => detail)).toEqual([
      'SEARCH notification USING INDEX notification_claim (property_id=? AND state=? AND act_by>?)',
      'CORRELATED SCALAR SUBQUERY 1',
      'SEARCH receipt USING INDEX receipt_by_notification (notification_id=?)',
    ])
  })
})
