import { rmSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildPreload, reasonNotToPreload } from './preload/build-preload.ts'
import { type DiskRecord, type RecordOptions, recordScenario } from './scenario/record.ts'
import { SCENARIOS, type ScenarioName } from './scenario/scenarios.ts'
import failedSeeds from './states/failed-seeds.json' with { type: 'json' }
import { type Played, play } from './states/play.ts'
import { gapsOf, reportOf, sumOfPlayed } from './states/tally.ts'
import { makeWorkDirectory } from './states/work-directory.ts'

const STATES_PER_SCENARIO = 100
/** Beside these, every change of names is cut several times. */
const STATES_OF_A_FAILED_SEED = 40
const STATES_TO_FIND_A_MISTAKE = 60
const ROOM = { timeout: 120_000 }
const SCENARIO_NAMES = Object.keys(SCENARIOS) as ScenarioName[]

const reason = reasonNotToPreload()
const seed = Number(process.env['QABYL_TEST_SEED'] ?? Date.now() % 1_000_000)

describe.skipIf(reason !== undefined)(`power cut at every call to the disk${reason === undefined ? '' : `: ${reason}`}`, () => {
  let workDirectory = ''
  let library = ''
  const records = new Map<ScenarioName, DiskRecord>()

  beforeAll(async () => {
    console.log(`seed ${seed} (repeat with QABYL_TEST_SEED=${seed})`)
    workDirectory = makeWorkDirectory('power-cut-test')
    library = buildPreload(workDirectory)
    for (const scenario of SCENARIO_NAMES) records.set(scenario, await recorded({ scenario, seed }))
  }, ROOM.timeout)
  afterAll(() => rmSync(workDirectory, { recursive: true, force: true }))

  const recorded = (options: Pick<RecordOptions, 'scenario' | 'seed' | 'isSyncWeakened'>): Promise<DiskRecord> =>
    recordScenario({ ...options, library, workDirectory })
  const recordOf = (scenario: ScenarioName): DiskRecord => {
    const record = records.get(scenario)
    if (record === undefined) throw new Error(`"${scenario}" was not recorded`)
    return record
  }
  const played = (record: DiskRecord, states: number, ofSeed: number): Promise<Played> =>
    play({ record, states, seed: ofSeed, share: { index: 0, of: 1 }, workDirectory })

  test('nothing acknowledged is lost, nothing is damaged, no check-in is there by half', ROOM, async () => {
    const parts: Played[] = []
    for (const [scenario, record] of records) {
      expect(new Set(record.calls.map(({ kind }) => kind))).toEqual(
        new Set(['opened', 'written', 'synced', 'truncated', 'renamed', 'unlinked', 'marked', ...foldersMade(scenario)]),
      )
      parts.push(await played(record, STATES_PER_SCENARIO, seed))
    }
    const all = sumOfPlayed(parts)
    console.log(reportOf(all))
    expect(all.findings).toEqual([])
    expect(gapsOf(all)).toEqual([])
  })

  test.each(failedSeeds)('what once went wrong stays right: $found', ROOM, async ({ seed: failedSeed, scenario }) => {
    const record = await recorded({ scenario: scenario as ScenarioName, seed: failedSeed })
    expect((await played(record, STATES_OF_A_FAILED_SEED, failedSeed)).findings).toEqual([])
  })

  test('a desk whose database syncs less than it says is found out', ROOM, async () => {
    const record = await recorded({ scenario: 'upgrade', seed, isSyncWeakened: true })
    const { findings } = await played(record, STATES_TO_FIND_A_MISTAKE, seed)
    expect(findings.filter(({ kind, what }) => kind === 'lost' && what === 'a check-in').length).toBeGreaterThan(0)
  })

  test.each([
    ['the folder is never synced', 'keys', 'folder'],
    ['the log is never synced', 'season', 'file'],
  ] as const)('a record in which %s is found out', ROOM, async (_, scenario, unsynced) => {
    const record = recordOf(scenario)
    const folders = new Set(record.calls.flatMap((call) => (call.kind === 'opened' && call.isFolder ? [call.inode] : [])))
    const calls = record.calls.filter((call) => call.kind !== 'synced' || folders.has(call.inode) !== (unsynced === 'folder'))
    const { findings } = await played({ ...record, calls }, STATES_TO_FIND_A_MISTAKE, seed)
    expect(findings.length).toBeGreaterThan(0)
  })
})

/** The backups' folder is made by those that make a backup. */
function foldersMade(scenario: ScenarioName): readonly string[] {
  return scenario === 'keys' ? [] : ['made_folder']
}
