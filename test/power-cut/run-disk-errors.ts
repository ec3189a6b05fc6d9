import { rmSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { allTrials, countCalls, drawTrials, runTrials } from './disk-errors/campaign.ts'
import { gapsOf, reportOf } from './disk-errors/report.ts'
import { CALL_CLASS_NAMES, nameOfTrial, type TrialResult } from './disk-errors/trial.ts'
import { buildPreload, reasonNotToPreload } from './preload/build-preload.ts'
import { makeWorkDirectory } from './states/work-directory.ts'

const USAGE = `npm run disk-errors -- [--trials N] [--seed S] [--workers W]

A day at the desk on a disk that gives ENOSPC, EIO or EROFS at one call – once, or from there on – for every call of that day.
--trials N    only so many of them, drawn evenly over writes, syncs, truncates, opens and names
--seed S      repeats a run
--workers W   processes at once (all cores)
Exit code 0 = every answer was true and nothing was lost; 1 = not; 2 = not understood; 3 = this machine cannot make a disk fail.
`

process.exitCode = await main()

async function main(): Promise<number> {
  const options = readOptions()
  if (options === undefined) return 2
  const reason = reasonNotToPreload()
  if (reason !== undefined) {
    process.stderr.write(`Not run: ${reason}.\n`)
    return 3
  }
  const { trials: wanted, seed, workers } = options
  const workDirectory = makeWorkDirectory('disk-errors')
  process.stdout.write(`seed ${seed} (repeat with --seed ${seed}${wanted === null ? '' : ` --trials ${wanted}`})\n`)
  try {
    const library = buildPreload(workDirectory)
    const counts = await countCalls({ library, workDirectory, seed })
    const trials = wanted === null ? allTrials(counts) : drawTrials(counts, Math.ceil(wanted / CALL_CLASS_NAMES.length), seed)
    process.stderr.write(`${trials.length} trials: ${CALL_CLASS_NAMES.map((name) => `${name} ${counts[name]}`).join(', ')}\n`)
    const startedAt = performance.now()
    let done = 0
    const onResult = ({ trial, findings }: TrialResult): void => {
      if (findings.length > 0) process.stderr.write(`${nameOfTrial(trial)}: ${findings.join('; ')}\n`)
      if (++done % 100 === 0) process.stderr.write(`${done} of ${trials.length}\n`)
    }
    const shares = Array.from({ length: workers }, (_, worker) => trials.filter((_trial, index) => index % workers === worker))
    const parts = await Promise.all(
      shares.map((share, worker) =>
        runTrials(share, { library, workDirectory, seed: seed + worker, name: `worker-${worker}`, onResult }),
      ),
    )
    const results: TrialResult[] = parts.flat()
    const seconds = (performance.now() - startedAt) / 1000
    const gaps = gapsOf(results)
    const rate = `${(results.length / seconds).toFixed(1)} trials/s on ${workers} workers, ${Math.round(seconds)} s`
    process.stdout.write(`${reportOf(results)}\n${rate}\n${gaps.map((gap) => `not believable: ${gap}\n`).join('')}`)
    return gaps.length === 0 && results.every(({ findings }) => findings.length === 0) ? 0 : 1
  } finally {
    rmSync(workDirectory, { recursive: true, force: true })
  }
}

function readOptions(): { trials: number | null; seed: number; workers: number } | undefined {
  try {
    const { values } = parseArgs({
      options: {
        trials: { type: 'string' },
        seed: { type: 'string', default: String(Date.now() % 1_000_000) },
        workers: { type: 'string', default: String(availableParallelism()) },
        help: { type: 'boolean', default: false },
      },
    })
    const count = z.coerce.number().int().min(1)
    const trials = values.trials === undefined ? null : count.parse(values.trials)
    if (!values.help) return { trials, seed: count.parse(values.seed), workers: count.parse(values.workers) }
  } catch (error) {
    process.stderr.write(`${error instanceof z.ZodError ? 'A number was expected.' : String(error)}\n\n`)
  }
  process.stderr.write(USAGE)
  return undefined
}
