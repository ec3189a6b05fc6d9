import { describe, expect, it } from 'vitest'
import { LEASE_MINUTES } from '#electron/desk/filing/lease.ts'
import { checkedIn, startedDesk } from './desk-under-test.ts'

const REASON = 'ушла домой, срок сегодня'

describe('a lease that a manager breaks', () => {
  it('gives the guest back where he was taken from, with the reason in the journal and for the one who had him', async () => {
    const desk = await startedDesk()
    const notice = await checkedIn(desk)
    const [clerk, manager] = [desk.at('front'), desk.at('office')]
    await clerk.filing.take({ noticeId: notice.id })
    expect((await manager.filing.breakLease({ noticeId: notice.id, reason: REASON })).state).toBe('ready')
    expect(await clerk.filing.holder({ noticeId: notice.id })).toEqual({
      state: 'ready',
      lease: null,
      ended: { how: 'broken', by: 'Управляющий', at: '2026-11-23T05:43:00.000Z', reason: REASON },
    })
    await expect(clerk.filing.recordProof({ noticeId: notice.id, reference: 'A-1' })).rejects.toMatchObject({ code: 'NOT_NOW' })
    expect((await manager.filing.take({ noticeId: notice.id })).notice.lease).toMatchObject({ isMine: true })
    // Also while the manager files, the clerk is told why he does not.
    const { lease, ended } = await clerk.filing.holder({ noticeId: notice.id })
    expect([lease?.isMine, ended?.how, ended?.reason]).toEqual([false, 'broken', REASON])
    expect((await manager.filing.holder({ noticeId: notice.id })).ended).toBeNull()
    const { timeline } = await manager.guest.get({ noticeId: notice.id })
    expect(timeline.map(({ kind }) => kind)).toEqual(['checked_in', 'lease_taken', 'lease_broken', 'lease_taken'])
    expect(timeline[2]?.details).toMatchObject({ reason: REASON, heldBy: 'Управляющий' })
  })

  it('is for managers, needs a reason and somebody to break it for', async () => {
    const desk = await startedDesk()
    const notice = await checkedIn(desk)
    await expect(desk.client.filing.breakLease({ noticeId: notice.id, reason: REASON })).rejects.toMatchObject({
      code: 'NOT_NOW',
    })
    await desk.client.filing.take({ noticeId: notice.id })
    const keyHolder = desk.as({ actor: { staffId: desk.ports.newId(), name: 'Ерлан', role: 'key_holder' } })
    await expect(keyHolder.filing.breakLease({ noticeId: notice.id, reason: REASON })).rejects.toMatchObject({
      code: 'FORBIDDEN',
      data: { permission: 'desk.administer' },
    })
    await expect(desk.client.filing.breakLease({ noticeId: notice.id, reason: ' ' })).rejects.toMatchObject({
      code: 'BAD_INPUT',
    })
    expect((await desk.client.filing.holder({ noticeId: notice.id })).lease).toMatchObject({ isMine: true })
  })

  it('puts a guest who was taken from the hand-over list back on it', async () => {
    const desk = await startedDesk()
    const notice = await checkedIn(desk)
    await desk.client.filing.handOver({ noticeId: notice.id })
    await desk.at('front').filing.take({ noticeId: notice.id })
    expect((await desk.at('office').filing.breakLease({ noticeId: notice.id, reason: REASON })).state).toBe('handover')
  })
})

describe('who has a guest', () => {
  it('says how the last lease ended, and nothing while one runs', async () => {
    const desk = await startedDesk()
    const notice = await checkedIn(desk)
    const { filing } = desk.client
    const ended = async () => (await filing.holder({ noticeId: notice.id })).ended?.how ?? null
    expect(await ended()).toBeNull()
    await filing.take({ noticeId: notice.id })
    expect(await ended()).toBeNull()
    await filing.release({ noticeId: notice.id })
    expect(await ended()).toBe('released')
    await filing.take({ noticeId: notice.id })
    desk.ports.clock.advance(LEASE_MINUTES * 60_000)
    expect(await ended()).toBe('ran_out')
    await filing.take({ noticeId: notice.id })
    await filing.handOver({ noticeId: notice.id })
    expect(await ended()).toBe('handed_over')
    await filing.take({ noticeId: notice.id })
    const accepted = await filing.recordProof({ noticeId: notice.id, reference: 'A-1' })
    expect([await ended(), accepted.state]).toEqual(['accepted', 'accepted'])
  })
})

describe('the hand-over list', () => {
  it('says who put a guest there and when, who is filing him now, and lets a person take him off again', async () => {
    const desk = await startedDesk()
    const notice = await checkedIn(desk)
    const aigerim = desk.as({
      actor: { staffId: desk.ports.newId(), name: 'Айгерим', role: 'receptionist' },
      workplace: 'front',
    })
    await aigerim.filing.handOver({ noticeId: notice.id })
    desk.ports.clock.advance(60_000)
    const shown = async () =>
      (await desk.client.filing.handOverList()).map(({ notice: { id, lease }, ...entry }) => ({
        id,
        by: lease?.by ?? null,
        ...entry,
      }))
    const handedOver = { by: 'Айгерим', at: '2026-11-23T05:43:00.000Z' }
    expect(await shown()).toEqual([{ id: notice.id, by: null, handedOver, canTakeBack: true }])
    await desk.client.filing.take({ noticeId: notice.id })
    expect(await shown()).toEqual([{ id: notice.id, by: 'Управляющий', handedOver, canTakeBack: false }])
    await expect(aigerim.filing.takeBack({ noticeId: notice.id })).rejects.toMatchObject({ code: 'NOT_NOW' })
    await desk.client.filing.release({ noticeId: notice.id })
    expect((await aigerim.filing.takeBack({ noticeId: notice.id })).state).toBe('ready')
    expect(await shown()).toEqual([])
    const { timeline } = await desk.client.guest.get({ noticeId: notice.id })
    expect(timeline.at(-1)).toMatchObject({ kind: 'taken_back', by: 'Айгерим' })
  })

  it('beside a machine keeps what the service or the channel left to a person', async () => {
    const desk = await startedDesk({ channel: 'migration-api' })
    const [byChoice, disowned] = [await checkedIn(desk), await checkedIn(desk, { documentNumber: 'C01X00T48' })]
    await desk.client.queue.pause()
    await desk.client.filing.handOver({ noticeId: byChoice.id })
    desk
      .desk()
      .register.store.database.prepare("UPDATE notification SET state = 'duplicate', existing_reference = 'OLD-7' WHERE id = ?")
      .run(disowned.id)
    const { version } = (await desk.client.guest.get({ noticeId: disowned.id })).notice
    await desk.client.filing.confirmDuplicate({ noticeId: disowned.id, version, isOurs: false })
    const list = await desk.client.filing.handOverList()
    expect(
      new Map(list.map(({ notice, handedOver, canTakeBack }) => [notice.id, [handedOver?.by ?? null, canTakeBack]])),
    ).toEqual(
      new Map([
        [byChoice.id, ['Управляющий', true]],
        [disowned.id, [null, false]],
      ]),
    )
    await expect(desk.client.filing.takeBack({ noticeId: disowned.id })).rejects.toMatchObject({
      code: 'NOT_NOW',
      data: { state: 'handover', action: 'takeBack' },
    })
    expect((await desk.client.filing.takeBack({ noticeId: byChoice.id })).state).toBe('ready')
  })
})
