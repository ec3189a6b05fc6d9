import { z } from 'zod'
import { LIST_COLUMNS, type ListCells } from '#shared/rooming/list-column.ts'
import type { ChosenColumns, ReadList } from '#shared/rooming/read-list.ts'

/** A list of guests that was brought in and not yet taken over. */
export interface BroughtList {
  readonly cells: ListCells
  /** What the clerk says the columns are. */
  readonly chosen: ChosenColumns
  /** Sheets of its file that were not read. */
  readonly otherSheets: readonly string[]
}

/** As a draft keeps it. */
export const broughtListSchema = z.object({
  cells: z.array(z.array(z.string())).min(1),
  chosen: z.record(z.coerce.number().int(), z.enum(LIST_COLUMNS)).catch({}),
  otherSheets: z.array(z.string()).catch([]),
})

/** Rooms the list names. */
export function roomCount({ people }: ReadList): number {
  return new Set(people.flatMap(({ isSomebody, room }) => (isSomebody && room !== null ? [room] : []))).size
}

/** Cells of guests that could not be read. */
export function problemCount({ people }: ReadList): number {
  return people.filter(({ isSomebody }) => isSomebody).flatMap(({ issues }) => issues.filter(({ kind }) => kind === 'problem'))
    .length
}
