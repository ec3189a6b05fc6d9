import { describe, expect, it } from 'vitest'
import { handoverSchema } from '#shared/contract/summary-schemas.ts'
import { calendarDate } from '#shared/domain/calendar-date.ts'
import { checkedIn, PROPERTY, startedDesk } from '../../desk/desk-under-test.ts'

describe('a hand-over', () => {
  it('says what stands, who is busy with whom, and what was done since the desk was set up', async () => {
    const desk = await startedDesk()
    const overdue = await checkedIn(desk, { documentNumber: 'O1' }, { arrivalAt: '2026-11-16T10:00' })
    const unclear = await checkedIn(desk, { documentNumber: 'U1', citizenship: null })
    const incomplete = await checkedIn(desk, { documentNumber: 'I1', issueDate: null })
    const taken = await checkedIn(desk, { documentNumber: 'T1' }, { arrivalAt: '2026-11-22T10:00' })
    const mine = await checkedIn(desk, { documentNumber: 'M1' })
    const filed = await checkedIn(desk, { documentNumber: 'F1' })
    await desk.client.filing.take({ noticeId: filed.id })
    await desk.client.filing.recordProof({ noticeId: filed.id, reference: 'E-1' })
    await desk.at('back').filing.take({ noticeId: taken.id })
    await desk.client.filing.take({ noticeId: mine.id })

    const handover = await desk.client.report.handover()
    expect(handoverSchema.parse(handover)).toEqual(handover)
    const { name, bin, address, city, department } = PROPERTY
    expect(handover).toMatchObject({
      date: '2026-11-23',
      asOf: '2026-11-23T05:43:00.000Z',
      zone: 'Asia/Almaty',
      environment: 'test',
      property: { name, bin, address, city, department },
      by: 'Управляющий',
      since: { what: 'set_up', at: '2026-11-23T05:43:00.000Z' },
      totals: {
        open: 5,
        overdue: 1,
        dueToday: 0,
        dueTomorrow: 1,
        unconfirmed: 0,
        rejected: 0,
        needsPerson: 3,
        incomplete: 1,
        citizenshipUnknown: 1,
        goesByItself: 0,
        checkedIn: 6,
        filed: 1,
        leased: 1,
      },
      outage: null,
    })
    const idsOf = (places: readonly number[]) => places.map((place) => handover.rows[place]?.noticeId)
    expect(idsOf(handover.lists.overdue)).toEqual([overdue.id])
    expect(idsOf(handover.lists.dueTomorrow)).toEqual([taken.id])
    expect(idsOf(handover.lists.incomplete)).toEqual([incomplete.id])
    expect(idsOf(handover.lists.citizenshipUnknown)).toEqual([unclear.id])
    expect(idsOf(handover.lists.needsPerson)).toEqual([overdue.id, taken.id, mine.id])
    expect(handover.leases).toEqual([
      {
        row: handover.rows.findIndex(({ noticeId }) => noticeId === taken.id),
        by: 'Управляющий',
        until: '2026-11-23T05:53:00.000Z',
      },
    ])
    // Ten minutes on nobody is busy any more, whether or not anybody has looked.
    desk.ports.clock.advance(10 * 60_000)
    expect((await desk.client.report.handover()).leases).toEqual([])
  })

  it('leaves out what goes by itself and what is due later', async () => {
    const desk = await startedDesk({ channel: 'migration-api' })
    await desk.client.queue.pause()
    await checkedIn(desk)
    const { totals, rows } = await desk.client.report.handover()
    expect([totals.open, totals.goesByItself, rows]).toEqual([1, 1, []])
  })

  it('counts from the last hand-over or close, whichever came later', async () => {
    const desk = await startedDesk()
    await checkedIn(desk)
    await desk.client.report.handOver()
    desk.ports.clock.advance(60_000)
    await checkedIn(desk, { documentNumber: 'C2' })
    await checkedIn(desk, { documentNumber: 'C3' })
    expect(await desk.client.report.handover()).toMatchObject({
      since: { what: 'handover', at: '2026-11-23T05:43:00.000Z' },
      totals: { checkedIn: 2, filed: 0, open: 3 },
    })
    await desk.client.report.close({ date: calendarDate('2026-11-23') })
    expect(await desk.client.report.handover()).toMatchObject({
      since: { what: 'close', at: '2026-11-23T05:44:00.000Z' },
      totals: { checkedIn: 0 },
    })
    // The clock is set back an hour: the audit knows what came later.
    desk.ports.clock.setWallTime('2026-11-23T04:44:00.000Z')
    await checkedIn(desk, { documentNumber: 'C4' }, { arrivalAt: '2026-11-23T09:00' })
    await desk.client.report.handOver()
    await checkedIn(desk, { documentNumber: 'C5' }, { arrivalAt: '2026-11-23T09:00' })
    expect(await desk.client.report.handover()).toMatchObject({
      since: { what: 'handover', at: '2026-11-23T04:44:00.000Z' },
      totals: { checkedIn: 1 },
    })
  })

  it('is for whoever works at the desk to read and to mark; an inspector only reads', async () => {
    const desk = await startedDesk()
    const as = (role: 'receptionist' | 'inspector') =>
      desk.as({ actor: { staffId: desk.ports.newId(), name: 'Айгерим С.', role } })
    expect(await as('receptionist').report.handover()).toMatchObject({ by: 'Айгерим С.' })
    expect(await as('receptionist').report.handOver()).toEqual({})
    expect(await as('inspector').report.handover()).toMatchObject({ since: { what: 'handover' } })
    await expect(as('inspector').report.handOver()).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})
