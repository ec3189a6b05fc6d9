import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { startSimulator } from '#electron/simulator/start-simulator.ts'
import { tempDirectory } from '../../../support/temp-directory.ts'
import { startDeskChild } from '../../store/child-process.ts'
import { checkedIn, startedDesk } from '../desk-under-test.ts'
import { dumpOf, putInForce, withTransfer, yearInForce } from './calendar-fixture.ts'
import { addManyStays } from './many-stays.ts'

const CHILD = new URL('./applying-child.ts', import.meta.url)
const STAYS = 120

describe('a power cut while a calendar is put in force', () => {
  it('leaves all of it or nothing, wherever it strikes', { timeout: 120_000 }, async () => {
    const desk = await startedDesk({ channel: 'migration-api' })
    addManyStays(desk, STAYS)
    const { moves } = await desk.client.calendar.preview({
      years: [withTransfer(await yearInForce(desk.client, 2026), '2026-11-28', '2026-11-25')],
    })
    const before = dumpOf(desk)
    await desk.process.stop()
    expect(moves.length).toBeGreaterThan(5)

    for (const entry of [1, moves.length]) {
      const child = startDeskChild(desk.directory, String(entry), { script: CHILD })
      expect(await child.next()).toEqual({ entries: entry, isInTransaction: true })
      await child.kill()
      const after = await startedDesk({}, { directory: desk.directory })
      expect(dumpOf(after)).toEqual(before)
      expect((await after.client.desk.status()).calendar.version).toBe('2026.1')
      expect(await after.client.maintenance.verify()).toMatchObject({ isClean: true })
      await after.process.stop()
    }

    const child = startDeskChild(desk.directory, 'after', { script: CHILD })
    expect(await child.next()).toEqual({ entries: 1 + moves.length, isInTransaction: false })
    await child.kill()
    const after = await startedDesk({}, { directory: desk.directory })
    expect((await after.client.desk.status()).calendar.version).toBe('2026.2')
    expect(await after.client.calendar.changes()).toMatchObject([{ kind: 'import', moved: moves.length, canBeUndone: true }])
    const notices = await after.client.queue.list({})
    for (const move of moves) {
      expect(notices.find(({ id }) => id === move.noticeId)).toMatchObject({
        strictDue: move.after.strictDue,
        latestDue: move.after.latestDue,
        actBy: move.after.actBy,
      })
    }
    expect(await after.client.maintenance.verify()).toMatchObject({ isClean: true })
  })
})

/** The simulated service behind a door that is shut: a request that has come waits until it is opened. */
async function shutDoor() {
  const service = await startSimulator({ directory: tempDirectory(), port: 0 })
  const [arrived, opened] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const door = createServer((request, response) => {
    const pass = async (): Promise<void> => {
      const chunks: Buffer[] = []
      for await (const chunk of request) chunks.push(Buffer.from(chunk as Uint8Array))
      if (request.method === 'POST') {
        arrived.resolve()
        await opened.promise
      }
      const answer = await fetch(`${service.url}${request.url ?? ''}`, {
        method: request.method ?? 'GET',
        headers: Object.entries(request.headers).flatMap(([name, value]): [string, string][] =>
          typeof value === 'string' && !['host', 'connection', 'content-length'].includes(name) ? [[name, value]] : [],
        ),
        ...(chunks.length > 0 && { body: Buffer.concat(chunks) }),
      })
      response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'application/json' })
      response.end(Buffer.from(await answer.arrayBuffer()))
    }
    pass().catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined))
  })
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve))
  onTestFinished(async () => {
    door.closeAllConnections()
    door.close()
    await service.close()
  })
  return { url: `http://127.0.0.1:${(door.address() as AddressInfo).port}`, arrived: arrived.promise, open: opened.resolve }
}

describe('a notice on its way to the service', () => {
  it('gets its new date and its receipt: neither call nor answer notices the change', async () => {
    const door = await shutDoor()
    const desk = await startedDesk({ channel: 'migration-api' }, { channelUrl: door.url })
    const { client } = desk
    const { id } = await checkedIn(desk)
    await door.arrived
    expect((await client.guest.get({ noticeId: id })).notice.state).toBe('sending')
    const { preview } = await putInForce(client, [withTransfer(await yearInForce(client, 2026), '2026-11-28', '2026-11-25')])
    expect(preview.moves).toMatchObject([{ noticeId: id, state: 'sending' }])
    expect((await client.guest.get({ noticeId: id })).notice).toMatchObject({ state: 'sending', strictDue: '2026-11-26' })
    door.open()
    for await (const _change of await client.desk.events()) {
      if ((await client.guest.get({ noticeId: id })).notice.state === 'accepted') break
    }
    expect((await client.guest.get({ noticeId: id })).notice).toMatchObject({
      state: 'accepted',
      strictDue: '2026-11-26',
      attemptCount: 1,
      hasReceipt: true,
    })
    expect((await client.guest.get({ noticeId: id })).timeline.map(({ kind }) => kind)).toEqual([
      'checked_in',
      'attempt',
      'deadline_moved',
      'accepted',
    ])
    expect(await client.maintenance.verify()).toMatchObject({ isClean: true })

    // Settled now: it keeps the date it was settled under.
    await putInForce(client, [withTransfer(await yearInForce(client, 2026), '2026-11-29', '2026-11-24')])
    expect((await client.guest.get({ noticeId: id })).notice.strictDue).toBe('2026-11-26')
  })
})
