import { describe, expect, it } from 'vitest'
import { compareTurns, type Turn } from '#electron/outbox/claim-order.ts'
import { outboxRows } from '#electron/outbox/outbox-rows.ts'
import { seededRandom } from '#electron/simulator/seeded-random.ts'
import { addDays } from '#shared/domain/calendar-date.ts'
import { addFollowUp, addNotice, openRegister, TODAY } from './outbox-under-test.ts'

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
      const options = { actBy: addDays(TODAY, days), arrivalDate: addDays(TODAY, isFuture ? 1 : -3), state } as const
      const id = isFollowUp
        ? addFollowUp(register, addNotice(register, { ...options, state: 'accepted' }), options)
        : addNotice(register, options)
      if (state === 'ready' && !isFuture) turns.push({ id, actBy: addDays(TODAY, days), isFollowUp })
    }
    const waiting = new Set(turns.filter(() => random() < 0.2).map(({ id }) => id))
    const expected = turns
      .sort((a, b) => compareTurns(a, b, TODAY))
      .map(({ id }) => id)
      .filter((id) => !waiting.has(id))
    const claimed = (limit: number) => rows.claimable(TODAY, limit, (id) => waiting.has(id), waiting.size).map(({ id }) => id)
    for (const limit of [1, 7, 20, 60, 500]) expect(claimed(limit), `seed ${seed}`).toEqual(expected.slice(0, limit))
    const all = new Set(turns.map(({ id }) => id))
    const isAnyBut = (passedOver: ReadonlySet<string>) =>
      rows.isAnyClaimable(TODAY, (id) => passedOver.has(id), passedOver.size)
    expect([isAnyBut(waiting), isAnyBut(all)], `seed ${seed}`).toEqual([expected.length > 0, false])
  })

  it('what follows only when everything before it about the same guest is settled', () => {
    const register = openRegister()
    const rows = outboxRows(register.store)
    const arrival = addNotice(register, { state: 'accepted' })
    const [second, third] = [addFollowUp(register, arrival), addFollowUp(register, arrival)]
    const claimed = () => rows.claimable(TODAY, 10, () => false, 0).map(({ id }) => id)
    const counts = () => rows.counts(TODAY)
    expect(claimed()).toEqual([second])
    expect(counts()).toEqual({ pending: 2, needsPerson: 0, notYetArrived: 0 })
    const settle = register.store.database.prepare('UPDATE notification SET state = ? WHERE id = ?')
    settle.run('rejected', second)
    expect(claimed()).toEqual([])
    expect(counts()).toEqual({ pending: 0, needsPerson: 2, notYetArrived: 0 })
    settle.run('unknown', second)
    expect(claimed()).toEqual([])
    expect(counts()).toEqual({ pending: 2, needsPerson: 0, notYetArrived: 0 })
    settle.run('filed_elsewhere', second)
    expect(claimed()).toEqual([third])
  })

  it('by the index, without sorting', () => {
    const { store } = openRegister()
    const sql: string[] = []
    outboxRows({
      propertyId: () => 'p',
      statement(name, text) {
        if (name.startsWith('outbox.claim_')) sql.push(text)
        return store.statement(name, text)
      },
    })
    const given = { propertyId: 'p', today: '2026-11-23', limit: 20 }
    const plans = sql.map((text) =>
      store.database
        .prepare<[object], { detail: string }>(`EXPLAIN QUERY PLAN ${text}`)
        .all(given)
        .map(({ detail }) => detail),
    )
    const [ahead, late] = ['act_by>?', 'act_by<?'].map(
      (bound) => `SEARCH notification USING INDEX notification_claim (property_id=? AND state=? AND ${bound})`,
    )
    const [withdrawn, chain] = ['guest_id=?', 'guest_id=? AND sequence<?'].map((bound) => [
      'CORRELATED SCALAR SUBQUERY 1',
      `SEARCH earlier USING INDEX sqlite_autoindex_notification_2 (${bound})`,
    ])
    expect(plans).toEqual([
      [ahead, ...(withdrawn ?? [])],
      [ahead, ...(chain ?? [])],
      [late, ...(withdrawn ?? [])],
      [late, ...(chain ?? [])],
    ])
  })
})
