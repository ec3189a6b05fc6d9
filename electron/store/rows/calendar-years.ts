import type { IsoInstant } from '#shared/domain/clock.ts'
import type { CalendarYear } from '#shared/regulation/calendar/calendar-year.ts'
import { parseCalendarYear } from '#shared/regulation/calendar/parse-calendar-year.ts'
import { integer, oneOf, type Row, text } from './columns.ts'
import type { RowStore } from './row-store.ts'

/** Where a version of a year came from: brought by the program, read from a file, made on the Calendar screen. */
export const CALENDAR_ORIGINS = ['program', 'import', 'edit'] as const
export type CalendarOrigin = (typeof CALENDAR_ORIGINS)[number]

/** One version of one year. Its number is this register's own, whatever the file it came from called itself. */
export interface CalendarVersion {
  readonly content: CalendarYear
  readonly origin: CalendarOrigin
  readonly loadedAt: IsoInstant
}

/** Table `calendar_year`: every version of every year ever held. Which one counts: `calendarInForceRows`. */
export function calendarYearRows(store: RowStore) {
  const ofYear = store.statement<Row>(
    'calendar_year.of_year',
    `SELECT content, origin, loaded_at FROM calendar_year WHERE property_id = ? AND year = ? ORDER BY version DESC`,
  )
  const years = store.statement<Row>(
    'calendar_year.years',
    'SELECT DISTINCT year FROM calendar_year WHERE property_id = ? ORDER BY year',
  )
  const insert = store.statement(
    'calendar_year.insert',
    'INSERT INTO calendar_year (property_id, year, version, content, origin, loaded_at) VALUES (?, ?, ?, ?, ?, ?)',
  )
  return {
    /** Newest first; empty for a year without data. */
    ofYear: (year: number): readonly CalendarVersion[] => ofYear.all(store.propertyId(), year).map(versionOf),
    /** Years of which there is any version, ascending. */
    years: (): readonly number[] => years.all(store.propertyId()).map((row) => integer(row, 'year')),
    /** Throws when the version is there already: a version never changes. */
    insert(year: CalendarYear, origin: CalendarOrigin, now: IsoInstant): void {
      insert.run(store.propertyId(), year.year, year.version, JSON.stringify(year), origin, now)
    },
  }
}

function versionOf(row: Row): CalendarVersion {
  return { content: contentOf(row), origin: oneOf(row, 'origin', CALENDAR_ORIGINS), loadedAt: text(row, 'loaded_at') }
}

/** The year in column `content`; throws for one this version of the program does not know. */
export function contentOf(row: Row): CalendarYear {
  const parsed = parseCalendarYear(JSON.parse(text(row, 'content')))
  if (!parsed.ok) throw new TypeError('A stored calendar year has a shape this version does not know')
  return parsed.value
}
