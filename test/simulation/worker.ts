import { openPlaces } from './place.ts'
import { runSeed } from './schedule.ts'
import { addResult, noTotals, type Totals } from './totals.ts'

/** Every so-manieth schedule is played twice: one seed must be one story. */
const PLAYED_TWICE_EVERY = 40

export interface Chunk {
  readonly seeds: readonly number[]
}
export interface ChunkDone {
  readonly seeds: readonly number[]
  readonly totals: Totals
}

const places = openPlaces()
process.once('exit', () => places.close())
for (const end of ['disconnect', 'SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(end, () => process.exit())

process.on('message', (chunk: Chunk) => {
  playChunk(chunk.seeds).then(
    (totals) => process.send?.({ seeds: chunk.seeds, totals } satisfies ChunkDone),
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
      process.exit(1)
    },
  )
})

async function playChunk(seeds: readonly number[]): Promise<Totals> {
  const totals = noTotals()
  for (const seed of seeds) {
    const result = await playOnce(seed)
    addResult(totals, result)
    if (seed % PLAYED_TWICE_EVERY !== 0) continue
    const again = await playOnce(seed)
    totals.playedTwice++
    if (again.hash !== result.hash) {
      const what = `seed ${seed} told two stories, ${result.hash} and ${again.hash}`
      totals.failures.push({ seed, violations: [{ promise: 'own', what }] })
    }
  }
  return totals
}

async function playOnce(seed: number) {
  const place = places.next()
  try {
    return await runSeed(seed, place)
  } finally {
    places.leave(place)
  }
}
