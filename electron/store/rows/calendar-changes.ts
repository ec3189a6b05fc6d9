import { z } from 'zod'
import type { Actor } from '#shared/domain/actor.ts'
import type { IsoInstant } from '#shared/domain/clock.ts'
import { integer, oneOf, type Row, text, textOrNull } from './columns.ts'
import type { RowStore } from './row-store.ts'

export const CALENDAR_CHANGE_KINDS = ['import', 'edit', 'undo', 'program'] as const
export type CalendarChangeKind = (typeof CALENDAR_CHANGE_KINDS)[number]

/** Which version of a year took the place of which; `null` = no data. */
export interface YearChange {
  readonly year: number
  readonly from: number | null
  readonly to: number | null
}

/** One change of the calendar in force. */
export interface CalendarChangeRecord {
  readonly id: string
  readonly at: IsoInstant
  readonly actorName: string
  readonly kind: CalendarChangeKind
  readonly years: readonly YearChange[]
  /** Open deadlines that got another date. */
  readonly moved: number
  readonly reason: string | null
  /** The change that took this one back. */
  readonly undoneBy: string | null
}

export type NewCalendarChange = Omit<CalendarChangeRecord, 'actorName' | 'undoneBy'>

const yearsSchema = z.array(
  z.object({ year: z.number().int(), from: z.number().int().nullable(), to: z.number().int().nullable() }),
)

/** Table `calendar_change`. */
export function calendarChangeRows(store: RowStore) {
  const all = store.statement<Row>(
    'calendar_change.all',
    'SELECT * FROM calendar_change WHERE property_id = ? ORDER BY sequence DESC',
  )
  const insert = store.statement(
    'calendar_change.insert',
    `INSERT INTO calendar_change (id, property_id, at, actor_id, actor_name, kind, years, moved, reason)
     VALUES (@id, @propertyId, @at, @actorId, @actorName, @kind, @years, @moved, @reason)`,
  )
  const undo = store.statement('calendar_change.undo', 'UPDATE calendar_change SET undone_by = ? WHERE id = ?')
  return {
    /** Newest first. */
    all: (): readonly CalendarChangeRecord[] => all.all(store.propertyId()).map(changeOf),
    insert(change: NewCalendarChange, actor: Actor): void {
      insert.run({
        ...change,
        propertyId: store.propertyId(),
        actorId: actor.staffId,
        actorName: actor.name,
        years: JSON.stringify(change.years),
      })
    },
    /** Throws when it was undone before. */
    markUndone(id: string, by: string): void {
      undo.run(by, id)
    },
  }
}

function changeOf(row: Row): CalendarChangeRecord {
  return {
    id: text(row, 'id'),
    at: text(row, 'at'),
    actorName: text(row, 'actor_name'),
    kind: oneOf(row, 'kind', CALENDAR_CHANGE_KINDS),
    years: yearsSchema.parse(JSON.parse(text(row, 'years'))),
    moved: integer(row, 'moved'),
    reason: textOrNull(row, 'reason'),
    undoneBy: textOrNull(row, 'undone_by'),
  }
}
