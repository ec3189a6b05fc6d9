import type { EvidenceEntry, EvidenceNotice } from '../contract/evidence-schemas.ts'
import { calendarDate } from '../domain/calendar-date.ts'
import { CAUSES } from '../domain/channel.ts'
import { longDay } from '../i18n/dates.ts'
import { CATALOGUES } from '../i18n/index.ts'
import type { ru } from '../i18n/ru/index.ts'
import { numberCell, textCell } from './cells.ts'
import type { Table } from './document.ts'
import { type EvidenceWords, momentCell, table } from './evidence-words.ts'

/** What the journal holds about one notice, in its order, which no clock can shuffle. */
export function journalTable({ journal }: EvidenceNotice, at: EvidenceWords): Table {
  const { say } = at.words
  return table(
    'journal',
    say('evidence.journal'),
    say('evidence.journalNone'),
    [
      ['number', say('evidence.columns.number'), 0.7],
      ['at', say('evidence.columns.at'), 1.7],
      ['what', say('evidence.columns.what'), 2.6],
      ['by', say('evidence.columns.by'), 1.4],
      ['note', say('evidence.columns.note'), 2.6],
    ],
    journal.map((entry, place) => {
      const what = actionOf(entry, sendsUpTo(journal, place), at)
      return [
        numberCell(entry.sequence),
        momentCell(entry.at, at),
        textCell(what),
        textCell(entry.by),
        textCell(noteOf(entry, what, at)),
      ]
    }),
  )
}

const SENT = 'notice.send_started'

/** How many times it had been sent by then. */
function sendsUpTo(journal: readonly EvidenceEntry[], place: number): number {
  return journal.slice(0, place + 1).filter(({ action }) => action === SENT).length
}

/** `notice.lease_taken` → `lease_taken`: the catalogue words what happened, not to what. */
function actionOf({ action, details }: EvidenceEntry, number: number, { words: { say } }: EvidenceWords): string {
  const kind = action.slice(action.indexOf('.') + 1)
  const name = action === SENT ? 'attempt' : kind
  if (!isTimelineKind(name)) return say('timeline.other')
  return say(`timeline.${name}`, { number, cause: causeOf(details, say) ?? say('common.unknown') })
}

function isTimelineKind(kind: string): kind is keyof typeof ru.timeline {
  return kind in CATALOGUES.ru.timeline
}

function causeOf(details: EvidenceEntry['details'], say: EvidenceWords['words']['say']): string | null {
  const cause = CAUSES.find((word) => word === details?.['cause'])
  return cause === undefined ? null : say(`causes.${cause}.short`)
}

/** Words a person typed and numbers the service gave, and a cause that is not said yet; the rest is in the data. */
function noteOf({ details }: EvidenceEntry, what: string, { words: { say } }: EvidenceWords): string | null {
  if (details === null) return say('evidence.erased')
  const said = ['reference', 'reason']
    .map((field) => details[field])
    .filter((value) => typeof value === 'string' && value !== '')
  const cause = causeOf(details, say)
  const all = [...said, ...(cause === null || what.includes(cause) ? [] : [cause])]
  return all.length === 0 ? null : all.join('; ')
}

export function attemptsTable({ attempts }: EvidenceNotice, at: EvidenceWords): Table {
  const { say } = at.words
  return table(
    'attempts',
    say('evidence.attempts'),
    say('evidence.attemptsNone'),
    [
      ['what', say('evidence.columns.what'), 1.6],
      ['at', say('evidence.columns.at'), 1.7],
      ['ended', say('evidence.columns.ended'), 1.7],
      ['cause', say('evidence.columns.note'), 1.8],
      ['answer', say('evidence.columns.answer'), 3],
    ],
    attempts.map(({ kind, number, startedAt, endedAt, outcome, cause, exchange }) => [
      textCell(say(kind === 'send' ? 'evidence.send' : 'evidence.lookUp', { number })),
      momentCell(startedAt, at),
      momentCell(endedAt, at, say('evidence.goesOn')),
      textCell(
        [outcomeOf(outcome, at), cause === null ? null : say(`causes.${cause}.short`)]
          .filter((part) => part !== null)
          .join(': '),
      ),
      textCell(answerOf(exchange), say('evidence.noAnswer')),
    ]),
  )
}

function outcomeOf(outcome: string | null, { words: { say } }: EvidenceWords): string | null {
  if (outcome === null) return null
  return isOutcome(outcome) ? say(`evidence.outcomes.${outcome}`) : outcome
}

function isOutcome(outcome: string): outcome is keyof typeof ru.evidence.outcomes {
  return outcome in CATALOGUES.ru.evidence.outcomes
}

/** As stored: `201 {"reference":"KZ-…"}`. `null` where nothing came. */
function answerOf(exchange: string | null): string | null {
  if (exchange === null) return null
  const { status, answer } = JSON.parse(exchange) as { readonly status: number | null; readonly answer: string | null }
  const parts = [status === null ? null : String(status), answer].filter((part) => part !== null && part !== '')
  return parts.length === 0 ? null : parts.join(' ')
}

export function proofsTable({ proofs }: EvidenceNotice, at: EvidenceWords): Table {
  const { say } = at.words
  return table(
    'proofs',
    say('evidence.proofs'),
    say('evidence.proofsNone'),
    [
      ['stored', say('evidence.columns.stored'), 1.8],
      ['reference', say('evidence.columns.reference'), 1.7],
      ['file', say('evidence.columns.file'), 2.5],
      ['hash', say('evidence.columns.hash'), 3],
    ],
    proofs.map(({ storedAt, reference, stampedOn, file }) => [
      momentCell(storedAt, at),
      textCell(stampedOn === null ? reference : stampedInWords(reference, stampedOn, at)),
      textCell(file?.name ?? null, say(file === null ? 'evidence.noFile' : 'evidence.erased')),
      textCell(file?.sha256.match(/.{1,16}/g)?.join(' ') ?? null),
    ]),
  )
}

function stampedInWords(reference: string | null, stampedOn: string, { words: { say, language } }: EvidenceWords): string {
  return say('evidence.stamped', { reference: reference ?? '', day: longDay(calendarDate(stampedOn), language) })
}
