import type { MakeBench } from './bench.ts'
import { type Measurement, measure } from './measure.ts'
import { reportOf } from './report.ts'

/** Every bench by name. */
const BENCHES: Readonly<Record<string, () => Promise<{ readonly makeBench: MakeBench }>>> = {
  deadlines: () => import('./deadlines.bench.ts'),
  report: () => import('./report.bench.ts'),
}

const USAGE = `npm run bench -- NAME… [--json]

Measures two ways to do the same work side by side and says how their times compare.
Names: ${Object.keys(BENCHES).join(', ')}.
--json   one line of JSON per bench on stdout instead of the report
Exit code 0 = every aim reached, 1 = an aim missed or the two sides disagree, 2 = not understood.
`

process.exitCode = await main(process.argv.slice(2))

async function main(args: readonly string[]): Promise<number> {
  const isJson = args.includes('--json')
  const names = args.filter((arg) => arg !== '--json')
  const unknown = names.find((name) => !Object.hasOwn(BENCHES, name))
  if (names.length === 0 || unknown !== undefined) {
    const asksForHelp = unknown === '--help'
    if (unknown !== undefined && !asksForHelp) process.stderr.write(`There is no bench or option called "${unknown}".\n\n`)
    process.stderr.write(USAGE)
    return asksForHelp ? 0 : 2
  }
  const measurements: Measurement[] = []
  for (const name of names) {
    const measurement = await runBench(name)
    process.stdout.write(isJson ? `${JSON.stringify(measurement)}\n` : `${reportOf(measurement)}\n`)
    measurements.push(measurement)
  }
  return measurements.some(({ isReached }) => isReached === false) ? 1 : 0
}

async function runBench(name: string): Promise<Measurement> {
  const load = BENCHES[name]
  if (load === undefined) throw new Error(`There is no bench called "${name}".`)
  const bench = await (await load()).makeBench()
  try {
    process.stderr.write(`${name}: making sure that both sides find the same …\n`)
    return await measure(name, bench, (round) => {
      if (round % Math.ceil(bench.rounds / 10) === 0) process.stderr.write(`${name}: round ${round + 1} of ${bench.rounds}\n`)
    })
  } finally {
    await bench.close?.()
  }
}
