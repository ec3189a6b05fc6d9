import { seededRandom } from '#electron/simulator/seeded-random.ts'

/** Every decision of one schedule, out of one stream of bytes. The byte 0 always means the dullest answer: the first, none, no. */
export interface Choices {
  /** A whole number in [0, limit), `limit` at most 65,536. */
  below(limit: number): number
  /** True in so many of a hundred cases. */
  chance(percent: number): boolean
  pick<Item>(items: readonly Item[]): Item
  /** What was asked for so far: played back, it is the same schedule. */
  tape(): readonly number[]
}

/** The stream of a seed; it never ends. */
export function seededChoices(seed: number): Choices {
  const random = seededRandom(seed)
  return choicesOf(() => Math.floor(random() * 256))
}

/** A tape played back. Behind its end everything is dull, so that a shorter tape is a shorter story. */
export function tapeChoices(tape: readonly number[]): Choices {
  let position = 0
  return choicesOf(() => tape[position++] ?? 0)
}

function choicesOf(nextByte: () => number): Choices {
  const tape: number[] = []
  const byte = (): number => {
    const value = nextByte()
    tape.push(value)
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
    tape: () => tape,
  }
}
