import { expect, it } from 'vitest'
import { CHANNELS } from '#electron/channels/registry.ts'
import { answerFollower } from '#electron/desk/answer-follower.ts'
import { outboxLedger } from '#electron/outbox/ledger.ts'
import { outboxRows } from '#electron/outbox/outbox-rows.ts'
import { checkedIn, startedDesk } from '../desk-under-test.ts'
import { listed, stateOf, TODAY } from './paper-desk.ts'

it('an answer that comes while the notice lies at the counter takes it off the list: nobody hands it in twice', async () => {
  const desk = await startedDesk({ channel: 'migration-api' })
  const notice = await checkedIn(desk)
  const { register } = desk.desk()
  const ledger = outboxLedger(register.store, outboxRows(register.store), CHANNELS['migration-api'], answerFollower(register))
  // Asked about while it was unknown; a person has meanwhile said that the service does not have it, and put it on paper.
  const asked = register.store.transaction(() => ledger.beginLookUp(notice.id))
  if (asked === undefined) throw new Error('It can be asked about')
  const list = await listed(desk, [notice])
  const verdict = { kind: 'accepted', reference: 'R-77', receipt: null, warnings: [] } as const
  register.store.transaction(() => ledger.settleLookUp(asked, { kind: 'present', verdict, exchange: null }, TODAY))
  expect(await stateOf(desk, notice.id)).toMatchObject({ state: 'accepted', reference: 'R-77' })
  expect(await desk.client.paper.get({ listId: list.id })).toMatchObject({
    waiting: 0,
    droppedOff: 1,
    entries: [{ outcome: 'otherwise', settledBy: 'Qabyl' }],
  })
  expect((await desk.client.maintenance.verify()).isClean).toBe(true)
})
