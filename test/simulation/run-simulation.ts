import { randomInt } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { extend, firstNewSeed, MOST_RANGES, merged, newEntry, readLedger, writeLedger } from './ledger.ts'
import { openPlaces } from './place.ts'
import { playInPool } from './pool.ts'
import { neverHappened, reportOf } from './report.ts'
import { runSeed } from './schedule.ts'
import { type Shrunk, searchTapes, shrinkSeed } from './shrink.ts'
import { addTotals, type Failure, noTotals, type Totals } from './totals.ts'
import { runWireSeed } from './wire/run-wire.ts'

const USAGE = `npm run simulate -- [--schedules N] [--seed S] [--workers W] [--minutes M]

Plays schedules of faults against the real outbox and register in virtual time, and checks the promises.
--schedules N   how many (1000)
--seed S        of the first; the others follow by one (any)
--workers W     processes (one less than the processors)
--minutes M     begin nothing new after so long
--campaign      go on after the last seed in ledger.json, and write down there what was played
--range R       of the campaign (0): several clones at a time take a range each
--merge FILE    take over what another clone's ledger.json holds
--replay SEED   tell the story of one seed, and its shrunk form when it breaks a promise
--wire          with the real channel over real sockets to the simulated service; slower
--tapes N       the second mode: N tapes of decisions made and shrunk by fast-check
--json          one line of JSON on stdout instead of the report
Exit code 0 = every promise kept, 1 = one broken or a fault that never happened, 2 = not understood.
`

const SHRINK_MS = 60_000
const CHUNK = 10

process.exitCode = await main()

async function main(): Promise<number> {
  const options = readOptions()
  if (options === undefined) return 2
  if (options.merge !== undefined) return mergeFrom(options.merge)
  if (options.replay !== undefined) return replay(options.replay, options.isOverTheWire)
  if (options.tapes !== undefined) return playTapes(options.tapes, options.seed, options.minutes)
  return play(options)
}

interface Options {
  readonly schedules: number
  readonly seed: number
  readonly workers: number
  readonly minutes: number
  readonly isCampaign: boolean
  readonly range: number
  readonly merge: string | undefined
  readonly replay: number | undefined
  readonly tapes: number | undefined
  readonly isOverTheWire: boolean
  readonly isJson: boolean
}

