/** The middle of some numbers, and how far they lie apart. */
export interface Spread {
  readonly median: number
  readonly lowest: number
  readonly highest: number
}

/** Throws when there is nothing to summarise. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  const [below, above] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]]
  const [lowest, highest] = [sorted[0], sorted.at(-1)]
  if (below === undefined || above === undefined || lowest === undefined || highest === undefined) {
    throw new Error('No values to summarise.')
  }
  return { median: (below + above) / 2, lowest, highest }
}
