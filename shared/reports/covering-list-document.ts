import type { CalendarDate } from '../domain/calendar-date.ts'
import type { Environment } from '../domain/channel.ts'
import type { IsoInstant } from '../domain/clock.ts'
import { countryName } from '../i18n/country-names.ts'
import { longDay, numericDay } from '../i18n/dates.ts'
import type { Language } from '../i18n/language.ts'
import { type Words, wordsIn } from '../i18n/words.ts'
import { namedCell, numberCell, textCell } from './cells.ts'
import type { Block, Cell, Column, ReportDocument, Table } from './document.ts'
import { documentOf, nameOf, noticeBlocks, type PrintedNotice } from './notice-document.ts'

/** A covering list with its notices: everything that is printed, and nothing that changes after it was made. */
export interface PrintedList {
  /** `2026-014`. */
  readonly number: string
  readonly madeOn: CalendarDate
  readonly madeAt: IsoInstant
  readonly madeBy: string
  readonly language: Language
  readonly heading: {
    readonly name: string
    readonly bin: string
    readonly address: string
    readonly city: string | null
    readonly phone: string | null
    readonly department: string
    readonly environment: Environment
  }
  readonly notices: readonly PrintedNotice[]
}

/** What a person carries to the counter: the list in two copies, one to come back with the stamp, and a page for each notice. */
export function coveringListDocument(list: PrintedList): ReportDocument {
  const words = wordsIn(list.language)
  const { say } = words
  const { heading, number } = list
  return {
    language: list.language,
    title: say('paper.document.title', { number }),
    lines: [heading.name, `${say('paper.document.bin')} ${heading.bin}`],
    corner: [`№ ${number}`, longDay(list.madeOn, list.language)],
    banner: heading.environment === 'production' ? null : say(`paper.document.${heading.environment}`),
    asOf: list.madeAt,
    blocks: [
      ...copyOf(list, words, 'copyForService'),
      { kind: 'page_break' },
      ...copyOf(list, words, 'copyToReturn'),
      ...list.notices.flatMap((notice): Block[] => [{ kind: 'page_break' }, ...noticeBlocks(notice)]),
    ],
    foot: say('paper.document.foot', { number }),
    pageOf: say('paper.document.pageOf'),
  }
}

function copyOf(list: PrintedList, words: Words, copy: 'copyForService' | 'copyToReturn'): readonly Block[] {
  const { say, language } = words
  const { heading, madeOn, madeBy, notices } = list
  const from = [heading.name, heading.address, heading.city].filter((part) => part !== null && !isWithin(part, heading))
  const facts = [
    ['to', heading.department],
    ['from', from.join(', ')],
    ['bin', heading.bin],
    ['phone', heading.phone],
    ['date', longDay(madeOn, language)],
    ['madeBy', madeBy],
  ] as const
  return [
    { kind: 'heading', level: 1, text: say(`paper.document.${copy}`) },
    {
      kind: 'facts',
      title: null,
      items: facts.flatMap(([id, value]) =>
        value === null ? [] : [{ id: `${copy}.${id}`, label: say(`paper.document.${id}`), value: textCell(value) }],
      ),
    },
    { kind: 'paragraph', look: 'plain', text: say('paper.document.lead', { count: notices.length }) },
    tableOf(list, words, copy),
    { kind: 'paragraph', look: 'note', text: say('paper.document.stamp') },
    {
      kind: 'signatures',
      items: [
        { label: say('paper.document.handedIn'), name: madeBy },
        { label: say('paper.document.tookIn'), name: null },
      ],
    },
  ]
}

/** A city that the address names already is not said twice. */
function isWithin(part: string, { address, city }: PrintedList['heading']): boolean {
  return part === city && address !== city && address.includes(part)
}

const COLUMNS = [
  ['position', 'end', 1],
  ['name', 'start', 6],
  ['birthDate', 'start', 3],
  ['citizenship', 'start', 3.6],
  ['document', 'start', 4],
  ['stay', 'start', 6],
  ['kind', 'start', 3.6],
] as const satisfies readonly (readonly [string, Column['align'], number])[]

function tableOf({ number, notices }: PrintedList, words: Words, copy: string): Table {
  const { say } = words
  return {
    kind: 'table',
    id: copy === 'copyToReturn' ? 'covering_list_returned' : 'covering_list',
    title: say('paper.document.title', { number }),
    empty: say('paper.document.empty'),
    columns: COLUMNS.map(([id, align, weight]) => ({ id, label: say(`paper.document.columns.${id}`), align, weight })),
    rows: notices.map((notice) => rowOf(notice, words)),
    total: null,
  }
}

function rowOf({ position, payload }: PrintedNotice, { say, language }: Words): readonly Cell[] {
  if (payload === null) {
    const erased = textCell(null, say('paper.document.erased'))
    return [numberCell(position), erased, ...COLUMNS.slice(2).map(() => textCell(null))]
  }
  const { person, stay, kind } = payload
  return [
    numberCell(position),
    textCell(nameOf(payload)),
    namedCell(person.birthDate, numericDay(person.birthDate)),
    namedCell(person.citizenship, countryName(person.citizenship, language)),
    textCell(documentOf(payload)),
    textCell(`${numericDay(stay.arrivalAt.slice(0, 10))} – ${numericDay(stay.departureDate)}`),
    namedCell(kind, say(`paper.document.kinds.${kind}`)),
  ]
}
