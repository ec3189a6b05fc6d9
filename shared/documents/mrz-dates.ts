import { type CalendarDate, calendarDate, parseCalendarDate, yearOf } from '../domain/calendar-date.ts'
import type { PartialDate } from '../domain/guest.ts'

/** Furthest from today that an expiry is still believed, in years, before and after. */
const EXPIRY_WINDOW_YEARS = 50

/**
 * A date of birth `YYMMDD`, `YYMM<<` or `YY<<<<`, in the latest century that does not put it after `today`.
 * `undefined` when it is no date. Nobody over a hundred can be told from a child by two digits: the clerk sees the year.
 */
export function readBirthDate(text: string, today: CalendarDate): PartialDate | undefined {
  const match = /^(\d\d)(\d\d|<<)(\d\d|<<)$/.exec(text)
  if (match === null) return undefined
  const [, year = '', month = '', day = ''] = match
  if (month === '<<' && day !== '<<') return undefined
  const rest = [month, day].filter((part) => part !== '<<').map((part) => `-${part}`)
  const latest = partialDate(`20${year}${rest.join('')}`)
  if (latest !== undefined && latest <= today.slice(0, latest.length)) return latest
  return partialDate(`19${year}${rest.join('')}`)
}

/** A date of expiry `YYMMDD`, in the century that puts it within fifty years of `today`. `undefined` when it is no date. */
export function readExpiryDate(text: string, today: CalendarDate): CalendarDate | undefined {
  if (!/^\d{6}$/.test(text)) return undefined
  const thisYear = yearOf(today)
  const shortYear = Number(text.slice(0, 2))
  const inThisCentury = thisYear - (thisYear % 100) + shortYear
  const year =
    inThisCentury > thisYear + EXPIRY_WINDOW_YEARS
      ? inThisCentury - 100
      : inThisCentury < thisYear - EXPIRY_WINDOW_YEARS
        ? inThisCentury + 100
        : inThisCentury
  return parseCalendarDate(`${String(year).padStart(4, '0')}-${text.slice(2, 4)}-${text.slice(4, 6)}`)
}

/** A date of issue `YYMMDD`, never after `today`. `undefined` when it is no date. */
export function readIssueDate(text: string, today: CalendarDate): CalendarDate | undefined {
  const date = readBirthDate(text, today)
  return date === undefined ? undefined : parseCalendarDate(date)
}

/** `YYYY`, `YYYY-MM` or a day that exists; `undefined` for anything else. Also how a typed or imported birth date is checked. */
export function partialDate(text: string): PartialDate | undefined {
  if (/^\d{4}$/.test(text)) return text
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(text)) return text
  return parseCalendarDate(text)
}

/** First day a partial date can mean: what it is compared by. */
export function earliestDayOf(date: PartialDate): CalendarDate {
  return calendarDate(`${date}-01-01`.slice(0, 10))
}
