/** A number in [0, 1), the same sequence for the same seed on every machine. */
export type SeededRandom = () => number

/** Mulberry32: small, fast, good enough to decide which request fails. `seed` is taken modulo 2³². */
export function seededRandom(seed: number): SeededRandom {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
