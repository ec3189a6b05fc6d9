import type { Promised, Violation } from './checks.ts'
import type { ScheduleResult } from './schedule.ts'
import { addTally, type Tally } from './tally.ts'

export interface Failure {
  readonly seed: number
  readonly violations: readonly Violation[]
}

/** What many schedules came to; adds up. */
export interface Totals {
  schedules: number
  /** Played twice, with the same story both times. */
  playedTwice: number
  readonly tally: Tally
  readonly checks: Partial<Record<Promised, number>>
  longestDrainMs: number
  readonly failures: Failure[]
}

export function noTotals(): Totals {
  return { schedules: 0, playedTwice: 0, tally: {}, checks: {}, longestDrainMs: 0, failures: [] }
}

export function addResult(totals: Totals, result: ScheduleResult): void {
  totals.schedules++
  addTally(totals.tally, result.tally)
  addTally(totals.checks, result.counts)
  totals.longestDrainMs = Math.max(totals.longestDrainMs, result.drainedAfterMs)
  if (result.violations.length > 0) totals.failures.push({ seed: result.seed, violations: result.violations })
}

export function addTotals(sum: Totals, more: Totals): void {
  sum.schedules += more.schedules
  sum.playedTwice += more.playedTwice
  addTally(sum.tally, more.tally)
  for (const [promise, times] of Object.entries(more.checks)) addTally(sum.checks, { [promise]: times })
  sum.longestDrainMs = Math.max(sum.longestDrainMs, more.longestDrainMs)
  sum.failures.push(...more.failures)
}
