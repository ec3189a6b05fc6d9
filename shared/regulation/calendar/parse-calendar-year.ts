import type { CalendarDate } from '../../domain/calendar-date.ts'
import { weekdayOf, yearOf } from '../../domain/calendar-date.ts'
import { failed, ok, type Result } from '../../domain/result.ts'
import { CalendarFileReader, type CalendarIssue } from './calendar-file-reader.ts'
import {
  CALENDAR_STATUSES,
  type CalendarYear,
  CONFIDENCES,
  HOLIDAY_KEYS,
  type HolidayKey,
  type MinisterialTransfer,
  type WatchedDay,
} from './calendar-year.ts'

const KEYS: readonly (keyof CalendarYear)[] = [
  'year',
  'version',
  'status',
  'source',
  'confidence',
  'confidenceNote',
  'nonWorking',
  'workingWeekends',
  'holidays',
  'substitutes',
  'ministerialTransfers',
  'watch',
]
/** Anything outside is a slip of the finger: the duty is younger, and nobody publishes calendars that far ahead. */
const FIRST_YEAR = 2000
const LAST_YEAR = 2199

/**
 * Reads the calendar of one year at the border: an imported file, a row of the register, a file of the program itself.
 * Everything wrong is named at once, each with its place and what to do; nothing is guessed or repaired. Keys it does not know
 * are refused, because a misspelt key would silently lose days off. A day off without a reason (holiday, moved holiday or
 * transfer) is refused too: a deadline must be able to explain every day, and an invented day off makes notices late.
 */
export function parseCalendarYear(input: unknown): Result<CalendarYear, readonly CalendarIssue[]> {
  const reader = new CalendarFileReader()
  const file = reader.record('', input, KEYS)
  const year = reader.integer('year', file['year'], FIRST_YEAR, LAST_YEAR)
  const calendar: CalendarYear = {
    year,
    version: reader.integer('version', file['version'], 1, 1_000_000),
    status: reader.oneOf('status', file['status'], CALENDAR_STATUSES),
    source: reader.text('source', file['source']),
    confidence: reader.oneOf('confidence', file['confidence'], CONFIDENCES),
    confidenceNote: reader.text('confidenceNote', file['confidenceNote']),
    nonWorking: reader.dates('nonWorking', file['nonWorking'], year),
    workingWeekends: reader.dates('workingWeekends', file['workingWeekends'], year),
    holidays: readHolidays(reader, file['holidays'], year),
    substitutes: readSubstitutes(reader, file['substitutes'], year),
    ministerialTransfers: readTransfers(reader, file['ministerialTransfers']),
    watch: readWatch(reader, file['watch'], year),
  }
  // Days are compared with each other only once each can be trusted by itself; otherwise one slip is reported five times.
  if (reader.issues.length === 0) checkDays(reader, calendar)
  return reader.issues.length === 0 ? ok(calendar) : failed(reader.issues)
}

function readHolidays(reader: CalendarFileReader, input: unknown, year: number): CalendarYear['holidays'] {
  const holidays: Record<CalendarDate, HolidayKey> = {}
  for (const { path, key, value } of reader.entries('holidays', input)) {
    const date = reader.date(path, key, year)
    const holiday = reader.oneOf(path, value, HOLIDAY_KEYS)
    if (date !== undefined) holidays[date] = holiday
  }
  return holidays
}

function readSubstitutes(reader: CalendarFileReader, input: unknown, year: number): CalendarYear['substitutes'] {
  const substitutes: Record<CalendarDate, CalendarDate> = {}
  for (const { path, key, value } of reader.entries('substitutes', input)) {
    const from = reader.date(path, key, year)
    const to = reader.date(path, value, year)
    if (from !== undefined && to !== undefined) substitutes[from] = to
  }
  return substitutes
}

/** One end may lie in a neighbouring year: a Saturday of December can be exchanged for a day of January. */
function readTransfers(reader: CalendarFileReader, input: unknown): readonly MinisterialTransfer[] {
  return reader.list('ministerialTransfers', input).flatMap((entry, index) => {
    const path = `ministerialTransfers.${index}`
    const transfer = reader.record(path, entry, ['from', 'to'])
    const from = reader.date(`${path}.from`, transfer['from'])
    const to = reader.date(`${path}.to`, transfer['to'])
    return from === undefined || to === undefined ? [] : [{ from, to }]
  })
}

