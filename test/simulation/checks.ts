/** The promises, each under its own name; what is checked for I14 is only that nothing is erased before its time. */
export const PROMISES = {
  I1: 'every acknowledged revision has an effect at the service or a visible row asking for a person',
  I2: 'no double effect',
  I3: 'no check-in without its outbox row, nor the reverse',
  I4: 'effects per notice have rising revisions, a cancellation is last',
  I5: "accepted = a stored receipt that equals the service's",
  I6: 'one (notice, revision) is one client id and one payload, for ever',
  I7: 'what is sent is the first by the stated order',
  I8: 'nothing is sent before a known Retry-After; attempts per hour offline are bounded; a pause is a pause',
  I9: 'after healing nothing is pending within the bound',
  I10: 'a clock jump causes no burst',
  I11: 'a failed save is never shown as saved, nor a save as certainly failed',
  I12: 'what was set aside before the first send never leaves; an outdated delivery has no effect',
  I13: 'attempts are append-only and account for every request',
  I14: 'no key of a stay is gone before its receipt is there',
  whole: 'the register is sound: pages, references, audit chain, its own invariants',
  own: 'the program makes no mistake of its own',
} as const
export type Promised = keyof typeof PROMISES

export interface Violation {
  readonly promise: Promised
  readonly what: string
}

/** Counts how often each promise had something to check, and keeps what broke. Never throws: the product would catch it. */
export interface Checks {
  holds(promise: Promised, isKept: boolean, what: () => string): void
  readonly violations: readonly Violation[]
  readonly counts: Readonly<Record<Promised, number>>
}

export function createChecks(): Checks {
  const violations: Violation[] = []
  const counts = Object.fromEntries(Object.keys(PROMISES).map((promise) => [promise, 0])) as Record<Promised, number>
  return {
    violations,
    counts,
    holds(promise, isKept, what) {
      counts[promise]++
      if (!isKept) violations.push({ promise, what: what() })
    },
  }
}
