import { describe, expect, it, onTestFinished } from 'vitest'
import type { MachineChannel, OutgoingNotice } from '#electron/channels/adapter.ts'
import { createMigrationApiChannel } from '#electron/channels/migration-api/migration-api-channel.ts'
import { type SimulatorOptions, startSimulator } from '#electron/simulator/start-simulator.ts'
import { manualClock } from '../../support/ports.ts'
import { tempDirectory } from '../../support/temp-directory.ts'
import { addNotice, noticeOf, openRegister, outboxOver, statesOf } from '../outbox/outbox-under-test.ts'
import { watched } from '../outbox/watched-channel.ts'
import { nastyServer, rawJson } from './nasty-server.ts'
import { outgoingNotice } from './notice-fixture.ts'

const never = new AbortController().signal
const NOON = Date.parse('2026-11-23T07:00:00.000Z')

async function service(options: Partial<SimulatorOptions>) {
  const running = await startSimulator({ directory: tempDirectory(), port: 0, deferMs: 10_000, ...options })
  onTestFinished(() => running.close())
  return running
}

function channelTo(baseUrl: string): MachineChannel {
  const channel = createMigrationApiChannel({ baseUrl, credentials: { kind: 'none' }, clock: manualClock() })
  onTestFinished(() => channel.close())
  return channel
}

const inBatch = (notice: OutgoingNotice, batchReference: string): OutgoingNotice => ({ ...notice, batchReference })
const DEFERRED = { kind: 'deferred', batchReference: 'B-1', askAgainAfterMs: 10_000 }

describe('a service that answers later', () => {
  it('defers a batch, and the batch gives one verdict per notice with its receipt', async () => {
    let now = NOON
    const { url } = await service({ now: () => now, faults: { defer: 1 } })
    const channel = channelTo(url)
    const batch = [outgoingNotice(1), outgoingNotice(2)]
    expect((await channel.send(batch, never)).verdicts).toEqual([DEFERRED, DEFERRED])
    const waiting = batch.map((notice) => inBatch(notice, 'B-1'))
    now += 4_000
    const stillInWork = { kind: 'present', verdict: { ...DEFERRED, askAgainAfterMs: 6_000 } }
    expect(await channel.lookUpMany?.(waiting, never)).toMatchObject([stillInWork, stillInWork])
    now += 6_000
    expect(await channel.lookUpMany?.(waiting, never)).toMatchObject([
      {
        kind: 'present',
        verdict: { kind: 'accepted', reference: 'SIM-20261123-000001', receipt: { mediaType: 'application/pdf' } },
      },
      {
        kind: 'present',
        verdict: { kind: 'accepted', reference: 'SIM-20261123-000002' },
        exchange: { path: '/v1/batches/B-1' },
      },
    ])
  })

  it('is asked about several batches and lone notices by one call, each answered as it is', async () => {
    let now = NOON
    const { url } = await service({ now: () => now, faults: { defer: 1 } })
    const channel = channelTo(url)
    const [first, second, third, fourth] = [1, 2, 3, 4].map((number) => outgoingNotice(number)) as [
      OutgoingNotice,
      OutgoingNotice,
      OutgoingNotice,
      OutgoingNotice,
    ]
    await channel.send([first, second], never)
    now += 5_000
    await channel.send([third], never)
    now += 5_000
    const asked = [inBatch(third, 'B-2'), fourth, inBatch(second, 'B-1'), inBatch(first, 'B-77')]
    expect(await channel.lookUpMany?.(asked, never)).toMatchObject([
      { kind: 'present', verdict: { kind: 'deferred', batchReference: 'B-2', askAgainAfterMs: 5_000 } },
      { kind: 'absent' },
      { kind: 'present', verdict: { kind: 'accepted' } },
      { kind: 'present', verdict: { kind: 'accepted' } },
    ])
  })

  it('a batch in trouble keeps no other from being asked about; a line that is down is asked once', async () => {
    const deferred = [inBatch(outgoingNotice(1), 'B-1'), inBatch(outgoingNotice(2), 'B-2'), outgoingNotice(3)]
    const broken = await nastyServer(({ path }, socket) => {
      const answer = path.endsWith('B-1') ? rawJson('500 Oops', {}) : rawJson('200 OK', { nothing: 'readable' })
      socket.write(answer)
    })
    expect(await channelTo(broken.url).lookUpMany?.(deferred, never)).toMatchObject([
      { kind: 'no_answer', cause: 'server_error' },
      { kind: 'no_answer', cause: 'unreadable_answer' },
      { kind: 'no_answer', cause: 'unreadable_answer' },
    ])
    expect(broken.requests).toHaveLength(3)
    const down = await nastyServer((_request, socket) => void socket.destroy())
    expect(await channelTo(down.url).lookUpMany?.(deferred, never)).toMatchObject(
      deferred.map(() => ({ kind: 'no_answer', cause: 'connection_cut' })),
    )
    expect(down.requests).toHaveLength(1)
  })

  it('is polled by the batch at the time it named, over a restart of the desk, without anything being sent again', async () => {
    const register = openRegister()
    const ids = [addNotice(register), addNotice(register), addNotice(register)]
    const { url } = await service({ now: () => register.ports.clock.now(), faults: { defer: 1 }, deferMs: 600_000 })
    const desk = () => {
      const { clock } = register.ports
      const link = watched(createMigrationApiChannel({ baseUrl: url, credentials: { kind: 'none' }, clock }))
      return { link, ...outboxOver(register, link.channel, { isCallUnderWay: link.isUnderWay }) }
    }
    const before = desk()
    before.outbox.start()
    await before.time.run(() => statesOf(register, ids).every((state) => state === 'deferred'))
    expect(noticeOf(register, ids[0] ?? '')).toMatchObject({ batchReference: 'B-1', nextAttemptAt: '2026-11-23T05:53:00.000Z' })
    await before.outbox.stop()
    const after = desk()
    after.outbox.start()
    await after.time.run(() => statesOf(register, ids).every((state) => state === 'accepted'))
    await after.outbox.stop()
    expect(new Date(register.ports.clock.now()).toISOString().slice(0, 16)).toBe('2026-11-23T05:53')
    for (const id of ids) {
      const attempts = register.rows.attempts.ofNotification(id).map(({ kind, outcome }) => `${kind} ${outcome}`)
      expect(attempts).toEqual(['send deferred', 'look_up present'])
    }
    const received = (await (await fetch(`${url}/received`)).json()) as { timesReceived: number }[]
    expect(received.map(({ timesReceived }) => timesReceived)).toEqual([1, 1, 1])
  })

  it('that refuses in the end gives the reason to the clerk', async () => {
    const register = openRegister()
    const id = addNotice(register)
    const faults = { defer: 1, 'reject-field': 1 } as const
    const { url } = await service({ now: () => register.ports.clock.now(), faults })
    const link = watched(
      createMigrationApiChannel({ baseUrl: url, credentials: { kind: 'none' }, clock: register.ports.clock }),
    )
    const { outbox, time } = outboxOver(register, link.channel, { isCallUnderWay: link.isUnderWay })
    outbox.start()
    await time.run(() => noticeOf(register, id).state === 'rejected')
    expect(noticeOf(register, id)).toMatchObject({
      cause: 'content_refused',
      refusal: { field: 'documentNumber', message: 'The document number does not have the expected form.' },
    })
    await outbox.stop()
  })
})
