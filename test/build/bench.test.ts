import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Aim, Bench } from '../bench/bench.ts'
import { measure } from '../bench/measure.ts'
import { reportOf } from '../bench/report.ts'
import { spreadOf } from '../bench/statistics.ts'
import { PROJECT_ROOT } from '../support/project.ts'

/** Two sides whose work is so unequal that no machine turns it round. */
function unequalBench(change: Partial<Bench> = {}): Bench {
  const work = (times: number) => {
    let sum = 0
    for (let index = 0; index < times; index++) sum += Math.sqrt(index)
    return sum > 0 ? 1 : 0
  }
  return {
    subject: { name: 'a little', run: () => work(1000) },
    baseline: { name: 'a lot', run: () => work(10_000_000) },
    operationsPerRound: 1000,
    unit: 'roots',
    clock: 'wall',
    rounds: 3,
    warmUpRounds: 1,
    aim: null,
    remarks: ['Only a test.'],
    versions: { roots: '1.0' },
    ...change,
  }
}

async function measured(change: Partial<Bench> = {}) {
  return await measure('roots', unequalBench(change), () => {})
}

describe('a measurement', () => {
  test.each<{ readonly aim: Aim | null; readonly isReached: boolean | null }>([
    { aim: null, isReached: null },
    { aim: { kind: 'times_as_fast', atLeast: 2 }, isReached: true },
    { aim: { kind: 'times_as_fast', atLeast: 1e12 }, isReached: false },
    { aim: { kind: 'times_as_long', atMost: 1.5 }, isReached: true },
    { aim: { kind: 'times_as_long', atMost: 1e-12 }, isReached: false },
  ])('$aim: $isReached', async ({ aim, isReached }) => {
    const measurement = await measured({ aim })
    expect(measurement.isReached).toBe(isReached)
    expect(measurement.timesAsFast.median).toBeGreaterThan(2)
  })

  test('runs both sides in turn, the warm-up before and uncounted, the check before all', async () => {
    const calls: string[] = []
    const side = (name: string) => ({ name, run: (round: number) => calls.push(`${name}${round}`) && 0 })
    const rounds: number[] = []
    const bench = unequalBench({
      subject: side('A'),
      baseline: side('B'),
      check: () => {
        calls.push('check')
      },
    })
    const { subject } = await measure('roots', bench, (round) => rounds.push(round))
    expect(calls).toEqual(['check', 'A0', 'B0', 'A0', 'B0', 'A1', 'B1', 'A2', 'B2'])
    expect([rounds, subject.roundMs.median >= subject.roundMs.lowest]).toEqual([[0, 1, 2], true])
  })

  test('in processor time leaves out what was spent waiting', async () => {
    const waits = { name: 'waits', run: async () => await new Promise<number>((resolve) => setTimeout(resolve, 200, 1)) }
    const { subject } = await measured({ clock: 'processor', subject: waits })
    expect(subject.roundMs.median).toBeLessThan(100)
  })

  test('is refused when the sides did not find the same', async () => {
    await expect(measured({ baseline: { name: 'another', run: () => 7 } })).rejects.toThrow(
      'Round 0: a little found 1, another found 7.',
    )
  })

  test('says the machine, the versions, both medians with their spread, and whether the aim was reached', async () => {
    const report = reportOf(await measured({ aim: { kind: 'times_as_fast', atLeast: 2 } }))
    expect(report).toMatch(/^roots: 3,000 roots, 3 rounds of 1,000 in turn, wall time$/m)
    expect(report).toMatch(/^ {2}.+, \d+ cores, \d+ GiB, \w+ .+, load \d+\.\d$/m)
    expect(report).toContain(`node ${process.versions.node}`)
    expect(report).toMatch(/roots 1\.0$/m)
    expect(report).toMatch(/^ {2}a little {2}[\d,]+ \([\d,]+–[\d,]+\) ns each, [\d,]+ a second$/m)
    expect(report).toMatch(/times as fast; aim at least 2: reached$/m)
  })
})

test.each([
  { values: [3], spread: { median: 3, lowest: 3, highest: 3 } },
  { values: [5, 1, 3], spread: { median: 3, lowest: 1, highest: 5 } },
  { values: [4, 1, 2, 100], spread: { median: 3, lowest: 1, highest: 100 } },
])('the middle of $values', ({ values, spread }) => {
  expect(spreadOf(values)).toEqual(spread)
})

test('nothing has no middle', () => {
  expect(() => spreadOf([])).toThrow('No values')
})

describe('npm run bench', () => {
  test.each([
    { args: [], exit: 2, says: 'Names: ' },
    { args: ['--help'], exit: 0, says: 'Names: deadlines' },
    { args: ['lines'], exit: 2, says: 'no bench or option called "lines"' },
    { args: ['deadlines', '--fast'], exit: 2, says: 'no bench or option called "--fast"' },
    { args: ['constructor'], exit: 2, says: 'no bench or option called "constructor"' },
  ])('$args ends with $exit', ({ args, exit, says }) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(PROJECT_ROOT, 'build', 'bench.mjs'), ...args], {
      encoding: 'utf8',
    })
    expect({ status, stdout }).toEqual({ status: exit, stdout: '' })
    expect(stderr).toContain(says)
  })
})
