import type { IsoInstant } from '#shared/domain/clock.ts'
import { bytes, integer, oneOf, type Row, text, textOrNull } from './columns.ts'
import type { RowStore } from './row-store.ts'

const SOURCES = ['channel', 'clerk'] as const

/** The file of a proof, without its bytes. */
export interface ReceiptFile {
  readonly mediaType: string
  readonly fileName: string
  readonly sizeBytes: number
  /** Of the bytes themselves, hex, so that the original can be compared. */
  readonly sha256: string
}

/** Proof that a notice was taken: a reference, a file, or both. */
export interface ReceiptRecord {
  readonly id: string
  readonly notificationId: string
  readonly revision: number
  readonly source: (typeof SOURCES)[number]
  readonly reference: string | null
  readonly file: ReceiptFile | null
  readonly storedAt: IsoInstant
  /** Which of the state's portals a person filed at; `null` = a machine did, or nobody said. */
  readonly portal: string | null
}

/** A machine names no portal. */
type NewReceipt = Omit<ReceiptRecord, 'portal'> & { readonly portal?: string | null }

const WITHOUT_BYTES =
  'id, notification_id, revision, source, reference, media_type, file_name, size_bytes, sha256, stored_at, portal FROM receipt'

/** A channel may keep one number for a notice and what follows it. */
const OF_ANOTHER_GUEST = 'notification_id NOT IN (SELECT id FROM notification WHERE guest_id = ?)'

/** Table `receipt`: rows are added and never changed. */
export function receiptRows(store: RowStore) {
  const insert = store.statement(
    'receipt.insert',
    `
    INSERT INTO receipt (id, property_id, notification_id, revision, source, reference, media_type, file_name, size_bytes, sha256,
      sealed_content, stored_at, portal)
    VALUES (@id, @propertyId, @notificationId, @revision, @source, @reference, @mediaType, @fileName, @sizeBytes, @sha256,
      @sealedContent, @storedAt, @portal)`,
  )
  const byId = store.statement<Row>('receipt.by_id', `SELECT ${WITHOUT_BYTES} WHERE id = ?`)
  const byNotification = store.statement<Row>(
    'receipt.by_notification',
    `SELECT ${WITHOUT_BYTES} WHERE notification_id = ? ORDER BY rowid`,
  )
  const content = store.statement<Row>(
    'receipt.content',
    'SELECT sealed_content FROM receipt WHERE id = ? AND sealed_content IS NOT NULL',
  )
  const otherWithReference = store.statement<Row>(
    'receipt.other_with_reference',
    `
    SELECT ${WITHOUT_BYTES} WHERE property_id = ? AND reference = ? AND ${OF_ANOTHER_GUEST} LIMIT 1`,
  )
  const otherWithFile = store.statement<Row>(
    'receipt.other_with_file',
    `
    SELECT ${WITHOUT_BYTES} WHERE property_id = ? AND sha256 = ? AND ${OF_ANOTHER_GUEST} LIMIT 1`,
  )

  const withFile = store.statement<Row>(
    'receipt.with_file',
    'SELECT 1 FROM receipt WHERE property_id = ? AND sha256 = ? LIMIT 1',
  )

  function one(row: Row | undefined): ReceiptRecord | undefined {
    return row === undefined ? undefined : receiptOf(row)
  }

  return {
    /** `sealedContent` goes with `receipt.file`: both or neither. */
    insert(receipt: NewReceipt, sealedContent: Buffer | null): void {
      const file = receipt.file ?? { mediaType: null, fileName: null, sizeBytes: null, sha256: null }
      insert.run({
        id: receipt.id,
        propertyId: store.propertyId(),
        notificationId: receipt.notificationId,
        revision: receipt.revision,
        source: receipt.source,
        reference: receipt.reference,
        ...file,
        sealedContent,
        storedAt: receipt.storedAt,
        portal: receipt.portal ?? null,
      })
    },
    find: (id: string) => one(byId.get(id)),
    ofNotification: (id: string): readonly ReceiptRecord[] => byNotification.all(id).map(receiptOf),
    sealedContent(id: string): Buffer | undefined {
      const row = content.get(id)
      return row === undefined ? undefined : bytes(row, 'sealed_content')
    },
    /** Whether a file with these bytes is the proof of anybody. */
    hasFile: (sha256: string): boolean => withFile.get(store.propertyId(), sha256) !== undefined,
    /** Proof about another guest with the same reference. */
    otherWithReference: (reference: string, guestId: string) =>
      one(otherWithReference.get(store.propertyId(), reference, guestId)),
    /** Proof about another guest with the same bytes. */
    otherWithFile: (sha256: string, guestId: string) => one(otherWithFile.get(store.propertyId(), sha256, guestId)),
  }
}

function receiptOf(row: Row): ReceiptRecord {
  return {
    id: text(row, 'id'),
    notificationId: text(row, 'notification_id'),
    revision: integer(row, 'revision'),
    source: oneOf(row, 'source', SOURCES),
    reference: textOrNull(row, 'reference'),
    file: fileOf(row),
    storedAt: text(row, 'stored_at'),
    portal: textOrNull(row, 'portal'),
  }
}

function fileOf(row: Row): ReceiptFile | null {
  const sha256 = textOrNull(row, 'sha256')
  if (sha256 === null) return null
  return {
    mediaType: textOrNull(row, 'media_type') ?? 'application/octet-stream',
    fileName: textOrNull(row, 'file_name') ?? 'receipt',
    sizeBytes: integer(row, 'size_bytes'),
    sha256,
  }
}
