import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Promised } from './checks.ts'
import type { Tally } from './tally.ts'
import { addTotals, type Failure, noTotals, type Totals } from './totals.ts'

/** Seeds played against one state of the sources. */
export interface LedgerEntry extends Totals {
  readonly commit: string
  readonly machine: string
  readonly firstSeed: number
  /** Every seed from the first to this one was played. */
  lastSeed: number
  /** Of all workers together. */
  workerSeconds: number
  readonly tally: Tally
  readonly checks: Partial<Record<Promised, number>>
  readonly failures: Failure[]
}

const FILE = fileURLToPath(new URL('ledger.json', import.meta.url))

export function readLedger(file = FILE): LedgerEntry[] {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as LedgerEntry[]) : []
}

/** Seeds of one range: campaigns in several clones at a time take a range each, so that no seed is played for nothing. */
const SEEDS_IN_A_RANGE = 100_000_000
/** Seeds are 32 bits. */
export const MOST_RANGES = 42

/** Seeds of a campaign go on where the last one of its range ended, whatever the sources were then. */
export function firstNewSeed(entries: readonly LedgerEntry[], range: number): number {
  const inRange = entries.filter(({ firstSeed }) => Math.floor(firstSeed / SEEDS_IN_A_RANGE) === range)
  return 1 + Math.max(range * SEEDS_IN_A_RANGE, ...inRange.map(({ lastSeed }) => lastSeed))
}

/**
 * What another clone has played is added to this ledger; of a stretch that both have, the longer counts. Throws `RangeError` when the same
 * seeds were played in both against different sources: then they would count twice.
 */
export function merged(entries: readonly LedgerEntry[], others: readonly LedgerEntry[]): LedgerEntry[] {
  const all = new Map<string, LedgerEntry>()
  for (const entry of [...entries, ...others]) {
    const key = `${entry.commit} ${entry.firstSeed}`
    const known = all.get(key)
    if (known === undefined || known.lastSeed < entry.lastSeed) all.set(key, entry)
  }
  const sorted = [...all.values()].toSorted((a, b) => a.firstSeed - b.firstSeed)
  for (const [index, entry] of sorted.entries()) {
    const next = sorted[index + 1]
    if (next !== undefined && next.firstSeed <= entry.lastSeed)
      throw new RangeError(`Seeds from ${next.firstSeed} on are in two stretches: give each clone a range of its own`)
  }
  return sorted
}

export function newEntry(firstSeed: number): LedgerEntry {
  const machine = `Node ${process.versions.node}, ${process.platform}-${process.arch}`
  return { commit: commitNow(), machine, firstSeed, lastSeed: firstSeed - 1, workerSeconds: 0, ...noTotals() }
}

/** Adds a stretch of seeds that follows on the entry's last. */
export function extend(entry: LedgerEntry, lastSeed: number, totals: Totals, workerSeconds: number): void {
  addTotals(entry, totals)
  entry.lastSeed = lastSeed
  entry.workerSeconds = Math.round(entry.workerSeconds + workerSeconds)
}

/** The file is whole at every moment: a campaign may be killed. */
export function writeLedger(entries: readonly LedgerEntry[]): void {
  writeFileSync(`${FILE}.next`, `${JSON.stringify(entries, null, 2)}\n`)
  renameSync(`${FILE}.next`, FILE)
}

function commitNow(): string {
  const git = (...args: readonly string[]): string =>
    execFileSync('git', [...args], { cwd: fileURLToPath(new URL('.', import.meta.url)), encoding: 'utf8' }).trim()
  try {
    const isChanged = git('status', '--porcelain', '--', '../../electron', '../../shared', '.', ':!ledger.json') !== ''
    return git('rev-parse', '--short=10', 'HEAD') + (isChanged ? ' with changes' : '')
  } catch {
    return 'unknown'
  }
}
