import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { type Simulator, startSimulator } from '#electron/simulator/start-simulator.ts'
import { tempDirectory } from '../../support/temp-directory.ts'
import { DESK_CERTIFICATE, LOOPBACK_SERVER, TEST_AUTHORITY } from '../channels/certificates.ts'
import { nastyServer } from '../channels/nasty-server.ts'
import { honestService } from '../channels/traps/honest-service.ts'
import { ANNA, checkedIn, STAY, startedDesk } from './desk-under-test.ts'

async function startedService(options: Partial<Parameters<typeof startSimulator>[0]> = {}): Promise<Simulator> {
  const service = await startSimulator({ directory: tempDirectory(), port: 0, ...options })
  onTestFinished(() => service.close())
  return service
}

async function received(service: Simulator): Promise<{ clientId: string; reference: string; timesReceived: number }[]> {
  const answer = await fetch(`${service.url}/received`)
  return (await answer.json()) as { clientId: string; reference: string; timesReceived: number }[]
}

/** Reads on until the notice is in the state, woken by the desk's own events. */
async function untilState(desk: Awaited<ReturnType<typeof startedDesk>>, noticeId: string, state: string) {
  for await (const _change of await desk.client.desk.events()) {
    const { notice } = await desk.client.guest.get({ noticeId })
    if (notice.state === state) return notice
  }
  throw new Error('The events ended')
}

