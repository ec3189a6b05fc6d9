import type { LossCase, LossDocument } from '../contract/lost-passport-contract.ts'
import type { CalendarDate } from '../domain/calendar-date.ts'
import type { IsoInstant } from '../domain/clock.ts'
import { countryName } from '../i18n/country-names.ts'
import { localDay, longDay, numericDay } from '../i18n/dates.ts'
import type { Language } from '../i18n/language.ts'
import { type Words, wordsIn } from '../i18n/words.ts'
import { type Both, bannerInBoth, inBoth, isPrintable, stateLanguageAnd } from './both-languages.ts'
import { longMoment, textCell } from './cells.ts'
import type { Block, Facts, ReportDocument, Table } from './document.ts'
import type { CardHost } from './registration-card-document.ts'

/** A case with what stands beside it on paper. */
export interface PrintedLoss {
  readonly case: LossCase
  readonly host: CardHost
  readonly guest: {
    readonly name: string
    readonly citizenship: string | null
    readonly birthDate: string | null
    readonly room: string | null
    readonly arrival: CalendarDate
    readonly departure: CalendarDate | null
  }
  /** How the service was told of the arrival; `acceptedAt` `null` = not yet. */
  readonly notice: { readonly acceptedAt: IsoInstant | null; readonly reference: string | null }
  readonly printedAt: IsoInstant
  readonly zone: string
  /** Of the guest, or of whoever reads the manager's sheet. */
  readonly language: Language
}

/**
 * For the guest: the statement for the police, filled in and ready to sign, and the way to go with its places – in the state language, for
 * those who read it there, and in his own.
 */
export function guestSheet(loss: PrintedLoss): ReportDocument {
  const both = stateLanguageAnd(loss.language)
  const titleOf = (key: 'guestTitle' | 'statementTitle' | 'way' | 'signature' | 'date') =>
    inBoth(both, ({ say }) => say(`lostPassport.sheet.${key}`))
  return {
    ...frame(loss, both, titleOf('guestTitle')),
    blocks: [
      { kind: 'heading', level: 1, text: titleOf('statementTitle') },
      statementFacts(loss, both),
      ...both.map(
        ({ say, language }): Block => ({
          kind: 'paragraph',
          look: 'plain',
          text: say('lostPassport.sheet.statement', { day: longDay(loss.case.noticedOn, language) }),
        }),
      ),
      {
        kind: 'signatures',
        items: [
          { label: titleOf('signature'), name: null },
          { label: titleOf('date'), name: null },
        ],
      },
      { kind: 'page_break' },
      { kind: 'heading', level: 1, text: titleOf('way') },
      ...wayBlocks(loss, both),
    ],
  }
}

/** For the manager: who, what was lost and shown since, each step with its day and number, the proof of the notice. One language. */
export function managerSheet(loss: PrintedLoss): ReportDocument {
  const words = wordsIn(loss.language)
  const { say, language } = words
  const { case: told, guest, zone } = loss
  const { closed } = told
  const sheet = 'lostPassport.sheet'
  const items = [
    item('guest', say(`${sheet}.guest`), nameInWords(guest.name)),
    item(
      'citizenship',
      say('fields.citizenship'),
      guest.citizenship === null ? null : countryName(guest.citizenship, language),
    ),
    item('room', say(`${sheet}.room`), guest.room),
    item('living', say(`${sheet}.living`), livingOf(guest)),
    item('noticedOn', say(`${sheet}.noticedOn`), longDay(told.noticedOn, language)),
    item('place', say(`${sheet}.place`), told.place),
    item('circumstances', say(`${sheet}.circumstances`), told.circumstances),
    item('document', say(`${sheet}.document`), documentInWords(told.lostDocument, [words])),
    item('newDocument', say(`${sheet}.newDocument`), documentInWords(told.newDocument, [words])),
    item('notice', say(`${sheet}.notice`), proofOf(loss, words)),
    item('opened', say(`${sheet}.opened`), `${longMoment(told.openedAt, { zone, language })}, ${told.openedBy}`),
    item(
      'state',
      say(`${sheet}.state`),
      closed === null
        ? say(`${sheet}.stateOpen`)
        : [
            say('lostPassport.close.closed', {
              day: longMoment(closed.at, { zone, language }),
              by: closed.by,
              ending: say(`lostPassport.endings.${closed.ending}`),
            }),
            closed.note,
          ]
            .filter((part) => part !== null)
            .join('. '),
    ),
  ]
  return {
    ...frame(loss, [words], say(`${sheet}.managerTitle`)),
    blocks: [
      { kind: 'facts', title: null, items },
      { kind: 'heading', level: 1, text: say(`${sheet}.stepsTitle`) },
      stepsTable(told, words),
      { kind: 'paragraph', look: 'note', text: say(`${sheet}.noClock`) },
      { kind: 'signatures', items: [{ label: say(`${sheet}.signManager`), name: null }] },
    ],
  }
}

function frame({ host, printedAt, zone, language }: PrintedLoss, both: Both, title: string): Omit<ReportDocument, 'blocks'> {
  return {
    language,
    title,
    lines: [host.name],
    corner: [numericDay(localDay(printedAt, zone))],
    banner: bannerInBoth(both, host.environment),
    asOf: printedAt,
    foot: inBoth(both, ({ say }) => say('lostPassport.sheet.foot')),
    pageOf: wordsIn(language).say('paper.document.pageOf'),
  }
}

type SheetLabel = 'statementTo' | 'statementFrom' | 'place' | 'circumstances' | 'document' | 'address' | 'living'

