import { createDecipheriv, createHash, createPublicKey, verify } from 'node:crypto'
import { unzipSync } from 'fflate'

// Checks an evidence pack by FORMAT.md alone. It shares no code with the program that made the pack, on purpose: node's own cryptography
// and a function that unzips are all it uses. Meant to be read from top to bottom by whoever has to rely on it.

type Row = Record<
  'property_id' | 'at' | 'actor_id' | 'actor_name' | 'action' | 'details' | 'previous_hash' | 'hash',
  string
> & {
  sequence: number
  subject: string | null
  stay_id: string | null
}
type Close = Record<
  | 'id'
  | 'propertyId'
  | 'date'
  | 'number'
  | 'closedAt'
  | 'mode'
  | 'actorId'
  | 'actorName'
  | 'actorRole'
  | 'bodySha256'
  | 'auditHead',
  string
> & { auditSequence: number; previousHash: string; hash: string; publicKey: string; signature: string }
type Entry = { sequence: number; at: string; by: string; action: string; details: Record<string, unknown> | null }
type Proof = { id: string; file: { name: string | null; sizeBytes: number; sha256: string } | null }
type Notice = { id: string; acceptedAt: string | null; proofs: Proof[]; journal: Entry[] }
type Guest = { stayId: string; sealKey: string | null; arrivalAt: string; known: { at: string } | null; notices: Notice[] }
type Account = {
  guests: Guest[]
  journal: { spans: { first: number; last: number; afterClose: string | null; upToClose: string | null }[]; entries: number }
}
type Manifest = { publicKey: string; files: { name: string; sha256: string; size: number }[] }

/** Read off a printed close: the fingerprint of the key, and hashes by number (the first 16 digits or more). */
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
  /** Something printed on paper was compared. Without that a pack made anew from a forged register cannot be told from a true one. */
  readonly isHeldAgainstPaper: boolean
}

