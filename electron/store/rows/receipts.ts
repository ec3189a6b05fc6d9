import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { IsoInstant } from '#shared/domain/clock.ts'
import { bytes, dayOrNull, integer, oneOf, type Row, text, textOrNull } from './columns.ts'
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
  /** Hotel-local day of the counter's stamp; `null` = it was not handed in on paper. */
  readonly stampedOn: CalendarDate | null
  /** The covering list it went with; `null` = with none. */
  readonly paperListId: string | null
  /** The stamped copy all on that list share; `file` is then of it, and so are its bytes. */
  readonly paperScanId: string | null
}

/** A machine names no portal, and nothing that is not paper has a stamp. */
type Optional = 'portal' | 'stampedOn' | 'paperListId' | 'paperScanId'
type NewReceipt = Omit<ReceiptRecord, Optional> & Partial<Pick<ReceiptRecord, Optional>>

const WITHOUT_BYTES = `
  r.id, r.notification_id, r.revision, r.source, r.reference, r.stored_at, r.portal, r.stamped_on, r.paper_list_id, r.paper_scan_id,
  coalesce(r.media_type, s.media_type) AS media_type, coalesce(r.file_name, s.file_name) AS file_name,
  coalesce(r.size_bytes, s.size_bytes) AS size_bytes, coalesce(r.sha256, s.sha256) AS sha256
  FROM receipt r LEFT JOIN paper_scan s ON s.id = r.paper_scan_id`

/** A channel may keep one number for a notice and what follows it. */
const OF_ANOTHER_GUEST = 'r.notification_id NOT IN (SELECT id FROM notification WHERE guest_id = ?)'

/** Table `receipt`: rows are added and never changed. */
export function receiptRows(store: RowStore) {
  const insert = store.statement(
    'receipt.insert',
    `
    INSERT INTO receipt (id, property_id, notification_id, revision, source, reference, media_type, file_name, size_bytes, sha256,
      sealed_content, stored_at, portal, stamped_on, paper_list_id, paper_scan_id)
    VALUES (@id, @propertyId, @notificationId, @revision, @source, @reference, @mediaType, @fileName, @sizeBytes, @sha256,
      @sealedContent, @storedAt, @portal, @stampedOn, @paperListId, @paperScanId)`,
  )
  const byId = store.statement<Row>('receipt.by_id', `SELECT ${WITHOUT_BYTES} WHERE r.id = ?`)
  const byNotification = store.statement<Row>(
    'receipt.by_notification',
    `SELECT ${WITHOUT_BYTES} WHERE r.notification_id = ? ORDER BY r.rowid`,
  )
  const content = store.statement<Row>(
    'receipt.content',
    'SELECT sealed_content FROM receipt WHERE id = ? AND sealed_content IS NOT NULL',
  )
  const otherWithReference = store.statement<Row>(
    'receipt.other_with_reference',
    `
    SELECT ${WITHOUT_BYTES} WHERE r.property_id = @propertyId AND r.reference = @reference
      AND r.notification_id NOT IN (SELECT id FROM notification WHERE guest_id = @guestId)
      AND (r.paper_list_id IS NULL OR r.paper_list_id NOT IN (
        SELECT e.list_id FROM notification n JOIN paper_entry e ON e.notification_id = n.id WHERE n.guest_id = @guestId)) LIMIT 1`,
  )
  const otherWithFile = store.statement<Row>(
    'receipt.other_with_file',
    `
    SELECT ${WITHOUT_BYTES} WHERE r.property_id = ? AND r.sha256 = ? AND ${OF_ANOTHER_GUEST} LIMIT 1`,
  )

  const withFile = store.statement<Row>(
    'receipt.with_file',
    `SELECT 1 FROM receipt WHERE property_id = @propertyId AND sha256 = @sha256
     UNION ALL SELECT 1 FROM paper_scan WHERE property_id = @propertyId AND sha256 = @sha256 LIMIT 1`,
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
        stampedOn: receipt.stampedOn ?? null,
        paperListId: receipt.paperListId ?? null,
        paperScanId: receipt.paperScanId ?? null,
      })
    },
    find: (id: string) => one(byId.get(id)),
    ofNotification: (id: string): readonly ReceiptRecord[] => byNotification.all(id).map(receiptOf),
    sealedContent(id: string): Buffer | undefined {
      const row = content.get(id)
      return row === undefined ? undefined : bytes(row, 'sealed_content')
    },
    /** Whether a file with these bytes is the proof of anybody. */
    hasFile: (sha256: string): boolean => withFile.get({ propertyId: store.propertyId(), sha256 }) !== undefined,
    /** Proof about another guest with the same reference; those who went on one covering list share its number. */
    otherWithReference: (reference: string, guestId: string) =>
      one(otherWithReference.get({ propertyId: store.propertyId(), reference, guestId })),
    /** Proof about another guest with the same bytes; for stamped copies that several share see `paperScans`. */
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
    stampedOn: dayOrNull(row, 'stamped_on'),
    paperListId: textOrNull(row, 'paper_list_id'),
    paperScanId: textOrNull(row, 'paper_scan_id'),
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