function readWatch(reader: CalendarFileReader, input: unknown, year: number): readonly WatchedDay[] {
  return reader.list('watch', input).flatMap((entry, index) => {
    const path = `watch.${index}`
    const watched = reader.record(path, entry, ['date', 'was', 'now', 'source'])
    const date = reader.date(`${path}.date`, watched['date'], year)
    const was = reader.text(`${path}.was`, watched['was'])
    const now = reader.text(`${path}.now`, watched['now'])
    const source = reader.text(`${path}.source`, watched['source'])
    return date === undefined ? [] : [{ date, was, now, source }]
  })
}

function checkDays(reader: CalendarFileReader, calendar: CalendarYear): void {
  const { nonWorking, workingWeekends, ministerialTransfers } = calendar
  const holidays = Object.keys(calendar.holidays) as CalendarDate[]
  const substitutes = Object.entries(calendar.substitutes) as [CalendarDate, CalendarDate][]

  const reasons = new Set([...holidays, ...substitutes.map(([, to]) => to), ...ministerialTransfers.map(({ to }) => to)])
  for (const [index, date] of nonWorking.entries()) {
    const path = `nonWorking.${index}`
    if (isWeekend(date)) {
      reader.report(path, 'is_weekend', `${date} is a Saturday or Sunday, which is off anyway: take it out of nonWorking.`)
    } else if (!reasons.has(date)) {
      reader.report(
        path,
        'unexplained_day_off',
        `${date} is off without a reason: add it to holidays, or as the day of a substitute or a ministerial transfer.`,
      )
    }
  }
  for (const [index, date] of workingWeekends.entries()) {
    if (isWeekend(date)) continue
    const message = `${date} is a Monday–Friday, which is working anyway: take it out of workingWeekends.`
    reader.report(`workingWeekends.${index}`, 'is_weekday', message)
  }
  for (const date of holidays) {
    if (isWeekend(date)) continue
    requireListed(reader, `holidays.${date}`, date, 'nonWorking', nonWorking)
  }
  for (const [from, to] of substitutes) {
    const path = `substitutes.${from}`
    if (!holidays.includes(from) || !isWeekend(from)) {
      reader.report(
        path,
        'not_a_weekend_holiday',
        `${from} is not a holiday on a weekend: only those are moved to another day.`,
      )
    }
    if (to <= from) {
      reader.report(path, 'wrong_order', `${to} is not after ${from}: a holiday moves to a later working day.`)
    }
    requireListed(reader, path, to, 'nonWorking', nonWorking)
  }
  checkTransfers(reader, calendar)
}

function checkTransfers(
  reader: CalendarFileReader,
  { year, nonWorking, workingWeekends, ministerialTransfers }: CalendarYear,
): void {
  for (const [index, { from, to }] of ministerialTransfers.entries()) {
    const path = `ministerialTransfers.${index}`
    if (yearOf(from) !== year && yearOf(to) !== year) {
      reader.report(path, 'other_year', `Neither ${from} nor ${to} is in ${year}: move the transfer to the file of its year.`)
    }
    if (yearOf(from) === year) requireListed(reader, `${path}.from`, from, 'workingWeekends', workingWeekends)
    else if (!isWeekend(from)) {
      reader.report(`${path}.from`, 'is_weekday', `${from} is a Monday–Friday: only a Saturday or Sunday becomes working.`)
    }
    if (yearOf(to) === year) requireListed(reader, `${path}.to`, to, 'nonWorking', nonWorking)
    else if (isWeekend(to)) {
      reader.report(`${path}.to`, 'is_weekend', `${to} is a Saturday or Sunday, which is off anyway: correct the transfer.`)
    }
    const earlier = ministerialTransfers.slice(0, index)
    if (earlier.some((transfer) => transfer.from === from)) {
      reader.report(`${path}.from`, 'duplicate_date', `${from} is moved twice: a rest day can be moved once.`)
    }
    if (earlier.some((transfer) => transfer.to === to)) {
      reader.report(`${path}.to`, 'duplicate_date', `Two rest days are moved to ${to}: each needs a day of its own.`)
    }
  }
}

function requireListed(
  reader: CalendarFileReader,
  path: string,
  date: CalendarDate,
  listName: 'nonWorking' | 'workingWeekends',
  list: readonly CalendarDate[],
): void {
  if (list.includes(date)) return
  reader.report(path, 'not_listed', `${date} is missing from ${listName}: add it there, or correct it here.`)
}

function isWeekend(date: CalendarDate): boolean {
  return weekdayOf(date) >= 6
}
