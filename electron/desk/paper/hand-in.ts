import type { NotificationRecord } from '#electron/store/rows/notifications.ts'
import type { PaperEntry, PaperListRecord } from '#electron/store/rows/paper-lists.ts'
import type { FileContent } from '#shared/contract/file.ts'
import type { HandedIn } from '#shared/contract/paper-schemas.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { Caller } from '../caller.ts'
import { badInput, deskError } from '../desk-error.ts'
import { saveWithAudit } from '../filing/lease.ts'
import { type ProofFile, proofFileOf } from '../filing/record-proof.ts'
import { tellWaitingNews } from '../follow-ups.ts'
import { move } from '../notices.ts'
import type { Register } from '../register.ts'
import { paperListView } from './list-view.ts'
import { numberOf, settleEntry } from './on-paper.ts'
import { acceptedAtOf, isStampedLate, requireStampDay } from './stamp-day.ts'
import { sealStampedCopy } from './stamped-copy.ts'
import { giveBack } from './take-off.ts'

export interface HandIn {
  readonly listId: string
  /** Day of the stamp, hotel-local. */
  readonly stampedOn: CalendarDate
  /** What the counter wrote beside the stamp; `null` = the stamp has no number. */
  readonly stampNumber: string | null
  /** Photo or scan of the stamped copy. */
  readonly file: FileContent | null
  readonly fileName: string | null
  /** Who was not taken, and why; everybody else who waits on the list was. */
  readonly exceptions: readonly PaperException[]
}

export interface PaperException {
  readonly noticeId: string
  /** `refused`: for what it says, so a person corrects it. `not_handed_in`: it goes back to where it came from. */
  readonly outcome: 'refused' | 'not_handed_in'
  readonly reason: string
}

/** One notice that waits on the list, with what is to become of it. */
interface Waiting {
  readonly entry: PaperEntry
  readonly record: NotificationRecord
  readonly exception: PaperException | undefined
}

/**
 * The stamped copy has come back: everybody who waits on the list is accepted with it as proof, but those named as exceptions. One
 * transaction. Where the stamp has no number, that of the list stands for it: it is the number of the stamped copy. Throws `PROOF_REQUIRED`,
 * `BAD_INPUT` (`stampedOn`, `stampNumber`, `file`, `exceptions`), `NOT_NOW` when nobody waits on it, `NOT_FOUND`.
 */
export async function handIn(register: Register, caller: Caller, given: HandIn): Promise<HandedIn> {
  const file = given.file === null ? null : proofFileOf(Buffer.from(await given.file.arrayBuffer()), given.fileName)
  const stampNumber = given.stampNumber === '' ? null : given.stampNumber
  const late = register.write(() => {
    const list = register.rows.paperLists.find(given.listId)
    if (list === undefined) throw deskError('NOT_FOUND', { what: 'paper_list' })
    const waiting = waitingOn(register, list.id, given.exceptions)
    if (waiting.length === 0) throw deskError('NOT_NOW', { state: 'settled', action: 'handIn' })
    const taken = waiting.filter(({ exception }) => exception === undefined)
    const records = taken.map(({ record }) => record)
    requireProof(register, list.id, { stampNumber, file, isNeeded: taken.length > 0 })
    requireStampDay(register, given.stampedOn, { records, madeOn: list.madeOn })
    const scanId = file === null ? null : keepScan(register, list.id, records, file)
    for (const one of taken) accept(register, caller, list, one, { stampedOn: given.stampedOn, stampNumber, scanId, file })
    for (const one of waiting) turnBack(register, caller, list, one)
    for (const { record } of waiting) tellWaitingNews(register, record.guestId, { caller })
    register.store.audit.append({
      actor: caller.actor,
      action: 'paper_list.handed_in',
      subject: list.id,
      stayId: null,
      details: {
        list: numberOf(list),
        stampedOn: given.stampedOn,
        stampNumber,
        taken: taken.length,
        notTaken: waiting.length - taken.length,
        sha256: file?.file.sha256 ?? null,
      },
    })
    return records.filter((record) => isStampedLate(register, record, given.stampedOn)).map(({ id }) => id)
  })
  register.changed(['status', 'board', 'queue', 'guest', 'filing'], null)
  return { list: paperListView(register, caller, given.listId), late }
}

