import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { IsoInstant } from '#shared/domain/clock.ts'
import { day, type Row, textOrNull } from './columns.ts'
import type { RowStore } from './row-store.ts'

/** The last day of one notice's deadline, and when it was accepted. */
export interface LastDay {
  readonly strictDue: CalendarDate
  readonly latestDue: CalendarDate
  readonly acceptedAt: IsoInstant | null
}

/** Table `notification`, read for the outage journal. */
export function lastDayRows(store: RowStore) {
  // Found by the arrival: a deadline is days behind it, a follow-up's at most a long stay.
  const between = store.statement<Row>(
    'last_day.between',
    `SELECT strict_due, latest_due, accepted_at FROM notification
     WHERE property_id = @propertyId AND arrival_date >= @arrivedFrom AND arrival_date <= @to
       AND strict_due <= @to AND latest_due >= @from AND kind <> 'departure'
       AND state NOT IN ('not_required', 'cancelled', 'filed_elsewhere')`,
  )
  return {
    /** Owed by the law and last due within these days under either reading; of guests who arrived on `arrivedFrom` or later. */
    between: (arrivedFrom: CalendarDate, from: CalendarDate, to: CalendarDate): readonly LastDay[] =>
      between.all({ propertyId: store.propertyId(), arrivedFrom, from, to }).map((row) => ({
        strictDue: day(row, 'strict_due'),
        latestDue: day(row, 'latest_due'),
        acceptedAt: textOrNull(row, 'accepted_at'),
      })),
  }
}
