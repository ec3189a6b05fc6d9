import type { SealedNotice } from '../domain/notice-payload.ts'
import { numericDay } from '../i18n/dates.ts'
import { wordsIn } from '../i18n/words.ts'
import { type Both, countryInBoth, inBoth, isPrintable } from './both-languages.ts'
import { textCell } from './cells.ts'
import type { Block, Cell, Facts } from './document.ts'

/** One filled notice as it goes to the counter, and where it stands on its covering list. */
export interface PrintedNotice {
  /** From 1, as on the list. */
  readonly position: number
  /** The list's number, `2026-014`. */
  readonly list: string
  readonly clientId: string
  /** As it was sealed; `null` once the guest was erased. */
  readonly payload: SealedNotice | null
}

/**
 * A notice on a page of its own. Its headings are in the state language and in Russian, whatever language the list is in: that is how the
 * service's forms are. Everything it says stands in the sealed revision, so that printing it again is printing the same.
 */
export function noticeBlocks(notice: PrintedNotice): readonly Block[] {
  const both: Both = [wordsIn('kk'), wordsIn('ru')]
  const { payload, position } = notice
  if (payload === null) return [heading(1, `${position}. ${inBoth(both, ({ say }) => say('paper.document.erased'))}`)]
  return [
    heading(1, `${position}. ${nameOf(payload)}`),
    { kind: 'paragraph', look: 'strong', text: inBoth(both, ({ say }) => say(`paper.notice.titles.${payload.kind}`)) },
    ...(['host', 'person', 'document', 'stay', 'notice'] as const).flatMap((section): Block[] => [
      heading(
        2,
        inBoth(both, ({ say }) => say(`paper.notice.sections.${section}`)),
      ),
      SECTIONS[section](payload, notice, both),
    ]),
    {
      kind: 'signatures',
      items: (['responsible', 'accepted'] as const).map((who) => ({
        label: inBoth(both, ({ say }) => say(`paper.notice.${who}`)),
        name: null,
      })),
    },
  ]
}

/** `MUELLER ANNA`: as the service is told. */
export function nameOf({ person: { surname, givenNames, patronymic } }: SealedNotice): string {
  return [surname, givenNames, patronymic].filter((part) => part !== null && part !== '').join(' ')
}

/** `C01X00T47`, `AB 1234567`; of a child without one, that of the adult. */
export function documentOf({ document: { series, number, guardianDocument } }: SealedNotice): string {
  return [series, number ?? guardianDocument].filter((part) => part !== null && part !== '').join(' ')
}

type Section = (payload: SealedNotice, notice: PrintedNotice, both: Both) => Facts