function statementFacts({ case: told, host, guest }: PrintedLoss, both: Both): Facts {
  const label = (name: SheetLabel) => inBoth(both, ({ say }) => say(`lostPassport.sheet.${name}`))
  const field = (name: 'citizenship' | 'birthDate') => inBoth(both, ({ say }) => say(`fields.${name}`))
  const { citizenship } = guest
  return {
    kind: 'facts',
    title: null,
    items: [
      item('to', label('statementTo'), null, BLANK),
      item('from', label('statementFrom'), nameInWords(guest.name), BLANK),
      item('birthDate', field('birthDate'), guest.birthDate === null ? null : numericDay(guest.birthDate), BLANK),
      item(
        'citizenship',
        field('citizenship'),
        citizenship === null ? null : inBoth(both, ({ language }) => countryName(citizenship, language)),
        BLANK,
      ),
      item('document', label('document'), documentInWords(told.lostDocument, both), BLANK),
      item('address', label('address'), addressOf(host), BLANK),
      item('living', label('living'), livingOf(guest), BLANK),
      item('place', label('place'), told.place, BLANK),
      item('circumstances', label('circumstances'), told.circumstances, BLANK),
    ],
  }
}

/** Each step in both languages, one beside the other, and the proof that goes along. */
function wayBlocks(loss: PrintedLoss, both: Both): readonly Block[] {
  const [left, right] = both.map((words): Block[] => [
    ...loss.case.steps.flatMap(({ step, doneOn, number }, index): Block[] => {
      const { say } = words
      const done = [
        doneOn === null ? null : `${say('lostPassport.done')}: ${numericDay(doneOn)}`,
        number === null ? null : say('lostPassport.numberOf', { number }),
      ].filter((part) => part !== null)
      return [
        { kind: 'heading', level: 2, text: `${index + 1}. ${say(`lostPassport.steps.${step}.name`)}` },
        { kind: 'paragraph', look: 'plain', text: say(`lostPassport.steps.${step}.guest`) },
        { kind: 'paragraph', look: 'strong', text: placeOf(step, loss, words) },
        ...(done.length === 0 ? [] : [{ kind: 'paragraph', look: 'note', text: done.join(', ') } as const]),
      ]
    }),
    { kind: 'heading', level: 2, text: words.say('lostPassport.sheet.proof') },
    { kind: 'paragraph', look: 'plain', text: proofOf(loss, words) },
    { kind: 'paragraph', look: 'note', text: words.say('lostPassport.sheet.advice') },
  ])
  if (left === undefined) return []
  return right === undefined ? left : [{ kind: 'side_by_side', left, right }]
}

/** Where a guest goes for a step, with what the register knows of the place. */
function placeOf(step: LossCase['steps'][number]['step'], { host, guest }: PrintedLoss, { say, language }: Words): string {
  const country = guest.citizenship === null ? '–' : countryName(guest.citizenship, language)
  return say(`lostPassport.steps.${step}.where`, { address: addressOf(host), department: host.department, country })
}

function proofOf({ notice, zone }: PrintedLoss, { say, language }: Words): string {
  const { acceptedAt, reference } = notice
  if (acceptedAt === null) return say('lostPassport.sheet.notNotified')
  return reference === null
    ? say('lostPassport.sheet.notifiedNoNumber', { day: longDay(localDay(acceptedAt, zone), language) })
    : say('lostPassport.sheet.notified', { reference })
}

function stepsTable({ steps }: LossCase, { say }: Words): Table {
  const columns = [
    ['step', 4],
    ['doneOn', 2],
    ['number', 2.6],
    ['note', 4.4],
    ['by', 2.4],
  ] as const
  return {
    kind: 'table',
    id: 'lost_passport_steps',
    title: say('lostPassport.sheet.stepsTitle'),
    empty: say('lostPassport.sheet.noSteps'),
    columns: columns.map(([id, weight]) => ({ id, label: say(`lostPassport.sheet.columns.${id}`), align: 'start', weight })),
    rows: steps.map(({ step, doneOn, number, note, by }) => [
      textCell(say(`lostPassport.steps.${step}.name`)),
      textCell(doneOn === null ? null : numericDay(doneOn), say('lostPassport.notDone')),
      textCell(number),
      textCell(note),
      textCell(by),
    ]),
    total: null,
  }
}

/** `Паспорт C01X00T47, Германия, 10.01.2022 – 09.01.2032`: as much as is known; `null` = nothing is. */
function documentInWords(document: LossDocument | null, both: Both): string | null {
  if (document === null) return null
  const { type, series, number, issuingState, issueDate, expiryDate } = document
  const name = [
    type === null ? null : inBoth(both, ({ say }) => say(`documentTypes.${type}`)),
    [series, number].filter((part) => part !== null).join(' '),
  ]
    .filter((part) => part !== null && part !== '')
    .join(' ')
  const days = [issueDate, expiryDate].flatMap((day) => (day === null ? [] : [numericDay(day)])).join(' – ')
  const state = issuingState === null ? null : inBoth(both, ({ language }) => countryName(issuingState, language))
  const parts = [name, state, days].filter((part) => part !== null && part !== '')
  return parts.length === 0 ? null : parts.join(', ')
}

function addressOf({ address, city }: CardHost): string {
  return city === null || address.includes(city) ? address : `${address}, ${city}`
}

function livingOf({ arrival, departure }: PrintedLoss['guest']): string {
  return [arrival, departure].flatMap((day) => (day === null ? [] : [numericDay(day)])).join(' – ')
}

/** A name no face has the letters of is written in by the guest. */
function nameInWords(name: string): string | null {
  return name !== '' && isPrintable(name) ? name : null
}

const BLANK = '________________________'

function item(id: string, label: string, value: string | null, otherwise = '–'): Facts['items'][number] {
  return { id, label, value: textCell(value, otherwise) }
}
