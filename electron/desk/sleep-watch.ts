import type { Clock } from '#shared/domain/clock.ts'

/** Later than this a look is late because the PC slept, not because it was busy. */
const SLEPT_MS = 45_000

/** Finds out that the PC slept where no system says so: the next look comes far too late on one of the two clocks. */
export interface SleepWatch {
  /** Since the last look. To be asked about every `everyMs`. */
  hasSlept(): boolean
}

/** A clock somebody set forward looks the same; whoever acts on it must not mind. */
export function createSleepWatch(clock: Clock, everyMs: number): SleepWatch {
  let last = { wallMs: clock.now(), monotonicMs: clock.monotonicMs() }
  return {
    hasSlept() {
      const now = { wallMs: clock.now(), monotonicMs: clock.monotonicMs() }
      // In sleep the monotonic clock of Windows goes on, that of Linux and macOS stands still; the wall clock goes on everywhere.
      const awayMs = Math.max(now.wallMs - last.wallMs, now.monotonicMs - last.monotonicMs)
      last = now
      return awayMs > everyMs + SLEPT_MS
    },
  }
}
