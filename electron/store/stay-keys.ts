import { createCipheriv, createDecipheriv, createHmac } from 'node:crypto'
import type { Store } from './store.ts'

/**
 * What the sealed bytes are and which row holds them; bound into the seal, so that bytes moved to another row do not open.
 * `revision:<client id>` · `receipt:<receipt id>` · `exchange:<attempt id>` · `audit:<sequence>`.
 */
export type SealPurpose = `revision:${string}` | `receipt:${string}` | `exchange:${string}` | `audit:${number}`

/** A key per stay seals the personal columns of immutable rows. Erasing the key erases the person; hashes and proof stay. */
export interface StayKeys {
  /** Makes the key of a new stay; call it in the transaction that inserts the stay. */
  create(stayId: string): void
  /** Throws {@link StayErasedError} when the stay has no key. */
  seal(stayId: string, purpose: SealPurpose, content: Uint8Array): Buffer
  /** `undefined` when the key was erased. Throws {@link SealBrokenError} when the bytes were changed or belong to another row. */
  open(stayId: string, purpose: SealPurpose, sealed: Uint8Array): Buffer | undefined
  /** HMAC-SHA-256 under the stay's key, hex: compares equal contents, says nothing once the key is erased. Throws {@link StayErasedError}. */
  hmac(stayId: string, content: Uint8Array): string
  has(stayId: string): boolean
  /**
   * Forgets the key for good in this file; `false` when there was none. The caller audits it. Copies stay in backups made before
   * until those are deleted.
   */
  erase(stayId: string): boolean
}

export class SealBrokenError extends Error {
  override readonly name = 'SealBrokenError'
  constructor(purpose: SealPurpose) {
    super(`Sealed content was changed on disk: ${purpose}`)
  }
}

export class StayErasedError extends Error {
  override readonly name = 'StayErasedError'
  constructor() {
    super('The personal data of this stay were erased.')
  }
}

/** Sealed = version byte, nonce, ciphertext, tag. */
const VERSION = 1
const NONCE_BYTES = 12
const TAG_BYTES = 16
const HEADER_BYTES = 1 + NONCE_BYTES

export function createStayKeys(store: Pick<Store, 'statement' | 'ports' | 'propertyId'>): StayKeys {
  const insert = store.statement('stay_key.insert', 'INSERT INTO stay_key (stay_id, property_id, key) VALUES (?, ?, ?)')
  const select = store.statement<{ key: Buffer }>('stay_key.get', 'SELECT key FROM stay_key WHERE stay_id = ?')
  const remove = store.statement('stay_key.erase', 'DELETE FROM stay_key WHERE stay_id = ?')

  function keyFor(stayId: string, use: 'seal' | 'hash'): Buffer | undefined {
    const row = select.get(stayId)
    return row === undefined ? undefined : createHmac('sha256', row.key).update(`qabyl.stay.${use}.1`).digest()
  }

  return {
    create(stayId) {
      insert.run(stayId, store.propertyId(), store.ports.randomBytes(32))
    },
    seal(stayId, purpose, content) {
      const key = keyFor(stayId, 'seal')
      if (key === undefined) throw new StayErasedError()
      const nonce = store.ports.randomBytes(NONCE_BYTES)
      const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES })
      cipher.setAAD(associatedData(stayId, purpose))
      const ciphertext = Buffer.concat([cipher.update(content), cipher.final()])
      return Buffer.concat([Buffer.from([VERSION]), nonce, ciphertext, cipher.getAuthTag()])
    },
    open(stayId, purpose, sealed) {
      const key = keyFor(stayId, 'seal')
      if (key === undefined) return undefined
      const bytes = Buffer.from(sealed)
      if (bytes.length < HEADER_BYTES + TAG_BYTES || bytes[0] !== VERSION) throw new SealBrokenError(purpose)
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(1, HEADER_BYTES), { authTagLength: TAG_BYTES })
      decipher.setAAD(associatedData(stayId, purpose))
      decipher.setAuthTag(bytes.subarray(-TAG_BYTES))
      try {
        return Buffer.concat([decipher.update(bytes.subarray(HEADER_BYTES, -TAG_BYTES)), decipher.final()])
      } catch {
        throw new SealBrokenError(purpose)
      }
    },
    hmac(stayId, content) {
      const key = keyFor(stayId, 'hash')
      if (key === undefined) throw new StayErasedError()
      return createHmac('sha256', key).update(content).digest('hex')
    },
    has(stayId) {
      return select.get(stayId) !== undefined
    },
    erase(stayId) {
      return remove.run(stayId).changes > 0
    },
  }
}

/** Ids hold no line break, so the two parts cannot be read in another way. */
function associatedData(stayId: string, purpose: SealPurpose): Buffer {
  return Buffer.from(`${stayId}\n${purpose}`, 'utf8')
}
