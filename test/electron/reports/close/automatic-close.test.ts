import { pino } from 'pino'
import { describe, expect, it, vi } from 'vitest'
import { StoreWriteError } from '#electron/store/write-error.ts'
import { calendarDate } from '#shared/domain/calendar-date.ts'
import { checkedIn, startedDesk } from '../../desk/desk-under-test.ts'
import { closedDays, handMovedTicks, storeOf, switchedOn } from './closing-desk.ts'

const day = calendarDate

describe('a PC that was off for three nights', () => {
  it('closes each of them at the next start, across the end of a month, each right for its date', async () => {
    const first = await startedDesk()
    // By the law owed by 1 December, at a portal that takes no older arrivals by 29 November.
    const late = { arrivalAt: '2026-11-27T10:00', departureDate: day('2026-12-20'), reservation: 'B-1' }
    await checkedIn(first, { documentNumber: 'LATE' }, late)
    await checkedIn(first, { documentNumber: 'GONE' }, { arrivalAt: '2026-11-23T09:00', departureDate: day('2026-11-30') })
    const before = await switchedOn(first, '2026-11-29T12:00:00.000Z')
    expect((await closedDays(before)).map(({ date, mode }) => `${date} ${mode}`)).toEqual(
      ['23', '24', '25', '26', '27', '28'].map((date) => `2026-11-${date} missed`),
    )

    const closedAt = '2026-12-02T04:00:00.000Z'
    const after = await switchedOn(before, closedAt)
    const client = after.at('front')
    expect((await closedDays(after)).slice(6)).toEqual([
      { date: '2026-11-29', number: '2026-333', mode: 'missed', closedAt },
      { date: '2026-11-30', number: '2026-334', mode: 'missed', closedAt },
      { date: '2026-12-01', number: '2026-335', mode: 'missed', closedAt },
    ])
    const told: unknown[] = []
    for (const date of ['2026-11-29', '2026-11-30', '2026-12-01', '2026-12-02'] as const) {
      const { report, close } = await client.report.day({ date: day(date) })
      const { open, overdue, dueToday, departures, inHouse } = report.totals
      told.push([date, close?.mode ?? 'open', { open, overdue, dueToday, departures, inHouse }])
      expect([report.date, report.asOf]).toEqual([date, closedAt])
    }
    expect(told).toEqual([
      ['2026-11-29', 'missed', { open: 2, overdue: 1, dueToday: 1, departures: 0, inHouse: 2 }],
      ['2026-11-30', 'missed', { open: 2, overdue: 1, dueToday: 1, departures: 1, inHouse: 1 }],
      ['2026-12-01', 'missed', { open: 2, overdue: 1, dueToday: 1, departures: 0, inHouse: 1 }],
      ['2026-12-02', 'open', { open: 2, overdue: 2, dueToday: 0, departures: 0, inHouse: 1 }],
    ])
    expect(await client.maintenance.verify()).toMatchObject({ isClean: true, closes: 9, closesBroken: [] })
  })
})

