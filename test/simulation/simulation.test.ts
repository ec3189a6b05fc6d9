import { randomInt } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import failedSeeds from './failed-seeds.json' with { type: 'json' }
import { openPlaces } from './place.ts'
import { PLANTED_BUGS } from './planted/bugs.ts'
import { hunt } from './planted/hunt.ts'
import { playInPool } from './pool.ts'
import { neverHappened } from './report.ts'
import { searchTapes } from './shrink.ts'
import { addTotals, noTotals, type Totals } from './totals.ts'

/** Of the whole file about 150 seconds on two cores; campaigns are longer and have their own command. */
const FRESH_MS = 80_000
const TAPES_MS = 12_000
const ROOM_MS = 120_000
const WORKERS = 2
/** First seeds are multiples of it, so that some are played twice whatever the machine's speed. */
const STEP = 40

async function play(seeds: Iterator<number>, forMs: number): Promise<Totals> {
  const totals = noTotals()
  await playInPool({
    workers: WORKERS,
    seeds,
    chunkSize: 5,
    forMs,
    isEnough: () => totals.failures.length > 0,
    onDone: (done) => addTotals(totals, done.totals),
  })
  return totals
}

function* countFrom(first: number): Generator<number> {
  for (let seed = first; ; seed++) yield seed
}

describe('schedules of faults in virtual time', () => {
  it('keep every promise with the seeds that once broke one', { timeout: ROOM_MS }, async () => {
    const seeds = failedSeeds.map(({ seed }) => seed)
    const totals = await play(seeds.values(), Number.POSITIVE_INFINITY)
    expect(totals.failures).toEqual([])
    expect(totals.schedules).toBe(seeds.length)
  })

  it('keep every promise with fresh seeds, and each seed is one story', { timeout: FRESH_MS + ROOM_MS }, async () => {
    const first = randomInt(1, 50_000_000) * STEP
    const totals = await play(countFrom(first), FRESH_MS)
    process.stdout.write(
      `simulation: ${totals.schedules} schedules from seed ${first}, ${totals.tally['crashes'] ?? 0} crashes\n`,
    )
    expect(totals.failures).toEqual([])
    expect(totals.playedTwice).toBeGreaterThan(0)
    expect(neverHappened(totals)).toEqual([])
    expect(totals.tally['crashes'] ?? 0).toBeGreaterThan(0)
    expect(totals.tally['lost answers'] ?? 0).toBeGreaterThan(0)
  })

  it('keep every promise on tapes of decisions', { timeout: TAPES_MS + ROOM_MS }, async () => {
    const seed = randomInt(1, 2 ** 31)
    process.stdout.write(`simulation: tapes of seed ${seed}\n`)
    const places = openPlaces()
    try {
      const shrunk = await searchTapes(seed, 1_000, places, TAPES_MS)
      expect(shrunk?.result.story).toBeUndefined()
    } finally {
      places.close()
    }
  })
})

describe('bugs planted into the sources', () => {
  const quick = PLANTED_BUGS.filter(({ isQuick }) => isQuick)

  it.each(quick)('$name is found', { timeout: ROOM_MS }, async (bug) => {
    const { schedules, caughtBy } = await hunt(bug, WORKERS)
    expect(schedules).not.toBeNull()
    expect(bug.caughtBy).toContain(caughtBy)
  })
})
