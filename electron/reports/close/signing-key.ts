import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import type { Register } from '#electron/desk/register.ts'
import type { SigningKeyRecord } from '#electron/store/rows/signing-key.ts'

const SEED_BYTES = 32
/** RFC 8410: what stands before the 32 bytes of an Ed25519 key in PKCS #8, and in SubjectPublicKeyInfo. */
const PRIVATE_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex')
const PUBLIC_PREFIX = Buffer.from('302a300506032b6570032100', 'hex')

/** The key this installation signs with. Made on first need, in the transaction of whatever needs it. */
export function signingKey({ rows, ports, now }: Pick<Register, 'rows' | 'ports' | 'now'>): SigningKeyRecord {
  const stored = rows.signingKey.find()
  if (stored !== undefined) return stored
  const privateKey = ports.randomBytes(SEED_BYTES)
  const made = { publicKey: publicKeyOf(privateKey), privateKey }
  rows.signingKey.insert(made, now())
  return made
}

/** Ed25519 over the 32 bytes of a hash; 64 bytes. What was hashed says of what kind it is, so one signature cannot stand for another. */
export function signHash(hash: string, { privateKey }: SigningKeyRecord): Buffer {
  return sign(null, Buffer.from(hash, 'hex'), privateKeyObject(privateKey))
}

export function isSignedBy(publicKey: Uint8Array, hash: string, signature: Uint8Array): boolean {
  const key = createPublicKey({ key: Buffer.concat([PUBLIC_PREFIX, publicKey]), format: 'der', type: 'spki' })
  return verify(null, Buffer.from(hash, 'hex'), key, signature)
}

/** First 16 hex digits of the key's SHA-256: short enough to compare with a printed one by eye. */
export function keyFingerprint(publicKey: Uint8Array): string {
  return createHash('sha256').update(publicKey).digest('hex').slice(0, 16)
}

function publicKeyOf(privateKey: Uint8Array): Buffer {
  const encoded = createPublicKey(privateKeyObject(privateKey)).export({ format: 'der', type: 'spki' })
  return encoded.subarray(PUBLIC_PREFIX.length)
}

function privateKeyObject(privateKey: Uint8Array): KeyObject {
  return createPrivateKey({ key: Buffer.concat([PRIVATE_PREFIX, privateKey]), format: 'der', type: 'pkcs8' })
}