function readOptions(): Options | undefined {
  try {
    const { values } = parseArgs({
      options: {
        schedules: { type: 'string', default: '1000' },
        seed: { type: 'string', default: String(randomInt(1, 2 ** 31)) },
        workers: { type: 'string', default: String(Math.max(1, availableParallelism() - 1)) },
        minutes: { type: 'string', default: '1000000' },
        campaign: { type: 'boolean', default: false },
        range: { type: 'string', default: '0' },
        merge: { type: 'string' },
        replay: { type: 'string' },
        tapes: { type: 'string' },
        wire: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    })
    if (values.help) throw new TypeError('')
    const number = (text: string, name: string): number => {
      if (!/^\d+(\.\d+)?$/.test(text)) throw new TypeError(`--${name} is a number, not "${text}".`)
      return Number(text)
    }
    return {
      schedules: number(values.schedules, 'schedules'),
      seed: number(values.seed, 'seed'),
      workers: number(values.workers, 'workers'),
      minutes: number(values.minutes, 'minutes'),
      isCampaign: values.campaign,
      range: Math.min(number(values.range, 'range'), MOST_RANGES - 1),
      merge: values.merge,
      replay: values.replay === undefined ? undefined : number(values.replay, 'replay'),
      tapes: values.tapes === undefined ? undefined : number(values.tapes, 'tapes'),
      isOverTheWire: values.wire,
      isJson: values.json,
    }
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : ''}\n${USAGE}`)
    return undefined
  }
}

async function play(options: Options): Promise<number> {
  const { schedules, seed, workers, minutes, isCampaign, range, isOverTheWire, isJson } = options
  const entries = isCampaign ? readLedger() : []
  const first = isCampaign ? firstNewSeed(entries, range) : seed
  const entry = newEntry(first)
  if (isCampaign) entries.push(entry)
  process.stderr.write(`seeds from ${first}, ${workers} workers\n`)
  const totals = noTotals()
  /** Chunks that came back before one with smaller seeds did. */
  const early = new Map<number, { readonly last: number; readonly totals: Totals }>()
  let nextSeed = first
  const startedAt = performance.now()
  let writtenAt = startedAt
  let saidAt = startedAt

  await playInPool({
    workers,
    seeds: countFrom(first, schedules),
    chunkSize: CHUNK,
    isOverTheWire,
    forMs: minutes * 60_000,
    isEnough: () => totals.failures.length >= 20,
    onDone(done) {
      done.totals.failures.forEach(sayFailure)
      early.set(done.seeds[0] ?? 0, { last: done.seeds.at(-1) ?? 0, totals: done.totals })
      for (let chunk = early.get(nextSeed); chunk !== undefined; chunk = early.get(nextSeed)) {
        early.delete(nextSeed)
        addTotals(totals, chunk.totals)
        const now = performance.now()
        if (isCampaign) extend(entry, chunk.last, chunk.totals, 0)
        nextSeed = chunk.last + 1
        if (isCampaign && now - writtenAt > 10_000) {
          entry.workerSeconds = Math.round(((now - startedAt) / 1_000) * workers)
          writeLedger(entries)
          writtenAt = now
        }
        if (now - saidAt > 15_000) {
          process.stderr.write(`${totals.schedules} played, ${totals.failures.length} failed\n`)
          saidAt = now
        }
      }
    },
  })

  const seconds = (performance.now() - startedAt) / 1_000
  if (isCampaign) {
    entry.workerSeconds = Math.round(seconds * workers)
    writeLedger(entries)
  }
  const missing = neverHappened(totals, isOverTheWire)
  if (isJson) process.stdout.write(`${JSON.stringify({ firstSeed: first, seconds, missing, ...totals })}\n`)
  else process.stdout.write(`${reportOf(totals, seconds, workers, isOverTheWire)}\n`)
  for (const name of missing) process.stdout.write(`never happened: ${name}\n`)
  const [failure] = totals.failures
  if (failure !== undefined && !isJson && !isOverTheWire) await tellShrunk(failure.seed)
  return totals.failures.length === 0 && missing.length === 0 ? 0 : 1
}

/** At once: a run may be stopped before its end. */
function sayFailure({ seed, violations }: Failure): void {
  process.stderr.write(`seed ${seed}: ${violations.map(({ promise, what }) => `${promise}: ${what}`).join(' · ')}\n`)
}

function mergeFrom(file: string): number {
  const entries = merged(readLedger(), readLedger(file))
  writeLedger(entries)
  const schedules = entries.reduce((sum, entry) => sum + entry.schedules, 0)
  process.stdout.write(`${entries.length} stretches, ${schedules} schedules\n`)
  return 0
}

async function replay(seed: number, isOverTheWire: boolean): Promise<number> {
  const places = openPlaces()
  try {
    const result = await (isOverTheWire ? runWireSeed : runSeed)(seed, places.next())
    process.stdout.write(`${result.story.join('\n')}\n`)
    if (result.violations.length === 0) return 0
  } finally {
    places.close()
  }
  if (!isOverTheWire) await tellShrunk(seed)
  return 1
}

async function playTapes(tapes: number, seed: number, minutes: number): Promise<number> {
  process.stderr.write(`${tapes} tapes, seed ${seed}\n`)
  const places = openPlaces()
  try {
    const shrunk = await searchTapes(seed, tapes, places, minutes * 60_000)
    if (shrunk === undefined) process.stdout.write(`0 of ${tapes} tapes broke a promise\n`)
    else tell(shrunk)
    return shrunk === undefined ? 0 : 1
  } finally {
    places.close()
  }
}

async function tellShrunk(seed: number): Promise<void> {
  const places = openPlaces()
  try {
    const shrunk = await shrinkSeed(seed, places, SHRINK_MS)
    if (shrunk !== undefined) tell(shrunk)
  } finally {
    places.close()
  }
}

function tell({ tape, result, triedTapes }: Shrunk): void {
  process.stdout.write(`\nshrunk to ${tape.events.length} events in ${triedTapes} tries:\n${result.story.join('\n')}\n`)
}

function* countFrom(first: number, times: number): Generator<number> {
  for (let seed = first; seed < first + times; seed++) yield seed
}
