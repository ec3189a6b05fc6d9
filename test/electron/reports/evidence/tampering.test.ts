import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import fc from 'fast-check'
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { Close, Row } from '#electron/reports/evidence/pack-format.ts'
import { verifyEvidence } from '#electron/reports/evidence/verify-evidence.ts'
import { framedHash } from '#electron/store/framed-hash.ts'
import { type Evidence, type EvidenceNotice, evidenceSchema } from '#shared/contract/evidence-schemas.ts'
import { startedDesk } from '../../desk/desk-under-test.ts'
import { packOf, repacked, threeDays } from './evidence-scene.ts'

type Files = Record<string, Uint8Array>

function textOf(files: Files, name: string): string {
  return Buffer.from(files[name] ?? []).toString('utf8')
}

function put(files: Files, name: string, content: string): void {
  files[name] = new Uint8Array(Buffer.from(content, 'utf8'))
}

function editAccount(files: Files, change: (account: Evidence) => void): void {
  const account = evidenceSchema.parse(JSON.parse(textOf(files, 'evidence.json')))
  change(account)
  put(files, 'evidence.json', JSON.stringify(account))
}

/** The notice of the one arrival told of. */
function editNotice(files: Files, change: (notice: EvidenceNotice) => void): void {
  editAccount(files, ({ guests }) => {
    for (const guest of guests) for (const notice of guest.notices) change(notice)
  })
}

function closesIn(files: Files): Close[] {
  return JSON.parse(textOf(files, 'closes.json')) as Close[]
}

function editCloses(files: Files, change: (closes: Close[]) => Close[]): void {
  put(files, 'closes.json', JSON.stringify(change(closesIn(files))))
}

function rowsIn(files: Files): Row[] {
  const lines = textOf(files, 'journal.jsonl').trimEnd().split('\n')
  return lines.map((line) => JSON.parse(line) as Row)
}

function editRows(files: Files, change: (rows: Row[]) => Row[]): void {
  const lines = change(rowsIn(files)).map((row) => `${JSON.stringify(row)}\n`)
  put(files, 'journal.jsonl', lines.join(''))
}

