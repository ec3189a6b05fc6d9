import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { seededRandom } from '#electron/simulator/seeded-random.ts'
import { type DiskCall, readDiskLog } from '../disk/disk-log.ts'
import { CALL_CLASS_NAMES, type CallClass, DISK_ERROR_NAMES, type Trial, type TrialResult, trialResultSchema } from './trial.ts'

const PROGRAM = fileURLToPath(new URL('./failing-desk.ts', import.meta.url))

export interface DiskErrorsOptions {
  readonly library: string
  readonly workDirectory: string
  readonly seed: number
}

/** How many calls of each class one run makes: so many trials there are. */
export async function countCalls(options: DiskErrorsOptions): Promise<Readonly<Record<CallClass, number>>> {
  const logFile = join(options.workDirectory, 'calls.log')
  rmSync(logFile, { force: true })
  const [result] = await runTrials([null], { ...options, name: 'counted', logFile })
  if (result === undefined || result.findings.length > 0)
    throw new Error(`The run fails on a disk that works: ${result?.findings.join('; ')}`)
  const calls = readDiskLog(logFile)
  const markAt = (text: string): number => calls.findIndex((call) => call.kind === 'marked' && call.text === text)
  const counts: Record<CallClass, number> = { write: 0, sync: 0, truncate: 0, open: 0, name: 0 }
  for (const call of calls.slice(markAt('trial'), markAt('trial over'))) {
    const callClass = classOf(call)
    if (callClass !== undefined) counts[callClass]++
  }
  return counts
}

function classOf({ kind }: DiskCall): CallClass | undefined {
  switch (kind) {
    case 'written':
      return 'write'
    case 'synced':
      return 'sync'
    case 'truncated':
      return 'truncate'
    case 'opened':
      return 'open'
    case 'renamed':
    case 'unlinked':
    case 'removed_folder':
    case 'made_folder':
      return 'name'
    case 'marked':
    case 'failed':
      return undefined
  }
}

/** Each call of each class, with each error, once and lasting. */
export function allTrials(counts: Readonly<Record<CallClass, number>>): Trial[] {
  return CALL_CLASS_NAMES.flatMap((callClass) =>
    Array.from({ length: counts[callClass] }, (_, index) => index + 1).flatMap((number) =>
      DISK_ERROR_NAMES.flatMap((error) => [false, true].map((isLasting) => ({ error, callClass, number, isLasting }))),
    ),
  )
}

/** Some of them by chance, every class as often as any other. */
export function drawTrials(counts: Readonly<Record<CallClass, number>>, perClass: number, seed: number): Trial[] {
  const random = seededRandom(seed)
  const all = allTrials(counts)
  return CALL_CLASS_NAMES.flatMap((name) => {
    const ofClass = all.filter(({ callClass }) => callClass === name)
    return Array.from({ length: Math.min(perClass, ofClass.length) }, () => {
      const [drawn] = ofClass.splice(Math.floor(random() * ofClass.length), 1)
      return drawn === undefined ? [] : [drawn]
    }).flat()
  })
}

/** Runs trials in a process of their own, one after the other. Throws when the process ends before the last. */
export async function runTrials(
  trials: readonly (Trial | null)[],
  options: DiskErrorsOptions & {
    readonly name: string
    readonly logFile?: string
    readonly onResult?: (result: TrialResult) => void
    readonly isLying?: boolean
  },
): Promise<TrialResult[]> {
  const own = join(options.workDirectory, options.name)
  rmSync(own, { recursive: true, force: true })
  const watched = join(own, 'watched')
  const simulatorDirectory = join(own, 'simulator')
  for (const directory of [watched, simulatorDirectory]) mkdirSync(directory, { recursive: true, mode: 0o700 })
  const marksFile = join(own, 'marks')
  const hitsFile = join(own, 'hits')
  const given = {
    watched,
    simulatorDirectory,
    marksFile,
    hitsFile,
    trials,
    seed: options.seed,
    isLying: options.isLying ?? false,
  }
  const child = spawn(process.execPath, [PROGRAM], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: {
      ...process.env,
      LD_PRELOAD: options.library,
      QABYL_DISK_FOLDER: watched,
      QABYL_DISK_MARKS: marksFile,
      QABYL_DISK_HITS: hitsFile,
      ...(options.logFile === undefined ? {} : { QABYL_DISK_LOG: options.logFile }),
    },
  })
  const closed = once(child, 'close')
  // Thousands of trials are longer than a command line may be. Who ends before reading them is heard of below.
  child.stdin.on('error', () => undefined).end(JSON.stringify(given))
  let errors = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text
  })
  const results: TrialResult[] = []
  for await (const line of createInterface({ input: child.stdout })) {
    const result = trialResultSchema.parse(JSON.parse(line))
    results.push(result)
    options.onResult?.(result)
  }
  await closed
  if (results.length < trials.length) {
    const at = JSON.stringify(trials[results.length])
    throw new Error(`The desk process ended (${child.exitCode ?? child.signalCode}) in the trial ${at}: ${errors}`)
  }
  rmSync(own, { recursive: true, force: true })
  return results
}
