import { describe, expect, it } from 'vitest'
import { periodSchema } from '#shared/contract/summary-schemas.ts'
import { addDays, calendarDate } from '#shared/domain/calendar-date.ts'
import { checkedIn, startedDesk } from '../../desk/desk-under-test.ts'
import { damage, storeOf } from '../close/closing-desk.ts'

const MONDAY = calendarDate('2026-11-23')
const day = (offset: number) => addDays(MONDAY, offset)

describe('the summary of a period', () => {
  it('is its days put together: closed ones as they were closed, guests and outages as the register knows them now', async () => {
    const desk = await startedDesk({}, {})
    const { client, ports } = desk
    const file = async (noticeId: string) => {
      await client.filing.take({ noticeId })
      await client.filing.recordProof({ noticeId, reference: `E-${noticeId}` })
    }
    const late = await checkedIn(desk, { documentNumber: 'L1' }, { arrivalAt: '2026-11-16T10:00', departureDate: day(2) })
    const inTime = await checkedIn(desk, { documentNumber: 'I1', citizenship: 'FRA' }, { departureDate: day(1) })
    await checkedIn(desk, { documentNumber: 'K1', citizenship: 'KAZ', purpose: null }, { departureDate: day(1) })
    await file(inTime.id)
    await client.report.close({ date: MONDAY })
    ports.clock.setWallTime('2026-11-24T04:00:00.000Z')
    // Came on Monday, entered on Tuesday.
    await checkedIn(desk, { documentNumber: 'B1' }, { departureDate: day(1) })
    await file(late.id)
    const { register } = desk.desk()
    register.write(() =>
      register.store.database
        .prepare(
          "INSERT INTO outage VALUES (?, ?, 'assisted-portal', '2026-11-23T18:30:00.000Z', '2026-11-23T20:00:00.000Z', 'offline')",
        )
        .run(ports.newId(), register.store.propertyId()),
    )

    const period = await client.report.period({ from: day(-7), to: day(30) })
    expect(periodSchema.parse(period)).toEqual(period)
    const { report: monday, close } = await client.report.day({ date: MONDAY })
    const { report: tuesday } = await client.report.day({ date: day(1) })
    const plain = { notRequired: 0, filedElsewhere: 0, withdrawn: 0, unconfirmed: 0 }
    expect(period.days).toEqual([
      {
        ...plain,
        date: MONDAY,
        close: { number: '2026-327', hash: close?.hash },
        arrivals: 3,
        departures: 0,
        inHouse: 4,
        open: 1,
        overdue: 1,
        filed: 1,
        filedArrivals: 1,
        filedLate: 0,
        exposureMci: 10,
        exposureTenge: 43_250,
        outages: 1,
        outageMinutes: 30,
      },
      {
        ...plain,
        date: day(1),
        close: null,
        arrivals: 0,
        departures: 3,
        inHouse: 1,
        open: 1,
        overdue: 0,
        filed: 1,
        filedArrivals: 1,
        filedLate: 1,
        exposureMci: 0,
        exposureTenge: 0,
        outages: 1,
        outageMinutes: 60,
      },
    ])
    // The close does not know of the arrival that was entered after it; the statistics do.
    expect([monday.totals.arrivals, tuesday.laterChanges.map(({ what }) => what)]).toEqual([2, ['arrived']])
    expect(period.totals).toEqual({
      arrivals: 3,
      departures: 3,
      guestNights: 5,
      filed: 2,
      filedArrivals: 2,
      filedLate: 1,
      onTimePermille: 500,
      notRequired: 0,
      filedElsewhere: 0,
      withdrawn: 0,
      inHouse: 1,
      open: 1,
      overdue: 0,
      exposureMci: 0,
      exposureTenge: 0,
      mostOverdue: 1,
      outages: 1,
      outageMinutes: 90,
    })
    expect(period.byCitizenship).toEqual([
      { citizenship: 'DEU', arrivals: 1, guestNights: 3, inHouse: 1, departures: 1 },
      { citizenship: 'FRA', arrivals: 1, guestNights: 1, inHouse: 0, departures: 1 },
      { citizenship: 'KAZ', arrivals: 1, guestNights: 1, inHouse: 0, departures: 1 },
    ])
    expect(period.byPurpose).toEqual([
      { purpose: 'tourism', arrivals: 2, guestNights: 4, inHouse: 1, departures: 2 },
      { purpose: null, arrivals: 1, guestNights: 1, inHouse: 0, departures: 1 },
    ])
    expect(period.leadDays).toEqual(monday.leadDays.map((count, place) => count + (tuesday.leadDays[place] ?? 0)))
    expect(period.leadDays).toEqual([1, 0, 0, 0, 1])
  })

  it('has no days before there was a register nor after today, and says nothing of a share of none', async () => {
    const desk = await startedDesk()
    const none = await desk.client.report.period({ from: day(1), to: day(2) })
    expect([none.days, none.totals.onTimePermille, none.totals.exposureTenge]).toEqual([[], null, 0])
    expect((await desk.client.report.period({ from: day(-3), to: day(-1) })).days).toEqual([])
    expect((await desk.client.report.period({ from: day(-3), to: MONDAY })).days.map(({ date }) => date)).toEqual([MONDAY])
  })

  it('is not made of a closed day that is not what was signed', async () => {
    const desk = await startedDesk()
    await desk.client.report.close({ date: MONDAY })
    damage(storeOf(desk), "UPDATE business_day SET body = json_set(body, '$.totals.filed', 7)")
    await expect(desk.client.report.period({ from: MONDAY, to: MONDAY })).rejects.toMatchObject({
      code: 'STORE_FAILED',
      data: { cause: 'damaged' },
    })
  })

  it('ends after it begins and is at most a year long', async () => {
    const { client } = await startedDesk()
    const refused = (code: string) => ({ code: 'BAD_INPUT', data: { issues: [{ path: 'to', code }] } })
    await expect(client.report.period({ from: MONDAY, to: day(-1) })).rejects.toMatchObject(refused('before_from'))
    await expect(client.report.period({ from: MONDAY, to: day(366) })).rejects.toMatchObject(refused('too_long'))
    expect(await client.report.period({ from: day(-365), to: MONDAY })).toMatchObject({ totals: { arrivals: 0 } })
  })
})