/** Somebody else is said to have done it. */
function otherActor(rows: Row[]): Row[] {
  return rows.map((row, place) => (place === 2 ? { ...row, actor_name: 'X' } : row))
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** As the program hashes a row; whoever forges one has the program. */
function rowHash(row: Row): string {
  const columns = [row.previous_hash, String(row.sequence), row.property_id, row.at, row.actor_id, row.actor_name, row.action]
  return framedHash(['qabyl.audit.1', ...columns, row.subject, row.stay_id, Buffer.from(row.details, 'base64')])
}

function closeHash(close: Close): string {
  const columns = [
    close.previousHash,
    close.id,
    close.propertyId,
    close.date,
    close.number,
    close.closedAt,
    close.mode,
    close.actorId,
  ]
  const rest = [close.actorName, close.actorRole, close.bodySha256, String(close.auditSequence), close.auditHead]
  return framedHash(['qabyl.business-day.1', ...columns, ...rest, Buffer.from(close.publicKey, 'hex')])
}

function rechained(rows: Row[]): Row[] {
  let previous = rows[0]?.previous_hash ?? ''
  return rows.map((row) => {
    const forged = { ...row, previous_hash: previous }
    previous = rowHash(forged)
    return { ...forged, hash: previous }
  })
}

/** A key of the forger's own. */
const FORGED = generateKeyPairSync('ed25519')
const FORGED_PUBLIC = FORGED.publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('hex')

function signed(hash: string): string {
  return sign(null, Buffer.from(hash, 'hex'), FORGED.privateKey).toString('hex')
}

/** Everything but the paper made anew: PDF comment, manifest, signature under it. */
function repackedAsNew(files: Files, publicKey = FORGED_PUBLIC): void {
  const pdf = Buffer.from(files['evidence.pdf'] ?? []).toString('latin1')
  const pdfWithHash = pdf.replace(/SHA-256 [0-9a-f]{64}\n$/, `SHA-256 ${sha256(files['evidence.json'] ?? new Uint8Array())}\n`)
  files['evidence.pdf'] = new Uint8Array(Buffer.from(pdfWithHash, 'latin1'))
  const names = Object.keys(files).filter((name) => !name.startsWith('manifest.'))
  const listed = names.map((name) => ({ name, sha256: sha256(files[name] ?? new Uint8Array()), size: files[name]?.length }))
  put(files, 'manifest.json', JSON.stringify({ format: 'qabyl.evidence.1', publicKey, files: listed }))
  put(files, 'manifest.sig', signed(framedHash(['qabyl.evidence.1', files['manifest.json'] ?? new Uint8Array()])))
}

function resignCloses(files: Files): void {
  editCloses(files, (closes) => {
    let previousHash = closes[0]?.previousHash ?? ''
    return closes.map((close) => {
      const forged = { ...close, publicKey: FORGED_PUBLIC, previousHash }
      previousHash = closeHash(forged)
      return { ...forged, hash: previousHash, signature: signed(previousHash) }
    })
  })
}

/** Made once: every test changes a copy of its own. */
let made: ReturnType<typeof makeScene> | undefined
const scene = () => (made ??= makeScene())

async function makeScene() {
  const desk = await startedDesk()
  const { anna, closes } = await threeDays(desk)
  const zip = await packOf(desk, anna.id)
  return { zip, closes, receipt: Object.keys(unzipSync(zip)).find((name) => name.startsWith('receipts/')) ?? '' }
}

describe('an honest pack', () => {
  it('passes, with paper and without', async () => {
    const { zip, closes } = await scene()
    expect(verifyEvidence(zip, { closes: [] })).toMatchObject({ isGenuine: true, findings: [], isHeldAgainstPaper: false })
    const [monday, , wednesday] = closes
    const paper = {
      key: monday.keyFingerprint.toUpperCase(),
      closes: [
        { number: monday.number, hash: monday.hash.slice(0, 16) },
        { number: wednesday.number, hash: wednesday.hash },
      ],
    }
    expect(verifyEvidence(zip, paper)).toMatchObject({ isGenuine: true, findings: [], isHeldAgainstPaper: true })
  })

  it('stays the same when it is unzipped and zipped again', async () => {
    const { zip } = await scene()
    expect(
      verifyEvidence(
        repacked(zip, () => undefined),
        { closes: [] },
      ).findings,
    ).toEqual([])
  })
})

/** Each makes one thing untrue. */
const EDITS: Readonly<Record<string, (files: Files, receipt: string) => void>> = {
  'a byte of the receipt': (files, receipt) => put(files, receipt, '%PDF-1.4\n% EQ-9999\n%%EOF\n'),
  'the receipt taken out': (files, receipt) => void delete files[receipt],
  'a file put in': (files) => put(files, 'receipts/9999-000000000000.pdf', '%PDF-1.4'),
  'the readme': (files) => put(files, 'README.txt', 'Trust this.'),
  'the moment of acceptance': (files) =>
    editNotice(files, (notice) => {
      notice.acceptedAt = '2026-11-23T05:43:00.000Z'
    }),
  'another account than the PDF tells': (files) =>
    editAccount(files, (account) => {
      account.madeBy = 'Somebody'
    }),
  'an entry of the journal': (files) => editRows(files, otherActor),
  'an entry taken out': (files) => editRows(files, (rows) => rows.toSpliced(2, 1)),
  'two entries exchanged': (files) =>
    editRows(files, (rows) => [...rows.slice(0, 2), ...rows.slice(2, 4).toReversed(), ...rows.slice(4)]),
  'the last entry cut off': (files) => editRows(files, (rows) => rows.slice(0, -1)),
  'a close taken out': (files) => editCloses(files, (closes) => closes.toSpliced(1, 1)),
  'the hash in a close': (files) =>
    editCloses(files, (closes) => closes.map((close) => ({ ...close, auditHead: '0'.repeat(64) }))),
  'who closed': (files) =>
    editCloses(files, ([first, ...rest]) => (first === undefined ? [] : [{ ...first, actorName: 'X' }, ...rest])),
  'the signature under the manifest': (files) => put(files, 'manifest.sig', 'ab'.repeat(64)),
  'the case of the signature': (files) => put(files, 'manifest.sig', textOf(files, 'manifest.sig').toUpperCase()),
  'the manifest gone': (files) => void delete files['manifest.json'],
}

describe('a changed pack without the key', () => {
  it.each(Object.entries(EDITS))('is found out: %s', async (_what, change) => {
    const { zip, receipt } = await scene()
    const changed = repacked(zip, (files) => change(files, receipt))
    const verdict = verifyEvidence(changed, { closes: [] })
    expect(verdict.isGenuine).toBe(false)
    expect(verdict.findings.length).toBeGreaterThan(0)
  })

  it.each(Object.entries(EDITS).slice(0, -3))(
    'is found out by the key on paper when it is signed anew: %s',
    async (_what, change) => {
      const { zip, closes, receipt } = await scene()
      const changed = repacked(zip, (files) => {
        change(files, receipt)
        repackedAsNew(files)
      })
      const { findings } = verifyEvidence(changed, { key: closes[0].keyFingerprint, closes: [] })
      expect(findings.join('\n')).toContain('not the one on paper')
      expect(findings.join('\n')).toContain('another key signed it')
    },
  )
})

/** By somebody who holds the register and the program, and signs whatever he likes: what no signature can make fit. */
const FORGERIES: Readonly<Record<string, { change(files: Files, receipt: string): void; finding: string }>> = {
  'a row rewritten': { change: (files) => editRows(files, otherActor), finding: 'is missing, was rewritten' },
  'a row rewritten and the chain recomputed': {
    change: (files) => editRows(files, (rows) => rechained(otherActor(rows))),
    finding: 'is not what close',
  },
  'entries cut off before the last close': {
    change(files) {
      editRows(files, (rows) => rows.slice(0, -2))
      editAccount(files, ({ journal }) => {
        journal.entries -= 2
        for (const span of journal.spans) span.last -= 2
      })
    },
    finding: 'were cut off',
  },
  'the day of the arrival left out': {
    change(files) {
      const [first] = closesIn(files)
      if (first === undefined) throw new Error('The scene has closes')
      editRows(files, (rows) => rows.filter(({ sequence }) => sequence > first.auditSequence))
      editAccount(files, ({ journal, guests }) => {
        journal.entries -= first.auditSequence
        for (const span of journal.spans) Object.assign(span, { first: first.auditSequence + 1, afterClose: first.number })
        for (const guest of guests) guest.known = null
      })
      editNotice(files, (notice) => void notice.journal.shift())
    },
    finding: 'the arrival is told otherwise',
  },
  'the day between left out': {
    change(files) {
      const [first, second] = closesIn(files)
      if (first === undefined || second === undefined) throw new Error('The scene has closes')
      editRows(files, (rows) =>
        rows.filter(({ sequence }) => sequence <= first.auditSequence || sequence > second.auditSequence),
      )
      editAccount(files, ({ journal }) => {
        const last = journal.spans.at(-1)?.last ?? 0
        const before = { first: 1, last: first.auditSequence, afterClose: null, upToClose: first.number }
        const after = {
          first: second.auditSequence + 1,
          last,
          afterClose: second.number,
          upToClose: closesIn(files)[2]?.number ?? '',
        }
        Object.assign(journal, {
          spans: [before, after],
          entries: journal.entries - second.auditSequence + first.auditSequence,
        })
      })
      editNotice(files, (notice) => {
        notice.journal = notice.journal.filter(({ sequence }) => sequence <= first.auditSequence)
      })
    },
    finding: 'days between arrival and acceptance are left out',
  },
  'the acceptance dated back': {
    change: (files) =>
      editNotice(files, (notice) => {
        notice.acceptedAt = '2026-11-23T05:43:00.000Z'
      }),
    finding: 'knows no acceptance',
  },
  'accepted where nothing was': {
    change: (files) =>
      editNotice(files, (notice) => {
        Object.assign(notice, { acceptedAt: null, state: 'accepted' })
      }),
    finding: 'knows no acceptance',
  },
  'the arrival put off': {
    change: (files) =>
      editAccount(files, ({ guests }) => {
        for (const guest of guests) guest.arrivalAt = '2026-11-24T10:00'
      }),
    finding: 'the arrival is told otherwise',
  },
  'known later': {
    change: (files) =>
      editAccount(files, ({ guests }) => {
        for (const guest of guests) guest.known = { at: '2026-11-24T05:43:00.000Z', by: 'X', source: 'desk' }
      }),
    finding: 'became known is told otherwise',
  },
  'an entry told otherwise': {
    change: (files) =>
      editNotice(files, ({ journal }) => {
        for (const { details } of journal) if (details !== null) details['state'] = 'ready'
      }),
    finding: 'is told otherwise than the journal',
  },
  'an entry not told': {
    change: (files) => editNotice(files, (notice) => void notice.journal.splice(1, 1)),
    finding: 'left out or added',
  },
  'the receipt exchanged, its hash too': {
    change(files, receipt) {
      put(files, receipt, '%PDF-1.4\n% EQ-9999\n%%EOF\n')
      const bytes = files[receipt] ?? new Uint8Array()
      editNotice(files, ({ proofs }) => {
        for (const { file } of proofs)
          if (file !== null) Object.assign(file, { sha256: sha256(bytes), sizeBytes: bytes.length })
      })
    },
    finding: 'is not the file that was stored',
  },
  'the receipt no longer mentioned': {
    change(files, receipt) {
      delete files[receipt]
      editNotice(files, ({ proofs }) => {
        for (const proof of proofs) proof.file = null
      })
    },
    finding: 'is not the file that was stored',
  },
}

describe('a pack forged by somebody with a key of his own', () => {
  it.each(Object.entries(FORGERIES))('is found out without any paper: %s', async (_what, { change, finding }) => {
    const { zip, receipt } = await scene()
    const forged = repacked(zip, (files) => {
      change(files, receipt)
      resignCloses(files)
      repackedAsNew(files)
    })
    expect(verifyEvidence(forged, { closes: [] }).findings.join('\n')).toContain(finding)
  })

  it('that agrees with itself is found out by any close on paper', async () => {
    const { zip, closes } = await scene()
    const forged = repacked(zip, (files) => {
      editRows(files, (rows) => rechained(rows.map((row, i) => (i === 2 ? { ...row, actor_name: 'X' } : row))))
      const heads = new Map(rowsIn(files).map(({ sequence, hash }) => [sequence, hash]))
      editCloses(files, (all) =>
        all.map((close) => ({ ...close, auditHead: heads.get(close.auditSequence) ?? close.auditHead })),
      )
      resignCloses(files)
      repackedAsNew(files)
    })
    // Without paper nobody can tell: the verdict says that nothing was held against it.
    expect(verifyEvidence(forged, { closes: [] })).toMatchObject({ isGenuine: true, isHeldAgainstPaper: false })
    const [monday, tuesday, wednesday] = closes
    for (const { number, hash } of [monday, tuesday, wednesday]) {
      const { findings } = verifyEvidence(forged, { closes: [{ number, hash: hash.slice(0, 16) }] })
      expect(findings).toEqual([`close ${number} is not the one on paper`])
    }
    expect(verifyEvidence(forged, { key: monday.keyFingerprint, closes: [] }).isGenuine).toBe(false)
  })
})

describe('any byte', () => {
  it('of any file changed is found', async () => {
    const { zip } = await scene()
    const files = unzipSync(zip)
    const places = fc.constantFrom(...Object.keys(files)).chain((name) =>
      fc.record({
        name: fc.constant(name),
        at: fc.nat({ max: (files[name]?.length ?? 1) - 1 }),
        flip: fc.integer({ min: 1, max: 255 }),
      }),
    )
    fc.assert(
      fc.property(places, ({ name, at, flip }) => {
        const changed = repacked(zip, (copy) => {
          const bytes = Uint8Array.from(copy[name] ?? [])
          bytes[at] = (bytes[at] ?? 0) ^ flip
          copy[name] = bytes
        })
        expect(verifyEvidence(changed, { closes: [] }).isGenuine).toBe(false)
      }),
      { numRuns: 200 },
    )
  })

  it('of the zip itself changed is found, or leaves every file as it was', async () => {
    const { zip } = await scene()
    const before = unzipSync(zip)
    fc.assert(
      fc.property(fc.nat({ max: zip.length - 1 }), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const changed = Uint8Array.from(zip)
        changed[at] = (changed[at] ?? 0) ^ flip
        if (!verifyEvidence(changed, { closes: [] }).isGenuine) return
        expect(unzipSync(changed)).toEqual(before)
      }),
      { numRuns: 200 },
    )
  })

  it('read as a pack, whatever it is, ends with a verdict', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(verifyEvidence(bytes, { closes: [] }).isGenuine).toBe(false)
      }),
    )
  })
})
