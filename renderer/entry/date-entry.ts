import { addDays, type CalendarDate, parseCalendarDate } from '#shared/domain/calendar-date.ts'
import type { PartialDate } from '#shared/domain/guest.ts'

/** What a clerk typed, read: nothing yet, a value, or something that cannot be read. */
export type Typed<Value> =
  | { readonly state: 'empty' }
  | { readonly state: 'read'; readonly value: Value }
  | { readonly state: 'unreadable' }

/** A year of two figures is past (birth, issue), of this century (an arrival not long ago) or ahead (expiry, departure). */
export type YearLean = 'past' | 'recent' | 'future'

const MOST_NIGHTS = 999

/**
 * A day typed the fast way: `14.09.1988`, `14/9/88`, `14091988`, `140988`, `1988-09-14`; where years lie ahead also `0812`, the next
 * 8 December from `today` on, and of a day not long ago the last one up to `today`.
 */
export function readDay(text: string, today: CalendarDate, lean: YearLean): Typed<CalendarDate> {
  const typed = text.trim()
  if (typed === '') return EMPTY
  return asTyped(dayIn(typed, today, lean))
}

/** A date of birth: a day, or month and year (`09.1988`), or a year alone, for documents that say no more. */
export function readBirthDate(text: string, today: CalendarDate): Typed<PartialDate> {
  const typed = text.trim()
  if (typed === '') return EMPTY
  const value = dayIn(typed, today, 'past') ?? monthIn(typed) ?? yearIn(typed)
  return asTyped(value !== undefined && value.slice(0, 4) <= today.slice(0, 4) && value <= today ? value : undefined)
}

/** A departure: a day, or nights from the arrival (`+3`, `3`). */
export function readDeparture(text: string, arrival: CalendarDate): Typed<CalendarDate> {
  const nights = /^\+?\s*(\d{1,3})$/.exec(text.trim())?.[1]
  if (nights !== undefined && Number(nights) <= MOST_NIGHTS) return { state: 'read', value: addDays(arrival, Number(nights)) }
  return readDay(text, arrival, 'future')
}

/** A time of day: `14:38`, `1438`, `9.05`, `905`, `9`. Answers `HH:mm`. */
export function readTime(text: string): Typed<string> {
  const typed = text.trim()
  if (typed === '') return EMPTY
  const match = /^(\d{1,2})(?:[:. ]?(\d{2}))?$/.exec(typed)
  const [hours, minutes] = [Number(match?.[1]), Number(match?.[2] ?? '0')]
  if (match === null || hours > 23 || minutes > 59) return UNREADABLE
  return { state: 'read', value: `${twoFigures(hours)}:${twoFigures(minutes)}` }
}

/** `14091988` becomes `14.09.1988` under the clerk's fingers; anything else stays as it is typed. */
export function withDots(text: string): string {
  const match = /^(\d{2})(\d{2})(\d{4})$/.exec(text)
  if (match === null) return text
  const [, day, month, year] = match
  return parseCalendarDate(`${year}-${month}-${day}`) === undefined ? text : `${day}.${month}.${year}`
}

const EMPTY = { state: 'empty' } as const
const UNREADABLE = { state: 'unreadable' } as const

function asTyped<Value>(value: Value | undefined): Typed<Value> {
  return value === undefined ? UNREADABLE : { state: 'read', value }
}

function dayIn(typed: string, today: CalendarDate, lean: YearLean): CalendarDate | undefined {
  const written = /^(\d{4})-(\d{2})-(\d{2})$/.exec(typed)
  if (written !== null) return parseCalendarDate(typed)
  const match =
    /^(\d{1,2})[./\- ](\d{1,2})(?:[./\- ](\d{4}|\d{2}))?$/.exec(typed) ?? /^(\d{2})(\d{2})(\d{4}|\d{2})?$/.exec(typed)
  if (match === null) return undefined
  const [, day = '', month = '', year] = match
  if (year === undefined) return lean === 'past' ? undefined : suchDay(day, month, today, lean)
  const inYear = (full: string) => parseCalendarDate(`${full}-${twoFigures(month)}-${twoFigures(day)}`)
  if (year.length === 4) return inYear(year)
  const thisCentury = inYear(`${today.slice(0, 2)}${year}`)
  const isWrongSide = lean === 'past' && (thisCentury === undefined || thisCentury > today)
  return isWrongSide ? inYear(`${Number(today.slice(0, 2)) - 1}${year}`) : thisCentury
}

/** The next or the last such day; today is both. 29 February may be four years off, and eight around a year like 2100. */
function suchDay(day: string, month: string, today: CalendarDate, lean: 'recent' | 'future'): CalendarDate | undefined {
  const step = lean === 'future' ? 1 : -1
  for (let years = 0; years <= 8; years += 1) {
    const date = parseCalendarDate(`${Number(today.slice(0, 4)) + step * years}-${twoFigures(month)}-${twoFigures(day)}`)
    if (date !== undefined && (step > 0 ? date >= today : date <= today)) return date
  }
  return undefined
}

function monthIn(typed: string): PartialDate | undefined {
  const match = /^(\d{1,2})[./\- ]?(\d{4})$/.exec(typed)
  const month = Number(match?.[1])
  return match !== null && month >= 1 && month <= 12 ? `${match[2]}-${twoFigures(month)}` : undefined
}

function yearIn(typed: string): PartialDate | undefined {
  return /^(1[89]|20)\d{2}$/.test(typed) ? typed : undefined
}

function twoFigures(value: number | string): string {
  return String(value).padStart(2, '0')
}
