import { rmSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { countCalls, drawTrials, runTrials } from './disk-errors/campaign.ts'
import failedTrials from './disk-errors/failed-trials.json' with { type: 'json' }
import { gapsOf, reportOf } from './disk-errors/report.ts'
import { trialSchema } from './disk-errors/trial.ts'
import { buildPreload, reasonNotToPreload } from './preload/build-preload.ts'
import { makeWorkDirectory } from './states/work-directory.ts'

const TRIALS_PER_CLASS = 8
const ROOM = { timeout: 120_000 }

const reason = reasonNotToPreload()
const seed = Number(process.env['QABYL_TEST_SEED'] ?? Date.now() % 1_000_000)

describe.skipIf(reason !== undefined)(`the disk fails at one call${reason === undefined ? '' : `: ${reason}`}`, () => {
  let workDirectory = ''
  let library = ''

  beforeAll(() => {
    workDirectory = makeWorkDirectory('disk-errors-test')
    library = buildPreload(workDirectory)
  })
  afterAll(() => rmSync(workDirectory, { recursive: true, force: true }))

  test('no false "saved", the desk stays, and when the disk is well again everything is there once', ROOM, async () => {
    console.log(`seed ${seed} (repeat with QABYL_TEST_SEED=${seed})`)
    const counts = await countCalls({ library, workDirectory, seed })
    const results = await runTrials(drawTrials(counts, TRIALS_PER_CLASS, seed), { library, workDirectory, seed, name: 'drawn' })
    console.log(reportOf(results))
    expect(results.filter(({ findings }) => findings.length > 0)).toEqual([])
    expect(gapsOf(results)).toEqual([])
  })

  test('a desk that says "saved" when the disk did not take it is found out', ROOM, async () => {
    const trials = [5, 6, 7, 8].map((number) => ({ error: 'EIO', callClass: 'sync', number, isLasting: true }) as const)
    const results = await runTrials(trials, { library, workDirectory, seed, name: 'lying', isLying: true })
    expect(results.flatMap(({ findings }) => findings)).toContain('a check-in said to be saved is not there')
  })

  test('what once went wrong stays right', ROOM, async () => {
    // The number of a call shifts by a few from run to run: its neighbours are tried as well.
    const trials = failedTrials.flatMap(({ trial }) => {
      const parsed = trialSchema.parse(trial)
      return [-2, 0, 2].map((shift) => ({ ...parsed, number: parsed.number + shift }))
    })
    const results = await runTrials(trials, { library, workDirectory, seed: 77, name: 'failed' })
    expect(results.flatMap(({ findings }) => findings)).toEqual([])
    expect(results.every(({ hits }) => hits > 0)).toBe(true)
  })
})