describe('the hour', () => {
  it('closes the day while the desk runs, under the name of the desk, and tells every screen', async () => {
    const tick = handMovedTicks()
    const desk = await startedDesk()
    desk.ports.clock.setWallTime('2026-11-23T18:58:59.999Z')
    tick()
    expect(await closedDays(desk)).toEqual([])
    const events = await desk.client.desk.events()
    await events.next()
    const next = events.next()
    desk.ports.clock.setWallTime('2026-11-23T18:59:12.000Z')
    tick()
    expect((await next).value).toMatchObject({ topics: expect.arrayContaining(['report']) })
    expect(await desk.client.report.days()).toMatchObject({
      openDate: '2026-11-24',
      nextCloseAt: '2026-11-24T18:59:00.000Z',
      closed: [{ date: '2026-11-23', mode: 'at_hour', by: 'Qabyl', closedAt: '2026-11-23T18:59:12.000Z' }],
    })
  })

  it('before noon is that of the night after the day', async () => {
    const tick = handMovedTicks()
    const desk = await startedDesk()
    expect(await desk.client.report.setCloseHour({ closesAt: '04:00' })).toMatchObject({
      closesAt: '04:00',
      openDate: '2026-11-23',
      nextCloseAt: '2026-11-23T23:00:00.000Z',
    })
    desk.ports.clock.setWallTime('2026-11-23T22:59:00.000Z')
    tick()
    expect(await closedDays(desk)).toEqual([])
    desk.ports.clock.setWallTime('2026-11-23T23:00:00.000Z')
    tick()
    expect(await closedDays(desk)).toMatchObject([{ date: '2026-11-23', mode: 'at_hour' }])
    expect(
      storeOf(desk)
        .audit.entriesOfAction('report.close_hour_set')
        .map(({ details }) => details),
    ).toEqual([{ before: '23:59', after: '04:00' }])
  })

  it('that is past already when it is chosen closes nothing on the spot: the day closes when it is over', async () => {
    const tick = handMovedTicks()
    const desk = await startedDesk()
    // Chosen at 13:00.
    desk.ports.clock.setWallTime('2026-11-23T08:00:00.000Z')
    expect(await desk.client.report.setCloseHour({ closesAt: '12:30' })).toMatchObject({
      nextCloseAt: '2026-11-23T19:00:00.000Z',
    })
    tick()
    expect(await closedDays(desk)).toEqual([])
    desk.ports.clock.setWallTime('2026-11-23T19:00:00.000Z')
    tick()
    expect(await closedDays(desk)).toMatchObject([{ date: '2026-11-23', mode: 'at_hour' }])
    expect((await desk.client.report.days()).nextCloseAt).toBe('2026-11-24T07:30:00.000Z')
  })

  it('may be none: then a person closes, and days that are over wait', async () => {
    const tick = handMovedTicks()
    const desk = await startedDesk()
    expect(await desk.client.report.setCloseHour({ closesAt: null })).toMatchObject({ closesAt: null, nextCloseAt: null })
    desk.ports.clock.setWallTime('2026-11-26T08:00:00.000Z')
    tick()
    expect(await closedDays(desk)).toEqual([])
    expect(await desk.client.report.close({ date: day('2026-11-23') })).toMatchObject({ mode: 'by_hand' })
    // Switched on again: what is over closes by itself, and nobody says that the PC was off.
    await desk.client.report.setCloseHour({ closesAt: '23:00' })
    tick()
    expect(await closedDays(desk)).toMatchObject([
      { date: '2026-11-23', mode: 'by_hand' },
      { date: '2026-11-24', mode: 'at_hour' },
      { date: '2026-11-25', mode: 'at_hour' },
    ])
  })

  it.each(['24:00', '9:00', '23:60', ''])('is no %j', async (closesAt) => {
    const desk = await startedDesk()
    await expect(desk.client.report.setCloseHour({ closesAt })).rejects.toMatchObject({ code: 'BAD_INPUT' })
  })
})

describe('sleep', () => {
  it('over the hour is made up for when the system says that it woke, before the line does anything', async () => {
    const desk = await startedDesk()
    desk.desk().suspend()
    desk.ports.clock.setWallTime('2026-11-24T03:00:00.000Z')
    desk.desk().wakeUp()
    expect(await closedDays(desk)).toMatchObject([{ date: '2026-11-23', mode: 'missed' }])
  })
})

describe('a date in doubt', () => {
  it('closes nothing by itself: not after the clock went back, until a person has looked', async () => {
    const tick = handMovedTicks()
    const desk = await startedDesk()
    desk.ports.clock.setWallTime('2026-11-26T20:00:00.000Z')
    expect((await desk.client.desk.status()).clockWarnings).toEqual([])
    desk.ports.clock.setWallTime('2026-11-25T20:00:00.000Z')
    tick()
    expect((await desk.client.desk.status()).clockWarnings).toEqual(['jumped_back'])
    expect(await closedDays(desk)).toEqual([])
    await desk.client.desk.confirmClock()
    tick()
    expect((await closedDays(desk)).map(({ date }) => date)).toEqual(['2026-11-23', '2026-11-24', '2026-11-25'])
  })

  it('closes nothing by itself weeks ahead of the last time seen either: a mistyped year would close hundreds of days', async () => {
    const desk = await startedDesk()
    const later = await switchedOn(desk, '2027-11-23T06:00:00.000Z')
    expect((await later.at('front').desk.status()).clockWarnings).toEqual(['jumped_ahead'])
    expect(await closedDays(later)).toEqual([])
    const right = await switchedOn(later, '2026-11-24T06:00:00.000Z')
    expect(await closedDays(right)).toMatchObject([{ date: '2026-11-23', mode: 'missed' }])
  })

  it('of days closed too early by a clock that was ahead leaves them closed and waits for the next', async () => {
    const tick = handMovedTicks()
    const desk = await startedDesk()
    desk.ports.clock.setWallTime('2026-11-25T20:00:00.000Z')
    tick()
    desk.ports.clock.setWallTime('2026-11-23T06:00:00.000Z')
    await desk.client.desk.confirmClock()
    tick()
    const days = await desk.client.report.days()
    expect(days).toMatchObject({ openDate: '2026-11-26', nextCloseAt: '2026-11-26T18:59:00.000Z' })
    expect(days.closed).toHaveLength(3)
    await expect(desk.client.report.close({ date: day('2026-11-26') })).rejects.toMatchObject({
      code: 'BAD_INPUT',
      data: { issues: [{ path: 'date', code: 'in_future' }] },
    })
  })

  it('is not a PC that stands in another zone: days are those of the property', async () => {
    const tick = handMovedTicks()
    const desk = await startedDesk({}, { machineZoneOffsetMinutes: () => 0 })
    expect((await desk.client.desk.status()).clockWarnings).toEqual(['zone'])
    desk.ports.clock.setWallTime('2026-11-23T19:00:00.000Z')
    tick()
    expect(await closedDays(desk)).toMatchObject([{ date: '2026-11-23', mode: 'at_hour' }])
  })
})

