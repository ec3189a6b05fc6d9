import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { PROJECT_ROOT } from '../support/project.ts'
import failedSeeds from './failed-seeds.json' with { type: 'json' }
import { freshSeed } from './fresh-seed.ts'
import { openPlaces } from './place.ts'
import { PLANTED_BUGS } from './planted/bugs.ts'
import { hunt } from './planted/hunt.ts'
import { withEdit } from './planted/with-edit.ts'
import { playInPool } from './pool.ts'
import { neverHappened } from './report.ts'
import { searchTapes } from './shrink.ts'
import { addTotals, noTotals, type Totals } from './totals.ts'

/** Of the whole file about two minutes on two cores; campaigns are longer and have their own command. */
const FRESH_MS = 60_000
const TAPES_MS = 12_000
const WIRE_MS = 15_000
const ROOM_MS = 120_000
const WORKERS = 2
/** Some are played twice whatever the machine's speed. */
const FIRST_SEED = 40 * (1 + freshSeed())
const MOST_SCHEDULES = 2_400
const TAPES_SEED = 1 + freshSeed()
const MOST_TAPES = 150

async function play(seeds: Iterator<number>, forMs: number, isOverTheWire = false): Promise<Totals> {
  const totals = noTotals()
  await playInPool({
    workers: WORKERS,
    seeds,
    chunkSize: 5,
    isOverTheWire,
    forMs,
    isEnough: () => totals.failures.length > 0 || totals.schedules >= MOST_SCHEDULES,
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
    const totals = await play(countFrom(FIRST_SEED), FRESH_MS)
    process.stdout.write(
      `simulation: ${totals.schedules} schedules from seed ${FIRST_SEED}, ${totals.tally['crashes'] ?? 0} crashes; tapes from ${TAPES_SEED}\n`,
    )
    expect(totals.failures).toEqual([])
    expect(totals.playedTwice).toBeGreaterThan(0)
    expect(neverHappened(totals)).toEqual([])
    expect(totals.tally['crashes'] ?? 0).toBeGreaterThan(0)
    expect(totals.tally['lost answers'] ?? 0).toBeGreaterThan(0)
  })

  it('keep every promise with the real channel over real sockets', { timeout: WIRE_MS + ROOM_MS }, async () => {
    const totals = await play(countFrom(FIRST_SEED), WIRE_MS, true)
    process.stdout.write(`simulation: ${totals.schedules} schedules over the wire from seed ${FIRST_SEED}\n`)
    expect(totals.failures).toEqual([])
    expect(totals.tally['sends'] ?? 0).toBeGreaterThan(0)
  })

  it('keep every promise on tapes of decisions', { timeout: TAPES_MS + ROOM_MS }, async () => {
    const places = openPlaces()
    try {
      const shrunk = await searchTapes(TAPES_SEED, MOST_TAPES, places, TAPES_MS)
      expect(shrunk?.result.story).toBeUndefined()
    } finally {
      places.close()
    }
  })
})

describe('bugs planted into the sources', () => {
  it.each(PLANTED_BUGS)('$name fits the sources as they are', ({ edits }) => {
    const texts = new Map<string, string>()
    for (const edit of edits) {
      const text = texts.get(edit.file) ?? readFileSync(join(PROJECT_ROOT, edit.file), 'utf8')
      texts.set(edit.file, withEdit(text, edit))
    }
    expect(texts.size).toBeGreaterThan(0)
  })

  const quick = PLANTED_BUGS.filter(({ isQuick }) => isQuick)

  it.each(quick)('$name is found', { timeout: ROOM_MS }, async (bug) => {
    const { schedules, caughtBy } = await hunt(bug, WORKERS)
    expect(schedules).not.toBeNull()
    expect(bug.caughtBy).toContain(caughtBy)
  })
})
