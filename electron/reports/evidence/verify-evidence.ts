import { createDecipheriv, createHash, createPublicKey, verify } from 'node:crypto'
import { unzipSync } from 'fflate'
import type { Account, Close, Entry, Guest, Manifest, Notice, Row, Span } from './pack-format.ts'

// Checks an evidence pack by FORMAT.md alone. It shares no code with the program that made the pack, on purpose: node's own cryptography
// and a function that unzips are all it runs. Meant to be read from top to bottom by whoever has to rely on it.

/** Read off a printed close: the fingerprint of the key, and hashes by number, 16 digits or more of each. */
export interface OnPaper {
  readonly key?: string | undefined
  readonly closes: readonly { readonly number: string; readonly hash: string }[]
}

export interface EvidenceVerdict {
  readonly isGenuine: boolean
  /** What was looked at, in plain words. */
  readonly checked: readonly string[]
  /** What does not fit; empty = nothing. */
  readonly findings: readonly string[]
  /** Of the key that signed pack and closes; empty when that could not be read. */
  readonly keyFingerprint: string
  /** A close printed on paper was compared. Without one, a register forged as a whole with its own key cannot be told from a true one. */
  readonly isHeldAgainstPaper: boolean
}

export function verifyEvidence(zip: Uint8Array, paper: OnPaper): EvidenceVerdict {
  const checked: string[] = []
  const findings: string[] = []
  const expect = (isTrue: boolean, otherwise: string) => void (isTrue || findings.push(otherwise))
  let keyFingerprint = ''
  try {
    // 1. The files are those the manifest names, byte for byte; the installation's key signed the manifest.
    const names: string[] = []
    const files = unzipSync(zip, { filter: ({ name }) => names.push(name) > 0 })
    const bytesOf = (name: string) => files[name] ?? new Uint8Array()
    const manifest = JSON.parse(text(bytesOf('manifest.json'))) as Manifest
    const key = manifest.publicKey
    const listed = [...manifest.files.map(({ name }) => name), 'manifest.json', 'manifest.sig']
    expect(names.toSorted().join('\n') === listed.toSorted().join('\n'), 'the files are not those the manifest names')
    for (const { name, sha256, size } of manifest.files) {
      expect(hashOf(bytesOf(name)) === sha256 && bytesOf(name).length === size, `${name} is not the file that was packed`)
    }
    const manifestHash = framed(['qabyl.evidence.1', bytesOf('manifest.json')])
    expect(isSigned(manifestHash, text(bytesOf('manifest.sig')), key), 'the manifest is not signed by the key it names')
    keyFingerprint = hashOf(Buffer.from(key, 'hex')).slice(0, 16)
    checked.push(`${manifest.files.length} files against the manifest, which key ${keyFingerprint} signed`)

    // 2. The closed days: each hash covers the columns and the hash of the day before, and the same key signed it.
    const closes = JSON.parse(text(bytesOf('closes.json'))) as Close[]
    for (const [index, close] of closes.entries()) {
      const before = closes[index - 1]
      const isNext = before === undefined || (close.previousHash === before.hash && close.date > before.date)
      expect(closeHash(close) === close.hash, `close ${close.number} was rewritten`)
      expect(
        isNext && close.auditSequence >= (before?.auditSequence ?? 0),
        `close ${close.number} does not follow the one before`,
      )
      expect(
        close.publicKey === key && isSigned(close.hash, close.signature, key),
        `close ${close.number}: another key signed it`,
      )
    }
    checked.push(`${closes.length} closed days: hash, order and signature of each`)

    // 3. The journal: every entry's hash covers the one before; a stretch begins and ends where signed closes say the journal stood.
    const account = JSON.parse(text(bytesOf('evidence.json'))) as Account
    const { spans, entries } = account.journal
    const lines = text(bytesOf('journal.jsonl')).split('\n').slice(0, -1)
    const rows = new Map(lines.map((line) => JSON.parse(line) as Row).map((row) => [row.sequence, row]))
    const bySubject = Map.groupBy(rows.values(), ({ subject }) => subject)
    const newest = closes.at(-1)?.auditSequence ?? 0
    for (const { first, last, afterClose, upToClose } of spans) {
      const [start, end] = [afterClose, upToClose].map((number) => closes.find((close) => close.number === number))
      let previous =
        first === 1 && afterClose === null ? '0'.repeat(64) : start?.auditSequence === first - 1 ? start.auditHead : ''
      for (let sequence = first; sequence <= last && previous !== 'broken'; sequence++) {
        const row = rows.get(sequence)
        const fits = row?.previous_hash === previous && rowHash(row) === row.hash
        expect(fits, `journal entry ${sequence} is missing, was rewritten, or does not follow the one before`)
        const signed = closes.find((close) => close.auditSequence === sequence)
        expect(
          signed === undefined || signed.auditHead === row?.hash,
          `entry ${sequence} is not what close ${signed?.number} signed`,
        )
        previous = fits ? row.hash : 'broken'
      }
      expect(upToClose === null ? last > newest : end?.auditSequence === last, `journal entries after ${last} were cut off`)
    }
    const count = spans.reduce((sum, { first, last }) => sum + last - first + 1, 0)
    expect(lines.length === count && rows.size === count && entries === count, 'the journal holds other entries than it says')
    const unclosed = Math.max(0, Math.max(0, ...spans.map(({ last }) => last)) - newest)
    checked.push(
      `${count} journal entries; ${unclosed} of them are newer than the last close and stand under this pack's signature alone`,
    )

    // 4. The account of each guest is what the journal holds about him: all of it, and nothing else. 5. The proofs are the stored ones.
    for (const guest of account.guests) {
      for (const notice of guest.notices)
        findings.push(
          ...toldOtherwise(guest, notice, bySubject.get(notice.id) ?? []),
          ...unproven(notice, account.property.zone, bytesOf),
        )
      const [arrival] = guest.notices[0]?.journal ?? []
      expect(isCovered(guest, spans, newest), 'days between arrival and acceptance are left out of the journal')
      expect(guest.known === null || guest.known.at === arrival?.at, 'when the arrival became known is told otherwise')
      const isErased = guest.sealKey === null
      expect(
        isErased || arrival?.details?.['arrivalAt'] === guest.arrivalAt,
        'the arrival is told otherwise than it was recorded',
      )
    }
    const accountHash = hashOf(bytesOf('evidence.json'))
    for (const name of names.filter((candidate) => /^evidence.*\.pdf$/.test(candidate))) {
      expect(text(bytesOf(name)).endsWith(`SHA-256 ${accountHash}\n`), `${name} was made from another account`)
    }
    checked.push(`what is told of ${account.guests.length} guests against the journal, their proofs by hash`)

    // 6. Paper: what was printed and signed by hand at the time cannot be made anew.
    expect((paper.key ?? keyFingerprint).toLowerCase() === keyFingerprint, `the key is ${keyFingerprint}, not the one on paper`)
    for (const { number, hash } of paper.closes) {
      const close = closes.find((candidate) => candidate.number === number)
      expect(close !== undefined, `close ${number} is not in this pack and cannot be compared`)
      expect(
        hash.length >= 16 && close?.hash.startsWith(hash.toLowerCase()) !== false,
        `close ${number} is not the one on paper`,
      )
    }
  } catch {
    findings.push('the pack cannot be read: it is damaged, or is none')
  }
  return { isGenuine: findings.length === 0, checked, findings, keyFingerprint, isHeldAgainstPaper: paper.closes.length > 0 }
}

