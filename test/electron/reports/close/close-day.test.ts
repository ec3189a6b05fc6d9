import { describe, expect, it } from 'vitest'
import type { Role } from '#shared/domain/actor.ts'
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

describe('closing', () => {
  it('goes in order, day by day, each tied to the one before', async () => {
    const desk = await startedDesk()
    await checkedIn(desk)
    const monday = await desk.client.report.close({ date: MONDAY })
    await expect(desk.client.report.close({ date: TUESDAY })).rejects.toMatchObject({
      code: 'BAD_INPUT',
      data: { issues: [{ path: 'date', code: 'in_future' }] },
    })
    await expect(desk.client.report.close({ date: MONDAY })).rejects.toMatchObject({
      code: 'STALE',
      data: { what: 'business_day' },
    })
    await expect(desk.client.report.close({ date: calendarDate('2026-11-22') })).rejects.toMatchObject({ code: 'STALE' })
    desk.ports.clock.setWallTime('2026-11-25T06:00:00.000Z')
    await expect(desk.client.report.close({ date: calendarDate('2026-11-25') })).rejects.toMatchObject({
      code: 'BAD_INPUT',
      data: { issues: [{ path: 'date', code: 'earlier_day_open' }] },
    })
    const tuesday = await desk.client.report.close({ date: TUESDAY })
    expect(tuesday).toMatchObject({ number: '2026-328', previousHash: monday.hash })
    expect(tuesday.keyFingerprint).toBe(monday.keyFingerprint)
    // What the second vouches for holds the record of the first.
    expect(tuesday.auditSequence).toBeGreaterThan(monday.auditSequence)
    expect((await desk.client.report.days()).closed).toEqual([tuesday, monday])
  })

  it('from two windows at once closes once; the slower one is told', async () => {
    const desk = await startedDesk()
    const both = await Promise.allSettled(['front', 'back'].map((window) => desk.at(window).report.close({ date: MONDAY })))
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'STALE' } })
    expect(auditOf(desk, 'day.closed')).toHaveLength(1)
    expect((await desk.client.report.days()).closed).toHaveLength(1)
  })

  it('is for managers and holders of the key', async () => {
    const desk = await startedDesk()
    const as = (role: Role) => desk.as({ actor: { staffId: desk.ports.newId(), name: 'Probe', role } })
    for (const role of ['receptionist', 'inspector'] as const) {
      await expect(as(role).report.close({ date: MONDAY })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    }
    expect(await as('key_holder').report.close({ date: MONDAY })).toMatchObject({ by: 'Probe', mode: 'by_hand' })
    await expect(as('key_holder').report.setCloseHour({ closesAt: null })).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  it('before the day is over leaves what comes later to the next report', async () => {
    const desk = await startedDesk()
    const monday = await desk.client.report.close({ date: MONDAY })
    const notice = await checkedIn(desk)
    const closed = await desk.client.report.day({ date: MONDAY })
    expect(closed.report.totals).toMatchObject({ arrivals: 0, open: 0 })
    const { report } = await desk.client.report.day({ date: TUESDAY })
    expect(report.totals.open).toBe(1)
    expect(report.laterChanges).toMatchObject([
      { noticeId: notice.id, what: 'arrived', date: MONDAY, number: monday.number, person: { name: notice.displayName } },
    ])
  })

  it('while nothing can be saved says so and keeps nothing', async () => {
    const desk = await startedDesk()
    const { store } = desk.desk().register
    // A report that fits into no page there is.
    await desk.client.maintenance.seed({ guests: 30, seed: 1 })
    store.database.pragma(`max_page_count = ${String(store.database.pragma('page_count', { simple: true }))}`)
    await expect(desk.client.report.close({ date: MONDAY })).rejects.toMatchObject({
      code: 'STORE_FAILED',
      data: { saved: 'no', cause: 'disk_full' },
    })
    expect(auditOf(desk, 'day.closed')).toEqual([])
    expect(await desk.client.report.days()).toMatchObject({ openDate: MONDAY, closed: [] })
    desk.desk().register.store.database.pragma('max_page_count = 1000000')
    expect(await desk.client.report.close({ date: MONDAY })).toMatchObject({ number: '2026-327' })
  })
})

describe('a folder from before days were closed', () => {
  it('begins with the day of its last entry, not with the day it was set up', async () => {
    const desk = await startedDesk()
    desk.ports.clock.setWallTime('2026-11-26T20:00:00.000Z')
    const { store } = desk.desk().register
    // What migration 7 leaves there.
    store.settings.set('report.days_since', '2026-11-26T19:30:00.000Z')
    expect((await desk.client.report.days()).openDate).toBe('2026-11-27')
  })
})
