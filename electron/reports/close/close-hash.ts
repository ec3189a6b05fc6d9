import { createHash } from 'node:crypto'
import { framedHash } from '#electron/store/framed-hash.ts'
import type { BusinessDayRecord } from '#electron/store/rows/business-days.ts'

/** What the first close names as the hash before it. */
export const BEFORE_THE_FIRST = '0'.repeat(64)

/**
 * SHA-256, hex, of a close: a tag, then every column but hash and signature, in the order below, each with its length in front (see
 * {@link framedHash}). `previousHash` ties it to the close before, `auditHead` to everything recorded until then, and the digests in the
 * body to the people it leaves out. The audit sequence goes in as decimal digits, the public key as its 32 bytes, the body by its own
 * SHA-256, hex: so a close can be proven to somebody who is not shown the whole day (evidence pack).
 */
export function closeHash(record: Omit<BusinessDayRecord, 'hash' | 'signature'>): string {
  return framedHash([
    'qabyl.business-day.1',
    record.previousHash,
    record.id,
    record.propertyId,
    record.date,
    record.number,
    record.closedAt,
    record.mode,
    record.actorId,
    record.actorName,
    record.actorRole,
    createHash('sha256').update(record.body).digest('hex'),
    String(record.auditSequence),
    record.auditHead,
    record.publicKey,
  ])
}
