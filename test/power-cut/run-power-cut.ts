import { fork } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { buildPreload, reasonNotToPreload } from './preload/build-preload.ts'
import { readRecord, recordScenario } from './scenario/record.ts'
import { SCENARIOS, type ScenarioName } from './scenario/scenarios.ts'
import { type Played, play } from './states/play.ts'
import { gapsOf, reportOf, sumOfPlayed } from './states/tally.ts'
import { makeWorkDirectory } from './states/work-directory.ts'

const USAGE = `npm run power-cut -- [--states N] [--seed S] [--workers W]

Records what the desk does to its disk in a few runs, builds the folder as a power cut could leave it after every single call, opens each
with the desk's own store and compares it with what had been acknowledged.
--states N    about so many states of the disk (50000)
--seed S      repeats a run: who checks in, and what each cut leaves
--workers W   processes at once (all cores)
Exit code 0 = nothing lost, nothing damaged; 1 = something was; 2 = not understood; 3 = this machine cannot record a disk.
`

const taskSchema = z.object({
  scenario: z.enum(['season', 'upgrade', 'keys']),
  workDirectory: z.string(),
  states: z.number(),
  seed: z.number(),
  share: z.object({ index: z.number(), of: z.number() }),
})
type Task = z.infer<typeof taskSchema>

const givenTask = process.env['QABYL_POWER_CUT_TASK']
process.exitCode = givenTask === undefined ? await main() : await playShare(taskSchema.parse(JSON.parse(givenTask)))

async function main(): Promise<number> {
  const options = readOptions()
  if (options === undefined) return 2
  const reason = reasonNotToPreload()
  if (reason !== undefined) {
    process.stderr.write(`Not run: ${reason}.\n`)
    return 3
  }
  const { states, seed, workers } = options
  const workDirectory = makeWorkDirectory('power-cut')
  process.stdout.write(`seed ${seed} (repeat with --seed ${seed} --states ${states})\n`)
  const library = buildPreload(workDirectory)
  const names = Object.keys(SCENARIOS) as ScenarioName[]
  const lengths = new Map<ScenarioName, number>()
  for (const scenario of names) {
    const { calls } = await recordScenario({ scenario, seed, library, workDirectory })
    lengths.set(scenario, calls.length)
    process.stderr.write(`${scenario}: ${calls.length} calls recorded\n`)
  }
  const allCalls = [...lengths.values()].reduce((sum, count) => sum + count, 0)
  const startedAt = performance.now()
  const parts: Played[] = []
  for (const scenario of names) {
    const ofScenario = (states * (lengths.get(scenario) ?? 0)) / allCalls
    const shares = Array.from({ length: workers }, (_, index) => ({ index, of: workers }))
    parts.push(
      ...(await Promise.all(shares.map((share) => startShare({ scenario, workDirectory, states: ofScenario, seed, share })))),
    )
    process.stderr.write(`${scenario}: played\n`)
  }
  const played = sumOfPlayed(parts)
  const seconds = (performance.now() - startedAt) / 1000
  const gaps = gapsOf(played)
  const rate = `${Math.round(played.states / seconds)} states/s on ${workers} workers, ${Math.round(seconds)} s`
  process.stdout.write(`${reportOf(played)}\n${rate}\n${gaps.map((gap) => `not believable: ${gap}\n`).join('')}`)
  if (played.findings.length > 0) process.stdout.write(`The records are kept in ${workDirectory}\n`)
  else rmSync(workDirectory, { recursive: true, force: true })
  return played.findings.length + gaps.length === 0 ? 0 : 1
}

function readOptions(): { states: number; seed: number; workers: number } | undefined {
  try {
    const { values } = parseArgs({
      options: {
        states: { type: 'string', default: '50000' },
        seed: { type: 'string', default: String(Date.now() % 1_000_000) },
        workers: { type: 'string', default: String(availableParallelism()) },
        help: { type: 'boolean', default: false },
      },
    })
    const count = z.coerce.number().int().min(1)
    if (!values.help)
      return { states: count.parse(values.states), seed: count.parse(values.seed), workers: count.parse(values.workers) }
  } catch (error) {
    process.stderr.write(`${error instanceof z.ZodError ? 'A number was expected.' : String(error)}\n\n`)
  }
  process.stderr.write(USAGE)
  return undefined
}

/** One share of the points of one record, in a process of its own. */
async function startShare(task: Task): Promise<Played> {
  const child = fork(import.meta.filename, { env: { ...process.env, QABYL_POWER_CUT_TASK: JSON.stringify(task) } })
  let played: Played | undefined
  child.once('message', (message) => {
    played = message as Played
  })
  await once(child, 'exit')
  if (played === undefined) throw new Error(`A worker ended without an answer (${child.exitCode ?? child.signalCode})`)
  return played
}

async function playShare({ scenario, workDirectory, states, seed, share }: Task): Promise<number> {
  const played = await play({ record: readRecord(workDirectory, scenario), states, seed, share, workDirectory })
  process.send?.(played)
  process.disconnect()
  return 0
}
