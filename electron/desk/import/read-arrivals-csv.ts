import { CsvError, parse } from 'csv-parse/sync'
import type { InputIssue } from '#shared/contract/errors.ts'
import { failed, ok, type Result } from '#shared/domain/result.ts'
import {
  ARRIVAL_COLUMNS,
  type ArrivalCells,
  type ArrivalColumn,
  type ArrivalRow,
  type ArrivalsFile,
  type ArrivalsFileOptions,
  inputIssue,
  NAMING_COLUMNS,
} from './arrivals-file.ts'
import { readArrivalRow } from './read-arrival-row.ts'

/** A year of a large hotel is a few megabytes. */
const MAX_FILE_BYTES = 10 * 1024 * 1024
const MAX_ROWS = 20_000
const MAX_COLUMNS = 100
/** Characters of one row; an MRZ and all else a row holds are well under a thousand. */
const MAX_ROW_LENGTH = 20_000

/**
 * Reads a CSV file of arrivals: UTF-8 with or without a byte order mark, `,` or `;` between fields, a header row. Writes nothing.
 * The file is refused as a whole when it cannot be read for certain (encoding, quotes, size, a column missing); otherwise each
 * row stands for itself. Issues name the column and never repeat a guest's data.
 */
export function readArrivalsCsv(bytes: Uint8Array, options: ArrivalsFileOptions): Result<ArrivalsFile, readonly InputIssue[]> {
  const text = decode(bytes)
  if (!text.ok) return text
  const records = parseRecords(text.value)
  if (!records.ok) return records

  const [header = [], ...rows] = records.value
  const columns = header.map((name) => name.trim().toLowerCase())
  const problems = headerProblems(columns)
  if (problems.length > 0) return failed(problems)
  if (rows.length > MAX_ROWS) {
    return refused(
      'too_many_rows',
      `The file has more than ${MAX_ROWS} rows: split it and import the parts one after the other.`,
    )
  }
  return ok({
    rows: rows.map((cells, index) => readRow(index + 1, columns, cells, options)),
    notes: columns.filter((name) => name !== '' && !isArrivalColumn(name)).map(unknownColumn),
  })
}

function readRow(row: number, columns: readonly string[], cells: readonly string[], options: ArrivalsFileOptions): ArrivalRow {
  const named: Partial<Record<ArrivalColumn, string>> = {}
  for (const [index, name] of columns.entries()) if (isArrivalColumn(name)) named[name] = cells[index] ?? ''
  if (cells.length <= columns.length) return readArrivalRow(row, named satisfies ArrivalCells, options)
  const message = `The row has ${cells.length} fields and the header ${columns.length}, so fields may have slipped: put text with a comma in quotes.`
  return { outcome: 'refused', row, reservation: null, issues: [inputIssue('', 'too_many_fields', message)] }
}

function decode(bytes: Uint8Array): Result<string, readonly InputIssue[]> {
  if (bytes.length > MAX_FILE_BYTES) {
    return refused(
      'file_too_large',
      `The file is larger than ${MAX_FILE_BYTES / 1024 / 1024} MB: split it and import the parts.`,
    )
  }
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  if (isUtf16 || bytes.includes(0)) {
    return refused('not_text', 'This is not a CSV text file in UTF-8. Save it again as “CSV UTF-8” and import that.')
  }
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    const line = lineOfBadByte(bytes)
    return refused(
      'not_utf8',
      `Line ${line} holds letters that are not UTF-8, so names would come out wrong. Save the file again as “CSV UTF-8” and import that.`,
    )
  }
}

/** First line, from 1, that does not decode by itself; a line break is never part of a longer UTF-8 sequence. */
function lineOfBadByte(bytes: Uint8Array): number {
  let line = 1
  for (let start = 0; start < bytes.length; line += 1) {
    const newline = bytes.indexOf(0x0a, start)
    const end = newline === -1 ? bytes.length : newline
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(start, end))
    } catch {
      return line
    }
    start = end + 1
  }
  return line
}

function parseRecords(text: string): Result<readonly (readonly string[])[], readonly InputIssue[]> {
  try {
    const records = parse(text, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      max_record_size: MAX_ROW_LENGTH,
      // One more than allowed, so that too many are noticed without reading them all.
      to: MAX_ROWS + 2,
    })
    return ok(records)
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return refused(...csvProblem(error))
  }
}

function csvProblem(error: CsvError): readonly [code: string, message: string] {
  const line: unknown = error['lines']
  const where = typeof line === 'number' ? `Near line ${line}` : 'Somewhere in the file'
  if (error.code === 'CSV_MAX_RECORD_SIZE') {
    return ['row_too_long', `${where} a row is longer than ${MAX_ROW_LENGTH} characters: a closing quote may be missing.`]
  }
  return ['bad_quotes', `${where} the quotes do not pair up, so the rows after it cannot be told apart: correct that line.`]
}

/** The separator that occurs more often in the header line. */
function delimiterOf(text: string): ',' | ';' {
  const header = text.slice(0, MAX_ROW_LENGTH).split(/[\r\n]/, 1)[0] ?? ''
  return header.split(';').length > header.split(',').length ? ';' : ','
}

function headerProblems(columns: readonly string[]): readonly InputIssue[] {
  if (columns.length > MAX_COLUMNS) {
    return [inputIssue('', 'too_many_columns', `The header has ${columns.length} columns; at most ${MAX_COLUMNS} are read.`)]
  }
  const [first = ''] = columns
  if (columns.length === 1 && /[\t|]/.test(first) && ARRIVAL_COLUMNS.some((name) => first.split(/[\t|]/).includes(name))) {
    const message = 'The fields are parted by tabs or “|”. Save the file again with “,” or “;” between them (“CSV UTF-8”).'
    return [inputIssue('', 'wrong_delimiter', message)]
  }
  if (columns.length === 0) return [inputIssue('', 'empty_file', 'The file is empty: choose the one with the arrivals.')]
  const problems = columns
    .filter((name, index) => isArrivalColumn(name) && columns.indexOf(name) < index)
    .map((name) => inputIssue(name, 'column_twice', `The column “${name}” is there twice: keep one.`))
  if (!columns.includes('arrival')) {
    const message =
      'The first row must name the columns, and the column “arrival” is missing: add it with day and time of arrival.'
    problems.push(inputIssue('arrival', 'column_missing', message))
  }
  if (!NAMING_COLUMNS.some((name) => columns.includes(name))) {
    const message = `No column names the guest: add at least one of ${NAMING_COLUMNS.join(', ')}.`
    problems.push(inputIssue('surname', 'column_missing', message))
  }
  return problems
}

function unknownColumn(name: string): InputIssue {
  const shown = name.slice(0, 40)
  return inputIssue(shown, 'column_unknown', `The column “${shown}” is not known here and was not read.`)
}

function isArrivalColumn(name: string): name is ArrivalColumn {
  return (ARRIVAL_COLUMNS as readonly string[]).includes(name)
}

function refused(code: string, message: string): Result<never, readonly InputIssue[]> {
  return failed([inputIssue('', code, message)])
}
