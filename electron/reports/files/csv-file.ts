import { stringify } from 'csv-stringify/sync'
import { assertNever } from '#shared/domain/assert-never.ts'
import type { Cell, ReportDocument, Table } from '#shared/reports/document.ts'
import { chartsOfTheirOwn, flatten } from './flat-blocks.ts'

/** What spreadsheets here and abroad take a CSV apart by. */
export type CsvDelimiter = ';' | ','

type Row = readonly (string | number)[]

/**
 * A document as CSV in UTF-8 with its mark. Sections stand one under the other after an empty line: a row with the section's id (`#overdue`, the
 * same in every language) and its title, a row of labels, the rows. Numbers and sums are bare figures, days `2026-05-04`, local times
 * `2026-05-04 14:21`. Text that a spreadsheet would run as a formula gets an apostrophe in front: `'=1+1`.
 */
export function csvFile(document: ReportDocument, delimiter: CsvDelimiter = delimiterOf(document.language)): Uint8Array {
  const rows = sectionsOf(document).flatMap((section, place): readonly Row[] => (place === 0 ? section : [[], ...section]))
  const text = stringify(
    rows.map((row) => row.map((value) => (typeof value === 'string' ? harmless(value) : value))),
    { bom: true, delimiter, record_delimiter: 'windows' },
  )
  return new TextEncoder().encode(text)
}

/** A Russian or Kazakh Windows has the comma in its numbers and parts lists by semicolons. */
function delimiterOf(language: string): CsvDelimiter {
  return language === 'en' ? ',' : ';'
}

/** A cell that starts so is a formula to a spreadsheet, whatever its author meant (OWASP, "CSV injection"). */
function harmless(text: string): string {
  return /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/u.test(text) ? `'${text}` : text
}

function sectionsOf(document: ReportDocument): readonly (readonly Row[])[] {
  const flat = flatten(document)
  const { title, corner, lines, banner, foot } = document
  return [
    [['#report', title], ...[...(banner === null ? [] : [banner]), ...lines, ...corner, foot].map((line) => ['', line])],
    [
      ['#totals'],
      ...flat.figures.map(({ id, label, value }) => [id, label, value]),
      ...flat.facts.map(({ id, label, value }) => [id, label, bareValue(value)]),
    ],
    ...flat.tables.map(tableSection),
    ...chartsOfTheirOwn(flat).map((chart): readonly Row[] => [
      [`#${chart.id}`, chart.title],
      ['', ...chart.parts],
      ...chart.rows.map(({ label, values }) => [label, ...values]),
    ]),
    ...flat.titledFacts.map(({ title: name, items }): readonly Row[] => [
      ['#facts', name],
      ...items.map(({ id, label, value }) => [id, label, bareValue(value)]),
    ]),
    ...(flat.notes.length === 0 ? [] : [[['#notes'], ...flat.notes.map((note): Row => ['', note])]]),
  ]
}

function tableSection({ id, title, columns, rows, total }: Table): readonly Row[] {
  return [
    [`#${id}`, title],
    columns.map(({ label }) => label),
    ...rows.map((cells) => cells.map(bareValue)),
    ...(total === null ? [] : [total.map(bareValue)]),
  ]
}

/** The bare value; where there is none, what is said instead. */
function bareValue(cell: Cell): string | number {
  switch (cell.type) {
    case 'text':
      return cell.text
    case 'number':
    case 'tenge':
      return cell.value ?? cell.text
    case 'day':
    case 'instant':
      return cell.value ?? cell.text
    case 'local_time':
      return cell.value?.replace('T', ' ') ?? cell.text
    default:
      return assertNever(cell)
  }
}
