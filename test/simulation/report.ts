import { PROMISES } from './checks.ts'
import { DEATH_MOMENTS, DISK_FAULTS } from './disk.ts'
import { CALL_MOMENTS } from './model-channel.ts'
import { EVENT_FAULTS, SERVICE_KINDS, WIRE_FAULTS } from './swarm.ts'
import type { Totals } from './totals.ts'
import { REAL_FAULTS } from './wire/way-faults.ts'
import { WIRE_EVENTS } from './wire/wire-channel.ts'

/** Everything that has to have happened at least once in a run that is to prove something. */
const KINDS: readonly string[] = [
  ...SERVICE_KINDS.map((kind) => `service: ${kind}`),
  ...WIRE_FAULTS.map((fault) => `wire: ${fault}`),
  ...EVENT_FAULTS.map((fault) => `event: ${fault}`),
  ...DISK_FAULTS.map((fault) => `disk: ${fault}`),
  ...CALL_MOMENTS.map((moment) => `death: ${moment}`),
  ...DEATH_MOMENTS.map((moment) => `death: ${moment}`),
  'effects the service lost',
  'repeated deliveries',
  'offline hours looked at',
]
/** Needs a delivery that comes late behind a correction of what it says. */
const RARE_KINDS: readonly string[] = ['outdated deliveries']
/** Over the wire the service is one and remembers; what cannot be done to a real request is not done. */
const WIRE_KINDS: readonly string[] = [
  ...REAL_FAULTS.map((fault) => `wire: ${fault}`),
  ...WIRE_EVENTS.map((event) => `over the wire: ${event}`),
  ...CALL_MOMENTS.map((moment) => `death: ${moment}`),
]
/** Over the wire schedules are few and dear. */
const ENOUGH_OVER_THE_WIRE = 200

/** Below so many schedules one of them may not have come up by chance. */
const ENOUGH_SCHEDULES = 800
const ENOUGH_FOR_RARE = 3_000

/** Faults and promises that never came up although the run was long enough. */
export function neverHappened({ schedules, tally, checks }: Totals, isOverTheWire = false): readonly string[] {
  if (schedules < (isOverTheWire ? ENOUGH_OVER_THE_WIRE : ENOUGH_SCHEDULES)) return []
  const expected = isOverTheWire ? WIRE_KINDS : schedules < ENOUGH_FOR_RARE ? KINDS : [...KINDS, ...RARE_KINDS]
  const faults = expected.filter((kind) => (tally[kind] ?? 0) === 0)
  const promises = Object.keys(PROMISES).filter((promise) =>
    Object.entries(checks).every(([name, times]) => name !== promise || times === 0),
  )
  return [...faults, ...promises]
}

export function reportOf(totals: Totals, seconds: number, workers: number, isOverTheWire = false): string {
  const { tally, checks, failures, schedules } = totals
  const line = (name: string, value: string | number): string => `${name.padEnd(34)} ${String(value).padStart(12)}`
  const rate = schedules / seconds
  const kinds = (isOverTheWire ? WIRE_KINDS : [...KINDS, ...RARE_KINDS]).map((kind) => line(`  ${kind}`, tally[kind] ?? 0))
  const promises = Object.entries(PROMISES).map(
    ([promise, words]) =>
      `  ${promise.padEnd(6)} ${String(checks[promise as keyof typeof PROMISES] ?? 0).padStart(10)}  ${words}`,
  )
  return [
    line('schedules', schedules),
    line('played twice, the same both times', totals.playedTwice),
    line('crashes', tally['crashes'] ?? 0),
    line('sends', tally['sends'] ?? 0),
    line('look-ups', tally['look-ups'] ?? 0),
    line('lost answers', tally['lost answers'] ?? 0),
    line('longest drain after healing, min', (totals.longestDrainMs / 60_000).toFixed(1)),
    line('schedules per second', `${rate.toFixed(1)}`),
    line('  per worker', `${(rate / workers).toFixed(1)}`),
    'what went wrong, by kind',
    ...kinds,
    'what was checked, and how often',
    ...promises,
    failures.length === 0
      ? `0 of ${schedules} failed: with 95 % confidence fewer than ${((3 / schedules) * 100).toPrecision(2)} % do under these faults`
      : `${failures.length} of ${schedules} FAILED`,
  ].join('\n')
}
