import { failed, ok, type Result } from '../domain/result.ts'
import { type ListCells, MOST_CELL_LENGTH, MOST_LIST_COLUMNS, MOST_LIST_ROWS } from './list-column.ts'

/** Why a text or file cannot be taken as a list at all; keys of the catalogue (`rooming.refused.<code>`). */
export const LIST_REFUSALS = ['empty', 'too_many_rows', 'too_many_columns', 'cell_too_long'] as const
export type ListRefusal = (typeof LIST_REFUSALS)[number]

/** Tab first: only a table is parted by it. A comma comes last, because names and dates hold commas. */
const SEPARATORS = ['\t', ';', '|', ','] as const
/** Of a hundred rows so many must come apart before a sign is taken for the separator. */
const ENOUGH = 0.6

/**
 * A table from text: cells parted by tabs, `;`, `|`, `,` or – in mail – by two spaces or more; a cell in quotes may hold the separator, line
 * breaks and doubled quotes, as Excel copies it. Empty rows and columns fall away, all rows come out equally long.
 */
export function splitTable(text: string): Result<ListCells, ListRefusal> {
  const clean = text
    .replace(/^\ufeff/, '')
    .replaceAll('\r\n', '\n')
    .replaceAll('\r', '\n')
  const lines = clean.split('\n').filter((line) => line.trim() !== '')
  const separator = SEPARATORS.find((sign) => separates(lines, (line) => line.split(sign).length > 1))
  if (separator !== undefined) return asTable(splitQuoted(clean, separator))
  const bySpaces = separates(lines, (line) => /\S {2,}\S/.test(line))
  return asTable(lines.map((line) => (bySpaces ? line.trim().split(/ {2,}/) : [line])))
}

/** Cells from anywhere as a table: trimmed, without empty rows and columns, equally long. Refused when it is too much to be a list. */
export function asTable(rows: ListCells): Result<ListCells, ListRefusal> {
  const trimmed = rows.map((row) => row.map(trimCell)).filter((row) => row.some((cell) => cell !== ''))
  if (trimmed.length === 0) return failed('empty')
  // The head and titles above it come on top of the guests.
  if (trimmed.length > MOST_LIST_ROWS + 10) return failed('too_many_rows')
  const width = Math.max(...trimmed.map((row) => row.length))
  const used = Array.from({ length: width }, (_, column) => column).filter((column) =>
    trimmed.some((row) => (row[column] ?? '') !== ''),
  )
  if (used.length > MOST_LIST_COLUMNS) return failed('too_many_columns')
  const cells = trimmed.map((row) => used.map((column) => row[column] ?? ''))
  return cells.some((row) => row.some((cell) => cell.length > MOST_CELL_LENGTH)) ? failed('cell_too_long') : ok(cells)
}

function separates(lines: readonly string[], isParted: (line: string) => boolean): boolean {
  return lines.length > 0 && lines.filter(isParted).length >= lines.length * ENOUGH
}

/** A quote opens a cell only at its beginning, and only if it is closed: inches and nicknames stay what they are. */
function splitQuoted(text: string, separator: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  while (at <= text.length) {
    const quoted = text[at] === '"' ? quotedCell(text, at, separator) : undefined
    const end = quoted?.end ?? endOfCell(text, at, separator)
    row.push(quoted?.cell ?? text.slice(at, end))
    if (text[end] !== separator) {
      rows.push(row)
      row = []
    }
    at = end + 1
  }
  return rows
}

function endOfCell(text: string, from: number, separator: string): number {
  let end = from
  while (end < text.length && text[end] !== separator && text[end] !== '\n') end += 1
  return end
}

function quotedCell(
  text: string,
  from: number,
  separator: string,
): { readonly cell: string; readonly end: number } | undefined {
  // A cell longer than this is an open quote running away.
  const limit = Math.min(text.length, from + 4 * MOST_CELL_LENGTH)
  for (let at = from + 1; at < limit; at += 1) {
    if (text[at] !== '"') continue
    if (text[at + 1] === '"') at += 1
    else {
      const isEnd = at + 1 === text.length || text[at + 1] === separator || text[at + 1] === '\n'
      return isEnd ? { cell: text.slice(from + 1, at).replaceAll('""', '"'), end: at + 1 } : undefined
    }
  }
  return undefined
}

/** Lines within a cell stay lines: a machine-readable zone has them. */
function trimCell(cell: string): string {
  return cell
    .split(/\r\n|\r|\n/)
    .map((line) => line.replaceAll(/[\s\u00a0\u200b\ufeff]+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n')
}
