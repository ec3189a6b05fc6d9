import type { IsoInstant } from '#shared/domain/clock.ts'
import { bytes, type Row } from './columns.ts'
import type { RowStore } from './row-store.ts'

/** Ed25519, 32 bytes each. */
export interface SigningKeyRecord {
  readonly publicKey: Buffer
  readonly privateKey: Buffer
}

/** Table `signing_key`: one for the property, made once. */
export function signingKeyRows(store: RowStore) {
  const find = store.statement<Row>('signing_key.find', 'SELECT * FROM signing_key WHERE property_id = ?')
  const insert = store.statement(
    'signing_key.insert',
    'INSERT INTO signing_key (property_id, public_key, private_key, created_at) VALUES (?, ?, ?, ?)',
  )
  return {
    find(): SigningKeyRecord | undefined {
      const row = find.get(store.propertyId())
      return row === undefined ? undefined : { publicKey: bytes(row, 'public_key'), privateKey: bytes(row, 'private_key') }
    },
    insert(key: SigningKeyRecord, createdAt: IsoInstant): void {
      insert.run(store.propertyId(), key.publicKey, key.privateKey, createdAt)
    },
  }
}
