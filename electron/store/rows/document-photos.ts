import type { IsoInstant } from '#shared/domain/clock.ts'
import { bytes, integer, type Row, text } from './columns.ts'
import type { RowStore } from './row-store.ts'

/** The picture of a guest's document, without its bytes. */
export interface DocumentPhoto {
  readonly id: string
  readonly stayId: string
  readonly guestId: string
  readonly mediaType: string
  readonly sizeBytes: number
  readonly storedAt: IsoInstant
  /** Name of the person. */
  readonly storedBy: string
}

const WITHOUT_BYTES = 'id, stay_id, guest_id, media_type, size_bytes, stored_at, stored_by FROM document_photo'

/** Table `document_photo`: empty where the property keeps none. */
export function documentPhotoRows(store: RowStore) {
  const insert = store.statement(
    'document_photo.insert',
    `
    INSERT INTO document_photo (id, property_id, stay_id, guest_id, media_type, size_bytes, sealed_content, stored_at, stored_by)
    VALUES (@id, @propertyId, @stayId, @guestId, @mediaType, @sizeBytes, @sealedContent, @storedAt, @storedBy)`,
  )
  const ofGuest = store.statement<Row>(
    'document_photo.of_guest',
    `SELECT ${WITHOUT_BYTES} WHERE guest_id = ? ORDER BY stored_at, id`,
  )
  const byId = store.statement<Row>('document_photo.by_id', `SELECT ${WITHOUT_BYTES} WHERE id = ?`)
  const content = store.statement<Row>('document_photo.content', 'SELECT sealed_content FROM document_photo WHERE id = ?')
  const count = store.statement<Row>(
    'document_photo.count',
    'SELECT count(*) AS photos FROM document_photo WHERE property_id = ?',
  )
  const removeAll = store.statement('document_photo.remove_all', 'DELETE FROM document_photo WHERE property_id = ?')

  return {
    insert(photo: DocumentPhoto, sealedContent: Buffer): void {
      insert.run({ ...photo, sealedContent, propertyId: store.propertyId() })
    },
    /** Oldest first. */
    ofGuest: (guestId: string): readonly DocumentPhoto[] => ofGuest.all(guestId).map(photoOf),
    find(id: string): DocumentPhoto | undefined {
      const row = byId.get(id)
      return row === undefined ? undefined : photoOf(row)
    },
    sealedContent(id: string): Buffer | undefined {
      const row = content.get(id)
      return row === undefined ? undefined : bytes(row, 'sealed_content')
    },
    count: (): number => integer(count.get(store.propertyId()) ?? {}, 'photos'),
    /** Every picture of the property; how many there were. */
    removeAll: (): number => removeAll.run(store.propertyId()).changes,
  }
}

function photoOf(row: Row): DocumentPhoto {
  return {
    id: text(row, 'id'),
    stayId: text(row, 'stay_id'),
    guestId: text(row, 'guest_id'),
    mediaType: text(row, 'media_type'),
    sizeBytes: integer(row, 'size_bytes'),
    storedAt: text(row, 'stored_at'),
    storedBy: text(row, 'stored_by'),
  }
}
