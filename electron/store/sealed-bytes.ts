import { createCipheriv, createDecipheriv } from 'node:crypto'

/** AES-256-GCM. Sealed = version byte, nonce, ciphertext, tag. */
const VERSION = 1
const NONCE_BYTES = 12
const TAG_BYTES = 16
const HEADER_BYTES = 1 + NONCE_BYTES

/** `associated` says what the bytes are and where they belong; they open only together with it. */
export function sealBytes(
  key: Uint8Array,
  associated: Uint8Array,
  content: Uint8Array,
  randomBytes: (length: number) => Buffer,
): Buffer {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES })
  cipher.setAAD(associated)
  const ciphertext = Buffer.concat([cipher.update(content), cipher.final()])
  return Buffer.concat([Buffer.from([VERSION]), nonce, ciphertext, cipher.getAuthTag()])
}

/** `undefined` when the bytes were changed, belong elsewhere, or were sealed with another key. */
export function openBytes(key: Uint8Array, associated: Uint8Array, sealed: Uint8Array): Buffer | undefined {
  const bytes = Buffer.from(sealed)
  if (bytes.length < HEADER_BYTES + TAG_BYTES || bytes[0] !== VERSION) return undefined
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(1, HEADER_BYTES), { authTagLength: TAG_BYTES })
  decipher.setAAD(associated)
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES))
  try {
    return Buffer.concat([decipher.update(bytes.subarray(HEADER_BYTES, -TAG_BYTES)), decipher.final()])
  } catch {
    return undefined
  }
}
