import type { Aim } from './bench.ts'
import type { Measurement } from './measure.ts'
import type { Spread } from './statistics.ts'

/** A measurement as a person reads it. */
export function reportOf(measurement: Measurement): string {
  const { bench, machine, versions, subject, baseline, timesAsFast, aim, clock, rounds, operationsPerRound, unit } = measurement
  const width = Math.max(subject.name.length, baseline.name.length)
  const sideLine = ({ name, nanosecondsPerOperation, operationsPerSecond }: Measurement['subject']) =>
    `  ${name.padEnd(width)}  ${written(nanosecondsPerOperation, 0)} ns each, ${grouped(operationsPerSecond)} a second`
  return [
    `${bench}: ${grouped(rounds * operationsPerRound)} ${unit}, ${rounds} rounds of ${grouped(operationsPerRound)} in turn, ${clock} time`,
    `  ${machine.processor}, ${machine.cores} cores, ${machine.memoryGiB} GiB, ${machine.system}, load ${machine.loadBefore.toFixed(1)}`,
    `  ${Object.entries(versions)
      .map(([name, version]) => `${name} ${version}`)
      .join(', ')}`,
    ...measurement.remarks.map((remark) => `  ${remark}`),
    '',
    sideLine(subject),
    sideLine(baseline),
    '',
    `  ${written(timesAsFast, 1)} times as fast${aim === null ? '' : `; ${verdictOf(aim, measurement.isReached === true)}`}`,
    '',
  ].join('\n')
}

/** `median (lowest–highest)`. */
function written({ median, lowest, highest }: Spread, digits: number): string {
  return `${grouped(median, digits)} (${grouped(lowest, digits)}–${grouped(highest, digits)})`
}

function grouped(value: number, digits = 0): string {
  return value.toLocaleString('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits })
}

function verdictOf(aim: Aim, isReached: boolean): string {
  const wanted = aim.kind === 'times_as_fast' ? `at least ${aim.atLeast}` : `at most ${aim.atMost} times as long`
  return `aim ${wanted}: ${isReached ? 'reached' : 'NOT reached'}`
}
