import { type CalendarDate, parseCalendarDate, yearOf } from '../../domain/calendar-date.ts'
import type { RegulationIssue } from './issue.ts'

/** What can be wrong with a calendar file; the catalogues word each code. */
export const CALENDAR_ISSUE_CODES = [
  'not_an_object',
  'not_a_list',
  'too_long',
  'unknown_key',
  'missing_key',
  'not_a_whole_number',
  'out_of_range',
  'not_a_text',
  'unknown_value',
  'not_a_date',
  'other_year',
  'duplicate_date',
  'is_weekend',
  'is_weekday',
  'unexplained_day_off',
  'not_listed',
  'not_a_weekend_holiday',
  'wrong_order',
  /** The file is made for a later edition of the program. */
  'newer_format',
  /** A year stands twice in one file. */
  'duplicate_year',
  /** Reading stopped here: what follows was not looked at. */
  'more_issues',
  // Of an edit:
  /** Cannot become a day off by order: it is off already. */
  'already_off',
  /** Made working by order; that move has to be taken back first. */
  'is_working_weekend',
  /** A holiday, which an order does not move. */
  'is_holiday',
  /** Nothing of the kind is in this year. */
  'not_found',
  /** The day off for a holiday on a weekend would fall into the year after. */
  'next_year',
] as const
export type CalendarIssueCode = (typeof CALENDAR_ISSUE_CODES)[number]
export type CalendarIssue = RegulationIssue<CalendarIssueCode>

/** Stands last where reading was given up. */
const MORE_ISSUES: CalendarIssue = {
  path: '',
  code: 'more_issues',
  message: 'There is more wrong than is listed here: put this right first and read the file again.',
}

export interface FileEntry {
  readonly path: string
  readonly key: string
  readonly value: unknown
}

/** No year has more days; a longer list is another file. */
const MAX_ENTRIES = 366
const MAX_TEXT_LENGTH = 2000
/** More than anyone reads; a hostile file must not fill the memory with complaints. */
const MAX_ISSUES = 100

/**
 * Reads the values of a calendar file one by one and collects what is wrong. A value that cannot be read is reported and
 * replaced by an empty one of its type, so that reading goes on; the result counts only while `issues` is empty.
 * `undefined` stands for a key that `record` has reported as missing, and is not reported again.
 */
export class CalendarFileReader {
  readonly issues: CalendarIssue[] = []
  readonly #whole: string

  /** `whole` is what the file is called in messages. */
  constructor(whole = 'A calendar file') {
    this.#whole = whole
  }

  report(path: string, code: CalendarIssueCode, message: string): void {
    if (this.issues.length < MAX_ISSUES - 1) this.issues.push({ path, code, message })
    else if (this.issues.length < MAX_ISSUES) this.issues.push(MORE_ISSUES)
  }

  /** An object with exactly these keys. */
  record(path: string, input: unknown, keys: readonly string[]): Readonly<Record<string, unknown>> {
    const record = this.#object(path, input)
    if (record === undefined) return {}
    const given = Object.keys(record)
    if (this.#isTooLong(path, given.length)) return {}
    for (const key of given) {
      if (keys.includes(key)) continue
      this.report(join(path, shown(key)), 'unknown_key', `The key "${shown(key)}" is not known: use ${keys.join(', ')}.`)
    }
    const values: Record<string, unknown> = {}
    for (const key of keys) {
      if (Object.hasOwn(record, key) && record[key] !== undefined) values[key] = record[key]
      else
        this.report(join(path, key), 'missing_key', `The key "${key}" is missing${path === '' ? '' : ` in ${path}`}: add it.`)
    }
    return values
  }

