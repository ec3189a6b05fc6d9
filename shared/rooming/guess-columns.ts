import { readMrz } from '../documents/read-mrz.ts'
import { sexOfWord } from '../documents/sex-word.ts'
import { addDays, type CalendarDate } from '../domain/calendar-date.ts'
import { countryOf } from './country-of.ts'
import { columnOfHead } from './head-words.ts'
import type { ListCells, ListColumn } from './list-column.ts'
import { dateOrderOf, readListDate } from './list-date.ts'

export interface GuessedColumns {
  /** Index of the head line; `null` = the list has none. What stands above it is no guest. */
  readonly head: number | null
  readonly columns: readonly ListColumn[]
}

/** A head line is looked for this far down: lists of agencies begin with the name of the group. */
const HEAD_WITHIN = 8
/** Of the cells that are not empty so many must fit a guess. */
const MOST_CELLS = 0.7

/**
 * What each column holds: by its head, or where it has none that is known, by what stands in it. A guess that little speaks for is not made:
 * such a column is `other`, and the clerk says what it is.
 */
export function guessColumns(cells: ListCells, today: CalendarDate): GuessedColumns {
  const head = findHead(cells)
  const body = cells.slice(head === null ? 0 : head + 1)
  const width = cells[0]?.length ?? 0
  const named = Array.from({ length: width }, (_, index) =>
    head === null ? undefined : columnOfHead(cells[head]?.[index] ?? ''),
  )
  const taken = keepOneOfEach(withNameBesideSurname(named))
  const guessed = guessByContent(body, taken, today)
  return { head, columns: guessed.map((column) => column ?? 'other') }
}

/** The line that names most columns: half of its words at least, and two, or one above rows of which it differs by having no figures. */
function findHead(cells: ListCells): number | null {
  const width = Math.max(...cells.map(filledIn))
  let best: { readonly index: number; readonly count: number } | null = null
  for (const [index, row] of cells.slice(0, HEAD_WITHIN).entries()) {
    const named = row.filter((cell) => cell.length <= 60 && !/\d{4}/.test(cell) && columnOfHead(cell) !== undefined).length
    const isTitle = filledIn(row) === 1 && width > 1
    if (named === 0 || named * 2 < filledIn(row) || isTitle) continue
    if (named < 2 && width > 1 && !standsApart(row, cells.slice(index + 1))) continue
    if (best === null || named > best.count) best = { index, count: named }
  }
  return best?.index ?? null
}

function filledIn(row: readonly string[]): number {
  return row.filter((cell) => cell !== '').length
}

function standsApart(row: readonly string[], below: ListCells): boolean {
  return !row.some(hasFigure) && below.length > 0 && below.every((other) => other.some(hasFigure))
}

function hasFigure(cell: string): boolean {
  return /\d/.test(cell)
}

/** "Name" beside "Surname" holds the given names alone. */
function withNameBesideSurname(named: readonly (ListColumn | undefined)[]): readonly (ListColumn | undefined)[] {
  if (!named.includes('surname') || named.includes('givenNames')) return named
  return named.map((column) => (column === 'surnameFirst' ? 'givenNames' : column))
}

function keepOneOfEach(named: readonly (ListColumn | undefined)[]): readonly (ListColumn | undefined)[] {
  return named.map((column, index) =>
    column !== undefined && column !== 'other' && named.indexOf(column) < index ? 'other' : column,
  )
}

function guessByContent(
  body: ListCells,
  named: readonly (ListColumn | undefined)[],
  today: CalendarDate,
): readonly (ListColumn | undefined)[] {
  const columns = [...named]
  const cellsOf = (index: number) => body.map((row) => row[index] ?? '').filter((cell) => cell !== '')
  const open = () => columns.flatMap((column, index) => (column === undefined && cellsOf(index).length > 0 ? [index] : []))
  const give = (column: ListColumn, fits: (cells: readonly string[], index: number) => boolean): void => {
    if (columns.includes(column)) return
    const index = open().find((candidate) => fits(cellsOf(candidate), candidate))
    if (index !== undefined) columns[index] = column
  }
  const most = (test: (cell: string) => boolean) => (cells: readonly string[]) =>
    cells.filter(test).length >= cells.length * MOST_CELLS

  give(
    'mrz',
    most((cell) => readMrz(cell, today).ok),
  )
  give(
    'email',
    most((cell) => /^\S+@\S+\.\S+$/.test(cell)),
  )
  give(
    'phone',
    most((cell) => /^\+[\d ()-]{9,}$/.test(cell)),
  )
  give(
    'sex',
    most((cell) => sexOfWord(cell) !== undefined),
  )
  give(
    'citizenship',
    most((cell) => countryOf(cell) !== undefined),
  )
  giveDates(columns, open(), cellsOf, today)
  give('rowNumber', (cells) => cells.length > 1 && cells.every((cell, index) => cell.replace(/\.$/, '') === String(index + 1)))
  give('documentNumber', (cells) => most(isDocumentNumber)(cells) && new Set(cells).size > cells.length / 2)
  give('room', most(isRoom))
  giveNames(columns, open(), cellsOf)
  return columns
}

