import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { PLANTED_BUGS } from './bugs.ts'
import { hunt, replayPlanted } from './hunt.ts'

const USAGE = `npm run planted-bugs -- [--only TEXT] [--workers W] [--shrink]

Plants one mistake after the other into the sources a process loads and looks how soon the simulation finds it.
--only TEXT   those whose name holds the text
--workers W   processes (one less than the processors)
--shrink      the story of each as short as fast-check makes it within a minute
Exit code 0 = each was found within the schedules it is allowed, 1 = one was not, 2 = not understood.
`

process.exitCode = await main()

async function main(): Promise<number> {
  try {
    const workers = String(Math.max(1, availableParallelism() - 1))
    const { values } = parseArgs({
      options: {
        only: { type: 'string', default: '' },
        shrink: { type: 'boolean', default: false },
        workers: { type: 'string', default: workers },
      },
    })
    return await huntAll(values.only, Number(values.workers), values.shrink)
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    process.stderr.write(`${error.message}\n\n${USAGE}`)
    return 2
  }
}

async function huntAll(only: string, workers: number, isShrunk: boolean): Promise<number> {
  const bugs = PLANTED_BUGS.filter(({ name }) => name.includes(only))
  let missed = 0
  process.stdout.write(`${'planted bug'.padEnd(44)} ${'found in'.padStart(9)} ${'allowed'.padStart(8)}   caught by   seconds\n`)
  for (const bug of bugs) {
    const { schedules, caughtBy, seconds } = await hunt(bug, workers)
    if (schedules === null) missed++
    const found = schedules === null ? 'NOT FOUND' : String(schedules)
    process.stdout.write(
      `${bug.name.padEnd(44)} ${found.padStart(9)} ${String(bug.within).padStart(8)}   ${(caughtBy ?? '').padEnd(9)} ${seconds.toFixed(1).padStart(9)}\n`,
    )
    if (isShrunk && schedules !== null) replayPlanted(bug, schedules)
  }
  process.stdout.write(`${bugs.length - missed} of ${bugs.length} found\n`)
  return missed === 0 && bugs.length > 0 ? 0 : 1
}
