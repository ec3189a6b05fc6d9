import { z } from 'zod'
import type { IsoInstant } from '#shared/domain/clock.ts'
import { bytes, type Row, text } from './columns.ts'
import type { ReceiptFile } from './receipts.ts'
import type { RowStore } from './row-store.ts'

/** The photo or scan of a stamped copy, without its bytes. */
export interface PaperScan {
  readonly id: string
  readonly listId: string
  /** Whose keys seal it, one inside the other in this order. */
  readonly stayIds: readonly string[]
  readonly file: ReceiptFile
  readonly storedAt: IsoInstant
}

const stayIdsSchema = z.array(z.string()).min(1)

/** Table `paper_scan`: kept once for everybody on it. */
export function paperScanRows(store: RowStore) {
  const insert = store.statement(
    'paper_scan.insert',
    `
    INSERT INTO paper_scan (id, property_id, list_id, stay_ids, media_type, file_name, size_bytes, sha256, sealed_content, stored_at)
    VALUES (@id, @propertyId, @listId, @stayIds, @mediaType, @fileName, @sizeBytes, @sha256, @sealedContent, @storedAt)`,
  )
  const sealed = store.statement<Row>('paper_scan.sealed', 'SELECT stay_ids, sealed_content FROM paper_scan WHERE id = ?')
  const proofOfOthers = store.statement<Row>(
    'paper_scan.proof_of_others',
    `
    SELECT notification_id FROM receipt
      WHERE property_id = @propertyId AND reference = @reference AND paper_list_id IS NOT @listId
        AND notification_id NOT IN (SELECT notification_id FROM paper_entry WHERE list_id = @listId)
    LIMIT 1`,
  )
  const sameFileElsewhere = store.statement<Row>(
    'paper_scan.same_file_elsewhere',
    `
    SELECT 1 FROM paper_scan WHERE property_id = @propertyId AND sha256 = @sha256 AND list_id <> @listId
    UNION ALL SELECT 1 FROM receipt WHERE property_id = @propertyId AND sha256 = @sha256
    LIMIT 1`,
  )

  const ofListWithout = store.statement<Row>(
    'paper_scan.of_list_without',
    `
    SELECT 1 FROM paper_scan WHERE property_id = @propertyId AND sha256 = @sha256 AND list_id NOT IN (
      SELECT e.list_id FROM notification n JOIN paper_entry e ON e.notification_id = n.id WHERE n.guest_id = @guestId) LIMIT 1`,
  )

  return {
    insert({ file, stayIds, ...scan }: PaperScan, sealedContent: Buffer): void {
      insert.run({ ...scan, ...file, stayIds: JSON.stringify(stayIds), sealedContent, propertyId: store.propertyId() })
    },
    /** The sealed bytes, and whose keys open them. */
    sealed(id: string): { readonly stayIds: readonly string[]; readonly content: Buffer } | undefined {
      const row = sealed.get(id)
      if (row === undefined) return undefined
      return { stayIds: stayIdsSchema.parse(JSON.parse(text(row, 'stay_ids'))), content: bytes(row, 'sealed_content') }
    },
    /** A notice that is not on this list and has this number as its proof. */
    otherWithNumber(listId: string, reference: string): string | undefined {
      const row = proofOfOthers.get({ propertyId: store.propertyId(), listId, reference })
      return row === undefined ? undefined : text(row, 'notification_id')
    },
    /** Whether this file is the stamped copy of a list this guest was never on. */
    isOfOthers: (sha256: string, guestId: string): boolean =>
      ofListWithout.get({ propertyId: store.propertyId(), sha256, guestId }) !== undefined,
    /** Whether this file is the proof of anybody by another way than this list. */
    isProofElsewhere: (listId: string, sha256: string): boolean =>
      sameFileElsewhere.get({ propertyId: store.propertyId(), listId, sha256 }) !== undefined,
  }
}
