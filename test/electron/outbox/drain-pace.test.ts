import { expect, it, onTestFinished } from 'vitest'
import { createMigrationApiChannel } from '#electron/channels/migration-api/migration-api-channel.ts'
import { startSimulator } from '#electron/simulator/start-simulator.ts'
import { testPorts } from '../../support/ports.ts'
import { tempDirectory } from '../../support/temp-directory.ts'
import { addNotice, noticeOf, openRegister, outboxOver, statesOf } from './outbox-under-test.ts'
import { watched } from './watched-channel.ts'

/** What a drain costs: waiting on the desk's clock, HTTP itself being free, and calls of the channel. */
interface Pace {
  readonly seed: number
  readonly waitedSeconds: number
  readonly calls: number
}

async function drain(seed: number, canAskMany: boolean): Promise<Pace> {
  const simulator = await startSimulator({
    directory: tempDirectory(),
    port: 0,
    seed,
    faults: { 'drop-after-store': 0.3, 'http-503': 0.2 },
  })
  onTestFinished(() => simulator.close())
  const register = openRegister({ ports: testPorts({ seed }) })
  const { clock } = register.ports
  const ids = Array.from({ length: 45 }, () => addNotice(register))
  const { lookUpMany, ...channel } = createMigrationApiChannel({
    baseUrl: simulator.url,
    credentials: { kind: 'none' },
    clock,
  })
  const link = watched(canAskMany && lookUpMany !== undefined ? { ...channel, lookUpMany } : channel)
  const { outbox, time } = outboxOver(register, link.channel, { isCallUnderWay: link.isUnderWay })
  outbox.start()
  const startedAtMs = clock.monotonicMs()
  await time.run(() => ids.every((id) => noticeOf(register, id).state === 'accepted'))
  const waitedSeconds = (clock.monotonicMs() - startedAtMs) / 1000
  await outbox.stop()
  expect(statesOf(register, ids)).toEqual(ids.map(() => 'accepted'))
  return { seed, waitedSeconds, calls: link.calls() }
}

const SEEDS = [1, 2, 3, 4, 5]

async function drainAll(canAskMany: boolean): Promise<readonly Pace[]> {
  const paces: Pace[] = []
  for (const seed of SEEDS) paces.push(await drain(seed, canAskMany))
  return paces
}

const callsOf = (paces: readonly Pace[]): number => paces.reduce((sum, { calls }) => sum + calls, 0)

it('45 notices through a service that cuts every third answer and fails every fifth request: a batch is asked about at once', {
  timeout: 120_000,
}, async () => {
  const [atOnce, oneByOne] = [await drainAll(true), await drainAll(false)]
  // Three times is far from what it saves (ten times), so that chance does not fail it.
  expect(callsOf(oneByOne) / callsOf(atOnce), JSON.stringify({ atOnce, oneByOne })).toBeGreaterThan(3)
})
