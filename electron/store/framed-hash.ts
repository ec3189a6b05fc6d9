import { createHash } from 'node:crypto'

/**
 * SHA-256, hex, over fields one after the other, each written as its length in bytes (32 bit, big-endian) and its bytes, text in UTF-8;
 * NULL is the length 0xFFFFFFFF alone. With lengths in front no two different lists of fields give the same bytes. The first field says
 * what is hashed, so that a hash of one thing is never that of another.
 */
export function framedHash(fields: readonly (string | Uint8Array | null)[]): string {
  const hash = createHash('sha256')
  const length = Buffer.alloc(4)
  for (const field of fields) {
    const bytes = typeof field === 'string' ? Buffer.from(field, 'utf8') : field
    length.writeUInt32BE(bytes === null ? 0xffff_ffff : bytes.length)
    hash.update(length)
    if (bytes !== null) hash.update(bytes)
  }
  return hash.digest('hex')
}
