import type { CardSettings } from '../contract/card-contract.ts'
import type { CalendarDate } from '../domain/calendar-date.ts'
import type { Environment } from '../domain/channel.ts'
import type { IsoInstant } from '../domain/clock.ts'
import type { GuestFacts } from '../domain/guest.ts'
import { numericDay } from '../i18n/dates.ts'
import type { Language } from '../i18n/language.ts'
import { type Words, wordsIn } from '../i18n/words.ts'
import { type Both, bannerInBoth, countryInBoth, inBoth, isPrintable, stateLanguageAnd } from './both-languages.ts'
import { textCell } from './cells.ts'
import type { Block, Facts, ReportDocument } from './document.ts'

/** Who receives the guests, as it stands on every card. */
export interface CardHost {
  readonly name: string
  readonly bin: string
  readonly address: string
  readonly city: string | null
  readonly phone: string | null
  /** The migration department the property reports to: who is given the data. */
  readonly department: string
  readonly environment: Environment
}

/** One guest's card: what the register knows, and in which language beside the state language. */
export interface PrintedCard {
  readonly language: Language
  readonly facts: GuestFacts
  readonly stay: {
    /** Hotel-local, `YYYY-MM-DDTHH:mm`. */
    readonly arrivalAt: string
    readonly departureDate: CalendarDate | null
    readonly room: string | null
    readonly reservation: string | null
  }
}

export interface PrintedCards {
  readonly host: CardHost
  readonly settings: CardSettings
  readonly printedOn: CalendarDate
  readonly printedAt: IsoInstant
  /** Of the property: names the file and turns the pages. */
  readonly language: Language
  readonly cards: readonly PrintedCard[]
}

/**
 * What a guest reads through and signs, a page each: facts of guest and stay with a blank line wherever nothing is known, the consent to the
 * processing of personal data (Law No. 94-V of 21 May 2013, art. 8: who, what, why, to whom, how long), words of the house.
 */
export function registrationCardsDocument(printed: PrintedCards): ReportDocument {
  const { host, cards, language } = printed
  const both = bothOf(cards, language)
  return {
    language,
    title: inBoth(both, ({ say }) => say('card.title')),
    lines: [host.name],
    corner: [numericDay(printed.printedOn)],
    banner: bannerInBoth(both, host.environment),
    asOf: printed.printedAt,
    blocks: cards.flatMap((card, index): Block[] => [
      ...(index === 0 ? [] : [{ kind: 'page_break' } as const]),
      ...cardBlocks(card, printed),
    ]),
    foot: inBoth(both, ({ say }) => say('card.foot')),
    pageOf: wordsIn(language).say('paper.document.pageOf'),
  }
}

/** A title over one guest's card is in the guest's languages, over many in those of the property. */
function bothOf(cards: readonly PrintedCard[], language: Language): Both {
  const languages = new Set(cards.map((card) => card.language))
  const [only] = languages
  return stateLanguageAnd(languages.size === 1 && only !== undefined ? only : language)
}

function cardBlocks(card: PrintedCard, { host, settings }: PrintedCards): readonly Block[] {
  const both = stateLanguageAnd(card.language)
  return [
    { kind: 'heading', level: 1, text: nameOf(card.facts, both) },
    beside(section(both, 'person', personFacts(card, both)), section(both, 'document', documentFacts(card, both))),
    beside(section(both, 'stay', stayFacts(card, both)), section(both, 'border', borderFacts(card, both))),
    ...consentBlocks(both, host, settings),
    ...houseBlocks(both, settings),
    ...(card.facts.documentType === 'none' ? [note(inBoth(both, ({ say }) => say('card.child')))] : []),
    {
      kind: 'signatures',
      items: (['signGuest', 'signDate', 'signDesk'] as const).map((who) => ({
        label: inBoth(both, ({ say }) => say(`card.${who}`)),
        name: null,
      })),
    },
  ]
}

function nameOf({ surname, givenNames, patronymic }: GuestFacts, both: Both): string {
  const parts = [surname, givenNames, patronymic].filter((part) => part !== null && part !== '')
  const name = parts.join(' ')
  return name !== '' && isPrintable(name) ? name : inBoth(both, ({ say }) => say('card.sections.person'))
}

function personFacts({ facts }: PrintedCard, both: Both): Facts {
  const { sex, citizenship } = facts
  return listed([
    field(both, 'surname', printable(facts.surname, both)),
    field(both, 'givenNames', facts.hasSingleName ? DASH : printable(facts.givenNames, both)),
    field(both, 'patronymic', printable(facts.patronymic, both)),
    ...(facts.printedName === null ? [] : [field(both, 'printedName', printable(facts.printedName, both))]),
    field(both, 'sex', sex === null ? null : inBoth(both, ({ say }) => say(`sexes.${sex}`))),
    field(both, 'birthDate', facts.birthDate === null ? null : numericDay(facts.birthDate)),
    field(both, 'citizenship', citizenship === null ? null : countryInBoth(both, citizenship)),
    field(both, 'phone', facts.phone),
    field(both, 'email', facts.email),
  ])
}