/** Entries of the journal about a notice that the account leaves out, adds, or tells in other words. */
function toldOtherwise({ stayId, sealKey }: Guest, { id, journal }: Notice, rows: readonly Row[]): string[] {
  const wrong = journal.filter(({ sequence, at, by, action, details }, place) => {
    const row = rows[place]
    const isHis = row?.sequence === sequence && (row.stay_id ?? stayId) === stayId
    const isSame = isHis && row.at === at && row.actor_name === by && row.action === action
    return !isSame || !sameJson(opened(row, sealKey), details)
  })
  return [
    ...(rows.length === journal.length ? [] : [`notice ${id}: entries of the journal are left out or added`]),
    ...wrong.map(({ sequence }) => `entry ${sequence} is told otherwise than the journal holds it`),
  ]
}

/** Proofs that are not the files named when the notice was accepted, and an acceptance that the journal does not know. */
function unproven(
  { id, state, acceptedAt, proofs, journal }: Notice,
  zone: string,
  bytesOf: (name: string) => Uint8Array,
): string[] {
  const wrong = proofs.filter(({ id: proofId, file }) => {
    const named = journal.find(({ details }) => details?.['receiptId'] === proofId && typeof details['sha256'] === 'string')
    if (file === null) return typeof named?.details?.['sha256'] === 'string'
    if (named !== undefined && named.details?.['sha256'] !== file.sha256) return true
    return file.name !== null && (hashOf(bytesOf(file.name)) !== file.sha256 || bytesOf(file.name).length !== file.sizeBytes)
  })
  const isKnown = acceptedAt === null ? state !== 'accepted' : journal.some((entry) => isAcceptance(entry, acceptedAt, zone))
  return [
    ...wrong.map((proof) => `proof ${proof.id} is not the file that was stored`),
    ...(isKnown ? [] : [`notice ${id}: the journal knows no acceptance at that time`]),
  ]
}

