import type { CalendarYear } from '#shared/regulation/calendar/calendar-year.ts'
import { contentOf } from './calendar-years.ts'
import type { Row } from './columns.ts'
import type { RowStore } from './row-store.ts'

/** Table `calendar_in_force`: the version of each year that counts. A year without a row counts Monday to Friday. */
export function calendarInForceRows(store: RowStore) {
  const years = store.statement<Row>(
    'calendar_in_force.years',
    `SELECT y.content FROM calendar_in_force f
     JOIN calendar_year y ON y.property_id = f.property_id AND y.year = f.year AND y.version = f.version
     WHERE f.property_id = ? ORDER BY f.year`,
  )
  const put = store.statement(
    'calendar_in_force.put',
    `INSERT INTO calendar_in_force (property_id, year, version) VALUES (?, ?, ?)
     ON CONFLICT (property_id, year) DO UPDATE SET version = excluded.version`,
  )
  const remove = store.statement('calendar_in_force.remove', 'DELETE FROM calendar_in_force WHERE property_id = ? AND year = ?')
  return {
    /** Ascending, one version per year. */
    years: (): readonly CalendarYear[] => years.all(store.propertyId()).map(contentOf),
    /** `null` = no data of this year count from now on. The version must be held. */
    put(year: number, version: number | null): void {
      if (version === null) remove.run(store.propertyId(), year)
      else put.run(store.propertyId(), year, version)
    },
  }
}
