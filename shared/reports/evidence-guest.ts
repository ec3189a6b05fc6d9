import type { EvidenceGuest, EvidenceNotice } from '../contract/evidence-schemas.ts'
import { calendarDate } from '../domain/calendar-date.ts'
import type { PartialDate } from '../domain/guest.ts'
import { countryName } from '../i18n/country-names.ts'
import { longDay, numericDay } from '../i18n/dates.ts'
import { workingDaysInWords } from '../i18n/explain/working-days.ts'
import { namedCell, numberCell, textCell } from './cells.ts'
import type { Block, Cell, Table } from './document.ts'
import { attemptsTable, journalTable, proofsTable } from './evidence-notice.ts'
import { type EvidenceWords, longMomentCell, momentCell, momentOf, pairs, standingTone, table } from './evidence-words.ts'
import { titled } from './titled.ts'

const MINUTE_MS = 60_000

/** One guest: who, the outcome in a sentence, the dates and how they were counted, and everything that was done. */
export function guestBlocks(guest: EvidenceGuest, isOneOfMany: boolean, at: EvidenceWords): readonly Block[] {
  const { say, language } = at.words
  const [arrival, ...followUps] = guest.notices
  if (arrival === undefined) return []
  const name = guest.person?.name ?? say('evidence.erased')
  const day = longDay(calendarDate(guest.arrivalAt.slice(0, 10)), language)
  return [
    ...(isOneOfMany ? [{ kind: 'page_break' } as const] : []),
    { kind: 'heading', level: 1, text: say('evidence.guestHeading', { name, day }) },
    { kind: 'paragraph', look: 'strong', text: outcomeOf(arrival, at) },
    {
      kind: 'side_by_side',
      left: [{ kind: 'heading', level: 2, text: say('evidence.who') }, whoFacts(guest, at)],
      right: [{ kind: 'heading', level: 2, text: say('evidence.summary') }, summaryFacts(guest, arrival, at)],
    },
    ...countBlocks(arrival, at),
    ...noticeBlocks(arrival, at),
    ...titled(outagesTable(guest, at)),
    ...followUps.flatMap((notice) => [
      { kind: 'heading' as const, level: 1 as const, text: `${say(`queue.kindMarks.${notice.kind}`)}, ${name}` },
      { kind: 'paragraph' as const, look: 'strong' as const, text: outcomeOf(notice, at) },
      ...countBlocks(notice, at),
      ...noticeBlocks(notice, at),
    ]),
  ]
}

function outcomeOf({ standing, due, acceptedAt, state, reason }: EvidenceNotice, at: EvidenceWords): string {
  const { say, language } = at.words
  const text = say(`evidence.standing.${standing}`, {
    at: acceptedAt === null ? '' : momentOf(acceptedAt, at),
    due: due === null ? '' : longDay(calendarDate(due.strictDue), language),
    latest: due === null ? '' : longDay(calendarDate(due.latestDue), language),
    state: say(`states.${state}`),
    reason: reasonOf(reason, at),
  })
  return text.trim()
}

/** A person's own words; the law's own are keys. */
function reasonOf(reason: string | null, { words: { say } }: EvidenceWords): string {
  if (reason === 'citizen_of_kazakhstan') return say('guest.notice.citizenReason')
  return reason === 'registered_instead' ? say('guest.notice.registeredReason') : (reason ?? '')
}

function whoFacts({ person, room, reservation, arrivalAt, departureDate }: EvidenceGuest, { words }: EvidenceWords) {
  const { say, language } = words
  const erased = say('evidence.erased')
  const country = person?.citizenship ?? null
  return pairs([
    ['name', say('evidence.facts.name'), textCell(person?.name ?? null, erased)],
    [
      'citizenship',
      say('evidence.facts.citizenship'),
      namedCell(country, country === null ? '' : countryName(country, language)),
    ],
    ['birthDate', say('evidence.facts.birthDate'), textCell(birthOf(person?.birthDate ?? null))],
    ['document', say('evidence.facts.document'), textCell(person?.document ?? null)],
    ['room', say('evidence.facts.room'), textCell(room)],
    ['reservation', say('evidence.facts.reservation'), textCell(reservation)],
    [
      'arrival',
      say('evidence.facts.arrival'),
      {
        type: 'local_time',
        value: arrivalAt,
        text: `${longDay(calendarDate(arrivalAt.slice(0, 10)), language)}, ${arrivalAt.slice(11)}`,
      },
    ],
    ['departure', say('evidence.facts.departure'), dayCell(departureDate, language)],
  ])
}

