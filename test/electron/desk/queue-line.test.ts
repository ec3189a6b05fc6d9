import { describe, expect, it, onTestFinished } from 'vitest'
import { type Simulator, startSimulator } from '#electron/simulator/start-simulator.ts'
import { calendarDate } from '#shared/domain/calendar-date.ts'
import { tempDirectory } from '../../support/temp-directory.ts'
import { checkedIn, startedDesk } from './desk-under-test.ts'

type DeskUnderTest = Awaited<ReturnType<typeof startedDesk>>

/** The third working day is today. */
const DUE_TODAY = { arrivalAt: '2026-11-19T10:00' }

async function serviceAt(port: number, directory = tempDirectory()): Promise<Simulator> {
  const service = await startSimulator({ directory, port })
  onTestFinished(() => service.close())
  return service
}

/** Reads on until it holds, woken by the desk's own events. */
async function until(desk: DeskUnderTest, holds: () => Promise<boolean>): Promise<void> {
  for await (const _change of await desk.client.desk.events()) if (await holds()) return
  throw new Error('The events ended')
}

async function stateOf(desk: DeskUnderTest, noticeId: string): Promise<string> {
  return (await desk.client.guest.get({ noticeId })).notice.state
}

describe('the outage journal', () => {
  it('has the outage with its deadlines, ends it when the service is back, and keeps both', async () => {
    const directory = tempDirectory()
    const first = await serviceAt(0, directory)
    await first.close()
    const desk = await startedDesk({ channel: 'migration-api' }, { channelUrl: first.url })
    expect((await desk.client.queue.outages({})).outages).toEqual([])
    const notice = await checkedIn(desk, {}, DUE_TODAY)
    await until(desk, async () => (await desk.client.desk.status()).connection.state === 'unreachable')
    const [open] = (await desk.client.queue.outages({})).outages
    expect(open).toMatchObject({ endedAt: null, cause: 'refused', dueThen: 1, missed: 0 })

    // The night passes; the date is missed, and the outage says so.
    desk.ports.clock.advance(24 * 3_600_000)
    expect((await desk.client.queue.outages({})).outages).toMatchObject([{ id: open?.id, dueThen: 1, missed: 1 }])

    await serviceAt(Number(new URL(first.url).port), directory)
    await desk.client.queue.sendNow({ noticeIds: [notice.id] })
    await until(desk, async () => (await stateOf(desk, notice.id)) === 'accepted')
    const [ended] = (await desk.client.queue.outages({})).outages
    expect(ended).toMatchObject({ id: open?.id, startedAt: open?.startedAt, dueThen: 1, missed: 1 })
    expect(ended?.endedAt).toBe('2026-11-24T05:43:00.000Z')

    // A look at one day does not see what ended before it.
    desk.ports.clock.advance(24 * 3_600_000)
    expect((await desk.client.queue.outages({ days: 1 })).outages).toEqual([])
    expect((await desk.client.queue.outages({ days: 2 })).outages).toHaveLength(1)
  })
})

describe('the line today', () => {
  it('knows the last answer and the clocks’ difference, from attempts that are written anyway', async () => {
    const service = await serviceAt(0)
    const desk = await startedDesk({ channel: 'migration-api' }, { channelUrl: service.url })
    expect(await desk.client.queue.line()).toMatchObject({ slow: [], recentMedianMs: null, lastAnswerAt: null })
    const notice = await checkedIn(desk)
    await until(desk, async () => (await stateOf(desk, notice.id)) === 'accepted')
    const line = await desk.client.queue.line()
    expect(line).toMatchObject({ slow: [], recentMedianMs: 0, lastAnswerAt: '2026-11-23T05:43:00.000Z' })
    // The desk of the test stands in another year than the simulator.
    expect(Math.abs(line.aheadOfServiceMs ?? 0)).toBeGreaterThan(60_000)
  })
})

describe('not there, says a person', () => {
  it('makes it ready again where nobody else can be asked, under the same id', async () => {
    const desk = await startedDesk()
    const notice = await checkedIn(desk)
    desk
      .desk()
      .register.store.database.prepare("UPDATE notification SET state = 'unknown', cause = 'timeout' WHERE id = ?")
      .run(notice.id)
    expect((await desk.client.queue.get()).decision.map(({ id }) => id)).toEqual([notice.id])
    const { version } = (await desk.client.guest.get({ noticeId: notice.id })).notice
    await expect(desk.client.queue.notThere({ noticeId: notice.id, version: version + 1 })).rejects.toMatchObject({
      code: 'STALE',
    })
    const again = await desk.client.queue.notThere({ noticeId: notice.id, version })
    expect(again).toMatchObject({ state: 'ready', cause: 'found_absent', clientId: notice.clientId })
    const { timeline } = await desk.client.guest.get({ noticeId: notice.id })
    expect(timeline.at(-1)).toMatchObject({ kind: 'found_absent', by: desk.desk().manager.name })
    await expect(desk.client.queue.notThere({ noticeId: notice.id, version: again.version })).rejects.toMatchObject({
      code: 'NOT_NOW',
    })
  })

  it('is refused where the service itself can be asked', async () => {
    const desk = await startedDesk({ channel: 'migration-api' })
    const notice = await checkedIn(desk)
    desk.desk().register.store.database.prepare("UPDATE notification SET state = 'unknown' WHERE id = ?").run(notice.id)
    const { version } = (await desk.client.guest.get({ noticeId: notice.id })).notice
    await expect(desk.client.queue.notThere({ noticeId: notice.id, version })).rejects.toMatchObject({ code: 'NOT_NOW' })
  })
})

describe('what follows an acceptance', () => {
  it('stands behind what it waits for, with whoever has to settle that', async () => {
    const desk = await startedDesk({ channel: 'migration-api' })
    const first = await checkedIn(desk)
    await checkedIn(desk, { documentNumber: 'C01X00T48', surname: 'BRAUN' }, { room: '209' })
    const { database } = desk.desk().register.store
    database
      .prepare("UPDATE notification SET state = 'accepted', accepted_at = ?, reference = id WHERE id = ?")
      .run('2026-11-23T05:40:00.000Z', first.id)
    const { version } = (await desk.client.guest.get({ noticeId: first.id })).notice
    await desk.client.guest.extend({ noticeId: first.id, version, departureDate: calendarDate('2026-11-30') })
    const [extension] = (await desk.client.guest.get({ noticeId: first.id })).followUps
    if (extension === undefined) throw new Error('An extension follows an accepted arrival')
    const order = async () => {
      const { automatic, decision } = await desk.client.queue.get()
      return [automatic, decision].map((list) => list.map(({ kind, room }) => `${room} ${kind}`))
    }
    // A follow-up gives way to first notices.
    expect(await order()).toEqual([['209 arrival', '208 extension'], []])
    database.prepare("UPDATE notification SET state = 'unknown' WHERE id = ?").run(extension.notice.id)
    const arrival = (await desk.client.guest.get({ noticeId: first.id })).notice
    await desk.client.guest.cancel({ noticeId: first.id, version: arrival.version, reason: 'не приехал' })
    expect(await order()).toEqual([['209 arrival', '208 extension', '208 cancellation'], []])
    // Once a person has to decide about the extension, what is behind it waits for him, too.
    database
      .prepare("UPDATE notification SET state = 'rejected', cause = 'content_refused' WHERE id = ?")
      .run(extension.notice.id)
    expect(await order()).toEqual([['209 arrival'], ['208 extension', '208 cancellation']])
  })
})
