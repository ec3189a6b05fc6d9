import type { Blob } from 'node:buffer'
import type Stream from 'node:stream'
import { unzipSync, zipSync } from 'fflate'
import writeXlsxFile, { type Feature, type Sheet, type Cell as SheetCell } from 'write-excel-file/node'
import { assertNever } from '#shared/domain/assert-never.ts'
import { isLanguage } from '#shared/i18n/language.ts'
import { wordsIn } from '#shared/i18n/words.ts'
import { localDateTimeOf } from '#shared/regulation/local-time.ts'
import type { Cell, ReportDocument } from '#shared/reports/document.ts'
import { chartsOfTheirOwn, flatten } from './flat-blocks.ts'
import { sheetNames } from './sheet-names.ts'

/** One sheet before it has its name. `id` = the name of its cells in every language; `null` = none. */
interface Page {
  readonly id: string | null
  readonly title: string
  readonly rows: readonly (readonly SheetCell[])[]
  /** First row is a head: stays in sight, and each column can be filtered. */
  readonly hasHead: boolean
  /** Rows that the filter takes in, the head included; a total stays below. */
  readonly filtered: number
}

/** What the library takes for a picture's file. */
type Picture = Stream | Buffer | Blob

const NARROWEST = 8
const WIDEST = 46
const EARLIEST_ZIP_DATE = '1980-01-02T00:00:00.000Z'

/**
 * A document as a workbook: a sheet of totals, one for each table. Numbers are numbers, days are days, text is text whatever it begins with,
 * so that nothing typed by a guest can become a formula. The cells of each table carry a name that is the same in every language:
 * `qabyl.overdue`.
 */
export async function xlsxFile(document: ReportDocument): Promise<Uint8Array> {
  const pages = pagesOf(document)
  const names = sheetNames(pages.map(({ title }) => title))
  const sheets = pages.map(
    (page, place): Sheet<Picture> => ({
      data: page.rows.map((row) => [...row]),
      sheet: names[place] ?? page.title,
      columns: widthsOf(page).map((width) => ({ width })),
      ...(page.hasHead ? { stickyRowsCount: 1 } : {}),
    }),
  )
  const bytes = await writeXlsxFile(sheets, { features: [filtersAndNames(pages, names)] }).toBuffer()
  return withMoment(bytes, document.asOf ?? EARLIEST_ZIP_DATE)
}

function pagesOf(document: ReportDocument): readonly Page[] {
  const flat = flatten(document)
  const { say } = wordsIn(isLanguage(document.language) ? document.language : 'ru')
  const fact = (label: string, value: SheetCell): readonly SheetCell[] => [text(label), value]
  const head = [...(document.banner === null ? [] : [document.banner]), ...document.lines, ...document.corner, document.foot]
  return [
    {
      id: null,
      title: say('report.sheets.totals'),
      hasHead: false,
      filtered: 0,
      rows: [
        [strong(document.title)],
        ...head.map((line) => [text(line)]),
        [],
        ...flat.figures.map(({ label, value }) => fact(label, { value, type: Number })),
        ...flat.facts.map(({ label, value }) => fact(label, cellOf(value, document.zone))),
        [],
        ...flat.notes.map((note) => [text(note)]),
      ],
    },
    ...flat.tables.map(({ id, title, columns, rows, total }) => ({
      id,
      title,
      hasHead: true,
      filtered: rows.length + 1,
      rows: [
        columns.map(({ label }) => strong(label)),
        ...rows.map((cells) => cells.map((cell) => cellOf(cell, document.zone))),
        ...(total === null ? [] : [total.map((cell) => inBold(cellOf(cell, document.zone)))]),
      ],
    })),
    ...chartsOfTheirOwn(flat).map(({ id, title, parts, rows }) => ({
      id,
      title,
      hasHead: true,
      filtered: rows.length + 1,
      rows: [
        ['', ...parts].map(strong),
        ...rows.map(({ label, values }) => [text(label), ...values.map((value): SheetCell => ({ value, type: Number }))]),
      ],
    })),
    ...flat.titledFacts.map(({ title, items }) => ({
      id: null,
      title,
      hasHead: false,
      filtered: 0,
      rows: items.map(({ label, value }) => fact(label, cellOf(value, document.zone))),
    })),
  ]
}

