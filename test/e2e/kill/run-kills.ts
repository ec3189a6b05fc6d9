import { rmSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { makeWorkDirectory } from '../../power-cut/states/work-directory.ts'
import { gapsOf, reportOf, runKills } from './kill-campaign.ts'

const USAGE = `npm run kills -- [--kills N] [--seed S]

Kills the built desk N times (200) while clerks check guests in and it sends to a failing service; then everything has to be there once.
--seed S   repeats the guests, the faults and the moments
Exit code 0 = nothing lost, nothing double; 1 = something was; 2 = not understood.
`

process.exitCode = await main()

async function main(): Promise<number> {
  const options = readOptions()
  if (options === undefined) return 2
  const { kills, seed } = options
  process.stdout.write(`seed ${seed} (repeat with --seed ${seed} --kills ${kills})\n`)
  const directory = makeWorkDirectory('kills')
  const onKill = (kill: number): void => {
    if (kill % 10 === 0) process.stderr.write(`${kill} of ${kills}\n`)
  }
  const startedAt = performance.now()
  const report = await runKills({ seed, kills, directory, onKill })
  process.stdout.write(`${reportOf(report)}\n${Math.round((performance.now() - startedAt) / 1000)} s\n`)
  if (report.findings.length > 0) process.stdout.write(`The folder is kept: ${directory}\n`)
  else rmSync(directory, { recursive: true, force: true })
  const gaps = gapsOf(report)
  process.stdout.write(gaps.map((gap) => `not believable: ${gap}\n`).join(''))
  return report.findings.length + gaps.length === 0 ? 0 : 1
}

function readOptions(): { kills: number; seed: number } | undefined {
  try {
    const { values } = parseArgs({
      options: {
        kills: { type: 'string', default: '200' },
        seed: { type: 'string', default: String(Date.now() % 1_000_000) },
        help: { type: 'boolean', default: false },
      },
    })
    const count = z.coerce.number().int().min(1)
    if (!values.help) return { kills: count.parse(values.kills), seed: count.parse(values.seed) }
  } catch (error) {
    process.stderr.write(`${error instanceof z.ZodError ? 'A number was expected.' : String(error)}\n\n`)
  }
  process.stderr.write(USAGE)
  return undefined
}