describe('saving that fails', () => {
  it('at the hour ends nothing: it is said once, and the day is closed as soon as there is room again', async () => {
    const tick = handMovedTicks()
    const lines: string[] = []
    const logger = pino({ level: 'error' }, { write: (line: string) => void lines.push(line) })
    const desk = await startedDesk({}, { logger })
    // A report that fits into no page there is.
    await desk.client.maintenance.seed({ guests: 30, seed: 1 })
    const { database } = storeOf(desk)
    database.pragma(`max_page_count = ${String(database.pragma('page_count', { simple: true }))}`)
    desk.ports.clock.setWallTime('2026-11-23T19:00:00.000Z')
    tick()
    tick()
    expect(await closedDays(desk)).toEqual([])
    expect(storeOf(desk).audit.entriesOfAction('day.closed')).toEqual([])
    expect(storeOf(desk).database.prepare('SELECT count(*) FROM signing_key').pluck().get()).toBe(0)
    expect(lines.map((line) => JSON.parse(line) as { kind: string; msg: string })).toMatchObject([
      { kind: 'StoreWriteError', msg: 'a business day could not be closed; it is tried again' },
    ])
    // What is on the disk can still be read.
    expect((await desk.client.report.day({ date: day('2026-11-23') })).close).toBeNull()

    storeOf(desk).database.pragma('max_page_count = 1000000')
    desk.ports.clock.advance(10 * 60_000)
    tick()
    expect(await closedDays(desk)).toMatchObject([{ date: '2026-11-23', mode: 'missed' }])
    expect(await desk.client.maintenance.verify()).toMatchObject({ isClean: true, closes: 1 })
  })
})

describe('a COMMIT whose end is not known', () => {
  it('closes no day twice', async () => {
    const tick = handMovedTicks()
    const desk = await startedDesk()
    const store = storeOf(desk)
    const transaction = store.transaction.bind(store)
    const dying = vi.spyOn(store, 'transaction').mockImplementation((work) => {
      transaction(work)
      throw new StoreWriteError('unknown', 'io_error', 'SQLITE_IOERR')
    })
    desk.ports.clock.setWallTime('2026-11-24T19:00:00.000Z')
    tick()
    dying.mockRestore()
    expect((await closedDays(desk)).map(({ date }) => date)).toEqual(['2026-11-23'])
    tick()
    expect((await closedDays(desk)).map(({ date }) => date)).toEqual(['2026-11-23', '2026-11-24'])
    expect(await desk.client.maintenance.verify()).toMatchObject({ isClean: true, closes: 2, closesBroken: [] })
  })
})

describe('a zone where clocks change', () => {
  it('closes a day of 25 hours and one of 23 at its own end', async () => {
    const tick = handMovedTicks()
    const desk = await startedDesk({ zone: 'Europe/Berlin' }, { machineZoneOffsetMinutes: () => 60 })
    // Weeks later: a person says that it is so.
    desk.ports.clock.setWallTime('2027-03-26T12:00:00.000Z')
    await desk.client.desk.confirmClock()
    const moments: unknown[] = []
    for (const now of ['2027-03-26T23:30:00.000Z', '2027-03-27T23:30:00.000Z', '2027-03-28T22:30:00.000Z']) {
      desk.ports.clock.setWallTime(now)
      tick()
      const { openDate, nextCloseAt } = await desk.client.report.days()
      moments.push([openDate, nextCloseAt])
    }
    expect(moments).toEqual([
      ['2027-03-27', '2027-03-27T22:59:00.000Z'],
      // 28 March has 23 hours: summer time begins.
      ['2027-03-28', '2027-03-28T21:59:00.000Z'],
      ['2027-03-29', '2027-03-29T21:59:00.000Z'],
    ])
  })
})
