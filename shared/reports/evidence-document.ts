import type { Evidence, EvidenceGuest } from '../contract/evidence-schemas.ts'
import { calendarDate } from '../domain/calendar-date.ts'
import { longDay, numericDay } from '../i18n/dates.ts'
import type { Language } from '../i18n/language.ts'
import { type Words, wordsIn } from '../i18n/words.ts'
import { localMoment, namedCell, textCell } from './cells.ts'
import { bannerOf, propertyLines } from './day-basis.ts'
import type { Block, ReportDocument, Table } from './document.ts'
import { guestBlocks } from './evidence-guest.ts'
import { type EvidenceWords, momentOf, pairs, shortly, standingTone, table } from './evidence-words.ts'

/** What is not in the account itself: its hash, and the key that signed the pack. */
export interface EvidenceMarks {
  readonly jsonHash: string
  readonly fingerprint: string
}

/** A file of the account. */
export interface EvidencePart {
  /** In the pack; says nothing about a person. */
  readonly name: string
  readonly document: ReportDocument
}

/** So many are laid out in one go: a longer file would keep the desk from everything else meanwhile. */
const GUESTS_PER_FILE = 25

/**
 * The account of a pack for a person to read: about each guest what was known, done and answered, and what proves it. Many guests have files
 * of their own, {@link GUESTS_PER_FILE} in each, behind one that lists them all.
 */
export function evidenceParts(evidence: Evidence, marks: EvidenceMarks, language: Language): readonly EvidencePart[] {
  const at: EvidenceWords = { words: wordsIn(language), zone: evidence.property.zone }
  const frame = frameOf(evidence, marks, at)
  const isPeriod = evidence.asked.what === 'period'
  const list = isPeriod ? overview(evidence, at) : []
  const proof = provenBlocks(evidence, marks, at)
  const tell = (guests: readonly EvidenceGuest[]) => guests.flatMap((guest, place) => guestBlocks(guest, place > 0, at))
  const { guests } = evidence
  if (guests.length <= GUESTS_PER_FILE) {
    const told = guests.flatMap((guest) => guestBlocks(guest, isPeriod, at))
    return [{ name: 'evidence.pdf', document: { ...frame, blocks: [...list, ...told, ...proof] } }]
  }
  const parts = Array.from({ length: Math.ceil(guests.length / GUESTS_PER_FILE) }, (_, part) => {
    const first = part * GUESTS_PER_FILE
    const some = guests.slice(first, first + GUESTS_PER_FILE)
    const [from, to] = [first + 1, first + some.length].map((number) => String(number).padStart(4, '0'))
    return { name: `evidence-${from}-${to}.pdf`, document: { ...frame, blocks: tell(some) } }
  })
  return [{ name: 'evidence.pdf', document: { ...frame, blocks: [...list, ...proof] } }, ...parts]
}

function frameOf(evidence: Evidence, marks: EvidenceMarks, at: EvidenceWords): Omit<ReportDocument, 'blocks'> {
  const { say, language } = at.words
  return {
    language,
    title: titleOf(evidence, at.words),
    lines: propertyLines(evidence.property, at.words),
    corner: [
      say('evidence.madeAt', { at: momentOf(evidence.madeAt, at) }),
      say('evidence.madeBy', { name: evidence.madeBy }),
      `Qabyl ${evidence.program}`,
    ],
    banner: bannerOf(evidence.property.environment, at.words),
    foot: say('evidence.foot', { hash: marks.jsonHash }),
    pageOf: say('report.pageOf'),
    asOf: evidence.madeAt,
    zone: evidence.property.zone,
  }
}

function provenBlocks(evidence: Evidence, marks: EvidenceMarks, { words }: EvidenceWords): readonly Block[] {
  const { say } = words
  return [
    { kind: 'heading', level: 1, text: say('evidence.proven') },
    { kind: 'paragraph', look: 'plain', text: say('evidence.provenText') },
    spansTable(evidence, words),
    pairs([
      ['keyFingerprint', say('evidence.keyFingerprint'), textCell(inGroups(marks.fingerprint, 4))],
      ['accountHash', say('evidence.accountHash'), textCell(inGroups(marks.jsonHash, 8))],
    ]),
    { kind: 'paragraph', look: 'note', text: say('evidence.howToVerify') },
    { kind: 'signatures', items: [{ label: say('evidence.signature'), name: null }] },
  ]
}

function titleOf({ asked }: Evidence, { say, language }: Words): string {
  if (asked.what === 'guest') return say('evidence.guestTitle')
  const [from, to] = [asked.from, asked.to].map((day) => longDay(calendarDate(day), language))
  return say('evidence.periodTitle', { from: from ?? '', to: to ?? '' })
}

/** Everybody of a period in one table: who was late stands out before anybody reads a page about each. */
function overview({ guests, leftOut }: Evidence, at: EvidenceWords): readonly Block[] {
  const { say } = at.words
  const list = table(
    'guests',
    say('evidence.guests'),
    say('evidence.noGuests'),
    [
      ['guest', say('evidence.columns.guest'), 2.6],
      ['arrival', say('evidence.columns.arrival'), 1.6],
      ['due', say('evidence.columns.due'), 1.4],
      ['accepted', say('evidence.columns.accepted'), 1.8],
      ['reference', say('evidence.columns.reference'), 1.6],
      ['standing', say('evidence.columns.standing'), 1.6],
    ],
    guests.map((guest) => overviewRow(guest, at)),
  )
  const note: readonly Block[] =
    leftOut === 0 ? [] : [{ kind: 'paragraph', look: 'note', text: say('evidence.leftOut', { count: leftOut }) }]
  return [{ kind: 'heading', level: 1, text: say('evidence.guests') }, list, ...note]
}

function overviewRow(guest: EvidenceGuest, at: EvidenceWords): Table['rows'][number] {
  const { say } = at.words
  const notice = guest.notices[0]
  if (notice === undefined) return []
  const { due, acceptedAt, reference, standing } = notice
  const { arrivalAt } = guest
  // Figures alone: the days of a period stand close together, and a column is narrow.
  const accepted = acceptedAt === null ? '' : shortly(localMoment(acceptedAt, at.zone))
  return [
    textCell(guest.person?.name ?? null, say('evidence.erased')),
    { type: 'local_time', value: arrivalAt, text: shortly(arrivalAt) },
    due === null ? textCell(null) : { type: 'day', value: calendarDate(due.strictDue), text: numericDay(due.strictDue) },
    { type: 'instant', value: acceptedAt, text: accepted },
    textCell(reference),
    namedCell(standing, say(`evidence.standingShort.${standing}`), standingTone(standing)),
  ]
}

function spansTable({ journal }: Evidence, { say }: Words): Table {
  return table(
    'journal_spans',
    say('evidence.proven'),
    say('evidence.spanNone'),
    [
      ['entries', say('evidence.columns.entries'), 1],
      ['after', say('evidence.columns.after'), 1.6],
      ['upTo', say('evidence.columns.upTo'), 1.6],
    ],
    journal.spans.map(({ first, last, afterClose, upToClose }) => [
      textCell(`${first}–${last}`),
      textCell(afterClose, say('evidence.spanFirst')),
      textCell(upToClose, say('evidence.spanOpen'), upToClose === null ? 'unsure' : 'plain'),
    ]),
  )
}

/** Long hashes break between groups, and are read aloud in them. */
function inGroups(hash: string, size: number): string {
  return hash.match(new RegExp(`.{1,${size}}`, 'g'))?.join(' ') ?? hash
}
