import { createServer } from 'node:http'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import type { IsoInstant } from '#shared/domain/clock.ts'
import { testPorts } from '../../../support/ports.ts'
import { checkedIn, type DeskUnderTest, startedDesk, startedProcess } from '../desk-under-test.ts'

const TICK_MS = 15_000

/** The desk looks at the time by itself, when the test says so. */
function handMovedTicks(): () => void {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  onTestFinished(() => void vi.useRealTimers())
  return () => vi.advanceTimersByTime(TICK_MS)
}

async function warningsOf(desk: DeskUnderTest) {
  return (await desk.at('front').desk.status()).clockWarnings
}

/** The same folder, opened again by a PC that shows `startsAt`. */
async function reopened(desk: DeskUnderTest, startsAt: IsoInstant): Promise<DeskUnderTest> {
  await desk.process.stop()
  return startedProcess({ directory: desk.directory, ports: testPorts({ startsAt, seed: 2 }) })
}

/** A service that is up and answers with a `Date` of its own. */
async function serviceShowing(date: Date): Promise<string> {
  const server = createServer((_request, response) => {
    response.writeHead(200, { date: date.toUTCString(), 'content-type': 'application/json' }).end('{"status":"ok"}')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => new Promise<void>((resolve) => void server.close(() => resolve())))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The service has no port')
  return `http://127.0.0.1:${address.port}`
}

describe('the zone of the PC', () => {
  it('is compared with the zone of the property, whichever that is', async () => {
    expect(await warningsOf(await startedDesk({}, { machineZoneOffsetMinutes: () => 300 }))).toEqual([])
    expect(await warningsOf(await startedDesk({}, { machineZoneOffsetMinutes: () => 360 }))).toEqual(['zone'])
    expect(await warningsOf(await startedDesk({ zone: 'Europe/Berlin' }, { machineZoneOffsetMinutes: () => 60 }))).toEqual([])
  })

  it('is said at once when somebody changes it while the desk runs', async () => {
    const tick = handMovedTicks()
    let offset = 300
    const desk = await startedDesk({}, { machineZoneOffsetMinutes: () => offset })
    const events = await desk.client.desk.events()
    await events.next()
    const next = events.next()
    offset = 360
    tick()
    expect((await next).value).toEqual({ topics: ['status'], noticeId: null })
    expect(await warningsOf(desk)).toEqual(['zone'])
  })
})

describe('a clock that is set back', () => {
  it('by more than a time server does, is said while the desk runs', async () => {
    const tick = handMovedTicks()
    const desk = await startedDesk()
    desk.ports.clock.setWallTime('2026-11-23T09:00:00.000Z')
    tick()
    desk.ports.clock.setWallTime('2026-11-23T08:59:00.000Z')
    expect(await warningsOf(desk)).toEqual([])
    const events = await desk.client.desk.events()
    await events.next()
    const next = events.next()
    desk.ports.clock.setWallTime('2026-11-23T08:58:59.000Z')
    tick()
    expect((await next).value).toEqual({ topics: ['status'], noticeId: null })
    expect(await warningsOf(desk)).toEqual(['jumped_back'])
  })

  it('is not forgotten because somebody was checked in meanwhile', async () => {
    const desk = await startedDesk()
    expect(await warningsOf(desk)).toEqual([])
    desk.ports.clock.setWallTime('2026-11-22T05:43:00.000Z')
    await checkedIn(desk, {}, { arrivalAt: '2026-11-22T10:00' })
    expect(await warningsOf(desk)).toEqual(['jumped_back'])
  })

  it('is said when nobody did anything between, after a restart as well', async () => {
    const tick = handMovedTicks()
    const desk = await startedDesk()
    desk.ports.clock.setWallTime('2026-11-23T18:00:00.000Z')
    tick()
    const again = await reopened(desk, '2026-11-23T17:00:00.000Z')
    expect(await warningsOf(again)).toEqual(['jumped_back'])
    expect(await warningsOf(await reopened(again, '2026-11-23T18:00:01.000Z'))).toEqual([])
  })

  it('survives a check-in under the wrong time and a restart', async () => {
    const tick = handMovedTicks()
    const desk = await startedDesk()
    tick()
    desk.ports.clock.setWallTime('2026-11-22T05:43:00.000Z')
    await checkedIn(desk, {}, { arrivalAt: '2026-11-22T10:00' })
    expect(await warningsOf(await reopened(desk, '2026-11-22T05:50:00.000Z'))).toEqual(['jumped_back'])
  })

  it('ends when time has caught up', async () => {
    const desk = await startedDesk()
    desk.ports.clock.setWallTime('2026-11-22T05:43:00.000Z')
    expect(await warningsOf(desk)).toEqual(['jumped_back'])
    desk.ports.clock.setWallTime('2026-11-23T05:43:00.000Z')
    expect(await warningsOf(desk)).toEqual([])
  })

  it('ends when a person says that the date is right, for good and on record', async () => {
    const tick = handMovedTicks()
    const desk = await startedDesk()
    // Somebody set the day wrong and put it right again.
    desk.ports.clock.setWallTime('2026-12-13T06:00:00.000Z')
    tick()
    desk.ports.clock.setWallTime('2026-11-23T06:05:00.000Z')
    const events = await desk.client.desk.events()
    await events.next()
    const next = events.next()
    expect(await warningsOf(desk)).toEqual(['jumped_back'])
    expect((await desk.client.desk.confirmClock()).clockWarnings).toEqual([])
    expect((await next).value).toEqual({ topics: ['status'], noticeId: null })
    tick()
    expect(await warningsOf(await reopened(desk, '2026-11-23T06:10:00.000Z'))).toEqual([])
  })
})

describe('a clock that is weeks ahead', () => {
  it('is in doubt, is never believed by a restart, and leaves nothing behind once it is put right', async () => {
    const tick = handMovedTicks()
    const desk = await startedDesk()
    desk.ports.clock.setWallTime('2026-12-20T05:43:00.000Z')
    tick()
    expect(await warningsOf(desk)).toEqual([])
    desk.ports.clock.setWallTime('2027-12-20T05:43:00.000Z')
    tick()
    expect(await warningsOf(desk)).toEqual(['jumped_ahead'])
    await desk.client.report.setCloseHour({ closesAt: '22:00' })
    tick()
    const again = await reopened(desk, '2027-12-20T06:00:00.000Z')
    expect(await warningsOf(again)).toEqual(['jumped_ahead'])
    expect(await warningsOf(await reopened(again, '2026-12-20T06:10:00.000Z'))).toEqual([])
  })

  it('is believed when a person says so', async () => {
    const desk = await startedDesk()
    const later = await reopened(desk, '2027-02-01T05:43:00.000Z')
    expect(await warningsOf(later)).toEqual(['jumped_ahead'])
    expect((await later.at('front').desk.confirmClock()).clockWarnings).toEqual([])
    expect(await warningsOf(await reopened(later, '2027-02-01T05:44:00.000Z'))).toEqual([])
  })

  it('is believed when the service shows the same time', async () => {
    const startsAt = '2027-02-01T05:43:00.000Z'
    const channelUrl = await serviceShowing(new Date(startsAt))
    const desk = await startedDesk({ channel: 'migration-api' })
    await desk.process.stop()
    const later = await startedProcess({ directory: desk.directory, ports: testPorts({ startsAt, seed: 2 }), channelUrl })
    expect((await later.at('front').queue.checkConnection()).clockWarnings).toEqual([])
  })
})

describe('the clock of the service', () => {
  it.each([
    [4 * 60_000, []],
    [-4 * 60_000, []],
    [6 * 60_000, ['far_from_server']],
    [-6 * 60_000, ['far_from_server']],
  ])('is %i ms behind: %j', async (aheadMs, expected) => {
    const ports = testPorts()
    const channelUrl = await serviceShowing(new Date(ports.clock.now() - aheadMs))
    const desk = await startedDesk({ channel: 'migration-api' }, { ports, channelUrl })
    expect((await desk.client.queue.checkConnection()).clockWarnings).toEqual(expected)
  })

  it('says nothing before it has answered', async () => {
    const desk = await startedDesk({ channel: 'migration-api' }, { channelUrl: 'http://127.0.0.1:1' })
    expect((await desk.client.queue.checkConnection()).clockWarnings).toEqual([])
  })
})
