import { receiptBytes } from '#electron/desk/receipts.ts'
import type { Register } from '#electron/desk/register.ts'
import type { AuditEntry } from '#electron/store/audit-chain.ts'
import type { Attempt } from '#electron/store/rows/attempts.ts'
import type { NotificationRecord } from '#electron/store/rows/notifications.ts'
import type { ReceiptRecord } from '#electron/store/rows/receipts.ts'
import type { EvidenceEntry, EvidenceNotice, Standing } from '#shared/contract/evidence-schemas.ts'
import { isSettled } from '#shared/domain/notification.ts'
import { localDateOf } from '#shared/regulation/local-time.ts'
import { explainedAsThen } from './calendars-used.ts'

type Proof = EvidenceNotice['proofs'][number]

/** A receipt's file for the pack. */
export interface PackedReceipt {
  readonly name: string
  readonly bytes: Buffer
}

export interface ToldNotice {
  readonly notice: EvidenceNotice
  readonly receipts: readonly PackedReceipt[]
}

/** Everything the register holds about one notice. `nameOf` numbers the files of the pack. */
export function noticeEvidence(
  register: Register,
  record: NotificationRecord,
  nameOf: (sha256: string, mediaType: string) => string,
): ToldNotice {
  const { rows, store } = register
  const proofs = rows.receipts.ofNotification(record.id).map((receipt) => proofOf(register, record, receipt, nameOf))
  const notice: EvidenceNotice = {
    id: record.id,
    kind: record.kind,
    state: record.state,
    cause: record.cause,
    reason: store.stayKeys.has(record.stayId) ? record.reason : null,
    dueFrom: record.dueFrom,
    due: dueOf(record),
    explanation: record.due === null ? null : explainedAsThen(register, record, record.due),
    standing: standingOf(register, record),
    reference: record.reference,
    acceptedAt: record.acceptedAt,
    revisions: revisionsOf(register, record),
    attempts: rows.attempts.ofNotification(record.id).map((attempt) => attemptOf(register, record.stayId, attempt)),
    proofs: proofs.map(({ proof }) => proof),
    journal: store.audit.entriesOf(record.id).map(entryOf),
  }
  return { notice, receipts: proofs.flatMap(({ file }) => (file === null ? [] : [file])) }
}

export function entryOf({ sequence, at, actorName, action, details }: AuditEntry): EvidenceEntry {
  return { sequence, at, by: actorName, action, details: details === null ? null : { ...details } }
}

function dueOf({ due }: NotificationRecord): EvidenceNotice['due'] {
  if (due === null) return null
  const { strictDue, latestDue, actBy, calendarVersion, rule, isForecast } = due
  return { strictDue, latestDue, actBy, calendarVersion, rule, isForecast }
}

/** By the days on the wall of the hotel: the law names days. */
function standingOf(register: Register, { due, state, acceptedAt }: NotificationRecord): Standing {
  if (due === null) return 'nothing_owed'
  if (state === 'accepted' && acceptedAt !== null) {
    const day = localDateOf(Date.parse(acceptedAt), register.property.zone)
    if (day <= due.strictDue) return 'in_time'
    return day <= due.latestDue ? 'in_time_by_the_later_reading' : 'late'
  }
  if (isSettled(state)) return 'set_aside'
  const today = register.today()
  if (today <= due.strictDue) return 'open'
  return today <= due.latestDue ? 'open_past_the_strict_date' : 'overdue'
}

function revisionsOf({ rows }: Register, { id, revision }: NotificationRecord): EvidenceNotice['revisions'] {
  return Array.from({ length: revision }, (_, index) => rows.revisions.find(id, index + 1)).flatMap((made) =>
    made === undefined ? [] : [{ number: made.number, clientId: made.clientId, createdAt: made.createdAt }],
  )
}

function attemptOf({ store }: Register, stayId: string, attempt: Attempt): EvidenceNotice['attempts'][number] {
  const { id, number, revision, kind, startedAt, endedAt, outcome, cause, sealedExchange } = attempt
  const exchange = sealedExchange === null ? undefined : store.stayKeys.open(stayId, `exchange:${id}`, sealedExchange)
  return { id, number, revision, kind, startedAt, endedAt, outcome, cause, exchange: exchange?.toString('utf8') ?? null }
}

function proofOf(
  register: Register,
  record: NotificationRecord,
  receipt: ReceiptRecord,
  nameOf: (sha256: string, mediaType: string) => string,
): { readonly proof: Proof; readonly file: PackedReceipt | null } {
  const { id, revision, source, reference, portal, storedAt, stampedOn, file } = receipt
  const told = { id, revision, source, reference, portal, storedAt, stampedOn }
  if (file === null) return { proof: { ...told, file: null }, file: null }
  const { mediaType, sizeBytes, sha256 } = file
  const bytes = receiptBytes(register, receipt, record.stayId)
  // As stored: were it not the file it says it is, the check of the pack has to find that, not the making of it.
  const name = bytes === undefined ? null : nameOf(sha256, mediaType)
  return {
    proof: { ...told, file: { name, mediaType, sizeBytes, sha256 } },
    file: bytes === undefined || name === null ? null : { name, bytes },
  }
}
