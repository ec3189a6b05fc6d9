import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { IsoInstant } from '#shared/domain/clock.ts'
import { bytes, day, integer, type Row, text } from './columns.ts'
import type { RowStore } from './row-store.ts'

/** What was done about a guest who had arrived before. */
export interface LaterEntry {
  readonly sequence: number
  readonly at: IsoInstant
  readonly actorName: string
  readonly action: string
  readonly noticeId: string
  readonly stayId: string
  readonly arrivalDate: CalendarDate
  /** Sealed as `audit:<sequence>` with the key of the stay. */
  readonly sealedDetails: Buffer
}

/** Table `audit`, read for what was entered about days that are over; the chain itself is read and written by the store. */
export function laterEntryRows(store: RowStore) {
  const after = store.statement<Row>(
    'later_entry.after',
    `SELECT a.sequence, a.at, a.actor_name, a.action, a.subject, a.stay_id, a.details, s.arrival_date
     FROM audit a CROSS JOIN stay s ON s.id = a.stay_id
     WHERE a.sequence > @sequence AND a.action IN (SELECT value FROM json_each(@actions)) AND a.subject IS NOT NULL
       AND s.arrival_date <= @arrivedUntil
     ORDER BY a.sequence`,
  )
  const count = store.statement<Row>(
    'later_entry.count',
    'SELECT count(*) AS n FROM audit WHERE sequence > ? AND action IN (SELECT value FROM json_each(?))',
  )
  return {
    /** How many entries of these actions stand behind an entry. */
    count: (sequence: number, actions: readonly string[]): number =>
      integer(count.get(sequence, JSON.stringify(actions)) ?? {}, 'n'),
    /** Entries of these actions behind an entry, oldest first, about guests who arrived by that day. */
    after: (sequence: number, actions: readonly string[], arrivedUntil: CalendarDate): readonly LaterEntry[] =>
      after.all({ sequence, actions: JSON.stringify(actions), arrivedUntil }).map((row) => ({
        sequence: integer(row, 'sequence'),
        at: text(row, 'at'),
        actorName: text(row, 'actor_name'),
        action: text(row, 'action'),
        noticeId: text(row, 'subject'),
        stayId: text(row, 'stay_id'),
        arrivalDate: day(row, 'arrival_date'),
        sealedDetails: bytes(row, 'details'),
      })),
  }
}
