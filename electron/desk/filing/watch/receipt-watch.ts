import type { z } from 'zod'
import type { foundSchema } from '#shared/contract/filing-schemas.ts'
import type { GuestFacts } from '#shared/domain/guest.ts'
import { deskError } from '../../desk-error.ts'
import { sha256Of } from '../../notice-payload.ts'
import type { Register } from '../../register.ts'
import { receiptFolders } from '../filing-settings.ts'
import { type FileMatch, matchOf } from './file-match.ts'
import { type FolderPort, systemFolders } from './folder-port.ts'
import { type FolderWatch, type ReadFile, watchFolder } from './folder-watch.ts'
import { inTime } from './folders.ts'
import { textOfPdf } from './receipt-text.ts'

type Found = z.infer<typeof foundSchema>

interface FoundFile extends Omit<ReadFile, 'bytes'> {
  readonly sizeBytes: number
  /** `null` = none to be read. */
  readonly text: string | null
}

interface Offer {
  readonly file: FoundFile
  readonly match: FileMatch
}

/** The folders where receipts appear, watched for as long as somebody is filing a guest. */
export interface ReceiptWatch {
  /** A guest is being filed: from now on new files may be his. Called again, also when the folders have changed, it goes on. */
  follow(noticeId: string): void
  /** What there is for this guest now. */
  found(noticeId: string): Found
  /** The bytes that were offered under this hash. Throws `NOT_FOUND` (`file`) when they are not there any more. */
  read(sha256: string): Promise<{ readonly bytes: Buffer; readonly fileName: string }>
  /** This file is not this guest's. */
  decline(noticeId: string, sha256: string): void
  /** The folders were changed, or a guest was settled. */
  refresh(): void
  stop(): void
}

/** Leases that ended without a word are noticed at this pace. */
const TIDY_EVERY_MS = 5_000
/** Some drives stamp files to two seconds: what came right after the guest was taken must not pass for older. */
const COARSE_CLOCK_MS = 2_000
/** The likeliest first. */
const LIKELIEST: readonly FileMatch[] = ['document', 'name', 'unreadable', 'other']

/** `onChange` is told that what `found` answers may have changed. */
export function createReceiptWatch(register: Register, onChange: () => void, port: FolderPort = systemFolders): ReceiptWatch {
  /** Monotonic time from which a guest is followed, by notice. */
  const followed = new Map<string, number>()
  const declined = new Map<string, Set<string>>()
  const files = new Map<string, FoundFile>()
  const folders = new Map<string, FolderWatch>()
  let tidying: NodeJS.Timeout | undefined
  const { monotonicMs } = port

  async function take({ bytes, ...file }: ReadFile): Promise<void> {
    if (files.has(file.sha256)) return
    const text = await textOfPdf(bytes)
    files.set(file.sha256, { ...file, sizeBytes: bytes.length, text })
    onChange()
  }

  /** Watches what the settings name while anybody is followed, and nothing otherwise. */
  function refresh(): void {
    for (const noticeId of followed.keys()) {
      const lease = register.rows.notifications.find(noticeId)?.lease ?? null
      if (lease === null || lease.until <= register.now()) followed.delete(noticeId)
    }
    const wanted = followed.size === 0 ? [] : receiptFolders(register)
    for (const [directory, watch] of folders) {
      if (wanted.includes(directory)) continue
      watch.stop()
      folders.delete(directory)
    }
    for (const directory of wanted) {
      if (!folders.has(directory)) folders.set(directory, watchFolder({ port, directory, monotonicMs, onFile: take, onChange }))
    }
    clearTimeout(tidying)
    if (followed.size > 0) tidying = setTimeout(tidy, TIDY_EVERY_MS).unref()
    else files.clear()
  }

  function tidy(): void {
    try {
      refresh()
    } catch (error) {
      // A disk that fails for a moment: filing goes on without the folder, and the next guest taken tries again.
      register.logger.warn({ kind: error instanceof Error ? error.name : 'unknown' }, 'the folders of receipts are not watched')
    }
  }

  function factsOf(noticeId: string): GuestFacts | undefined {
    const record = register.rows.notifications.find(noticeId)
    return record === undefined ? undefined : register.rows.guests.find(record.guestId)?.facts
  }

  function offerFor(noticeId: string): Offer | undefined {
    const facts = factsOf(noticeId)
    const sinceMs = followed.get(noticeId)
    if (facts === undefined || sinceMs === undefined) return undefined
    const others = [...followed.keys()].filter((id) => id !== noticeId).flatMap((id) => factsOf(id) ?? [])
    const offers = [...files.values()].flatMap((file): Offer[] => {
      if (declined.get(noticeId)?.has(file.sha256) === true || register.rows.receipts.hasFile(file.sha256)) return []
      const match = matchOf(file.text, facts)
      const isNamed = match === 'document' || match === 'name'
      // What lay there before is offered only where it says whose it is; what names a guest a colleague is filing is his.
      if (!isNamed && file.appearedMs < sinceMs - COARSE_CLOCK_MS) return []
      if (!isNamed && others.some((other) => ['document', 'name'].includes(matchOf(file.text, other)))) return []
      return [{ file, match }]
    })
    return offers.toSorted(
      (a, b) => LIKELIEST.indexOf(a.match) - LIKELIEST.indexOf(b.match) || b.file.appearedMs - a.file.appearedMs,
    )[0]
  }

  return {
    follow(noticeId) {
      if (!followed.has(noticeId)) followed.set(noticeId, monotonicMs())
      refresh()
    },
    found(noticeId) {
      const offer = offerFor(noticeId)
      const passedOver = [...folders.values()].flatMap((watch) => watch.passedOver() ?? [])[0] ?? null
      return {
        folders: receiptFolders(register).map((directory) => ({
          directory,
          state: folders.get(directory)?.state() ?? 'looking',
        })),
        offer:
          offer === undefined
            ? null
            : {
                sha256: offer.file.sha256,
                fileName: offer.file.name,
                directory: offer.file.directory,
                sizeBytes: offer.file.sizeBytes,
                appearedAt: new Date(
                  register.ports.clock.now() - Math.max(0, monotonicMs() - offer.file.appearedMs),
                ).toISOString(),
                match: offer.match,
              },
        passedOver: offer === undefined ? passedOver : null,
      }
    },
    async read(sha256) {
      const file = files.get(sha256)
      if (file === undefined) throw deskError('NOT_FOUND', { what: 'file' })
      const bytes = await inTime(port.read(file.directory, file.name)).catch(() => undefined)
      if (bytes === undefined || sha256Of(bytes) !== sha256) {
        files.delete(sha256)
        onChange()
        throw deskError('NOT_FOUND', { what: 'file' })
      }
      return { bytes, fileName: file.name }
    },
    decline(noticeId, sha256) {
      declined.set(noticeId, (declined.get(noticeId) ?? new Set()).add(sha256))
      onChange()
    },
    refresh,
    stop() {
      followed.clear()
      refresh()
    },
  }
}