const SECTIONS: Readonly<Record<'host' | 'person' | 'document' | 'stay' | 'notice', Section>> = {
  host: ({ host }, _, both) =>
    facts([
      fact('hostName', own(both, 'hostName'), host.name),
      fact('hostNumber', own(both, 'hostNumber'), host.bin),
      fact('hostAddress', own(both, 'hostAddress'), host.address),
      fact('hostPhone', own(both, 'hostPhone'), host.phone ?? DASH),
    ]),
  person: ({ person }, _, both) =>
    facts([
      fact('surname', field(both, 'surname'), person.surname),
      fact('givenNames', field(both, 'givenNames'), person.givenNames === '' ? DASH : person.givenNames),
      fact('patronymic', field(both, 'patronymic'), person.patronymic ?? DASH),
      fact('printedName', field(both, 'printedName'), printedNameOf(person, both)),
      fact(
        'sex',
        field(both, 'sex'),
        inBoth(both, ({ say }) => say(`sexes.${person.sex}`)),
      ),
      fact('birthDate', field(both, 'birthDate'), numericDay(person.birthDate)),
      fact('citizenship', field(both, 'citizenship'), country(both, person.citizenship)),
      fact('phone', field(both, 'phone'), person.phone ?? DASH),
      fact('email', field(both, 'email'), person.email ?? DASH),
    ]),
  document: ({ document }, _, both) =>
    facts([
      fact(
        'documentType',
        field(both, 'documentType'),
        inBoth(both, ({ say }) => say(`documentTypes.${document.type}`)),
      ),
      fact('documentSeries', field(both, 'documentSeries'), document.series ?? DASH),
      fact('documentNumber', field(both, 'documentNumber'), document.number ?? DASH),
      fact('issuingState', field(both, 'issuingState'), country(both, document.issuingState)),
      fact('issueDate', field(both, 'issueDate'), dayOrDash(document.issueDate)),
      fact('expiryDate', field(both, 'expiryDate'), expiryOf(document, both)),
      ...(document.guardianDocument === null
        ? []
        : [fact('guardianDocument', field(both, 'guardianDocument'), document.guardianDocument)]),
    ]),
  stay: ({ host, stay }, _, both) => {
    const visa = 'visaValidUntil' in stay ? stay : { visaValidUntil: null, visaEntries: null }
    const { visaEntries } = visa
    return facts([
      fact('addressOfStay', own(both, 'addressOfStay'), [host.address, stay.room].filter((part) => part !== null).join(', № ')),
      fact('arrivalAt', own(both, 'stayFrom'), `${numericDay(stay.arrivalAt.slice(0, 10))} ${stay.arrivalAt.slice(11)}`),
      fact('departureDate', own(both, 'stayTo'), numericDay(stay.departureDate)),
      fact(
        'purpose',
        field(both, 'purpose'),
        inBoth(both, ({ say }) => say(`purposes.${stay.purpose}`)),
      ),
      fact('borderEntryDate', field(both, 'borderEntryDate'), dayOrDash(stay.borderEntryDate)),
      fact('borderCheckpoint', field(both, 'borderCheckpoint'), stay.borderCheckpoint ?? DASH),
      fact('visaNumber', field(both, 'visaNumber'), stay.visaNumber ?? DASH),
      fact('visaValidUntil', field(both, 'visaValidUntil'), dayOrDash(visa.visaValidUntil)),
      fact(
        'visaEntries',
        field(both, 'visaEntries'),
        visaEntries === null ? DASH : inBoth(both, ({ say }) => say(`visaEntries.${visaEntries}`)),
      ),
    ])
  },
  notice: (payload, { list, position, clientId }, both) => {
    const follows = 'follows' in payload ? payload.follows : null
    return facts([
      fact('listNumber', own(both, 'listNumber'), `${list} / ${position}`),
      fact('id', own(both, 'id'), clientId),
      fact('revision', own(both, 'revision'), String(payload.revision)),
      ...(follows === null ? [] : [fact('follows', own(both, 'follows'), follows.reference ?? follows.clientId)]),
    ])
  },
}

const DASH = '–'

/** What no face of the desk can print is filled in with a pen. */
function printedNameOf({ printedName }: SealedNotice['person'], both: Both): string {
  if (printedName === null) return DASH
  return isPrintable(printedName) ? printedName : inBoth(both, ({ say }) => say('paper.notice.byHand'))
}

function expiryOf({ type, expiryDate }: SealedNotice['document'], both: Both): string {
  if (expiryDate !== null) return numericDay(expiryDate)
  return type === 'none' ? DASH : inBoth(both, ({ say }) => say('paper.notice.noExpiry'))
}

function dayOrDash(day: string | null): string {
  return day === null ? DASH : numericDay(day)
}

function country(both: Both, code: string | null): string {
  return code === null ? DASH : countryInBoth(both, code)
}

type OwnLabel =
  | 'hostName'
  | 'hostNumber'
  | 'hostAddress'
  | 'hostPhone'
  | 'addressOfStay'
  | 'stayFrom'
  | 'stayTo'
  | 'listNumber'
  | 'id'
  | 'revision'
  | 'follows'

function own(both: Both, label: OwnLabel): string {
  return inBoth(both, ({ say }) => say(`paper.notice.${label}`))
}

type FieldLabel =
  | keyof SealedNotice['person']
  | 'documentType'
  | 'documentSeries'
  | 'documentNumber'
  | 'issuingState'
  | 'issueDate'
  | 'expiryDate'
  | 'guardianDocument'
  | 'purpose'
  | 'borderEntryDate'
  | 'borderCheckpoint'
  | 'visaNumber'
  | 'visaValidUntil'
  | 'visaEntries'

function field(both: Both, name: FieldLabel): string {
  return inBoth(both, ({ say }) => say(`fields.${name}`))
}

function fact(id: string, label: string, text: string): Facts['items'][number] {
  return { id, label, value: valueCell(text) }
}

function valueCell(text: string): Cell {
  return textCell(text === DASH ? null : text, DASH)
}

function facts(items: Facts['items']): Facts {
  return { kind: 'facts', title: null, items }
}

function heading(level: 1 | 2, text: string): Block {
  return { kind: 'heading', level, text }
}
