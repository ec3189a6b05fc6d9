import { read, utils, type WorkBook } from '@e965/xlsx'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { fileOf } from '#electron/reports/files/report-file.ts'
import { LANGUAGES } from '#shared/i18n/language.ts'
import { dayDocument } from '#shared/reports/day-document.ts'
import type { Cell, Facts, Figures, ReportDocument, Table } from '#shared/reports/document.ts'
import { closedSample, sampleDay } from '../../../shared/reports/sample-day.ts'
import { allBlocks, pagesOf, printed, rowText, squeezed } from './pdf-pages.ts'

/** Every figure of a document by its id, as the data behind it has it. */
function figuresIn({ blocks }: ReportDocument) {
  const flat = allBlocks(blocks)
  const figures = flat.filter((block): block is Figures => block.kind === 'figures').flatMap(({ items }) => items)
  const facts = flat.filter((block): block is Facts => block.kind === 'facts').flatMap(({ items }) => items)
  return { figures, facts, tables: flat.filter((block): block is Table => block.kind === 'table') }
}

/** What a workbook holds for a cell: the value where there is one, with its type, else the words. */
function inWorkbook(cell: Cell): unknown {
  if (cell.type === 'text') return cell.text === '' ? null : cell.text
  if (cell.value === null) return cell.text === '' ? null : cell.text
  switch (cell.type) {
    case 'number':
    case 'tenge':
      return cell.value
    case 'day':
      return new Date(`${cell.value}T00:00:00.000Z`)
    case 'local_time':
      return new Date(`${cell.value}:00.000Z`)
    case 'instant':
      throw new Error('A day says no bare instants')
  }
}

function inCsv(cell: Cell): string {
  if (cell.type === 'text' || cell.value === null) return cell.text
  return cell.type === 'local_time' ? cell.value.replace('T', ' ') : String(cell.value)
}

function rowsOf(book: WorkBook, name: string): unknown[][] {
  const sheet = book.Sheets[name]
  if (sheet === undefined) throw new Error(`No sheet ${name}`)
  const rows = utils.sheet_to_json<unknown[]>(sheet, { header: 1, raw: true, defval: null, UTC: true })
  // A workbook counts days in fractions; the reader comes back a thousandth of a second short.
  return rows.map((row) =>
    row.map((value) => (value instanceof Date ? new Date(Math.round(value.getTime() / 1000) * 1000) : value)),
  )
}

const SIZES = {
  ordinary: {},
  'hundreds of guests': { overdue: 33, dueToday: 140, dueTomorrow: 51, dueLater: 40, filed: 77 },
} as const

describe.each(LANGUAGES)('every figure of one day in %s is equal', (language) => {
  describe.each(Object.entries(SIZES))('with %s', (_, size) => {
    const report = sampleDay(size)
    const document = dayDocument(closedSample(report), language)
    const { figures, facts, tables } = figuresIn(document)

    it('in the document: each total of the report stands there once, under its name', () => {
      const shown = [
        ...figures.map(({ id, value }) => [id, value] as const),
        ...facts.map(({ id, value }) => [id, value.value] as const),
      ]
      for (const [id, value] of Object.entries(report.totals))
        expect([id, ...shown.filter(([name]) => name === id).map(([, figure]) => figure)]).toEqual([id, value])
    })

    it('on paper', async () => {
      const { bytes } = await fileOf(document, 'pdf')
      const whole = (await pagesOf(bytes)).map(({ text }) => text).join('')
      for (const { label, value } of figures) expect(whole).toContain(`${String(value)}${squeezed(label)}`)
      for (const { label, value } of facts) expect(whole).toContain(`${printed(label)}${printed(value.text)}`)
      for (const { rows, total } of tables)
        for (const cells of [...rows, ...(total === null ? [] : [total])]) expect(whole).toContain(rowText(cells))
    })

    it('in the workbook, each with its type', async () => {
      const { bytes } = await fileOf(document, 'xlsx')
      const book = read(bytes, { type: 'array', cellDates: true, UTC: true })
      const [first] = book.SheetNames
      const totals = new Map(rowsOf(book, first ?? '').map(([label, value]) => [label, value]))
      for (const { label, value } of figures) expect([label, totals.get(label)]).toEqual([label, value])
      const everyFact = new Map(book.SheetNames.flatMap((name) => rowsOf(book, name)).map(([label, value]) => [label, value]))
      for (const { label, value } of facts) expect([label, everyFact.get(label)]).toEqual([label, inWorkbook(value)])
      const names = new Map((book.Workbook?.Names ?? []).map(({ Name, Ref }) => [Name, Ref]))
      for (const { id, columns, rows, total } of tables) {
        const sheet = /^'(.*)'!/.exec(names.get(`qabyl.${id}`) ?? '')?.[1]
        const expected = [
          columns.map(({ label }) => label),
          ...[...rows, ...(total === null ? [] : [total])].map((cells) => cells.map(inWorkbook)),
        ]
        expect(rowsOf(book, sheet ?? id)).toEqual(expected)
      }
    })

    it('in CSV', async () => {
      const { bytes } = await fileOf(document, 'csv')
      const lines: string[][] = parse(Buffer.from(bytes), {
        bom: true,
        delimiter: language === 'en' ? ',' : ';',
        relax_column_count: true,
        skip_empty_lines: false,
      })
      const section = (id: string) => {
        const start = lines.findIndex(([name]) => name === `#${id}`)
        const end = lines.findIndex((line, place) => place > start && line.every((value) => value === ''))
        return lines.slice(start + 1, end === -1 ? undefined : end)
      }
      const totals = section('totals').map(([id, , value]) => [id, value])
      expect(totals).toEqual([
        ...figures.map(({ id, value }) => [id, String(value)]),
        ...factsBesideTotals(document).map(({ id, value }) => [id, inCsv(value)]),
      ])
      for (const { id, columns, rows, total } of tables)
        expect(section(id)).toEqual([
          columns.map(({ label }) => label),
          ...[...rows, ...(total === null ? [] : [total])].map((cells) => cells.map(inCsv)),
        ])
    })

    it('in JSON', async () => {
      const { bytes } = await fileOf(document, 'json')
      const data = JSON.parse(new TextDecoder().decode(bytes))
      expect(data.figures).toEqual(figures.map(({ id, label, value }) => ({ id, label, value })))
      const plain = ({ value, text }: Cell) => ({ value, text })
      expect(byId(data.facts)).toEqual(byId(facts.map(({ id, label, value }) => ({ id, label, ...plain(value) }))))
      const named = (columns: Table['columns'], cells: readonly Cell[]) =>
        Object.fromEntries(columns.map(({ id }, place) => [id, cells[place] === undefined ? null : plain(cells[place])]))
      expect(data.tables).toEqual(
        tables.map(({ id, title, columns, rows, total }) => ({
          id,
          title,
          columns: columns.map((column) => ({ id: column.id, label: column.label })),
          rows: rows.map((cells) => named(columns, cells)),
          total: total === null ? null : named(columns, total),
        })),
      )
    })
  })
})

function byId(items: readonly { readonly id: string }[]) {
  return new Map(items.map((item) => [item.id, item]))
}

function factsBesideTotals({ blocks }: ReportDocument) {
  return allBlocks(blocks)
    .filter((block): block is Facts => block.kind === 'facts')
    .flatMap(({ title, items }) => (title === null ? items : []))
}