function birthOf(date: PartialDate | null): string | null {
  return date === null ? null : numericDay(date)
}

function summaryFacts(guest: EvidenceGuest, notice: EvidenceNotice, at: EvidenceWords) {
  const { say, language } = at.words
  const { known } = guest
  const { due, acceptedAt, reference, attempts, standing } = notice
  const by = known === null ? null : say(`evidence.knownVia.${known.source}`, { name: known.by })
  const version =
    due === null ? null : due.isForecast ? say('evidence.forecast', { version: due.calendarVersion }) : due.calendarVersion
  return pairs([
    ['known', say('evidence.facts.known'), longMomentCell(known?.at ?? null, at)],
    ['knownBy', say('evidence.facts.knownBy'), textCell(by)],
    ['strictDue', say('evidence.facts.strictDue'), dayCell(due?.strictDue ?? null, language)],
    ['latestDue', say('evidence.facts.latestDue'), dayCell(due?.latestDue ?? null, language)],
    ['calendar', say('evidence.facts.calendar'), textCell(version)],
    ['rule', say('evidence.facts.rule'), textCell(due?.rule ?? null)],
    ['accepted', say('evidence.facts.accepted'), { ...longMomentCell(acceptedAt, at), tone: standingTone(standing) }],
    ['reference', say('evidence.facts.reference'), textCell(reference)],
    ['attempts', say('evidence.facts.attempts'), numberCell(attempts.length)],
    ['outages', say('evidence.facts.outages'), numberCell(minutesWithoutLine(guest))],
  ])
}

function dayCell(day: string | null, language: EvidenceWords['words']['language']): Cell {
  const date = day === null ? null : calendarDate(day)
  return { type: 'day', value: date, text: date === null ? '' : longDay(date, language) }
}

/** Of the window alone; outages that overlap count once. */
function minutesWithoutLine({ window, outages }: EvidenceGuest): number {
  const from = Date.parse(window.from)
  const to = Date.parse(window.to)
  let counted = from
  let total = 0
  for (const outage of outages) {
    const start = Math.max(counted, Date.parse(outage.startedAt))
    const end = Math.min(to, outage.endedAt === null ? to : Date.parse(outage.endedAt))
    if (end > start) {
      total += end - start
      counted = end
    }
  }
  return Math.round(total / MINUTE_MS)
}

function countBlocks({ due, explanation }: EvidenceNotice, { words }: EvidenceWords): readonly Block[] {
  if (due === null || explanation?.explanation.length === 0) return []
  const text =
    explanation === null
      ? words.say('evidence.countedOtherwise')
      : workingDaysInWords({ days: explanation.explanation, calendar: explanation.calendar }, words)
  return [
    { kind: 'heading', level: 2, text: words.say('evidence.dayByDay') },
    { kind: 'paragraph', look: 'plain', text },
  ]
}

function noticeBlocks(notice: EvidenceNotice, at: EvidenceWords): readonly Block[] {
  return [...titled(proofsTable(notice, at)), ...titled(journalTable(notice, at)), ...titled(attemptsTable(notice, at))]
}

function outagesTable({ outages }: EvidenceGuest, at: EvidenceWords): Table {
  const { say } = at.words
  return table(
    'outages',
    say('evidence.outages'),
    say('evidence.outagesNone'),
    [
      ['from', say('evidence.columns.from'), 1.4],
      ['to', say('evidence.columns.to'), 1.4],
      ['cause', say('evidence.columns.cause'), 3],
    ],
    outages.map(({ startedAt, endedAt, cause }) => [
      momentCell(startedAt, at),
      momentCell(endedAt, at, say('evidence.goesOn')),
      textCell(say(`causes.${cause}.short`)),
    ]),
  )
}
