import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { DiskImage, type FolderState } from '../disk/disk-image.ts'
import { type DiskCall, readDiskLog } from '../disk/disk-log.ts'
import { differencesOf, readFolder, writeFolder } from '../disk/folder-state.ts'
import { makeFirstVersionFolder } from './first-version-folder.ts'
import { type Mark, markSchema } from './marks.ts'
import type { RecordedDeskOptions } from './recorded-desk-options.ts'
import type { ScenarioName } from './scenarios.ts'

const PROGRAM = fileURLToPath(new URL('./recorded-desk.ts', import.meta.url))

/** Everything one run of the desk did to its folder, and what it promised meanwhile. */
export interface DiskRecord {
  readonly scenario: ScenarioName
  /** Folder the paths of the record lie in. */
  readonly root: string
  /** What lay there, safely, before. */
  readonly before: FolderState
  readonly marksBefore: readonly Mark[]
  readonly calls: readonly DiskCall[]
}

export interface RecordOptions {
  readonly scenario: ScenarioName
  readonly seed: number
  /** The library built by `buildPreload`. */
  readonly library: string
  /** A folder of the caller's; the record leaves its parts there. */
  readonly workDirectory: string
  readonly isSyncWeakened?: boolean
}

/**
 * Runs a scenario on the real disk under the preload library and reads the record. Throws when the scenario fails, and when the record,
 * played back, is not byte for byte what lies on the disk: then something escaped it.
 */
export async function recordScenario(options: RecordOptions): Promise<DiskRecord> {
  const { scenario, seed, workDirectory } = options
  const root = join(workDirectory, `${scenario}-desk`)
  const simulatorDirectory = join(workDirectory, `${scenario}-simulator`)
  for (const directory of [root, simulatorDirectory, join(workDirectory, `${scenario}-before`)]) {
    rmSync(directory, { recursive: true, force: true })
    mkdirSync(directory, { mode: 0o700 })
  }
  const logFile = join(workDirectory, `${scenario}.log`)
  rmSync(logFile, { force: true })
  const noticeIds = scenario === 'upgrade' ? makeFirstVersionFolder(root) : []
  const before = readFolder(root)
  writeFolder(before, root, join(workDirectory, `${scenario}-before`))
  await runDesk({
    library: options.library,
    logFile,
    desk: {
      scenario,
      seed,
      simulatorDirectory,
      directory: root,
      marksFile: join(workDirectory, `${scenario}.marks`),
      isSyncWeakened: options.isSyncWeakened ?? false,
    },
  })
  writeFileSync(join(workDirectory, `${scenario}.json`), JSON.stringify(noticeIds))
  const record = readRecord(workDirectory, scenario)
  const image = new DiskImage(root, before)
  for (const call of record.calls) image.apply(call)
  const differences = differencesOf(image.afterKill(), readFolder(root))
  if (differences.length > 0)
    throw new Error(`The record of "${scenario}" is not what lies on the disk: ${differences.join(', ')}`)
  return record
}

/** A record made before, from the parts it left; for the other processes that play it. */
export function readRecord(workDirectory: string, scenario: ScenarioName): DiskRecord {
  const root = join(workDirectory, `${scenario}-desk`)
  const noticeIds = z.array(z.string()).parse(JSON.parse(readFileSync(join(workDirectory, `${scenario}.json`), 'utf8')))
  return {
    scenario,
    root,
    before: readFolder(join(workDirectory, `${scenario}-before`), root),
    marksBefore: noticeIds.map((noticeId) => ({ kind: 'was_there', noticeId })),
    calls: readDiskLog(join(workDirectory, `${scenario}.log`)),
  }
}

/** The mark a call carries; `undefined` for every other call. */
export function markOf(call: DiskCall): Mark | undefined {
  return call.kind === 'marked' ? markSchema.parse(JSON.parse(call.text)) : undefined
}

async function runDesk(options: {
  readonly library: string
  readonly logFile: string
  readonly desk: RecordedDeskOptions
}): Promise<void> {
  const { desk } = options
  const child = spawn(process.execPath, [PROGRAM, JSON.stringify(desk)], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      ...process.env,
      LD_PRELOAD: options.library,
      QABYL_DISK_FOLDER: desk.directory,
      QABYL_DISK_LOG: options.logFile,
      QABYL_DISK_MARKS: desk.marksFile,
    },
  })
  let errors = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text
  })
  await once(child, 'close')
  if (child.signalCode !== 'SIGKILL') throw new Error(`The scenario "${desk.scenario}" did not reach its end: ${errors}`)
}
