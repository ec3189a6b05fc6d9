import { setImmediate } from 'node:timers/promises'
import type { Caller } from '#electron/desk/caller.ts'
import { badInput } from '#electron/desk/desk-error.ts'
import type { Register } from '#electron/desk/register.ts'
import { canonicalJson } from '#electron/reports/close/canonical-json.ts'
import { keyFingerprint, signingKey } from '#electron/reports/close/signing-key.ts'
import { fileOf } from '#electron/reports/files/report-file.ts'
import type { BusinessDay, BusinessDayRecord } from '#electron/store/rows/business-days.ts'
import type { EvidencePack, EvidenceRequest, JournalSpan } from '#shared/contract/evidence-schemas.ts'
import type { Language } from '#shared/i18n/language.ts'
import { wordsIn } from '#shared/i18n/words.ts'
import { evidenceParts } from '#shared/reports/evidence-document.ts'
import { type CollectedEvidence, collectEvidence } from './collect-evidence.ts'
import { closeOf, evidencePack, journalLine, sha256 } from './evidence-pack.ts'

export interface EvidenceInput {
  readonly request: EvidenceRequest
  /** `null` = the property's own. */
  readonly language: Language | null
}

/** What a browser takes, and a person carries or sends, without trouble. */
const MAX_BYTES = 300 * 1024 * 1024

/**
 * The evidence about a guest or a period as a zip that proves itself, and the entry in the journal that it was made. Throws `NOT_FOUND`
 * (`notice`), `BAD_INPUT` (`request.to`).
 */
export async function makeEvidence(register: Register, caller: Caller, input: EvidenceInput): Promise<EvidencePack> {
  const language = input.language ?? register.property.language
  const key = register.write(() => signingKey(register))
  const collected = collectEvidence(register, caller, input.request, language)
  const fingerprint = keyFingerprint(key.publicKey)
  const files = await filesOf(register, collected, language, fingerprint)
  const content = evidencePack(files, key)
  const hash = sha256(content)
  register.write(() =>
    register.store.audit.append({
      actor: caller.actor,
      ...entryAbout(register, input.request),
      details: { sha256: hash, guests: collected.evidence.guests.length, language },
    }),
  )
  register.changed(['guest'], input.request.what === 'guest' ? input.request.noticeId : null)
  const { guests, leftOut, journal } = collected.evidence
  return {
    fileName: `${nameOf(input.request)}.zip`,
    content: new Blob([new Uint8Array(content)], { type: 'application/zip' }),
    sha256: hash,
    guests: guests.length,
    leftOut,
    entries: journal.entries,
    entriesAfterLastClose: journal.spans.reduce((sum, span) => sum + entriesWithoutClose(span, collected.closes), 0),
    keyFingerprint: fingerprint,
  }
}

async function filesOf(
  register: Register,
  { evidence, receipts, closes }: CollectedEvidence,
  language: Language,
  fingerprint: string,
): Promise<Map<string, Uint8Array>> {
  const json = Buffer.from(canonicalJson(evidence), 'utf8')
  const jsonHash = sha256(json)
  const files = new Map<string, Uint8Array>([['evidence.json', json]])
  let total = json.length
  const add = (name: string, bytes: Uint8Array): void => {
    total += bytes.length
    if (total > MAX_BYTES) throw badInput('request.to', 'too_long', 'This is too much for one file: choose a shorter period.')
    files.set(name, bytes)
  }
  for (const { name, bytes } of receipts) add(name, bytes)
  add('journal.jsonl', journalOf(register, evidence.journal.spans))
  add('closes.json', Buffer.from(canonicalJson(closes.map((close) => closeOf(wholeClose(register, close)))), 'utf8'))
  for (const { name, document } of evidenceParts(evidence, { jsonHash, fingerprint }, language)) {
    add(name, withAccountHash((await fileOf(document, 'pdf')).bytes, jsonHash))
    // Between two of them the desk does whatever waits.
    await setImmediate()
  }
  add('README.txt', Buffer.from(readmeOf(language, fingerprint), 'utf8'))
  return files
}

/** A comment behind the end of the PDF, where readers do not look: the account it was made from, for a program that compares the two. */
function withAccountHash(pdf: Uint8Array, jsonHash: string): Buffer {
  return Buffer.concat([pdf, Buffer.from(`\n%qabyl evidence.json SHA-256 ${jsonHash}\n`, 'utf8')])
}

function journalOf({ rows }: Register, spans: readonly JournalSpan[]): Buffer {
  return Buffer.from(spans.flatMap(({ first, last }) => rows.journal.between(first, last).map(journalLine)).join(''), 'utf8')
}

function wholeClose({ rows }: Register, { date, number }: BusinessDay): BusinessDayRecord {
  const close = rows.businessDays.find(date)
  if (close === undefined) throw new Error(`The close ${number} vanished while it was read`)
  return close
}

function readmeOf(language: Language, fingerprint: string): string {
  const { say } = wordsIn(language)
  const lines = ['title', 'files', 'how', 'command', 'key', 'means', 'limits'] as const
  return `${lines.map((line) => say(`evidence.readme.${line}`, { fingerprint })).join('\n\n')}\n`
}

/** Days and the end of an id: nothing about a person. */
function nameOf(request: EvidenceRequest): string {
  return request.what === 'guest'
    ? `qabyl-evidence-${request.noticeId.slice(-12)}`
    : `qabyl-evidence-${request.from}--${request.to}`
}

/** Nothing in it is personal, so that of an erased guest is written all the same. */
function entryAbout({ rows, store }: Register, request: EvidenceRequest) {
  if (request.what === 'period') return { action: 'evidence.made', subject: null, stayId: null }
  const stayId = rows.notifications.find(request.noticeId)?.stayId ?? null
  const isKept = stayId !== null && store.stayKeys.has(stayId)
  return { action: 'notice.evidence_made', subject: request.noticeId, stayId: isKept ? stayId : null }
}

function entriesWithoutClose({ last, upToClose }: JournalSpan, closes: readonly BusinessDay[]): number {
  return upToClose === null ? last - (closes.at(-1)?.auditSequence ?? 0) : 0
}
