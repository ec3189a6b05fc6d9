import type { FileFacts, FolderEntry, FolderPort } from './folder-port.ts'

/** A PDF the folder holds, as the looks so far have seen it. */
export interface SeenFile {
  readonly facts: FileFacts
  /** Monotonic; since when its size and date have not changed. */
  readonly sameSinceMs: number
  /** Looks that found it so. */
  readonly sameLooks: number
  /** Monotonic; when it was first seen, or seen changed. For one that lay there already: as long ago as its dates say. */
  readonly appearedMs: number
  /** It was read, and what it holds is known or was passed over. */
  readonly isRead: boolean
}

export type FolderMemory = ReadonlyMap<string, SeenFile>

/** A file counts as complete when nothing about it has changed for this long, over at least two looks. */
export const SETTLED_AFTER_MS = 1_500
/** Files that lay there already and are younger than this may still be the receipt of a guest who was put off meanwhile. */
export const LOOK_BACK_MS = 15 * 60_000
/** With more PDFs than this only new names are looked at: asking for the dates of all of them each second would be felt on a network. */
export const MOST_DATED = 2_000

const PDF = /\.pdf$/i
/** What browsers call a file that is still coming: `receipt.pdf.crdownload`, `receipt.pdf.part`. */
const PARTIAL = /\.(?:crdownload|part|partial|tmp|opdownload|download)$/i

/** Names that may be receipts, links among them; hidden files and what is still coming are not. */
export function pdfNames(entries: readonly FolderEntry[]): readonly string[] {
  const coming = new Set(entries.filter(({ name }) => PARTIAL.test(name)).map(({ name }) => name.replace(PARTIAL, '')))
  return entries
    .filter(({ name, kind }) => kind !== 'other' && PDF.test(name) && !/^[.~]/.test(name) && !coming.has(name))
    .map(({ name }) => name)
}

/** The first look: what lies there is old, but for what came so shortly before that it may be waited for. */
export async function firstLook(
  port: FolderPort,
  directory: string,
  names: readonly string[],
  monotonicMs: number,
): Promise<FolderMemory> {
  const memory = new Map<string, SeenFile>()
  for (const name of names) {
    if (names.length > MOST_DATED) {
      memory.set(name, {
        facts: UNDATED,
        sameSinceMs: monotonicMs,
        sameLooks: 0,
        appearedMs: Number.NEGATIVE_INFINITY,
        isRead: true,
      })
      continue
    }
    const facts = await factsOf(port, directory, name)
    if (facts === undefined) continue
    const ageMs = Math.max(0, port.nowMs() - facts.touchedMs)
    const isRecent = ageMs <= LOOK_BACK_MS
    memory.set(name, {
      facts,
      sameSinceMs: monotonicMs,
      sameLooks: 1,
      appearedMs: monotonicMs - ageMs,
      isRead: !isRecent,
    })
  }
  return memory
}

/** A later look: what is new, what has changed, what has stayed. What is gone is forgotten. */
export async function nextLook(
  port: FolderPort,
  directory: string,
  names: readonly string[],
  before: FolderMemory,
  monotonicMs: number,
): Promise<FolderMemory> {
  const memory = new Map<string, SeenFile>()
  for (const name of names) {
    const known = before.get(name)
    if (known?.isRead === true && names.length > MOST_DATED) {
      memory.set(name, known)
      continue
    }
    const facts = await factsOf(port, directory, name)
    if (facts === undefined) continue
    memory.set(name, seenAgain(known, facts, monotonicMs))
  }
  return memory
}

function seenAgain(known: SeenFile | undefined, facts: FileFacts, monotonicMs: number): SeenFile {
  // Too many to be dated before, not any more: it lay there already.
  if (known?.facts === UNDATED) return { ...known, facts }
  const isSame = known !== undefined && known.facts.sizeBytes === facts.sizeBytes && known.facts.modifiedMs === facts.modifiedMs
  if (isSame) return { ...known, sameLooks: known.sameLooks + 1 }
  return { facts, sameSinceMs: monotonicMs, sameLooks: 1, appearedMs: monotonicMs, isRead: false }
}

/** Files that have stopped growing and were not read yet. */
export function settledNames(memory: FolderMemory, monotonicMs: number): readonly string[] {
  return [...memory]
    .filter(
      ([, seen]) =>
        !seen.isRead && seen.facts.sizeBytes > 0 && seen.sameLooks >= 2 && monotonicMs - seen.sameSinceMs >= SETTLED_AFTER_MS,
    )
    .map(([name]) => name)
}

const UNDATED: FileFacts = { sizeBytes: 0, modifiedMs: 0, touchedMs: 0 }

/** `undefined` for one that went away since it was listed. */
async function factsOf(port: FolderPort, directory: string, name: string): Promise<FileFacts | undefined> {
  try {
    return await port.facts(directory, name)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}
