import { createHash } from 'node:crypto'
import { type Zippable, zipSync } from 'fflate'
import { canonicalJson } from '#electron/reports/close/canonical-json.ts'
import { signHash } from '#electron/reports/close/signing-key.ts'
import { framedHash } from '#electron/store/framed-hash.ts'
import type { BusinessDayRecord } from '#electron/store/rows/business-days.ts'
import type { JournalRow } from '#electron/store/rows/journal.ts'
import type { SigningKeyRecord } from '#electron/store/rows/signing-key.ts'

/** A file of the pack by its name. */
export type PackFiles = ReadonlyMap<string, Uint8Array>

/** A line of `journal.jsonl`: the columns of the table under their own names, details as stored. */
export function journalLine(row: JournalRow): string {
  return `${canonicalJson({
    sequence: row.sequence,
    property_id: row.propertyId,
    at: row.at,
    actor_id: row.actorId,
    actor_name: row.actorName,
    action: row.action,
    subject: row.subject,
    stay_id: row.stayId,
    details: row.details.toString('base64'),
    previous_hash: row.previousHash,
    hash: row.hash,
  })}\n`
}

/** An element of `closes.json`: what the close's hash is made of, the day itself by its own hash alone. */
export function closeOf(close: BusinessDayRecord) {
  const { body, publicKey, signature, ...rest } = close
  return {
    ...rest,
    bodySha256: sha256(Buffer.from(body, 'utf8')),
    publicKey: publicKey.toString('hex'),
    signature: signature.toString('hex'),
  }
}

/**
 * The files in one zip, with a manifest of their hashes and the installation's signature under it. The same files and key give the same
 * bytes: no time but those in the files goes in.
 */
export function evidencePack(files: PackFiles, key: SigningKeyRecord): Uint8Array {
  const manifest = Buffer.from(
    canonicalJson({
      format: 'qabyl.evidence.1',
      publicKey: key.publicKey.toString('hex'),
      files: [...files]
        .map(([name, bytes]) => ({ name, sha256: sha256(bytes), size: bytes.length }))
        .toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    }),
    'utf8',
  )
  const signature = signHash(framedHash(['qabyl.evidence.1', manifest]), key).toString('hex')
  const all = new Map([...files, ['manifest.json', manifest], ['manifest.sig', Buffer.from(signature, 'utf8')]])
  const zippable: Zippable = {}
  for (const [name, bytes] of all) zippable[name] = [bytes, { level: isPacked(name) ? 0 : 6 }]
  return zipSync(zippable, { mtime: THE_SAME_DAY_ANYWHERE })
}

/** A zip keeps local times, without a zone. */
const THE_SAME_DAY_ANYWHERE = new Date(1980, 0, 1)

/** Compressed already. */
function isPacked(name: string): boolean {
  return /\.(pdf|png|jpg)$/.test(name)
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
