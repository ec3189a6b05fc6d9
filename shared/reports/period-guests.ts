import type { Period } from '../contract/summary-schemas.ts'
import type { Words } from '../i18n/words.ts'
import { namedCell, numberCell } from './cells.ts'
import { citizenshipInWords, headcountColumns, purposeInWords } from './day-guests.ts'
import type { BarChart, Block, Cell, Column, Table } from './document.ts'
import { titled } from './titled.ts'

type Nights = Omit<Period['byPurpose'][number], 'purpose'>

const MOST_BARS = 12

/** Arrivals, nights and departures by citizenship and by purpose: what statistics ask for. */
export function nightBlocks({ byCitizenship, byPurpose }: Period, words: Words): readonly Block[] {
  const { say } = words
  if (byCitizenship.length === 0) return [{ kind: 'paragraph', look: 'plain', text: say('report.period.daysNone') }]
  return [
    ...titled(citizenshipNights(byCitizenship, words)),
    nightBars(byCitizenship, words),
    ...titled(purposeNights(byPurpose, words)),
  ]
}

function citizenshipNights(byCitizenship: Period['byCitizenship'], words: Words): Table {
  const { say } = words
  return {
    kind: 'table',
    id: 'byCitizenship',
    title: say('report.citizenshipTitle'),
    empty: say('report.period.daysNone'),
    columns: [
      { id: 'code', label: say('report.columns.code'), align: 'start', weight: 1 },
      { id: 'country', label: say('report.columns.country'), align: 'start', weight: 4 },
      ...nightColumns(words),
    ],
    rows: byCitizenship.map((row) => [
      namedCell(row.citizenship, row.citizenship ?? ''),
      namedCell(row.citizenship, citizenshipInWords(row.citizenship, words)),
      ...nightCells(row),
    ]),
    total: [namedCell(null, ''), namedCell(null, say('report.columns.total')), ...nightCells(sumOf(byCitizenship))],
  }
}

function purposeNights(byPurpose: Period['byPurpose'], words: Words): Table {
  const { say } = words
  return {
    kind: 'table',
    id: 'byPurpose',
    title: say('report.purposeTitle'),
    empty: say('report.period.daysNone'),
    columns: [{ id: 'purpose', label: say('report.columns.purpose'), align: 'start', weight: 5 }, ...nightColumns(words)],
    rows: byPurpose.map((row) => [namedCell(row.purpose, purposeInWords(row.purpose, words)), ...nightCells(row)]),
    total: [namedCell(null, say('report.columns.total')), ...nightCells(sumOf(byPurpose))],
  }
}

/** The most nights first, the rest in one bar. */
function nightBars(byCitizenship: Period['byCitizenship'], words: Words): BarChart {
  const { say } = words
  const sorted = byCitizenship.filter(({ guestNights }) => guestNights > 0).toSorted((a, b) => b.guestNights - a.guestNights)
  const shown = sorted.length <= MOST_BARS ? sorted : sorted.slice(0, MOST_BARS - 1)
  const rest = sumOf(sorted.slice(shown.length)).guestNights
  return {
    kind: 'bars',
    id: 'nightBars',
    title: say('report.period.nightBars'),
    parts: [say('report.period.nightPart')],
    rows: [
      ...shown.map((row) => ({ label: citizenshipInWords(row.citizenship, words), values: [row.guestNights] })),
      ...(shown.length < sorted.length ? [{ label: say('report.otherCountries'), values: [rest] }] : []),
    ],
  }
}

function nightColumns(words: Words): readonly Column[] {
  const [arrivals, inHouse, departures] = headcountColumns(words)
  const nights: Column = { id: 'guestNights', label: words.say('report.period.columns.guestNights'), align: 'end', weight: 1.1 }
  return [arrivals, nights, inHouse, departures].flatMap((column) => column ?? [])
}

function nightCells({ arrivals, guestNights, inHouse, departures }: Nights): readonly Cell[] {
  return [numberCell(arrivals), numberCell(guestNights), numberCell(inHouse), numberCell(departures)]
}

function sumOf(rows: readonly Nights[]): Nights {
  const add = (key: keyof Nights) => rows.reduce((sum, row) => sum + row[key], 0)
  return { arrivals: add('arrivals'), guestNights: add('guestNights'), inHouse: add('inHouse'), departures: add('departures') }
}
