import type { IsoInstant } from '#shared/domain/clock.ts'
import { bytes, integer, type Row, text } from './columns.ts'
import type { RowStore } from './row-store.ts'

/** What was or will be sent: one (notice, number) is one client id and one payload, for ever. */
export interface Revision {
  readonly notificationId: string
  /** 1, 2, … */
  readonly number: number
  readonly clientId: string
  readonly schemaVersion: number
  /** Canonical payload, sealed with the key of its stay. */
  readonly sealedPayload: Buffer
  /** HMAC-SHA-256 of the canonical payload under the key of its stay, hex. */
  readonly payloadHash: string
  readonly createdAt: IsoInstant
}

/** Table `notification_revision`: rows are added and never changed. */
export function revisionRows(store: RowStore) {
  const insert = store.statement(
    'revision.insert',
    `
    INSERT INTO notification_revision (notification_id, property_id, number, client_id, schema_version, sealed_payload, payload_hash, created_at)
    VALUES (@notificationId, @propertyId, @number, @clientId, @schemaVersion, @sealedPayload, @payloadHash, @createdAt)`,
  )
  const byNumber = store.statement<Row>(
    'revision.by_number',
    'SELECT * FROM notification_revision WHERE notification_id = ? AND number = ?',
  )

  return {
    insert(revision: Revision): void {
      insert.run({ ...revision, propertyId: store.propertyId() })
    },
    find(notificationId: string, number: number): Revision | undefined {
      const row = byNumber.get(notificationId, number)
      return row === undefined ? undefined : revisionOf(row)
    },
  }
}

function revisionOf(row: Row): Revision {
  return {
    notificationId: text(row, 'notification_id'),
    number: integer(row, 'number'),
    clientId: text(row, 'client_id'),
    schemaVersion: integer(row, 'schema_version'),
    sealedPayload: bytes(row, 'sealed_payload'),
    payloadHash: text(row, 'payload_hash'),
    createdAt: text(row, 'created_at'),
  }
}
