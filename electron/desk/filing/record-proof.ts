import type { NotificationRecord } from '#electron/store/rows/notifications.ts'
import type { ReceiptFile } from '#electron/store/rows/receipts.ts'
import type { FileContent } from '#shared/contract/file.ts'
import type { Notice } from '#shared/contract/schemas.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { Caller } from '../caller.ts'
import { changeNotice, type NoticeChange } from '../change-notice.ts'
import { badInput, deskError } from '../desk-error.ts'
import { sha256Of } from '../notice-payload.ts'
import { move } from '../notices.ts'
import { acceptedAtOf, requireStampDay } from '../paper/stamp-day.ts'
import type { Register } from '../register.ts'
import { requireNoOtherLease } from './lease.ts'
import { isNumberOf } from './portals.ts'
import { proofKindOf, safeFileName } from './proof-file.ts'
import { requirePortal } from './settings.ts'
import type { ReceiptWatch } from './watch/receipt-watch.ts'

interface Filed {
  readonly noticeId: string
  /** Number the portal gave. */
  readonly reference: string | null
  /** Where it was filed; `null` = nobody said. */
  readonly portal: string | null
  /** Day of the counter's stamp, where it was handed in on paper. */
  readonly stampedOn?: CalendarDate | undefined
}

export interface ProofInput extends Filed {
  readonly file: FileContent | null
  readonly fileName: string | null
}

export interface ProofFile {
  readonly bytes: Buffer
  readonly file: ReceiptFile
}

/** What a person brings back from the portal. */
interface BroughtProof {
  readonly reference: string | null
  readonly file: ProofFile | null
  readonly portal: string | null
  readonly stampedOn?: CalendarDate | undefined
}

/**
 * A person filed the notice and brings the proof back: number, file, or both; stored, hashed and sealed in the transaction that makes
 * the notice accepted. Whoever holds the lease may, and anyone for a notice that was handed over or whose answer never came.
 * Throws `PROOF_REQUIRED`, `BAD_INPUT` (`file`, `reference`, `portal`), `LEASED`, `NOT_NOW`, `NOT_FOUND`.
 */
export async function recordProof(register: Register, caller: Caller, given: ProofInput): Promise<Notice> {
  const file = given.file === null ? null : proofFileOf(Buffer.from(await given.file.arrayBuffer()), given.fileName)
  return acceptOn(register, caller, given, file)
}

export interface FoundProofInput extends Filed {
  /** Of the file as it was offered. */
  readonly sha256: string
}

/** The same with a file found in a watched folder, read anew: `NOT_FOUND` (`file`) when it is not the one that was offered. */
export async function acceptFound(
  register: Register,
  caller: Caller,
  watch: Pick<ReceiptWatch, 'read'>,
  given: FoundProofInput,
): Promise<Notice> {
  const { bytes, fileName } = await watch.read(given.sha256)
  return acceptOn(register, caller, given, proofFileOf(bytes, fileName))
}

function acceptOn(register: Register, caller: Caller, given: Filed, file: ProofFile | null): Notice {
  const reference = given.reference === null || given.reference === '' ? null : given.reference
  if (reference === null && file === null) throw deskError('PROOF_REQUIRED', {})
  requirePortalsNumber(reference, given.portal)
  return changeNotice(register, caller, given.noticeId, (record) => {
    requireNoOtherLease(record, caller)
    return acceptedByHand(register, record, { reference, file, portal: given.portal, stampedOn: given.stampedOn })
  })
}

/** Where it is known what the portal's numbers look like, another number is a slip of the hand. */
function requirePortalsNumber(reference: string | null, portalId: string | null): void {
  if (portalId === null) return
  const { name, proof } = requirePortal(portalId, 'portal')
  if (reference !== null && !isNumberOf(proof, reference))
    throw badInput('reference', 'wrong_format', `This is no number of the portal ${name}.`)
}

/** The notice accepted on a proof brought by a person, receipt row included. Inside a transaction. Throws `NOT_NOW`, `BAD_INPUT`. */
export function acceptedByHand(
  register: Register,
  record: NotificationRecord,
  { reference, file, portal, stampedOn }: BroughtProof,
): NoticeChange {
  const accepted = move(record, { type: 'accepted' }, 'recordProof')
  if (stampedOn !== undefined) requireStampDay(register, stampedOn, { records: [record], madeOn: null })
  requireUnused(register, record, reference, file)
  const receiptId = register.ports.newId()
  const now = register.now()
  register.rows.receipts.insert(
    {
      id: receiptId,
      notificationId: record.id,
      revision: record.revision,
      source: 'clerk',
      reference,
      file: file?.file ?? null,
      storedAt: now,
      portal,
      stampedOn: stampedOn ?? null,
    },
    file === null ? null : register.store.stayKeys.seal(record.stayId, `receipt:${receiptId}`, file.bytes),
  )
  return {
    record: {
      ...accepted,
      cause: null,
      refusal: null,
      existingReference: null,
      lease: null,
      nextAttemptAt: null,
      reference,
      acceptedAt: stampedOn === undefined ? now : acceptedAtOf(register, stampedOn),
    },
    action: 'notice.accepted',
    details: {
      receiptId,
      reference,
      portal,
      sha256: file?.file.sha256 ?? null,
      revision: record.revision,
      ...(stampedOn === undefined ? {} : { stampedOn }),
    },
  }
}

/** Throws `BAD_INPUT` (`file`) for anything but a PDF, PNG or JPEG. */
export function proofFileOf(bytes: Buffer, name: string | null): ProofFile {
  const kind = proofKindOf(bytes)
  if (kind === undefined) throw badInput('file', 'not_taken', 'The receipt must be a PDF, PNG or JPEG file.')
  return {
    bytes,
    file: { mediaType: kind.mediaType, fileName: safeFileName(name, kind), sizeBytes: bytes.length, sha256: sha256Of(bytes) },
  }
}

/** The same number or the same file for two guests is a slip of the hand; for two notices about one guest it may be the channel's way. */
function requireUnused(
  register: Register,
  record: NotificationRecord,
  reference: string | null,
  proof: ProofFile | null,
): void {
  const { receipts, notifications, paperScans } = register.rows
  if (reference !== null) {
    const other =
      receipts.otherWithReference(reference, record.guestId)?.notificationId ??
      notifications.otherWithReference(reference, record.guestId)?.id
    if (other !== undefined)
      throw badInput('reference', 'already_used', `This number is the proof of another guest (${roomOf(register, other)}).`)
  }
  if (proof !== null) {
    const other = receipts.otherWithFile(proof.file.sha256, record.guestId)?.notificationId
    if (other !== undefined)
      throw badInput('file', 'already_used', `This file is the proof of another guest (${roomOf(register, other)}).`)
    if (paperScans.isOfOthers(proof.file.sha256, record.guestId))
      throw badInput('file', 'already_used', 'This file is the stamped copy of a list this guest was not on.')
  }
}

function roomOf(register: Register, noticeId: string): string {
  const room = register.rows.noticeLines.find(noticeId)?.room ?? null
  return room === null ? 'no room' : `room ${room}`
}