function documentFacts({ facts }: PrintedCard, both: Both): Facts {
  const { documentType, issuingState } = facts
  const type = documentType === null ? null : inBoth(both, ({ say }) => say(`documentTypes.${documentType}`))
  if (documentType === 'none')
    return listed([field(both, 'documentType', type), field(both, 'guardianDocument', facts.guardianDocument)])
  const number = [facts.documentSeries, facts.documentNumber].filter((part) => part !== null && part !== '').join(' ')
  return listed([
    field(both, 'documentType', type),
    field(both, 'documentNumber', number === '' ? null : number),
    field(both, 'issuingState', issuingState === null ? null : countryInBoth(both, issuingState)),
    field(both, 'issueDate', dayOf(facts.issueDate)),
    field(both, 'expiryDate', facts.hasNoExpiry ? inBoth(both, ({ say }) => say('card.noExpiry')) : dayOf(facts.expiryDate)),
  ])
}

function stayFacts({ facts, stay }: PrintedCard, both: Both): Facts {
  const { purpose } = facts
  return listed([
    own(both, 'arrival', `${numericDay(stay.arrivalAt.slice(0, 10))} ${stay.arrivalAt.slice(11)}`),
    own(both, 'departure', dayOf(stay.departureDate)),
    field(both, 'room', stay.room),
    field(both, 'purpose', purpose === null ? null : inBoth(both, ({ say }) => say(`purposes.${purpose}`))),
    ...(stay.reservation === null ? [] : [field(both, 'reservation', stay.reservation)]),
  ])
}

function borderFacts({ facts }: PrintedCard, both: Both): Facts {
  const { visaEntries } = facts
  return listed([
    field(both, 'borderEntryDate', dayOf(facts.borderEntryDate)),
    field(both, 'borderCheckpoint', facts.borderCheckpoint),
    field(both, 'visaNumber', facts.visaNumber),
    field(both, 'visaValidUntil', dayOf(facts.visaValidUntil)),
    field(both, 'visaEntries', visaEntries === null ? null : inBoth(both, ({ say }) => say(`visaEntries.${visaEntries}`))),
  ])
}

const POINTS = ['who', 'what', 'why', 'whom'] as const

function consentBlocks(both: Both, host: CardHost, { keepYears }: CardSettings): readonly Block[] {
  const { name, bin, department } = host
  const address = host.city === null || host.address.includes(host.city) ? host.address : `${host.address}, ${host.city}`
  const [left, right] = both.map(({ say }): Block[] => [
    { kind: 'heading', level: 2, text: say('card.consentTitle') },
    ...POINTS.map((point) => note(say(`card.consent.${point}`, { name, bin, address, department }))),
    note(keepYears === null ? say('card.consent.howLongBlank') : say('card.consent.howLong', { count: keepYears })),
    note(say('card.consent.withdraw')),
  ])
  return columns(left, right)
}

function houseBlocks(both: Both, { houseText }: CardSettings): readonly Block[] {
  const [left, right] = both.map(({ say, language }: Words): Block[] => {
    const text = houseText[language]
    return text === null ? [] : [{ kind: 'heading', level: 2, text: say('card.house') }, note(text)]
  })
  return columns(left, right)
}

/** Beside each other where both have something to say. */
function columns(left: Block[] | undefined, right: Block[] | undefined): readonly Block[] {
  if (left === undefined || left.length === 0) return right ?? []
  return right === undefined || right.length === 0 ? left : [{ kind: 'side_by_side', left, right }]
}

function section(both: Both, name: 'person' | 'document' | 'stay' | 'border', facts: Facts): readonly Block[] {
  return [{ kind: 'heading', level: 2, text: inBoth(both, ({ say }) => say(`card.sections.${name}`)) }, facts]
}

function beside(left: readonly Block[], right: readonly Block[]): Block {
  return { kind: 'side_by_side', left, right }
}

function note(text: string): Block {
  return { kind: 'paragraph', look: 'note', text }
}

type FieldLabel = Exclude<keyof GuestFacts, 'mrz' | 'hasSingleName' | 'hasNoExpiry'> | 'room' | 'reservation'
type Item = Facts['items'][number]

function field(both: Both, name: FieldLabel, text: string | null): Item {
  return item(
    name,
    inBoth(both, ({ say }) => say(`fields.${name}`)),
    text,
  )
}

function own(both: Both, name: 'arrival' | 'departure', text: string | null): Item {
  return item(
    name,
    inBoth(both, ({ say }) => say(`card.${name}`)),
    text,
  )
}

/** What is not known is a line to write on. */
function item(id: string, label: string, text: string | null): Item {
  const value = text === '' ? null : text
  return { id, label, value: textCell(value === DASH ? null : value, value === DASH ? DASH : BLANK) }
}

const DASH = '–'
const BLANK = '________________'

function printable(text: string | null, both: Both): string | null {
  if (text === null || text === '' || isPrintable(text)) return text
  return `${inBoth(both, ({ say }) => say('card.byHand'))}: ${BLANK}`
}

function dayOf(day: CalendarDate | null): string | null {
  return day === null ? null : numericDay(day)
}

function listed(items: readonly Item[]): Facts {
  return { kind: 'facts', title: null, items }
}
