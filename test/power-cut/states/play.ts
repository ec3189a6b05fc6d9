import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type SeededRandom, seededRandom } from '#electron/simulator/seeded-random.ts'
import { DiskImage, type FolderState, type PowerCut } from '../disk/disk-image.ts'
import type { DiskCall } from '../disk/disk-log.ts'
import { isSharedMemory, writeFolder } from '../disk/folder-state.ts'
import { Promises } from '../scenario/marks.ts'
import { type DiskRecord, markOf } from '../scenario/record.ts'
import { type Finding, judge } from './judge.ts'
import { workOn } from './work-on.ts'

/** What the cut left of everything that was not synced yet. */
export const CUT_KINDS = ['all_written', 'only_synced', 'random_512', 'random_4096', 'random_names'] as const
export type CutKind = (typeof CUT_KINDS)[number]

export interface PlayOptions {
  readonly record: DiskRecord
  /** About so many states, spread evenly over the points of the record. */
  readonly states: number
  readonly seed: number
  /** Of how many shares of the points this is which one. */
  readonly share: { readonly index: number; readonly of: number }
  /** A folder of the caller's, best in memory. */
  readonly workDirectory: string
  readonly onState?: () => void
}

export interface PlayedFinding extends Finding {
  readonly scenario: string
  /** The calls up to this one had happened. */
  readonly point: number
  readonly cut: CutKind
}

export interface Played {
  readonly states: number
  readonly byCut: Readonly<Record<CutKind, number>>
  /** States in which something written had really not survived. */
  readonly bitten: number
  /** States after which the desk was set to work again. */
  readonly workedOn: number
  readonly findings: readonly PlayedFinding[]
}

const WORK_ON_EVERY = 100
/** Calls that change names are few, and each may meet others before it that have not reached the disk either: they get more states. */
const CUTS_OF_NAMES: readonly CutKind[] = Array.from({ length: 6 }, () => 'random_names')

/** Cuts the power at the points of a record and judges what is left, state by state. */
export async function play(options: PlayOptions): Promise<Played> {
  const { record, states, seed, share, workDirectory } = options
  const image = new DiskImage(record.root, record.before)
  const promises = new Promises()
  for (const mark of record.marksBefore) promises.add(mark)
  const byCut: Record<CutKind, number> = { all_written: 0, only_synced: 0, random_512: 0, random_4096: 0, random_names: 0 }
  const findings: PlayedFinding[] = []
  const directory = join(workDirectory, `state-${share.index}`)
  const perPoint = states / record.calls.length
  let count = 0
  let bitten = 0
  let workedOn = 0
  for (const [point, call] of record.calls.entries()) {
    image.apply(call)
    const mark = markOf(call)
    if (mark !== undefined) promises.add(mark)
    if (point % share.of !== share.index || !isWorthACut(call)) continue
    const random = seededRandom(seed * 1_000_003 + point)
    const cuts = [...cutsAt(random, perPoint, image.hasUnsynced), ...(changesNames(call) ? CUTS_OF_NAMES : [])]
    for (const cut of cuts) {
      const state = stateAfter(image, cut, random)
      rmSync(directory, { recursive: true, force: true })
      mkdirSync(directory, { mode: 0o700 })
      writeFolder(withoutSharedMemory(state, random), record.root, directory)
      const found = judge(directory, promises)
      count++
      byCut[cut]++
      if (cut !== 'all_written' && image.hasUnsynced) bitten++
      if (found.length === 0 && count % WORK_ON_EVERY === 0) {
        found.push(...(await workOn(directory)))
        workedOn++
      }
      findings.push(...found.map((finding) => ({ ...finding, scenario: record.scenario, point, cut })))
      options.onState?.()
    }
  }
  rmSync(directory, { recursive: true, force: true })
  return { states: count, byCut, bitten, workedOn, findings }
}

/** Opening a file for reading leaves the disk as it was. */
function isWorthACut(call: DiskCall): boolean {
  return call.kind !== 'opened' || call.isCreated || call.isEmptied
}

function changesNames({ kind }: DiskCall): boolean {
  return kind === 'renamed' || kind === 'unlinked' || kind === 'removed_folder'
}

/** Which cuts are made here. Where everything is synced there is only one state to have. */
function cutsAt(random: SeededRandom, perPoint: number, hasUnsynced: boolean): CutKind[] {
  const wanted = Math.floor(perPoint) + (random() < perPoint % 1 ? 1 : 0)
  if (!hasUnsynced) return wanted > 0 ? ['only_synced'] : []
  const first = Math.floor(random() * CUT_KINDS.length)
  return Array.from({ length: wanted }, (_, index) => CUT_KINDS[(first + index) % CUT_KINDS.length] ?? 'only_synced')
}

function stateAfter(image: DiskImage, cut: CutKind, random: SeededRandom): FolderState {
  switch (cut) {
    case 'all_written':
      return image.afterKill()
    case 'only_synced':
      return image.afterHarshestCut()
    default:
      return image.afterCut(random, drawCut(cut, random))
  }
}

function drawCut(cut: Exclude<CutKind, 'all_written' | 'only_synced'>, random: SeededRandom): PowerCut {
  const share = [0.05, 0.5, 0.95][Math.floor(random() * 3)] ?? 0.5
  return { share, sectorBytes: cut === 'random_4096' ? 4096 : 512, names: cut === 'random_names' ? 'any' : 'in_order' }
}

/** The log's shared memory is never synced: after a cut it is gone, as it was, or rubbish. */
function withoutSharedMemory(state: FolderState, random: SeededRandom): FolderState {
  const draw = random()
  return new Map(
    [...state].flatMap(([path, content]): [string, Buffer][] => {
      if (!isSharedMemory(path)) return [[path, content]]
      if (draw < 0.5) return []
      return [[path, Buffer.alloc(32_768, draw < 0.75 ? 0 : Math.floor(random() * 256))]]
    }),
  )
}
