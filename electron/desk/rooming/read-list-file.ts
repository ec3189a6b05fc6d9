import { read, utils, type WorkBook, type WorkSheet } from '@e965/xlsx'
import type { InputIssue } from '#shared/contract/errors.ts'
import type { FileContent } from '#shared/contract/file.ts'
import { failed, ok, type Result } from '#shared/domain/result.ts'
import { type ListCells, MOST_LIST_COLUMNS, MOST_LIST_ROWS } from '#shared/rooming/list-column.ts'
import { asTable, type ListRefusal, splitTable } from '#shared/rooming/split-table.ts'
import { deskError } from '../desk-error.ts'
import { decodeText } from './decode-text.ts'

/** A list of a hundred guests is a few dozen kilobytes, with pictures a few megabytes. */
const MAX_FILE_BYTES = 5 * 1024 * 1024
/** A row more than a list may hold, so that too many are noticed without reading them all. */
const ROWS_LOOKED_AT = MOST_LIST_ROWS + 200

type FileRefusal = ListRefusal | 'not_a_table' | 'file_too_large'

export interface ListFile {
  readonly cells: string[][]
  readonly otherSheets: string[]
}

/** The cells of a list in a file. Throws `BAD_INPUT`; see the contract. */
export async function readListFile(content: FileContent): Promise<ListFile> {
  if (content.size > MAX_FILE_BYTES) throw refused('file_too_large')
  const bytes = new Uint8Array(await content.arrayBuffer())
  const list = isWorkbook(bytes) ? readWorkbook(bytes) : readText(bytes)
  if (!list.ok) throw refused(list.error)
  return list.value
}

function readText(bytes: Uint8Array): Result<ListFile, FileRefusal> {
  const text = decodeText(bytes)
  if (text === undefined) return failed('not_a_table')
  const table = splitTable(text)
  return table.ok ? ok({ cells: copied(table.value), otherSheets: [] }) : table
}

/** A zip (XLSX, ODS) or an OLE file (XLS). */
function isWorkbook(bytes: Uint8Array): boolean {
  const signature = Buffer.from(bytes.subarray(0, 4)).toString('hex')
  return signature === '504b0304' || signature === 'd0cf11e0'
}

/** The first sheet that holds something; hidden ones count as others. */
function readWorkbook(bytes: Uint8Array): Result<ListFile, FileRefusal> {
  const book = opened(bytes)
  if (book === undefined) return failed('not_a_table')
  const filled = book.SheetNames.map((name, index) => ({
    name,
    rows: rowsOf(book.Sheets[name]),
    isHidden: isHidden(book, index),
  })).filter(({ rows }) => rows.some((row) => row.some((cell) => cell.trim() !== '')))
  const sheet = filled.find(({ isHidden: hidden }) => !hidden) ?? filled[0]
  if (sheet === undefined) return failed('empty')
  const table = asTable(sheet.rows)
  const otherSheets = filled.filter((other) => other !== sheet).map(({ name }) => name)
  return table.ok ? ok({ cells: copied(table.value), otherSheets }) : table
}

function opened(bytes: Uint8Array): WorkBook | undefined {
  try {
    return read(bytes, {
      type: 'array',
      cellDates: true,
      sheetRows: ROWS_LOOKED_AT,
      cellFormula: false,
      cellHTML: false,
      bookVBA: false,
    })
  } catch {
    return undefined
  }
}

function isHidden(book: WorkBook, index: number): boolean {
  return (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0
}

/** Days come out as `YYYY-MM-DD` however the sheet shows them, everything else as shown. */
function rowsOf(sheet: WorkSheet | undefined): string[][] {
  if (sheet?.['!ref'] === undefined) return []
  const range = utils.decode_range(sheet['!ref'])
  const lastRow = Math.min(range.e.r, range.s.r + ROWS_LOOKED_AT)
  const lastColumn = Math.min(range.e.c, range.s.c + MOST_LIST_COLUMNS * 4)
  const rows: string[][] = []
  for (let row = range.s.r; row <= lastRow; row += 1) {
    const cells: string[] = []
    for (let column = range.s.c; column <= lastColumn; column += 1)
      cells.push(cellText(sheet[utils.encode_cell({ r: row, c: column })]))
    rows.push(cells)
  }
  return rows
}

function cellText(cell: unknown): string {
  if (typeof cell !== 'object' || cell === null) return ''
  const { v, w } = cell as { readonly v?: unknown; readonly w?: unknown }
  if (v instanceof Date) return Number.isNaN(v.getTime()) ? '' : dayText(v)
  if (typeof v === 'number' && Number.isInteger(v)) return String(v)
  if (typeof v === 'string') return v
  return typeof w === 'string' ? w : typeof v === 'number' || typeof v === 'boolean' ? String(v) : ''
}

/** The library gives a day of a sheet as its midnight in UTC, some seconds aside: the nearest midnight or minute is meant. */
function dayText(value: Date): string {
  const iso = new Date(Math.round(value.getTime() / 60_000) * 60_000).toISOString()
  return iso.slice(11, 16) === '00:00' ? iso.slice(0, 10) : `${iso.slice(0, 10)} ${iso.slice(11, 16)}`
}

function copied(cells: ListCells): string[][] {
  return cells.map((row) => [...row])
}

function refused(code: FileRefusal) {
  const issue: InputIssue = { path: 'content', code, message: MESSAGES[code] }
  return deskError('BAD_INPUT', { issues: [issue] })
}

const MESSAGES: Readonly<Record<FileRefusal, string>> = {
  empty: 'The file holds no list: its first sheet is empty.',
  too_many_rows: `The list has more than ${MOST_LIST_ROWS} rows: split it and take the parts one after the other.`,
  too_many_columns: `The list has more than ${MOST_LIST_COLUMNS} columns: keep those of the guests.`,
  cell_too_long: 'A cell holds more text than any guest has: a quote may be missing.',
  not_a_table: 'The file is neither a text table (CSV) nor a workbook (XLSX): save it as one of these.',
  file_too_large: 'The file is larger than 5 MB: save the list alone.',
}
