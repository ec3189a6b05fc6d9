import { describe, expect, it } from 'vitest'
import { calendarDate } from '#shared/domain/calendar-date.ts'
import { checkedIn, type DeskUnderTest, startedDesk } from '../../desk/desk-under-test.ts'

const MONDAY = calendarDate('2026-11-23')
const TUESDAY = calendarDate('2026-11-24')

function auditOf(desk: DeskUnderTest, action: string) {
  return desk.desk().register.store.audit.entriesOfAction(action)
}

describe('a day closed by hand', () => {
  it('is numbered, chained to the record, signed, and read back exactly as it was', async () => {
    const desk = await startedDesk()
    await checkedIn(desk)
    expect(await desk.client.report.days()).toEqual({
      openDate: MONDAY,
      closesAt: '23:59',
      nextCloseAt: '2026-11-23T18:59:00.000Z',
      closed: [],
    })
    const live = await desk.client.report.day({ date: MONDAY })
    expect(live.close).toBeNull()
    const head = desk.desk().register.store.audit.head()

    const close = await desk.client.report.close({ date: MONDAY })
    expect(close).toEqual({
      number: '2026-327',
      date: MONDAY,
      closedAt: '2026-11-23T05:43:00.000Z',
      mode: 'by_hand',
      by: desk.desk().manager.name,
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      previousHash: '0'.repeat(64),
      auditSequence: head.sequence,
      auditHead: head.hash,
      keyFingerprint: expect.stringMatching(/^[0-9a-f]{16}$/),
    })
    expect(auditOf(desk, 'day.closed')).toMatchObject([
      {
        sequence: head.sequence + 1,
        actorName: desk.desk().manager.name,
        stayId: null,
        details: { date: MONDAY, number: '2026-327', mode: 'by_hand', hash: close.hash },
      },
    ])
    expect(await desk.client.report.day({ date: MONDAY })).toEqual({ report: live.report, close })
    expect(await desk.client.report.days()).toEqual({
      openDate: TUESDAY,
      closesAt: '23:59',
      nextCloseAt: '2026-11-24T18:59:00.000Z',
      closed: [close],
    })
    expect(await desk.client.maintenance.verify()).toMatchObject({ isClean: true, closes: 1, closesBroken: [] })
  })
})