  /** The entries of an object whose keys are data, each with its own path. */
  entries(path: string, input: unknown): readonly FileEntry[] {
    if (input === undefined) return []
    const record = this.#object(path, input)
    if (record === undefined) return []
    if (this.#isTooLong(path, Object.keys(record).length)) return []
    return Object.entries(record).map(([key, value]) => ({ path: join(path, shown(key)), key, value: value ?? null }))
  }

  list(path: string, input: unknown): readonly unknown[] {
    if (input === undefined) return []
    if (!Array.isArray(input)) {
      this.report(path, 'not_a_list', `${path} must be a list in square brackets; write [] when there is nothing.`)
      return []
    }
    return this.#isTooLong(path, input.length) ? [] : Array.from(input, (entry: unknown) => entry ?? null)
  }

  /** A list of days of one year, each once. */
  dates(path: string, input: unknown, year: number): readonly CalendarDate[] {
    const dates: CalendarDate[] = []
    for (const [index, entry] of this.list(path, input).entries()) {
      const date = this.date(`${path}.${index}`, entry, year)
      if (date === undefined) continue
      if (dates.includes(date))
        this.report(`${path}.${index}`, 'duplicate_date', `${date} stands twice in ${path}: take one out.`)
      dates.push(date)
    }
    return dates
  }

  /** A day that exists and, when `year` is given, lies in it. */
  date(path: string, input: unknown, year?: number): CalendarDate | undefined {
    if (input === undefined) return undefined
    const date = typeof input === 'string' ? parseCalendarDate(input) : undefined
    if (date === undefined) {
      this.report(path, 'not_a_date', `${shown(input)} is not a day that exists, written YYYY-MM-DD.`)
      return undefined
    }
    // A year that could not be read has been reported; every day would be "of another year".
    if (year === undefined || year === 0 || yearOf(date) === year) return date
    this.report(path, 'other_year', `${date} is not in ${year}: this file is for ${year} alone.`)
    return undefined
  }

  integer(path: string, input: unknown, minimum: number, maximum: number): number {
    if (input === undefined) return 0
    if (typeof input !== 'number' || !Number.isInteger(input)) {
      this.report(path, 'not_a_whole_number', `${path} must be a whole number, not ${shown(input)}.`)
      return 0
    }
    if (input >= minimum && input <= maximum) return input
    this.report(path, 'out_of_range', `${path} is ${input}: it must lie between ${minimum} and ${maximum}.`)
    return 0
  }

  text(path: string, input: unknown): string {
    if (input === undefined) return ''
    if (typeof input !== 'string' || input.trim() === '' || !isShortEnough(input)) {
      this.report(path, 'not_a_text', `${path} must be a text of 1 to ${MAX_TEXT_LENGTH} characters.`)
      return ''
    }
    return input
  }

  oneOf<const Value extends string>(path: string, input: unknown, values: readonly [Value, ...Value[]]): Value {
    const value = values.find((candidate) => candidate === input)
    if (value !== undefined) return value
    if (input !== undefined) this.report(path, 'unknown_value', `${path} is ${shown(input)}: use one of ${values.join(', ')}.`)
    return values[0]
  }

  #object(path: string, input: unknown): Readonly<Record<string, unknown>> | undefined {
    if (typeof input === 'object' && input !== null && !Array.isArray(input)) return input as Readonly<Record<string, unknown>>
    const what = path === '' ? this.#whole : path
    this.report(path, 'not_an_object', `${what} must be an object in curly brackets, not ${shown(input)}.`)
    return undefined
  }

  #isTooLong(path: string, length: number): boolean {
    if (length <= MAX_ENTRIES) return false
    this.report(
      path,
      'too_long',
      `${path === '' ? 'The file' : path} has ${length} entries: a year has at most ${MAX_ENTRIES} days.`,
    )
    return true
  }
}

function join(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`
}

/** In letters, as the schema of the file counts; a letter is at most two units long. */
function isShortEnough(text: string): boolean {
  return text.length <= MAX_TEXT_LENGTH || (text.length <= 2 * MAX_TEXT_LENGTH && Array.from(text).length <= MAX_TEXT_LENGTH)
}

/** A short, one-line picture of a value for a message. */
function shown(value: unknown): string {
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (typeof value !== 'string') return Array.isArray(value) ? 'a list' : `a value of type ${typeof value}`
  const line = value.slice(0, 200).replace(/\s+/gu, ' ')
  return line.length > 40 ? `${line.slice(0, 40)}…` : line
}
