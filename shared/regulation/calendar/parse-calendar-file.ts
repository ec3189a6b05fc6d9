import { failed, ok, type Result } from '../../domain/result.ts'
import { CalendarFileReader, type CalendarIssue } from './calendar-file-reader.ts'
import type { CalendarYear } from './calendar-year.ts'
import { parseCalendarYear } from './parse-calendar-year.ts'

/** What calendars are handed on in, from desk to desk and from whoever keeps them; `data/calendar-file.schema.json` describes it. */
export interface CalendarFile {
  readonly format: typeof FORMAT
  readonly formatVersion: typeof FORMAT_VERSION
  /** 1 to 20, each year once. */
  readonly years: readonly CalendarYear[]
}

const FORMAT = 'qabyl-calendar'
const FORMAT_VERSION = 1
/** A file of more years is not about the working calendar of a hotel. */
const MAX_YEARS = 20

/**
 * Reads a calendar file, or one bare year, from whatever JSON holds. Everything wrong is named at once with its place from the
 * root of the file (`years.0.holidays.2026-12-16`), the first hundred; nothing is guessed or repaired, and nothing is
 * taken from a file of which a part is wrong. Never throws. The years come in the order of the file, their `version` as it
 * stands there; a register numbers versions itself.
 */
export function parseCalendarFile(input: unknown): Result<readonly CalendarYear[], readonly CalendarIssue[]> {
  if (isBareYear(input)) {
    const parsed = parseCalendarYear(input)
    return parsed.ok ? ok([parsed.value]) : parsed
  }
  const reader = new CalendarFileReader()
  const file = reader.record('', input, ['format', 'formatVersion', 'years'])
  reader.oneOf('format', file['format'], [FORMAT])
  checkFormatVersion(reader, file['formatVersion'])
  if (reader.issues.length > 0) return failed(reader.issues)

  const entries = reader.list('years', file['years'])
  if (entries.length === 0 || entries.length > MAX_YEARS) {
    const held = entries.length === 0 ? 'no year' : `${entries.length} years`
    if (reader.issues.length === 0) reader.report('years', 'out_of_range', `years holds ${held}: give 1 to ${MAX_YEARS}.`)
    return failed(reader.issues)
  }
  const years: CalendarYear[] = []
  for (const [index, entry] of entries.entries()) {
    const parsed = parseCalendarYear(entry)
    if (!parsed.ok) {
      for (const issue of parsed.error) reader.report(placeIn(index, issue.path), issue.code, issue.message)
      continue
    }
    const { year } = parsed.value
    if (years.some((other) => other.year === year)) {
      reader.report(placeIn(index, 'year'), 'duplicate_year', `${year} stands twice in this file: keep one of the two.`)
    }
    years.push(parsed.value)
  }
  return reader.issues.length === 0 ? ok(years) : failed(reader.issues)
}

/** The file that holds `years`, ascending. The inverse of {@link parseCalendarFile}. */
export function calendarFileOf(years: readonly CalendarYear[]): CalendarFile {
  return { format: FORMAT, formatVersion: FORMAT_VERSION, years: years.toSorted((a, b) => a.year - b.year) }
}

function isBareYear(input: unknown): boolean {
  return typeof input === 'object' && input !== null && !Array.isArray(input) && Object.hasOwn(input, 'year')
}

function checkFormatVersion(reader: CalendarFileReader, version: unknown): void {
  if (typeof version === 'number' && Number.isInteger(version) && version > FORMAT_VERSION) {
    const message = `The file is written in format ${version}, this program reads ${FORMAT_VERSION}: update the program, or ask for the older format.`
    reader.report('formatVersion', 'newer_format', message)
    return
  }
  reader.integer('formatVersion', version, FORMAT_VERSION, FORMAT_VERSION)
}

function placeIn(index: number, path: string): string {
  return path === '' ? `years.${index}` : `years.${index}.${path}`
}
