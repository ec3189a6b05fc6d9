import fc from 'fast-check'
import type { Promised } from './checks.ts'
import type { Tape } from './choices.ts'
import type { Places } from './place.ts'
import { runSeed, runTape, type ScheduleResult } from './schedule.ts'

export interface Shrunk {
  readonly tape: Tape
  readonly result: ScheduleResult
  readonly triedTapes: number
}

const byte = fc.integer({ min: 0, max: 255 })
const part = fc.array(byte, { maxLength: 400, size: 'max' })
const tapes: fc.Arbitrary<Tape> = fc.record({ events: fc.array(part, { maxLength: 31, size: 'max' }), setting: part })

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
export async function searchTapes(seed: number, times: number, places: Places, forMs: number): Promise<Shrunk | undefined> {
  const tracker = createTracker(seed, places, null)
  const settings = fc.array(byte, { minLength: 60, maxLength: 80, size: 'max' })
  const events = fc.array(fc.array(byte, { minLength: 10, maxLength: 60, size: 'max' }), {
    minLength: 3,
    maxLength: 12,
    size: 'max',
  })
  const drawn: fc.Arbitrary<Tape> = fc.record({ setting: settings, events })
  await fc.check(fc.asyncProperty(drawn, tracker.isKept), { numRuns: times, seed, interruptAfterTimeLimit: forMs })
  return tracker.best()
}

async function shrinkTape(
  seed: number,
  tape: Tape,
  promise: Promised,
  places: Places,
  forMs: number,
): Promise<Shrunk | undefined> {
  const tracker = createTracker(seed, places, promise)
  const numbers = [...tape.events.keys()]
  const withEvents = (kept: readonly number[]): Tape => ({ ...tape, events: kept.map((number) => tape.events[number] ?? []) })
  // Whole events first: they are what makes a story long. Then what is left of each.
  await fc.check(
    fc.asyncProperty(fc.subarray(numbers), (kept) => tracker.isKept(withEvents(kept))),
    { examples: [[numbers]], numRuns: 1, interruptAfterTimeLimit: forMs / 2 },
  )
  await fc.check(fc.asyncProperty(tapes, tracker.isKept), {
    examples: [[tracker.best()?.tape ?? tape]],
    numRuns: 1,
    interruptAfterTimeLimit: forMs / 2,
  })
  return tracker.best()
}

/** Remembers the shortest story that still breaks the promise, also when time is up in the middle of shrinking. */
function createTracker(seed: number, places: Places, promise: Promised | null) {
  let best: Shrunk | undefined
  let triedTapes = 0
  return {
    best: (): Shrunk | undefined => (best === undefined ? undefined : { ...best, triedTapes }),
    async isKept(tape: Tape): Promise<boolean> {
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
