import type { CalendarDate } from '../domain/calendar-date.ts'
import { guessColumns } from './guess-columns.ts'
import { isDayColumn, type ListCells, type ListColumn } from './list-column.ts'
import { type DateOrder, dateOrderOf } from './list-date.ts'
import type { ListPerson } from './list-person.ts'
import { readPerson } from './read-person.ts'

/** A column of the list and what it was taken for. */
export interface ReadColumn {
  /** As in the head line; empty where the list has none. */
  readonly head: string
  readonly column: ListColumn
  /** The clerk said so. */
  readonly isChosen: boolean
}

export interface ReadList {
  /** Index of the head line among the cells; `null` = none. */
  readonly head: number | null
  /** Lines above the head: the name of the group, the tour. Shown, and nobody of the list. */
  readonly above: readonly string[]
  readonly columns: readonly ReadColumn[]
  readonly people: readonly ListPerson[]
}

/** What the clerk says the columns are, by index; the rest is guessed. */
export type ChosenColumns = Readonly<Record<number, ListColumn>>

/**
 * Reads a rooming list. Each row stands for itself; what cannot be read stays as text beside its reason, and what nobody understood is named:
 * nothing of the list is dropped, and nothing that is not in it is made up. Never throws.
 */
export function readList(cells: ListCells, chosen: ChosenColumns, today: CalendarDate): ReadList {
  const guessed = guessColumns(cells, today)
  const heads = guessed.head === null ? [] : (cells[guessed.head] ?? [])
  const columns = guessed.columns.map((column, index) => ({
    head: heads[index] ?? '',
    column: chosen[index] ?? unlessChosen(column, index, chosen),
    isChosen: chosen[index] !== undefined,
  }))
  const body = cells.slice(guessed.head === null ? 0 : guessed.head + 1)
  const orders = columns.map(
    ({ column }, index): DateOrder => (isDayColumn(column) ? dateOrderOf(body.map((row) => row[index] ?? '')) : 'dayFirst'),
  )
  let roomAbove: string | null = null
  const people = body.map((row, index) => {
    const person = readPerson({ row, columns, orders, roomAbove, today })
    if (person.isSomebody) roomAbove = person.room
    return { ...person, line: (guessed.head ?? -1) + 2 + index }
  })
  return {
    head: guessed.head,
    above: cells.slice(0, guessed.head ?? 0).map((row) => row.filter(Boolean).join(' ')),
    columns,
    people,
  }
}

/** What the clerk gives to one column, another does not keep by a guess. */
function unlessChosen(column: ListColumn, index: number, chosen: ChosenColumns): ListColumn {
  const isTaken = Object.entries(chosen).some(([other, taken]) => Number(other) !== index && taken === column)
  return isTaken ? 'other' : column
}
