import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { noticeSchema } from '#shared/contract/schemas.ts'
import { PROJECT_ROOT } from '../support/project.ts'
import { runCliJson } from '../support/run-cli.ts'
import { startServe, startSimulatorProcess } from '../support/serve.ts'
import { tempDirectory } from '../support/temp-directory.ts'
import { gapsOf, reportOf, runKills } from './kill/kill-campaign.ts'

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

test('twenty kills at random moments beside a failing service: every check-in there once, at the service once', async () => {
  const seed = Number(process.env['QABYL_TEST_SEED'] ?? Date.now() % 1_000_000)
  console.log(`seed ${seed} (repeat with QABYL_TEST_SEED=${seed})`)
  const report = await runKills({ seed, kills: 20, directory: tempDirectory() })
  console.log(reportOf(report))
  expect(report.findings).toEqual([])
  expect(gapsOf(report)).toEqual([])
}, 180_000)

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
      const keys = sent.map((clientId) => byClientId.get(clientId) ?? '')
      // The try that finds the service back is of one whose back-off is over; from then on nobody waits, and the order is the stated one.
      const [found = '', ...then] = keys
      const others = order.toSpliced(order.indexOf(found), 1)
      expect(order).toContain(found)
      expect(then).toEqual(others)
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
