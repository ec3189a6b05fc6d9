import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { Row } from './columns.ts'
import { type NotificationRecord, notificationOf } from './notifications.ts'
import type { RowStore } from './row-store.ts'

/** Table `notification`, read by the day of arrival: the first notice about each guest. */
export function arrivalRows(store: RowStore) {
  const between = store.statement<Row>(
    'arrival.between',
    `SELECT * FROM notification WHERE property_id = ? AND arrival_date BETWEEN ? AND ? AND sequence = 1 ORDER BY arrival_date, id`,
  )
  return {
    /** Both days included, oldest first. */
    between: (from: CalendarDate, to: CalendarDate): readonly NotificationRecord[] =>
      between.all(store.propertyId(), from, to).map(notificationOf),
  }
}
