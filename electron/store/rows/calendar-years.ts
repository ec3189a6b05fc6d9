import type { IsoInstant } from '#shared/domain/clock.ts'
import type { CalendarYear } from '#shared/regulation/calendar/calendar-year.ts'
import { parseCalendarYear } from '#shared/regulation/calendar/parse-calendar-year.ts'
import { type Row, text } from './columns.ts'
import type { RowStore } from './row-store.ts'

/** Table `calendar_year`: every version of every year ever loaded. */
export function calendarYearRows(store: RowStore) {
  const all = store.statement<Row>(
    'calendar_year.all',
    'SELECT content FROM calendar_year WHERE property_id = ? ORDER BY year, version',
  )
  const insert = store.statement(
    'calendar_year.insert',
    `INSERT INTO calendar_year (property_id, year, version, content, loaded_at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (property_id, year, version) DO NOTHING`,
  )
  return {
    all: (): readonly CalendarYear[] => all.all(store.propertyId()).map(yearOf),
    insert(year: CalendarYear, now: IsoInstant): void {
      insert.run(store.propertyId(), year.year, year.version, JSON.stringify(year), now)
    },
  }
}

function yearOf(row: Row): CalendarYear {
  const parsed = parseCalendarYear(JSON.parse(text(row, 'content')))
  if (!parsed.ok) throw new TypeError('A stored calendar year has a shape this version does not know')
  return parsed.value
}
