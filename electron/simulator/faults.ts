import type { SeededRandom } from './seeded-random.ts'

/** What can go wrong at the service, on purpose. Each happens with its own probability, drawn anew for every request. */
export const FAULT_NAMES = [
  /** A notice is refused for one of its fields. Drawn per notice. */
  'reject-field',
  /** The connection is cut before anything is stored. */
  'drop-before-store',
  /** The connection is cut after the notices are stored: only asking tells. */
  'drop-after-store',
  /** 503 without Retry-After, nothing stored. */
  'http-503',
  /** 429 with Retry-After, nothing stored. */
  'http-429-retry-after',
  /** A proxy's HTML page with status 502; the notices behind it are stored every other time. */
  'html-502',
  /** The answer comes late. */
  'slow',
  /** Stored, but the answer is JSON of a shape that was never published. */
  'bad-shape',
  /** The token (or key) is said to have expired. */
  'auth-expired',
  /** The whole request is taken into work; a batch reference comes back (202). */
  'defer',
  /** A notice is taken into work while its neighbours are decided. Drawn per notice. */
  'defer-one',
  /** A batch reference that is asked about is not known any more. */
  'forget-batch',
] as const
export type FaultName = (typeof FAULT_NAMES)[number]

/** Probability 0–1 of each fault; a fault that is not named is off. */
export type FaultRates = Readonly<Partial<Record<FaultName, number>>>

export function isFaultName(text: string): text is FaultName {
  return FAULT_NAMES.some((name) => name === text)
}

export interface Faults {
  rates(): Readonly<Record<FaultName, number>>
  /** Replaces all rates. Throws `RangeError` for a probability outside 0–1. */
  replace(rates: FaultRates): void
  /** The faults of one request. Draws once per fault in a fixed order, so that one seed is one run whatever the rates. */
  draw(): ReadonlySet<FaultName>
  /** One more draw for a single thing inside a request. */
  happens(probability: number): boolean
}

export function createFaults(random: SeededRandom, initial: FaultRates): Faults {
  let current = complete(initial)
  return {
    rates: () => current,
    replace(rates) {
      current = complete(rates)
    },
    draw: () => new Set(FAULT_NAMES.filter((name) => random() < current[name])),
    happens: (probability) => random() < probability,
  }
}

function complete(rates: FaultRates): Readonly<Record<FaultName, number>> {
  const rateOf = (name: FaultName): number => {
    const rate = rates[name] ?? 0
    if (!(rate >= 0 && rate <= 1)) throw new RangeError(`Probability of ${name} must be between 0 and 1, not ${rate}`)
    return rate
  }
  return {
    'reject-field': rateOf('reject-field'),
    'drop-before-store': rateOf('drop-before-store'),
    'drop-after-store': rateOf('drop-after-store'),
    'http-503': rateOf('http-503'),
    'http-429-retry-after': rateOf('http-429-retry-after'),
    'html-502': rateOf('html-502'),
    slow: rateOf('slow'),
    'bad-shape': rateOf('bad-shape'),
    'auth-expired': rateOf('auth-expired'),
    defer: rateOf('defer'),
    'defer-one': rateOf('defer-one'),
    'forget-batch': rateOf('forget-batch'),
  }
}