/** Days far back are births, less far ones issues, those ahead expiries; days of this week and month are the stay. */
function giveDates(
  columns: (ListColumn | undefined)[],
  open: readonly number[],
  cellsOf: (index: number) => readonly string[],
  today: CalendarDate,
): void {
  const dated = open.flatMap((index) => {
    const cells = cellsOf(index)
    const order = dateOrderOf(cells)
    // A bare number may be anything: only what is written as a day says that the column holds days.
    const days = cells
      .filter((cell) => !/^\d{5}(?:[.,]\d+)?$/.test(cell))
      .flatMap((cell) => readListDate(cell, { today, lean: 'past', order }) ?? [])
      .toSorted()
    const middle = days[Math.floor(days.length / 2)]
    return middle === undefined || days.length < cells.length * MOST_CELLS ? [] : [{ index, middle }]
  })
  const inOrder = dated.toSorted((a, b) => (a.middle < b.middle ? -1 : a.middle > b.middle ? 1 : a.index - b.index))
  const free = (column: ListColumn) => !columns.includes(column)
  for (const { index, middle } of inOrder) {
    const column: ListColumn =
      middle > addDays(today, 60)
        ? 'expiryDate'
        : middle > addDays(today, 3)
          ? 'departure'
          : middle >= addDays(today, -3)
            ? free('arrival')
              ? 'arrival'
              : 'departure'
            : free('birthDate') &&
                (middle < addDays(today, -14 * 365) || inOrder.filter((other) => other.middle < today).length > 1)
              ? 'birthDate'
              : 'issueDate'
    if (free(column)) columns[index] = column
  }
}

function giveNames(
  columns: (ListColumn | undefined)[],
  open: readonly number[],
  cellsOf: (index: number) => readonly string[],
): void {
  const names: readonly ListColumn[] = ['surname', 'givenNames', 'patronymic', 'surnameFirst', 'givenFirst']
  if (columns.some((column) => column !== undefined && names.includes(column))) {
    const lettered = open.filter((index) => cellsOf(index).every(isName))
    if (columns.includes('surname') && !columns.includes('givenNames') && lettered[0] !== undefined)
      columns[lettered[0]] = 'givenNames'
    return
  }
  const lettered = open.filter((index) => cellsOf(index).filter(isName).length >= cellsOf(index).length * MOST_CELLS)
  const [first, second] = lettered
  if (first === undefined) return
  const isWhole = cellsOf(first).filter((cell) => /[\s,]/.test(cell)).length >= cellsOf(first).length * MOST_CELLS
  if (isWhole || second === undefined) columns[first] = 'surnameFirst'
  else {
    columns[first] = 'surname'
    columns[second] = 'givenNames'
  }
}

function isName(cell: string): boolean {
  return cell.length >= 2 && cell.length <= 80 && /^[\p{L}\p{M}][\p{L}\p{M}\s.,'’ʻ-]*$/u.test(cell)
}

/** Two figures alone may as well be an age, four beginning like a year a year. */
function isRoom(cell: string): boolean {
  return /^(?:[A-ZА-Я]{0,2}-?\d{3,4}|[A-ZА-Я]-?\d{1,2}|\d{1,4}-?[A-ZА-Я])$/i.test(cell) && !/^(?:19|20)\d{2}$/.test(cell)
}

function isDocumentNumber(cell: string): boolean {
  const plain = cell.replaceAll(/[\s№-]/g, '').toUpperCase()
  return /^[A-ZА-Я0-9]{6,14}$/.test(plain) && (plain.match(/\d/g)?.length ?? 0) >= 4
}
