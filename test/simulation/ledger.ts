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

export function readLedger(): LedgerEntry[] {
  return existsSync(FILE) ? (JSON.parse(readFileSync(FILE, 'utf8')) as LedgerEntry[]) : []
}

/** Seeds of a campaign go on where the last one ended, whatever the sources were then. */
export function firstNewSeed(entries: readonly LedgerEntry[]): number {
  return 1 + Math.max(0, ...entries.map(({ lastSeed }) => lastSeed))
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
