import { arch, cpus, loadavg, platform, release, totalmem } from 'node:os'
import type { Aim, Bench } from './bench.ts'
import { type Spread, spreadOf } from './statistics.ts'

/** What one run of a bench found; written as it stands by `--json`. */
export interface Measurement {
  readonly bench: string
  readonly at: string
  readonly machine: Machine
  readonly versions: Readonly<Record<string, string>>
  readonly unit: string
  readonly operationsPerRound: number
  readonly clock: Bench['clock']
  readonly rounds: number
  readonly subject: SideMeasurement
  readonly baseline: SideMeasurement
  /** Per round, time of the baseline divided by time of the subject: 20 = the subject is 20 times as fast. */
  readonly timesAsFast: Spread
  readonly aim: Aim | null
  /** `null` where there is no aim. */
  readonly isReached: boolean | null
  readonly remarks: readonly string[]
}

interface SideMeasurement {
  readonly name: string
  readonly roundMs: Spread
  readonly nanosecondsPerOperation: Spread
  readonly operationsPerSecond: number
}

interface Machine {
  readonly processor: string
  readonly cores: number
  readonly memoryGiB: number
  readonly system: string
  /** Others' work on the machine just before the first round, as the system's one-minute average. */
  readonly loadBefore: number
}

/**
 * Runs both sides in turn, subject first, after their warm-up. The ratio is taken within each round, so that a machine that slows
 * down for a while slows both. Throws when the sides disagree about a round: then they did not do the same work.
 */
export async function measure(name: string, bench: Bench, onRound: (round: number) => void): Promise<Measurement> {
  const machine = describeMachine()
  await bench.check?.()
  for (let round = 0; round < bench.warmUpRounds; round++) await timeRound(bench, round)
  const subjectMs: number[] = []
  const baselineMs: number[] = []
  for (let round = 0; round < bench.rounds; round++) {
    onRound(round)
    const times = await timeRound(bench, round)
    subjectMs.push(times.subject)
    baselineMs.push(times.baseline)
  }
  const timesAsFast = spreadOf(subjectMs.map((ms, round) => (baselineMs[round] ?? Number.NaN) / ms))
  const { aim, unit, operationsPerRound, clock, rounds, remarks } = bench
  return {
    bench: name,
    at: new Date().toISOString(),
    machine,
    versions: { node: process.versions.node, v8: process.versions.v8, ...bench.versions },
    unit,
    operationsPerRound,
    clock,
    rounds,
    subject: sideMeasurement(bench.subject.name, subjectMs, operationsPerRound),
    baseline: sideMeasurement(bench.baseline.name, baselineMs, operationsPerRound),
    timesAsFast,
    aim,
    isReached: aim === null ? null : isReached(aim, timesAsFast.median),
    remarks,
  }
}

async function timeRound({ subject, baseline, clock }: Bench, round: number) {
  const first = await timeSide(subject.run, round, clock)
  const second = await timeSide(baseline.run, round, clock)
  if (first.digest !== second.digest) {
    throw new Error(`Round ${round}: ${subject.name} found ${first.digest}, ${baseline.name} found ${second.digest}.`)
  }
  return { subject: first.ms, baseline: second.ms }
}

async function timeSide(run: Bench['subject']['run'], round: number, clock: Bench['clock']) {
  // What the other side left behind is not this side's to clear away.
  globalThis.gc?.()
  const startedAt = readMs(clock)
  const digest = await run(round)
  return { digest, ms: readMs(clock) - startedAt }
}

function readMs(clock: Bench['clock']): number {
  if (clock === 'wall') return performance.now()
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

function isReached(aim: Aim, timesAsFast: number): boolean {
  return aim.kind === 'times_as_fast' ? timesAsFast >= aim.atLeast : 1 / timesAsFast <= aim.atMost
}

function sideMeasurement(name: string, ms: readonly number[], operations: number): SideMeasurement {
  const roundMs = spreadOf(ms)
  return {
    name,
    roundMs,
    nanosecondsPerOperation: spreadOf(ms.map((time) => (time * 1e6) / operations)),
    operationsPerSecond: (operations * 1000) / roundMs.median,
  }
}

function describeMachine(): Machine {
  const processors = cpus()
  return {
    processor: processors[0]?.model.trim() ?? 'unknown',
    cores: processors.length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    system: `${platform()} ${release()} ${arch()}`,
    loadBefore: loadavg()[0] ?? 0,
  }
}
