import { createHash } from 'node:crypto'
import { MAX_FILE_BYTES } from '#shared/contract/file.ts'
import { type FolderMemory, firstLook, nextLook, pdfNames, type SeenFile, settledNames } from './folder-look.ts'
import type { FolderEntry, FolderPort } from './folder-port.ts'
import { ANSWER_WITHIN_MS, type FolderState, MOST_ENTRIES, stateOfFailure } from './folders.ts'

/** A PDF that has come in whole. */
export interface ReadFile {
  readonly directory: string
  readonly name: string
  readonly bytes: Buffer
  /** Hex, of the bytes. */
  readonly sha256: string
  /** Monotonic. */
  readonly appearedMs: number
}

/** A new file that looks like a receipt and cannot be one, or not this way. */
export interface PassedOver {
  readonly fileName: string
  readonly why: 'link' | 'too_large' | 'not_pdf' | 'forbidden'
}

export interface FolderWatch {
  state(): FolderState
  /** The latest; `null` when there is none. */
  passedOver(): PassedOver | null
  stop(): void
}

interface FolderWatchOptions {
  readonly port: FolderPort
  readonly directory: string
  monotonicMs(): number
  /** Awaited before the next look, one file at a time. */
  onFile(file: ReadFile): Promise<void>
  /** State or what was passed over has changed. */
  onChange(): void
}

const LOOK_EVERY_MS = 1_000
/** While the folder cannot be read. */
const RETRY_EVERY_MS = 5_000
/** A PDF ends with this word; one that does not gets some more time, since its end may be on the way. */
const PDF_END = Buffer.from('%%EOF')
const END_WITHIN_BYTES = 2_048
const LOOKS_WITHOUT_END = 6

/**
 * Looks into a folder once a second, and at once when the system says that something changed. One look at a time: while a network drive
 * does not answer, nothing else is asked of it and the desk goes on.
 */
export function watchFolder({ port, directory, monotonicMs, onFile, onChange }: FolderWatchOptions): FolderWatch {
  let state: FolderState = 'looking'
  let passedOver: PassedOver | null = null
  let memory: FolderMemory | undefined
  let isLooking = false
  let isStopped = false
  let timer: NodeJS.Timeout | undefined
  const stopHints = port.onHint(directory, () => void look())

  function setState(now: FolderState): void {
    if (now === state || isStopped) return
    state = now
    onChange()
  }

  function passOver(now: PassedOver): void {
    passedOver = now
    onChange()
  }

  async function look(): Promise<void> {
    if (isLooking || isStopped) return
    isLooking = true
    clearTimeout(timer)
    const slow = setTimeout(() => setState('not_answering'), ANSWER_WITHIN_MS)
    let files: readonly ReadFile[] = []
    try {
      files = await lookNow()
    } catch (error) {
      setState(stateOfFailure(error))
    } finally {
      clearTimeout(slow)
    }
    for (const file of files) if (!isStopped) await onFile(file)
    isLooking = false
    if (!isStopped) timer = setTimeout(() => void look(), state === 'readable' ? LOOK_EVERY_MS : RETRY_EVERY_MS).unref()
  }

  async function lookNow(): Promise<readonly ReadFile[]> {
    const entries = await port.list(directory, MOST_ENTRIES + 1)
    if (entries.length > MOST_ENTRIES) {
      setState('too_many_files')
      return []
    }
    const names = pdfNames(entries)
    const nowMs = monotonicMs()
    const seen =
      memory === undefined
        ? await firstLook(port, directory, names, nowMs)
        : await nextLook(port, directory, names, memory, nowMs)
    const next = new Map(seen)
    const files: ReadFile[] = []
    for (const name of settledNames(seen, nowMs)) {
      const file = seen.get(name)
      if (file === undefined) continue
      const outcome = await read(name, kindOf(entries, name), file)
      if (outcome === 'not_yet') continue
      next.set(name, { ...file, isRead: true })
      if ('bytes' in outcome) files.push(outcome)
      else passOver(outcome)
    }
    memory = next
    setState('readable')
    return files
  }

  async function read(name: string, kind: FolderEntry['kind'], seen: SeenFile): Promise<ReadFile | PassedOver | 'not_yet'> {
    if (kind === 'link') return { fileName: name, why: 'link' }
    if (seen.facts.sizeBytes > MAX_FILE_BYTES) return { fileName: name, why: 'too_large' }
    const bytes = await port.read(directory, name).catch((error: unknown) => error)
    if (!(bytes instanceof Buffer)) {
      // Gone, or still in the hands of the browser or a virus scanner: the next look finds out.
      return stateOfFailure(bytes) === 'forbidden' ? { fileName: name, why: 'forbidden' } : 'not_yet'
    }
    if (bytes.length !== seen.facts.sizeBytes) return 'not_yet'
    if (!bytes.subarray(0, 5).equals(PDF_START)) return { fileName: name, why: 'not_pdf' }
    const hasEnd = bytes.subarray(-END_WITHIN_BYTES).includes(PDF_END)
    if (!hasEnd && seen.sameLooks < LOOKS_WITHOUT_END) return 'not_yet'
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    return { directory, name, bytes, sha256, appearedMs: seen.appearedMs }
  }

  void look()
  return {
    state: () => state,
    passedOver: () => passedOver,
    stop() {
      isStopped = true
      clearTimeout(timer)
      stopHints()
    },
  }
}

const PDF_START = Buffer.from('%PDF-')

function kindOf(entries: readonly FolderEntry[], name: string): FolderEntry['kind'] {
  return entries.find((entry) => entry.name === name)?.kind ?? 'other'
}
