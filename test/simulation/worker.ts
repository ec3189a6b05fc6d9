import { openPlaces } from './place.ts'
import { runSeed } from './schedule.ts'
import { addResult, noTotals, type Totals } from './totals.ts'
import { runWireSeed } from './wire/run-wire.ts'

/** Every so-manieth schedule is played twice: one seed must be one story. */
const PLAYED_TWICE_EVERY = 40

export interface Chunk {
  readonly seeds: readonly number[]
  readonly isOverTheWire: boolean
}
export interface ChunkDone {
  readonly seeds: readonly number[]
  readonly totals: Totals
}

const places = openPlaces()
process.once('exit', () => places.close())
for (const end of ['disconnect', 'SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(end, () => process.exit())

process.on('message', (chunk: Chunk) => {
  playChunk(chunk).then(
    (totals) => process.send?.({ seeds: chunk.seeds, totals } satisfies ChunkDone),
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
      process.exit(1)
    },
  )
})

async function playChunk({ seeds, isOverTheWire }: Chunk): Promise<Totals> {
  const totals = noTotals()
  for (const seed of seeds) {
    const result = await playOnce(seed, isOverTheWire)
    addResult(totals, result)
    if (seed % PLAYED_TWICE_EVERY !== 0) continue
    const again = await playOnce(seed, isOverTheWire)
    totals.playedTwice++
    if (again.hash !== result.hash) {
      const what = `seed ${seed} told two stories, ${result.hash} and ${again.hash}`
      totals.failures.push({ seed, violations: [{ promise: 'own', what }] })
    }
  }
  return totals
}

async function playOnce(seed: number, isOverTheWire: boolean) {
  const place = places.next()
  try {
    return await (isOverTheWire ? runWireSeed(seed, place) : runSeed(seed, place))
  } finally {
    places.leave(place)
  }
}
