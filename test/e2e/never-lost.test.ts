import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as waitMs } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { seededRandom } from '#electron/simulator/seeded-random.ts'
import { noticeSchema } from '#shared/contract/schemas.ts'
import { BUILT_CLI, PROJECT_ROOT } from '../support/project.ts'
import { runCliJson } from '../support/run-cli.ts'
import { startServe, startSimulatorProcess } from '../support/serve.ts'
import { tempDirectory } from '../support/temp-directory.ts'

const FIXTURES = join(PROJECT_ROOT, 'test', 'fixtures')
const ARRIVALS = join(FIXTURES, 'arrivals.csv')

const expectedRowsSchema = z.array(
  z.object({ row: z.number(), reservation: z.string(), outcome: z.string(), state: z.string() }),
)
const receivedSchema = z.array(
  z.object({
    clientId: z.string(),
    reference: z.string(),
    timesReceived: z.number(),
    payload: z.object({ stay: z.object({ arrivalAt: z.string(), room: z.string() }) }).loose(),
  }),
)
const verifySchema = z.object({ isClean: z.boolean() }).loose()

/** Room and hour of arrival of every row that must become a notice: known from the file and the law, not from the program. */
function roomsExpected(): readonly string[] {
  const [, ...lines] = readFileSync(ARRIVALS, 'utf8').trimEnd().split('\n')
  const rows = expectedRowsSchema.parse(JSON.parse(readFileSync(join(FIXTURES, 'arrivals.expected.json'), 'utf8')))
  return rows
    .filter((row) => row.outcome === 'created' && row.state === 'ready')
    .map((row) => {
      const [reservation, room, arrival] = (lines[row.row - 1] ?? '').split(',')
      if (reservation !== row.reservation) throw new Error(`Row ${row.row} of the two fixtures do not match`)
      return `${room} ${arrival}`
    })
    .toSorted()
}

async function received(url: string): Promise<z.infer<typeof receivedSchema>> {
  return receivedSchema.parse(await (await fetch(`${url}/received`)).json())
}

async function initialise(directory: string, channelUrl: string): Promise<void> {
  const property = join(directory, 'property.json')
  writeFileSync(
    property,
    JSON.stringify({
      name: 'Отель «Мысал»',
      bin: '990140000384',
      address: 'Алматы, ул. Учебная, 1',
      department: 'УМС ДП г. Алматы',
      channel: 'migration-api',
      environment: 'test',
    }),
  )
  await runCliJson(['init', '--property', property, '--data', join(directory, 'desk'), '--channel-url', channelUrl])
}

test('ten kills at random moments beside a failing service: every notice there once, every one with its reference', async () => {
  const seed = Number(process.env['QABYL_TEST_SEED'] ?? Date.now() % 1_000_000)
  console.log(`seed ${seed} (repeat with QABYL_TEST_SEED=${seed})`)
  const random = seededRandom(seed)
  const directory = tempDirectory()
  const desk = join(directory, 'desk')
  const simulator = await startSimulatorProcess([
    ...['--data', join(directory, 'simulator'), '--seed', String(seed)],
    ...['--fault', 'drop-after-store=0.3', '--fault', 'http-503=0.2'],
  ])
  try {
    await initialise(directory, simulator.ready.url)
    await runCliJson(['import', ARRIVALS, '--data', desk])

    for (let kill = 1; kill <= 10; kill++) {
      const child = spawn(process.execPath, [BUILT_CLI, 'serve', '--port', '0', '--data', desk, '--json'], {
        cwd: PROJECT_ROOT,
        stdio: ['ignore', 'pipe', 'ignore'],
      })
      // Two of ten die while starting, the others somewhere in their work: the moment itself is what is drawn here.
      if (kill > 2) await readyOrEnded(child)
      await waitMs(random() * 900)
      child.kill('SIGKILL')
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    }

    const drained = await runCliJson(['drain', '--until-empty', '--timeout', '90', '--data', desk])
    expect(drained).toMatchObject({ isEmpty: true, pending: 0 })

    const effects = await received(simulator.ready.url)
    expect(effects.map(({ payload: { stay } }) => `${stay.room} ${stay.arrivalAt}`).toSorted()).toEqual(roomsExpected())
    expect(new Set(effects.map((effect) => effect.clientId)).size).toBe(effects.length)

    const notices = z.array(noticeSchema).parse(await runCliJson(['queue', '--data', desk]))
    const accepted = notices.filter((notice) => notice.state === 'accepted')
    expect(Object.fromEntries(accepted.map((notice) => [notice.clientId, notice.reference]))).toEqual(
      Object.fromEntries(effects.map((effect) => [effect.clientId, effect.reference])),
    )
    expect(verifySchema.parse(await runCliJson(['verify', '--data', desk])).isClean).toBe(true)
  } finally {
    await simulator.stop()
  }
})

test('with no service check-ins go on, the board shows what is due, and everything goes out in the stated order', async () => {
  const directory = tempDirectory()
  const desk = join(directory, 'desk')
  const simulatorData = ['--data', join(directory, 'simulator')]
  const before = await startSimulatorProcess(simulatorData)
  await initialise(directory, before.ready.url)
  await before.stop()

  const serve = await startServe(['--data', desk])
  try {
    await runCliJson(['import', ARRIVALS, '--data', desk])
    const waiting = z.array(noticeSchema).parse(await runCliJson(['queue', '--data', desk]))
    const due = waiting.filter((notice) => notice.state === 'ready')
    expect(due).toHaveLength(roomsExpected().length)
    expect(due.every((notice) => notice.actBy !== null && notice.lane !== null)).toBe(true)

    const port = new URL(before.ready.url).port
    const after = await startSimulatorProcess([...simulatorData, '--port', port])
    try {
      const drained = await runCliJson(['drain', '--until-empty', '--timeout', '90', '--data', desk])
      expect(drained).toMatchObject({ isEmpty: true, pending: 0 })
      const sent = (await received(after.ready.url)).map((effect) => effect.clientId)
      // By the last moment to act; what can still be on time goes before what is late already.
      const today = z
        .object({ businessDate: z.string() })
        .loose()
        .parse(await boardOf(serve.ready)).businessDate
      const order = due
        .toSorted((a, b) => claimKey(a, today).localeCompare(claimKey(b, today)))
        .map((notice) => claimKey(notice, today))
      const byClientId = new Map(due.map((notice) => [notice.clientId, claimKey(notice, today)]))
      expect(sent.map((clientId) => byClientId.get(clientId))).toEqual(order)
    } finally {
      await after.stop()
    }
  } finally {
    expect(await serve.stop()).toBe(0)
  }
})

function claimKey(notice: z.infer<typeof noticeSchema>, today: string): string {
  const actBy = notice.actBy ?? ''
  return `${actBy >= today ? 'on time' : 'too late'} ${actBy}`
}

async function boardOf(ready: { readonly url: string; readonly apiToken: string }): Promise<unknown> {
  const answer = await fetch(new URL('/api/v1/status', ready.url), { headers: { authorization: `Bearer ${ready.apiToken}` } })
  return answer.json()
}

async function readyOrEnded(child: ChildProcess): Promise<void> {
  if (child.stdout === null) throw new Error('Started without a pipe for its answer')
  await Promise.race([once(child.stdout, 'data'), once(child, 'exit')])
}
