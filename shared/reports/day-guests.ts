import type { DayReport } from '../contract/report-schemas.ts'
import { PURPOSES, type Purpose } from '../domain/guest.ts'
import { countryName } from '../i18n/country-names.ts'
import type { Words } from '../i18n/words.ts'
import { namedCell, numberCell } from './cells.ts'
import type { BarChart, Block, Cell, Column, Table } from './document.ts'
import { titled } from './titled.ts'

/** Guests counted by a trait. */
interface Headcount {
  readonly arrivals: number
  readonly inHouse: number
  readonly departures: number
}

/** A chart with more bars than this is read by nobody; the table beside it has them all. */
const MOST_BARS = 12
/** A table longer than this takes the whole width, so that it can go on over the page. */
const MOST_ROWS_BESIDE = 14

/** Who came, stayed and left, by citizenship and by purpose: tables and their chart. Nothing where nobody was. */
export function guestBlocks(report: Pick<DayReport, 'byCitizenship' | 'byPurpose'>, words: Words): readonly Block[] {
  if (report.byCitizenship.length === 0) return []
  const table = citizenshipTable(report, words)
  const chart = citizenshipBars(report, words)
  const isShort = table.rows.length <= MOST_ROWS_BESIDE
  const purposes = purposeTable(report, words)
  return [
    ...(isShort ? [{ kind: 'side_by_side', left: titled(table), right: [chart] } as const] : [...titled(table), chart]),
    ...(purposes.rows.length > 0 ? titled(purposes) : []),
  ]
}

export function citizenshipTable({ byCitizenship }: Pick<DayReport, 'byCitizenship'>, words: Words): Table {
  const { say } = words
  return {
    kind: 'table',
    id: 'byCitizenship',
    title: say('report.citizenshipTitle'),
    empty: say('report.guestsNone'),
    columns: [
      { id: 'code', label: say('report.columns.code'), align: 'start', weight: 1 },
      { id: 'country', label: say('report.columns.country'), align: 'start', weight: 3 },
      ...headcountColumns(words),
    ],
    rows: byCitizenship.map((row) => [
      namedCell(row.citizenship, row.citizenship ?? ''),
      namedCell(row.citizenship, citizenshipInWords(row.citizenship, words)),
      ...headcountCells(row),
    ]),
    total: [namedCell(null, ''), namedCell(null, say('report.columns.total')), ...headcountCells(sumOf(byCitizenship))],
  }
}

export function purposeTable({ byPurpose }: Pick<DayReport, 'byPurpose'>, words: Words): Table {
  const { say } = words
  return {
    kind: 'table',
    id: 'byPurpose',
    title: say('report.purposeTitle'),
    empty: say('report.guestsNone'),
    columns: [{ id: 'purpose', label: say('report.columns.purpose'), align: 'start', weight: 4 }, ...headcountColumns(words)],
    rows: byPurpose.map((row) => [namedCell(row.purpose, purposeInWords(row.purpose, words)), ...headcountCells(row)]),
    total: [namedCell(null, say('report.columns.total')), ...headcountCells(sumOf(byPurpose))],
  }
}

/** The largest first; the rest in one bar, so that the bars add up to the table. */
function citizenshipBars({ byCitizenship }: Pick<DayReport, 'byCitizenship'>, words: Words): BarChart {
  const { say } = words
  const present = ({ inHouse, departures }: Headcount) => inHouse + departures
  const sorted = byCitizenship.filter((row) => present(row) > 0).toSorted((a, b) => present(b) - present(a))
  const shown = sorted.length <= MOST_BARS ? sorted : sorted.slice(0, MOST_BARS - 1)
  const rest = sumOf(sorted.slice(shown.length))
  const barOf = (label: string, row: Headcount) => ({ label, values: [row.inHouse, row.departures] })
  return {
    kind: 'bars',
    id: 'citizenshipBars',
    title: say('report.guestBars'),
    parts: [say('report.guestBarParts.inHouse'), say('report.guestBarParts.departures')],
    rows: [
      ...shown.map((row) => barOf(citizenshipInWords(row.citizenship, words), row)),
      ...(shown.length < sorted.length ? [barOf(say('report.otherCountries'), rest)] : []),
    ],
  }
}

export function headcountColumns({ say }: Words): readonly Column[] {
  return (['arrivals', 'inHouse', 'departures'] as const).map((id) => ({
    id,
    label: say(`report.columns.${id}`),
    align: 'end',
    weight: 1.1,
  }))
}

export function headcountCells({ arrivals, inHouse, departures }: Headcount): readonly Cell[] {
  return [numberCell(arrivals), numberCell(inHouse), numberCell(departures)]
}

export function citizenshipInWords(code: string | null, { say, language }: Words): string {
  return code === null ? say('report.notKnown') : countryName(code, language)
}

export function purposeInWords(purpose: string | null, { say }: Words): string {
  if (purpose === null) return say('report.notKnown')
  return isPurpose(purpose) ? say(`purposes.${purpose}`) : purpose
}

/** A purpose of an older program, or of a service's own list, is shown as it was written. */
function isPurpose(purpose: string): purpose is Purpose {
  return (PURPOSES as readonly string[]).includes(purpose)
}

function sumOf(rows: readonly Headcount[]): Headcount {
  return rows.reduce<Headcount>(
    (sum, row) => ({
      arrivals: sum.arrivals + row.arrivals,
      inHouse: sum.inHouse + row.inHouse,
      departures: sum.departures + row.departures,
    }),
    { arrivals: 0, inHouse: 0, departures: 0 },
  )
}