export function verifyEvidence(zip: Uint8Array, paper: OnPaper): EvidenceVerdict {
  const checked: string[] = []
  const findings: string[] = []
  let keyFingerprint = ''
  const expect = (isTrue: boolean, otherwise: string) => void (isTrue || findings.push(otherwise))
  try {
    // 1. The files are those the manifest names, byte for byte, and the installation's key signed the manifest.
    const names: string[] = []
    const files = unzipSync(zip, { filter: ({ name }) => names.push(name) > 0 })
    const bytesOf = (name: string) => files[name] ?? new Uint8Array()
    const jsonOf = (name: string): unknown => JSON.parse(text(bytesOf(name)))
    const manifest = jsonOf('manifest.json') as Manifest
    const listed = [...manifest.files.map(({ name }) => name), 'manifest.json', 'manifest.sig']
    expect(
      names.toSorted().join('\n') === listed.toSorted().join('\n'),
      'the files in the zip are not those the manifest names',
    )
    for (const { name, sha256, size } of manifest.files) {
      expect(hashOf(bytesOf(name)) === sha256 && bytesOf(name).length === size, `${name} is not the file that was packed`)
    }
    const key = manifest.publicKey
    keyFingerprint = hashOf(Buffer.from(key, 'hex')).slice(0, 16)
    const packHash = framed(['qabyl.evidence.1', bytesOf('manifest.json')])
    expect(
      isSigned(packHash, text(bytesOf('manifest.sig')), key),
      'the signature under the manifest is not by the key it names',
    )
    checked.push(`${manifest.files.length} files by their hashes, the signature of key ${keyFingerprint} under their list`)

    // 2. The closed days: each hash covers the day's columns and the hash before, each is signed by the same key.
    const closes = jsonOf('closes.json') as Close[]
    for (const [index, close] of closes.entries()) {
      const before = closes[index - 1]
      expect(closeHash(close) === close.hash, `close ${close.number} was rewritten`)
      expect(
        close.publicKey === key && isSigned(close.hash, close.signature, key),
        `close ${close.number} is signed by another key`,
      )
      const follows = before === undefined || (close.previousHash === before.hash && close.date > before.date)
      expect(
        follows && close.auditSequence >= (before?.auditSequence ?? 0),
        `close ${close.number} does not follow the one before it`,
      )
    }
    checked.push(`${closes.length} closed days: hashes, order, signatures`)

    // 3. The journal: every entry's hash covers the one before; each stretch begins and ends where a signed close says the journal stood.
    const account = jsonOf('evidence.json') as Account
    const rows = text(bytesOf('journal.jsonl'))
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line) as Row)
    const bySequence = new Map(rows.map((row) => [row.sequence, row]))
    const closeBy = (number: string | null) => closes.find((close) => close.number === number)
    let uncovered = 0
    for (const { first, last, afterClose, upToClose } of account.journal.spans) {
      const [start, end] = [closeBy(afterClose), closeBy(upToClose)]
      let previous =
        afterClose === null && first === 1 ? '0'.repeat(64) : start?.auditSequence === first - 1 ? start.auditHead : 'none'
      for (let sequence = first; sequence <= last; sequence++) {
        const row = bySequence.get(sequence)
        const fits = row !== undefined && row.previous_hash === previous && rowHash(row) === row.hash
        if (!fits)
          findings.push(`journal entry ${sequence} ${row === undefined ? 'is missing' : 'was rewritten, or the one before it'}`)
        if (!fits) break
        previous = row.hash
        for (const close of closes.filter(({ auditSequence }) => auditSequence === sequence)) {
          expect(close.auditHead === row.hash, `journal entry ${sequence} is not the one that close ${close.number} signed`)
        }
      }
      expect(
        upToClose === null ? last > (closes.at(-1)?.auditSequence ?? 0) : end?.auditSequence === last,
        `journal entries after ${last} were cut off`,
      )
      if (upToClose === null) uncovered = last - (closes.at(-1)?.auditSequence ?? first - 1)
    }
    const wanted = account.journal.spans.reduce((sum, { first, last }) => sum + last - first + 1, 0)
    expect(
      rows.length === wanted && bySequence.size === wanted && wanted === account.journal.entries,
      'the journal holds other entries than it says',
    )
    checked.push(
      `${rows.length} entries of the journal, ${uncovered} of them newer than the last close and signed with this pack alone`,
    )

    // 4. The account: told is what the journal holds about these guests – all of it, opened with the key of the stay – and nothing else.
    for (const { stayId, sealKey, arrivalAt, known, notices } of account.guests) {
      for (const { id, acceptedAt, proofs, journal } of notices) {
        const about = rows.filter(({ subject }) => subject === id)
        expect(
          about.map(({ sequence }) => sequence).join() === journal.map(({ sequence }) => sequence).join(),
          `notice ${id}: entries of the journal are left out or added`,
        )
        for (const { sequence, at, by, action, details } of journal) {
          const row = bySequence.get(sequence)
          const isTold = row?.at === at && row.actor_name === by && row.action === action && (row.stay_id ?? stayId) === stayId
          expect(
            isTold && sameJson(opened(row, sealKey), details),
            `entry ${sequence} is told otherwise than the journal holds it`,
          )
        }
        // 5. Proof: the file is the one that was stored when the notice was accepted, and that moment is the journal's.
        for (const { id: proofId, file } of proofs) {
          const told = journal
            .filter(({ details }) => details?.['receiptId'] === proofId)
            .map(({ details }) => details?.['sha256'] ?? null)
          expect(
            file === null || told.every((sha256) => sha256 === null || sha256 === file.sha256),
            `proof ${proofId} is not the file the journal names`,
          )
          if (file === null || file.name === null) continue
          const bytes = bytesOf(file.name)
          expect(
            hashOf(bytes) === file.sha256 && bytes.length === file.sizeBytes,
            `${file.name} is not the proof that was stored`,
          )
        }
        const accepted = journal.filter(({ action }) => action === 'notice.accepted')
        expect(
          acceptedAt === null || accepted.some((entry) => isAcceptance(entry, acceptedAt)),
          `notice ${id}: the journal knows no acceptance at ${acceptedAt}`,
        )
      }
      const [arrival] = notices[0]?.journal ?? []
      const arrivedAt = arrival?.details?.['arrivalAt'] ?? arrivalAt
      expect(
        arrivedAt === arrivalAt && (known === null || known.at === arrival?.at),
        'the arrival is told otherwise than it was recorded',
      )
    }
    checked.push(`the account of ${account.guests.length} guests against the journal, and every proof by its hash`)
    expect(
      text(bytesOf('evidence.pdf')).includes(`%qabyl evidence.json SHA-256 ${hashOf(bytesOf('evidence.json'))}`),
      'evidence.pdf was made from another account than evidence.json',
    )

    // 6. Paper: what was printed and signed by hand at the time cannot be made anew.
    expect(
      paper.key === undefined || paper.key.toLowerCase() === keyFingerprint,
      `the key is ${keyFingerprint}, not the one on paper`,
    )
    for (const { number, hash } of paper.closes) {
      const close = closeBy(number)
      expect(close !== undefined, `close ${number} is not in this pack, so it cannot be compared`)
      expect(
        close === undefined || (hash.length >= 16 && close.hash.startsWith(hash.toLowerCase())),
        `close ${number} is not the one on paper`,
      )
    }
  } catch {
    findings.push('the pack cannot be read: it is damaged, or no evidence pack')
  }
  const isHeldAgainstPaper = paper.key !== undefined || paper.closes.length > 0
  return { isGenuine: findings.length === 0, checked, findings, keyFingerprint, isHeldAgainstPaper }
}

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('utf8')
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** SHA-256 over fields, each with its length in front (4 bytes, big-endian; 0xFFFFFFFF alone for none). */
function framed(fields: readonly (string | Uint8Array | null)[]): string {
  const parts = fields.flatMap((field) => {
    const bytes = field === null ? null : Buffer.from(field)
    const length = Buffer.alloc(4)
    length.writeUInt32BE(bytes === null ? 0xffffffff : bytes.length)
    return bytes === null ? [length] : [length, bytes]
  })
  return hashOf(Buffer.concat(parts))
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

/** Ed25519 over the 32 bytes of a hash; the key as its 32 bytes in hex. */
function isSigned(hash: string, signature: string, publicKey: string): boolean {
  const key = createPublicKey({ key: Buffer.from(`302a300506032b6570032100${publicKey}`, 'hex'), format: 'der', type: 'spki' })
  return verify(null, Buffer.from(hash, 'hex'), key, Buffer.from(signature, 'hex'))
}

/** The details of an entry: plain, or AES-256-GCM (1 byte version, 12 nonce, content, 16 tag) bound to stay and place. `null` = erased. */
function opened(row: Row, sealKey: string | null): unknown {
  const bytes = Buffer.from(row.details, 'base64')
  if (row.stay_id === null) return JSON.parse(bytes.toString('utf8'))
  if (sealKey === null) return null
  const decipher = createDecipheriv('aes-256-gcm', Buffer.from(sealKey, 'hex'), bytes.subarray(1, 13), { authTagLength: 16 })
  decipher.setAAD(Buffer.from(`${row.stay_id}\naudit:${row.sequence}`)).setAuthTag(bytes.subarray(-16))
  return JSON.parse(Buffer.concat([decipher.update(bytes.subarray(13, -16)), decipher.final()]).toString('utf8'))
}

/** Written in the same transaction; where a stamped paper is the proof, on the day that the entry itself names. */
function isAcceptance({ at, details }: Entry, acceptedAt: string): boolean {
  return Math.abs(Date.parse(at) - Date.parse(acceptedAt)) < 60_000 || details?.['acceptedAt'] === acceptedAt
}

function sameJson(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b
  const [left, right] = [new Map(Object.entries(a)), new Map(Object.entries(b))]
  return (
    Array.isArray(a) === Array.isArray(b) &&
    left.size === right.size &&
    [...left].every(([name, value]) => right.has(name) && sameJson(value, right.get(name)))
  )
}