describe('a property whose notices go by themselves', () => {
  it('sends a check-in as soon as it is saved, and keeps what the service gave', async () => {
    const service = await startedService()
    const desk = await startedDesk({ channel: 'migration-api' }, { channelUrl: service.url })
    const notice = await checkedIn(desk)
    const accepted = await untilState(desk, notice.id, 'accepted')
    const [stored] = await received(service)
    expect(stored).toMatchObject({ clientId: notice.clientId, reference: accepted.reference, timesReceived: 1 })
    const detail = await desk.client.guest.get({ noticeId: notice.id })
    expect(detail.receipts).toHaveLength(1)
    expect(detail.timeline.map(({ kind }) => kind)).toEqual(['checked_in', 'attempt', 'accepted'])
    expect(detail.timeline.at(-1)?.receiptId).toBe(detail.receipts[0]?.id)
    expect(detail.timeline[1]?.raw).not.toContain('C01X00T47')
    expect(await desk.client.desk.status()).toMatchObject({ connection: { state: 'online' }, acceptedToday: 1, queueDepth: 0 })
    await expect(desk.client.queue.reconcile({ noticeId: notice.id })).rejects.toMatchObject({ code: 'NOT_NOW' })
  })

  it('waits for an address, and goes once there is one', async () => {
    const desk = await startedDesk({ channel: 'migration-api' })
    const notice = await checkedIn(desk)
    expect((await desk.client.desk.status()).connection.state).toBe('unknown')
    await expect(desk.client.setup.setChannelAddress({ url: 'ftp://example.com' })).rejects.toMatchObject({
      data: { issues: [{ path: 'url' }] },
    })
    await desk.client.setup.setChannelAddress({ url: (await startedService()).url })
    await untilState(desk, notice.id, 'accepted')
  })

  it('signs in with a certificate, says until when it is good, and lets no secret out', async () => {
    const service = honestService()
    const { url } = await nastyServer((request, socket) => socket.write(service.answer(request)), {
      certificate: { ...LOOPBACK_SERVER, requestCert: true, rejectUnauthorized: true, ca: TEST_AUTHORITY },
    })
    const desk = await startedDesk({ channel: 'migration-api' })
    const notice = await checkedIn(desk)
    const { base64: p12, passphrase } = DESK_CERTIFICATE
    await desk.client.setup.setChannelAddress({ url, certificate: { p12, passphrase }, authority: TEST_AUTHORITY })
    await untilState(desk, notice.id, 'accepted')
    expect([...service.held.values()].map(({ noticeId }) => noticeId)).toEqual([notice.id])
    expect((await desk.client.desk.status()).connection.credentialExpiresAt).toBe('2030-12-31T12:00:00.000Z')
    const audit = desk.desk().register.store.database.prepare('SELECT * FROM audit').all()
    for (const secret of [passphrase, p12.slice(40, 80)]) {
      expect(JSON.stringify(audit)).not.toContain(secret)
      expect(JSON.stringify(await desk.client.desk.status())).not.toContain(secret)
    }
  })

  it.each([
    ['certificate.passphrase', { certificate: { p12: DESK_CERTIFICATE.base64, passphrase: 'wrong' } }],
    ['certificate.p12', { certificate: { p12: Buffer.from('no certificate').toString('base64'), passphrase: '' } }],
    ['authority', { authority: 'trust me' }],
    ['proxy.url', { proxy: { kind: 'explicit', url: 'socks5://proxy:1080' } as const }],
    ['proxy.location', { proxy: { kind: 'script', location: 'proxy.pac' } as const }],
    ['proxy.location', { proxy: { kind: 'script', location: '/no/such/proxy.pac' } as const }],
    ['proxy.location', { proxy: { kind: 'script', location: import.meta.filename } as const }],
  ])('refuses an unusable %s at once, and keeps the address it had', async (path, settings) => {
    const service = await startedService()
    const desk = await startedDesk({ channel: 'migration-api' }, { channelUrl: service.url })
    await expect(desk.client.setup.setChannelAddress({ url: 'https://example.com', ...settings })).rejects.toMatchObject({
      code: 'BAD_INPUT',
      data: { issues: [{ path }] },
    })
    const notice = await checkedIn(desk)
    await untilState(desk, notice.id, 'accepted')
  })

  it('holds everything while paused, also over a restart, and says who paused', async () => {
    const service = await startedService()
    const desk = await startedDesk({ channel: 'migration-api' }, { channelUrl: service.url })
    expect((await desk.client.queue.pause()).connection.state).toBe('paused')
    const notice = await checkedIn(desk)
    expect(await desk.client.queue.drain({ untilEmpty: true, timeoutMs: 5_000 })).toMatchObject({ isEmpty: false, pending: 1 })
    await desk.process.stop()
    const again = await startedDesk({}, { directory: desk.directory })
    expect((await again.client.desk.status()).connection.state).toBe('paused')
    await again.client.queue.resume()
    await untilState(again, notice.id, 'accepted')
    const actions = again.desk().register.store.database.prepare('SELECT action FROM audit').pluck().all()
    expect(actions).toEqual(expect.arrayContaining(['queue.paused', 'queue.resumed']))
  })

  it('keeps a guest who has not arrived yet out of the way', async () => {
    const service = await startedService()
    const desk = await startedDesk({ channel: 'migration-api' }, { channelUrl: service.url })
    await checkedIn(desk, {}, { arrivalAt: '2026-11-25T10:00', reservation: 'B-1' })
    expect(await desk.client.queue.drain({ untilEmpty: true, timeoutMs: 5_000 })).toMatchObject({
      isEmpty: true,
      notYetArrived: 1,
    })
    expect(await received(service)).toEqual([])
  })

  it('corrects what the service refused as a new revision under an id of its own', async () => {
    const service = await startedService({ faults: { 'reject-field': 1 } })
    const desk = await startedDesk({ channel: 'migration-api' }, { channelUrl: service.url })
    const notice = await checkedIn(desk)
    const rejected = await untilState(desk, notice.id, 'rejected')
    expect(rejected.refusal).not.toBeNull()
    expect((await desk.client.board.get()).needsPerson.map(({ id }) => id)).toEqual([notice.id])
    await fetch(`${service.url}/faults`, { method: 'PUT', headers: { 'content-type': 'application/json' }, body: '{}' })
    const corrected = await desk.client.guest.correct({
      noticeId: notice.id,
      version: rejected.version,
      facts: { ...ANNA, documentNumber: 'C01X00T99' },
      departureDate: STAY.departureDate,
      room: STAY.room,
    })
    expect(corrected).toMatchObject({ state: 'ready', revision: 2, attemptCount: 0, refusal: null, cause: null })
    await untilState(desk, notice.id, 'accepted')
    expect((await received(service)).map(({ clientId }) => clientId)).toEqual([corrected.clientId])
    expect((await desk.client.maintenance.verify()).isClean).toBe(true)
  })

  it('lets a person take a notice out of the machine’s hands', async () => {
    const service = await startedService()
    const desk = await startedDesk({ channel: 'migration-api' }, { channelUrl: service.url })
    await desk.client.queue.pause()
    const notice = await checkedIn(desk)
    await desk.client.filing.take({ noticeId: notice.id })
    await desk.client.queue.resume()
    expect(await desk.client.queue.drain({ untilEmpty: true, timeoutMs: 5_000 })).toMatchObject({
      isEmpty: true,
      needsPerson: 1,
    })
    expect(await received(service)).toEqual([])
  })
})

describe('the desk’s own watch', () => {
  it('ends a lease and tells the screens, without anybody asking', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    onTestFinished(() => void vi.useRealTimers())
    const desk = await startedDesk()
    const notice = await checkedIn(desk)
    await desk.client.filing.take({ noticeId: notice.id })
    const events = await desk.client.desk.events()
    await events.next()
    const pending = events.next()
    desk.ports.clock.advance(11 * 60_000)
    vi.advanceTimersByTime(15_000)
    expect((await pending).value).toMatchObject({ topics: expect.arrayContaining(['queue']) })
    expect(desk.desk().register.rows.notifications.find(notice.id)).toMatchObject({ state: 'ready', lease: null })
    const next = events.next()
    desk.ports.clock.setWallTime('2026-11-23T19:00:01.000Z')
    vi.advanceTimersByTime(15_000)
    expect((await next).value).toMatchObject({ topics: expect.arrayContaining(['board']) })
  })
})