/** The value with its type; where there is none, what is said instead, as text. */
function cellOf(cell: Cell, zone: string | undefined): SheetCell {
  switch (cell.type) {
    case 'text':
      return text(cell.text)
    case 'number':
      return cell.value === null ? text(cell.text) : { value: cell.value, type: Number, format: '#,##0' }
    case 'tenge':
      return cell.value === null ? text(cell.text) : { value: cell.value, type: Number, format: '#,##0 "₸"' }
    case 'day':
      return cell.value === null ? text(cell.text) : dateCell(`${cell.value}T00:00`, 'dd.mm.yyyy')
    case 'local_time':
      return cell.value === null ? text(cell.text) : dateCell(cell.value, 'dd.mm.yyyy hh:mm')
    case 'instant': {
      if (cell.value === null) return text(cell.text)
      // Without a zone nobody can say what the clock on the wall showed.
      return zone === undefined ? text(cell.value) : dateCell(localDateTimeOf(Date.parse(cell.value), zone), 'dd.mm.yyyy hh:mm')
    }
    default:
      return assertNever(cell)
  }
}

/** A workbook knows no zones: the library writes what the clock in UTC shows, so the time on the wall is given as if it were UTC. */
function dateCell(local: string, format: string): SheetCell {
  return { value: new Date(`${local}:00.000Z`), type: Date, format }
}

function text(value: string): SheetCell {
  return value === '' ? null : { value, type: String, alignVertical: 'top', wrap: value.length > WIDEST }
}

function strong(value: string): SheetCell {
  return value === '' ? null : { value, type: String, fontWeight: 'bold' }
}

function inBold(cell: SheetCell): SheetCell {
  return typeof cell === 'object' && cell !== null && 'value' in cell ? { ...cell, fontWeight: 'bold' } : cell
}

function widthsOf({ rows, hasHead }: Page): readonly number[] {
  const count = Math.max(1, ...rows.map((row) => row.length))
  return Array.from({ length: count }, (_, column) => {
    // Lines without a neighbour run on over the empty cells beside them.
    const beside = hasHead ? rows : rows.filter((row) => row.length > 1)
    const longest = Math.max(0, ...beside.map((row) => lengthOf(row[column])))
    return Math.min(Math.max(longest + 2, NARROWEST), WIDEST)
  })
}

function lengthOf(cell: SheetCell | undefined): number {
  if (typeof cell !== 'object' || cell === null || !('value' in cell)) return 0
  return cell.value instanceof Date ? 16 : String(cell.value ?? '').length
}

/** What the library has no word for: filters, and names of cells. */
function filtersAndNames(pages: readonly Page[], names: readonly string[]): Feature<Picture> {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (content, sheet) => {
            const page = pages[names.indexOf(sheet.sheet ?? '')]
            if (page === undefined || !page.hasHead) return content
            return content.replace('</sheetData>', `</sheetData><autoFilter ref="${areaOf(page, page.filtered)}"/>`)
          },
        },
        'xl/workbook.xml': {
          transform: (content) => {
            const defined = pages.flatMap((page, place) =>
              page.id === null
                ? []
                : [
                    `<definedName name="qabyl.${page.id}">${quoted(names[place] ?? '')}!${absolute(areaOf(page, page.rows.length))}</definedName>`,
                  ],
            )
            return content.replace('</sheets>', `</sheets><definedNames>${defined.join('')}</definedNames>`)
          },
        },
      },
    },
  }
}

function areaOf({ rows }: Page, height: number): string {
  const width = Math.max(1, ...rows.map((row) => row.length))
  return `A1:${String.fromCharCode(64 + width)}${height}`
}

function absolute(area: string): string {
  return area.replace(/([A-Z]+)(\d+)/g, '$$$1$$$2')
}

function quoted(name: string): string {
  return `'${name.replaceAll("'", "''").replaceAll('&', '&amp;').replaceAll('<', '&lt;')}'`
}

/** The library stamps its parts with the clock; the same document has to be the same bytes. */
function withMoment(bytes: Uint8Array, moment: string): Uint8Array {
  const mtime = moment < EARLIEST_ZIP_DATE ? EARLIEST_ZIP_DATE : moment
  return zipSync(unzipSync(bytes), { mtime, level: 6 })
}
