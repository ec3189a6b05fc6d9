import { createHmac } from 'node:crypto'
import { openBytes, sealBytes } from './sealed-bytes.ts'
import type { Store } from './store.ts'

/**
 * What the sealed bytes are and which row holds them; bound into the seal, so that bytes moved to another row do not open.
 * `revision:<client id>` · `receipt:<receipt id>` · `exchange:<attempt id>` · `audit:<sequence>` ·
 * `business-day:<close id>:<position>` · `paper-scan:<scan id>` · `document-photo:<photo id>` · `paper-reason:<list id>:<position>` ·
 * `lost-passport:<case id>`, `lost-passport-step:<case id>:<step>`, `lost-passport-closing:<case id>`.
 */
export type SealPurpose =
  | `revision:${string}`
  | `receipt:${string}`
  | `exchange:${string}`
  | `audit:${number}`
  | `business-day:${string}:${number}`
  | `paper-scan:${string}`
  | `document-photo:${string}`
  | `paper-reason:${string}:${number}`
  | `lost-passport:${string}`
  | `lost-passport-step:${string}:${string}`
  | `lost-passport-closing:${string}`

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
   * The derived key that opens what is sealed about this stay, for whoever is to check an account of it against the seals (evidence pack);
   * the key of the stay itself never leaves. `undefined` when it was erased.
   */
  sealKey(stayId: string): Buffer | undefined
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
      return sealBytes(key, associatedData(stayId, purpose), content, store.ports.randomBytes)
    },
    open(stayId, purpose, sealed) {
      const key = keyFor(stayId, 'seal')
      if (key === undefined) return undefined
      const content = openBytes(key, associatedData(stayId, purpose), sealed)
      if (content === undefined) throw new SealBrokenError(purpose)
      return content
    },
    hmac(stayId, content) {
      const key = keyFor(stayId, 'hash')
      if (key === undefined) throw new StayErasedError()
      return createHmac('sha256', key).update(content).digest('hex')
    },
    has(stayId) {
      return select.get(stayId) !== undefined
    },
    sealKey: (stayId) => keyFor(stayId, 'seal'),
    erase(stayId) {
      return remove.run(stayId).changes > 0
    },
  }
}

/** Ids hold no line break, so the two parts cannot be read in another way. */
function associatedData(stayId: string, purpose: SealPurpose): Buffer {
  return Buffer.from(`${stayId}\n${purpose}`, 'utf8')
}
