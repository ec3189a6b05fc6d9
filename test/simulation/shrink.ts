import fc from 'fast-check'
import type { Promised } from './checks.ts'
import type { Places } from './place.ts'
import { runSeed, runTape, type ScheduleResult } from './schedule.ts'

export interface Shrunk {
  readonly tape: readonly number[]
  readonly result: ScheduleResult
  readonly triedTapes: number
}

const byte = fc.integer({ min: 0, max: 255 })

/**
 * The decisions of a seed as a tape, shrunk by fast-check while the same promise stays broken. `undefined` when the seed breaks
 * nothing.
 */
export async function shrinkSeed(seed: number, places: Places, forMs: number): Promise<Shrunk | undefined> {
  const place = places.next()
  const first = await runSeed(seed, place)
  places.leave(place)
  const [violation] = first.violations
  return violation === undefined ? undefined : shrinkTape(seed, first.tape, violation.promise, places, forMs)
}

/** Random tapes from fast-check itself; answers the shrunk story of the first that breaks a promise. */
export async function searchTapes(seed: number, tapes: number, places: Places, forMs: number): Promise<Shrunk | undefined> {
  const tracker = createTracker(seed, places, null)
  const tape = fc.array(byte, { minLength: 60, maxLength: 400, size: 'max' })
  await fc.check(fc.asyncProperty(tape, tracker.isKept), {
    numRuns: tapes,
    seed,
    interruptAfterTimeLimit: forMs,
  })
  return tracker.best()
}

async function shrinkTape(
  seed: number,
  tape: readonly number[],
  promise: Promised,
  places: Places,
  forMs: number,
): Promise<Shrunk | undefined> {
  const tracker = createTracker(seed, places, promise)
  await fc.check(fc.asyncProperty(fc.array(byte, { maxLength: tape.length, size: 'max' }), tracker.isKept), {
    examples: [[[...tape]]],
    numRuns: 1,
    interruptAfterTimeLimit: forMs,
  })
  return tracker.best()
}

/** Remembers the shortest story that still breaks the promise, also when time is up in the middle of shrinking. */
function createTracker(seed: number, places: Places, promise: Promised | null) {
  let best: Shrunk | undefined
  let triedTapes = 0
  return {
    best: (): Shrunk | undefined => (best === undefined ? undefined : { ...best, triedTapes }),
    async isKept(tape: readonly number[]): Promise<boolean> {
      triedTapes++
      const place = places.next()
      const result = await runTape(seed, tape, place)
      places.leave(place)
      const isBroken = result.violations.some((violation) => promise === null || violation.promise === promise)
      if (isBroken && (best === undefined || result.story.length <= best.result.story.length))
        best = { tape, result, triedTapes }
      return !isBroken
    },
  }
}