/** Written in the same transaction; where a stamped paper is the proof, on the day of the stamp that the entry names. */
function isAcceptance({ at, action, details }: Entry, acceptedAt: string, timeZone: string): boolean {
  if (action !== 'notice.accepted') return false
  const day = new Intl.DateTimeFormat('sv', { timeZone }).format(new Date(acceptedAt))
  return typeof details?.['stampedOn'] === 'string'
    ? details['stampedOn'] === day
    : Math.abs(Date.parse(at) - Date.parse(acceptedAt)) < 60_000
}

/** Without gaps from the first entry about the guest to that of the acceptance; while it is open, to the newest there are. */
function isCovered({ notices: [notice] }: Guest, spans: readonly Span[], newest: number): boolean {
  const first = notice?.journal[0]?.sequence ?? 0
  const accepted = notice?.journal.findLast(({ action }) => action === 'notice.accepted')?.sequence
  const isSetAside = ['not_required', 'filed_elsewhere', 'cancelled'].includes(notice?.state ?? '')
  const end = notice?.state === 'accepted' ? (accepted ?? Infinity) : isSetAside ? first : Math.max(newest, first)
  return spans.some((span) => span.first <= first && span.last >= end)
}

/** The details of an entry: plain, or AES-256-GCM (version 1, nonce 12, content, tag 16 bytes) bound to stay and place. `null` = erased. */
function opened(row: Row, sealKey: string | null): unknown {
  const bytes = Buffer.from(row.details, 'base64')
  if (row.stay_id === null) return JSON.parse(text(bytes))
  if (sealKey === null) return null
  const decipher = createDecipheriv('aes-256-gcm', Buffer.from(sealKey, 'hex'), bytes.subarray(1, 13), { authTagLength: 16 })
  decipher.setAAD(Buffer.from(`${row.stay_id}\naudit:${row.sequence}`)).setAuthTag(bytes.subarray(-16))
  return JSON.parse(text(Buffer.concat([decipher.update(bytes.subarray(13, -16)), decipher.final()])))
}

function rowHash(row: Row): string {
  const { previous_hash, sequence, property_id, at, actor_id, actor_name, action, subject, stay_id, details } = row
  const columns = [previous_hash, String(sequence), property_id, at, actor_id, actor_name, action, subject, stay_id]
  return framed(['qabyl.audit.1', ...columns, Buffer.from(details, 'base64')])
}

function closeHash(close: Close): string {
  const { previousHash, id, propertyId, date, number, closedAt, mode, actorId, actorName, actorRole, bodySha256 } = close
  const columns = [previousHash, id, propertyId, date, number, closedAt, mode, actorId, actorName, actorRole, bodySha256]
  return framed([
    'qabyl.business-day.1',
    ...columns,
    String(close.auditSequence),
    close.auditHead,
    Buffer.from(close.publicKey, 'hex'),
  ])
}

/** SHA-256 over fields, each with its length in front (4 bytes, big-endian); none is 0xFFFFFFFF alone. */
function framed(fields: readonly (string | Uint8Array | null)[]): string {
  const parts = fields.flatMap((field) => {
    const length = Buffer.alloc(4, 0xff)
    if (field === null) return [length]
    const bytes = Buffer.from(field)
    length.writeUInt32BE(bytes.length)
    return [length, bytes]
  })
  return hashOf(Buffer.concat(parts))
}

/** Ed25519 over the 32 bytes of a hash; signature and key as 64 and 32 bytes in lower-case hex. */
function isSigned(hash: string, signature: string, publicKey: string): boolean {
  if (!/^[0-9a-f]{128}$/.test(signature) || !/^[0-9a-f]{64}$/.test(publicKey)) return false
  const key = createPublicKey({ key: Buffer.from(`302a300506032b6570032100${publicKey}`, 'hex'), format: 'der', type: 'spki' })
  return verify(null, Buffer.from(hash, 'hex'), key, Buffer.from(signature, 'hex'))
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

function text(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('utf8')
}

function sameJson(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b
  const [left, right] = [Object.entries(a), new Map(Object.entries(b))]
  return left.length === right.size && left.every(([name, value]) => right.has(name) && sameJson(value, right.get(name)))
}