/** Who waits on the list, in its order. Throws `BAD_INPUT` (`exceptions`) for somebody who does not, or is named twice. */
function waitingOn({ rows }: Register, listId: string, exceptions: readonly PaperException[]): readonly Waiting[] {
  const waiting = rows.paperLists.entriesOf(listId).flatMap((entry) => {
    const record = entry.outcome === null ? rows.notifications.find(entry.notificationId) : undefined
    if (record === undefined) return []
    return [{ entry, record, exception: exceptions.find(({ noticeId }) => noticeId === record.id) }]
  })
  exceptions.forEach(({ noticeId }, index) => {
    const path = `exceptions.${index}.noticeId`
    if (!waiting.some(({ record }) => record.id === noticeId))
      throw badInput(path, 'not_on_list', 'This notice does not wait on the list.')
    if (exceptions.findIndex((other) => other.noticeId === noticeId) !== index)
      throw badInput(path, 'already_used', 'This notice is named twice.')
  })
  return waiting
}

interface BroughtBack {
  readonly stampNumber: string | null
  readonly file: ProofFile | null
}

function requireProof(
  { rows }: Register,
  listId: string,
  { stampNumber, file, isNeeded }: BroughtBack & { readonly isNeeded: boolean },
): void {
  if (isNeeded && stampNumber === null && file === null) throw deskError('PROOF_REQUIRED', {})
  if (!isNeeded && file !== null) throw badInput('file', 'nobody_taken', 'Nobody was taken, so there is nothing to prove.')
  if (stampNumber !== null && rows.paperScans.otherWithNumber(listId, stampNumber) !== undefined)
    throw badInput('stampNumber', 'already_used', 'This number is the proof of a guest who is not on this list.')
  if (file !== null && rows.paperScans.isProofElsewhere(listId, file.file.sha256))
    throw badInput('file', 'already_used', 'This file is the proof of guests who are not on this list.')
}

function keepScan(
  register: Register,
  listId: string,
  taken: readonly NotificationRecord[],
  { file, bytes }: ProofFile,
): string {
  const id = register.ports.newId()
  const stayIds = [...new Set(taken.map(({ stayId }) => stayId))]
  register.rows.paperScans.insert(
    { id, listId, stayIds, file, storedAt: register.now() },
    sealStampedCopy(register, id, stayIds, bytes),
  )
  return id
}

interface Stamp extends BroughtBack {
  readonly stampedOn: CalendarDate
  readonly scanId: string | null
}

function accept(
  register: Register,
  { actor }: Caller,
  list: PaperListRecord,
  { entry, record }: Waiting,
  { stampedOn, stampNumber, scanId, file }: Stamp,
): void {
  const reference = stampNumber ?? numberOf(list)
  const receiptId = register.ports.newId()
  settleEntry(register, actor, entry, { outcome: 'taken', stayId: record.stayId, reason: null })
  const { id: notificationId, revision } = record
  register.rows.receipts.insert(
    {
      id: receiptId,
      notificationId,
      revision,
      source: 'clerk',
      reference,
      file: null,
      storedAt: register.now(),
      stampedOn,
      paperListId: list.id,
      paperScanId: scanId,
    },
    null,
  )
  const accepted: NotificationRecord = {
    ...move(record, { type: 'accepted' }, 'handIn'),
    cause: null,
    refusal: null,
    existingReference: null,
    nextAttemptAt: null,
    reference,
    acceptedAt: acceptedAtOf(register, stampedOn),
  }
  saveWithAudit(register, actor, accepted, 'notice.accepted', {
    receiptId,
    reference,
    portal: null,
    sha256: file?.file.sha256 ?? null,
    revision,
    list: numberOf(list),
    stampedOn,
  })
}

function turnBack(register: Register, caller: Caller, list: PaperListRecord, { entry, record, exception }: Waiting): void {
  if (exception === undefined) return
  const { outcome, reason } = exception
  if (outcome === 'not_handed_in') {
    giveBack(register, caller, list, entry, record, { outcome, reason })
    return
  }
  settleEntry(register, caller.actor, entry, { outcome, stayId: record.stayId, reason })
  const refused: NotificationRecord = {
    ...move(record, { type: 'refused_at_counter' }, 'handIn'),
    cause: 'content_refused',
    refusal: { field: null, message: reason },
    nextAttemptAt: null,
  }
  saveWithAudit(register, caller.actor, refused, 'notice.refused_at_counter', { list: numberOf(list), listId: list.id, reason })
}
