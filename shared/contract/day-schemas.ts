import { z } from 'zod'
import { type CalendarDate, parseCalendarDate } from '../domain/calendar-date.ts'

/** Days, times and instants as they cross the contract. */
export const calendarDateSchema = z.custom<CalendarDate>(
  (value) => typeof value === 'string' && parseCalendarDate(value) !== undefined,
  { error: 'expected a day that exists, written YYYY-MM-DD' },
)
/** Hotel-local time, `YYYY-MM-DDTHH:mm`. */
export const localDateTimeSchema = z.custom<string>(
  (value) =>
    typeof value === 'string' &&
    /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/.test(value) &&
    parseCalendarDate(value.slice(0, 10)) !== undefined,
  { error: 'expected hotel-local time, written YYYY-MM-DDTHH:mm' },
)
export const partialDateSchema = z.custom<string>(
  (value) =>
    typeof value === 'string' &&
    (/^\d{4}$/.test(value) || /^\d{4}-(0[1-9]|1[0-2])$/.test(value) || parseCalendarDate(value) !== undefined),
  { error: 'expected YYYY, YYYY-MM or YYYY-MM-DD' },
)
export const instantSchema = z.iso.datetime()
/** A three-letter code as documents write it: ISO 3166-1 alpha-3 or an ICAO code. */
export const countryCodeSchema = z.string().regex(/^[A-Z]{3}$/, 'expected a three-letter code, e.g. DEU')
