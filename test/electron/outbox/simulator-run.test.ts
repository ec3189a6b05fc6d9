import { describe, expect, it, onTestFinished } from 'vitest'
import { z } from 'zod'
import { createMigrationApiChannel } from '#electron/channels/migration-api/migration-api-channel.ts'
import type { FaultRates } from '#electron/simulator/faults.ts'
import { seededRandom } from '#electron/simulator/seeded-random.ts'
import { startSimulator } from '#electron/simulator/start-simulator.ts'
import { testPorts } from '../../support/ports.ts'
import { tempDirectory } from '../../support/temp-directory.ts'
import { addNotice, noticeOf, openRegister, outboxOver, type RegisterUnderTest } from './outbox-under-test.ts'
import { watched } from './watched-channel.ts'

const receivedSchema = z.array(
  z.object({ clientId: z.string(), reference: z.string(), timesReceived: z.number(), payload: z.unknown() }),
)

async function service(directory: string, faults: FaultRates, seed: number, port = 0) {
  const simulator = await startSimulator({ directory, port, faults, seed, retryAfterSeconds: 2, slowMs: 30, deferMs: 30 })
  onTestFinished(() => simulator.close())
  return simulator
}

/** Accepted ⇔ the service's own words; one effect per notice; receipts byte for byte. */
async function expectTheServiceAgrees(register: RegisterUnderTest, url: string, ids: readonly string[], context: string) {
  const received = receivedSchema.parse(await (await fetch(`${url}/received`)).json())
  const ours = ids.map((id) => {
    const { state, reference, stayId } = noticeOf(register, id)
    expect(state, context).toBe('accepted')
    const revision = register.rows.revisions.find(id, 1)
    const sealed = revision?.sealedPayload ?? Buffer.alloc(0)
    const payload: unknown = JSON.parse(
      register.store.stayKeys.open(stayId, `revision:${revision?.clientId ?? ''}`, sealed)?.toString() ?? '',
    )
    return { clientId: revision?.clientId ?? '', reference, payload }
  })
  const byClientId = (a: { clientId: string }, b: { clientId: string }) => (a.clientId < b.clientId ? -1 : 1)
  expect(received.map(({ timesReceived: _, ...effect }) => effect).sort(byClientId), context).toEqual(ours.sort(byClientId))
  for (const id of ids) {
    const { stayId, reference } = noticeOf(register, id)
    for (const receipt of register.rows.receipts.ofNotification(id)) {
      expect(receipt.reference, context).toBe(reference)
      const sealed = register.rows.receipts.sealedContent(receipt.id)
      if (sealed === undefined) continue
      const bytes = register.store.stayKeys.open(stayId, `receipt:${receipt.id}`, sealed)
      const clientId = register.rows.revisions.find(id, 1)?.clientId ?? ''
      const original = Buffer.from(await (await fetch(`${url}/v1/notices/${clientId}/receipt`)).arrayBuffer())
      expect(bytes?.equals(original), context).toBe(true)
    }
  }
  expect(register.store.audit.verify().brokenAt, context).toBeNull()
  return received
}

async function turnOff(url: string): Promise<void> {
  await fetch(`${url}/faults`, { method: 'PUT', headers: { 'content-type': 'application/json' }, body: '{}' })
}

describe('over real HTTP to the simulated service', () => {
  it('with drop-after-store=0.3 and http-503=0.2, killed at random moments, everything arrives exactly once in effect', {
    timeout: 90_000,
  }, async () => {
    const seed = 20_261_123
    const random = seededRandom(seed)
    const { url } = await service(tempDirectory(), { 'drop-after-store': 0.3, 'http-503': 0.2 }, seed)
    const directory = tempDirectory()
    const ports = testPorts({ seed })
    let register = openRegister({ directory, ports })
    const ids = Array.from({ length: 60 }, () => addNotice(register))
    let kills = 0
    for (;;) {
      const link = watched(
        createMigrationApiChannel({ baseUrl: url, credentials: { kind: 'none' }, clock: ports.clock, maxBatch: 5 }),
      )
      const { outbox, time } = outboxOver(register, link.channel, { isCallUnderWay: link.isUnderWay })
      const draining = kills >= 10
      const callsToLive = Math.floor(random() * 6)
      const isDead = () => !draining && link.calls() > callsToLive
      outbox.start()
      const isAllAccepted = () => ids.every((id) => noticeOf(register, id).state === 'accepted')
      await time.run(() => isDead() || isAllAccepted())
      if (isAllAccepted()) {
        expect(await outbox.drain({ untilEmpty: true, timeoutMs: 60_000 })).toMatchObject({
          isEmpty: true,
          pending: 0,
          needsPerson: 0,
        })
        await outbox.stop()
        break
      }
      kills++
      link.channel.close()
      register.store.close()
      register = openRegister({ directory, ports })
    }
    expect(kills, `seed ${seed}`).toBeGreaterThanOrEqual(5)
    await turnOff(url)
    const received = await expectTheServiceAgrees(register, url, ids, `seed ${seed}`)
    expect(received).toHaveLength(60)
  })

  it.each([1, 2, 3, 4, 5, 6, 7, 8])(
    'under a random mixture of faults, service restarts included (seed %i)',
    { timeout: 90_000 },
    async (seed) => {
      const random = seededRandom(seed * 7919)
      const some = (most: number): number => (random() < 0.6 ? random() * most : 0)
      const faults: FaultRates = {
        'drop-before-store': some(0.3),
        'drop-after-store': some(0.3),
        'http-503': some(0.3),
        'http-429-retry-after': some(0.2),
        'html-502': some(0.3),
        'bad-shape': some(0.2),
        'auth-expired': some(0.1),
        slow: some(0.1),
        defer: some(0.4),
        'defer-one': some(0.3),
        'forget-batch': some(0.3),
      }
      const context = `seed ${seed} ${JSON.stringify(faults)}`
      const serviceDirectory = tempDirectory()
      let simulator = await service(serviceDirectory, faults, seed)
      const port = Number(new URL(simulator.url).port)
      const register = openRegister({ ports: testPorts({ seed }) })
      const ids = Array.from({ length: 40 }, () => addNotice(register))
      const link = watched(
        createMigrationApiChannel({
          baseUrl: simulator.url,
          credentials: { kind: 'none' },
          clock: register.ports.clock,
          maxBatch: 7,
        }),
      )
      const { outbox, time } = outboxOver(register, link.channel, { isCallUnderWay: link.isUnderWay })
      outbox.start()
      for (let round = 0; round < 3; round++) {
        const calls = link.calls() + 1 + Math.floor(random() * 8)
        await time.run(() => link.calls() >= calls, 3_600_000)
        await simulator.close()
        await time.run(() => false, random() * 120_000)
        simulator = await service(serviceDirectory, faults, seed + round, port)
      }
      await time.run(() => ids.every((id) => noticeOf(register, id).state === 'accepted'))
      await turnOff(simulator.url)
      expect(await expectTheServiceAgrees(register, simulator.url, ids, context)).toHaveLength(40)
      await outbox.stop()
    },
  )
})
