import { seededRandom } from '#electron/simulator/seeded-random.ts'

/** The decisions of a schedule as they were drawn: what is on in it, then those of each event. */
export interface Tape {
  readonly setting: readonly number[]
  readonly events: readonly (readonly number[])[]
}

/** Every decision of one schedule, out of streams of bytes. The byte 0 always means the dullest answer: the first, none, no. */
export interface Choices {
  /** A whole number in [0, limit), `limit` at most 65,536. */
  below(limit: number): number
  /** True in so many of a hundred cases. */
  chance(percent: number): boolean
  pick<Item>(items: readonly Item[]): Item
  /** The next event, with decisions of its own. False = there is none; of a seed when as many as `wanted` were there. */
  nextEvent(wanted: number): boolean
  /** What was asked for so far: played back, it is the same schedule. */
  tape(): Tape
}

/** The stream of a seed; it never ends. */
export function seededChoices(seed: number): Choices {
  const random = seededRandom(seed)
  return choicesOf(
    () => Math.floor(random() * 256),
    (event, wanted) => event < wanted,
  )
}

/**
 * A tape played back. An event that is left out takes only its own decisions with it, and behind the end of a part everything is dull, so
 * that a shorter tape is a shorter story.
 */
export function tapeChoices({ setting, events }: Tape): Choices {
  const parts = [setting, ...events]
  return choicesOf(
    (part, position) => parts[part]?.[position] ?? 0,
    (event) => event < events.length,
  )
}

function choicesOf(
  byteAt: (part: number, position: number) => number,
  isThere: (event: number, wanted: number) => boolean,
): Choices {
  const parts: number[][] = [[]]
  let part = 0
  const byte = (): number => {
    const drawn = parts[part] ?? []
    const value = byteAt(part, drawn.length)
    drawn.push(value)
    return value
  }
  const below = (limit: number): number => {
    if (limit <= 1) return 0
    if (limit <= 256) return Math.floor((byte() * limit) / 256)
    return Math.floor(((byte() * 256 + byte()) * limit) / 65_536)
  }
  return {
    below,
    chance: (percent) => percent > 0 && below(100) >= 100 - percent,
    pick(items) {
      const item = items[below(items.length)]
      if (item === undefined) throw new RangeError('There is nothing to pick from')
      return item
    },
    nextEvent(wanted) {
      if (!isThere(part, wanted)) return false
      part++
      parts.push([])
      return true
    },
    tape() {
      const [setting = [], ...events] = parts
      return { setting, events }
    },
  }
}
