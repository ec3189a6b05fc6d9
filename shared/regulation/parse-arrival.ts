import { type CalendarDate, parseCalendarDate, toDayNumber, yearOf } from '../domain/calendar-date.ts'
import { failed, ok, type Result } from '../domain/result.ts'
import type { RegulationIssue } from './calendar/issue.ts'
import { localDateOf } from './local-time.ts'

export type ArrivalIssueCode = 'not_an_arrival' | 'day_does_not_exist' | 'time_does_not_exist' | 'year_out_of_range'
export type ArrivalIssue = RegulationIssue<ArrivalIssueCode>

const PATTERN =
  /^(?<date>\d{4}-\d{2}-\d{2})(?:T(?<hour>\d{2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:\.\d{1,9})?)?(?<offset>Z|[+-]\d{2}(?::?\d{2})?)?)?$/
/** Nobody arrived before, nobody books after; beyond lies only mistyping. */
const FIRST_YEAR = 1900
const LAST_YEAR = 2999

/**
 * The local day of an arrival written by a person or a program: `2026-03-20` or `2026-03-20T00:10` is hotel-local already,
 * `2026-03-19T19:10:00Z` or `…+05:00` is an instant and is read in the hotel's zone. Anything else is refused, and so is a day
 * or a time that does not exist; the text itself is not repeated, for it may be something pasted by mistake.
 * Throws `RangeError` for a zone the machine does not know.
 */
export function parseArrival(text: string, zone: string): Result<CalendarDate, ArrivalIssue> {
  const parts = PATTERN.exec(text.trim())?.groups
  if (parts === undefined) {
    return refused(
      'not_an_arrival',
      'The arrival is not a date or time that can be read: write 2026-03-20, 2026-03-20T00:10 (hotel time) or 2026-03-19T19:10:00Z.',
    )
  }
  const { date: dateText = '', hour, minute, second = '00', offset } = parts
  const date = parseCalendarDate(dateText)
  if (date === undefined) return refused('day_does_not_exist', `There is no day ${dateText}: check day and month.`)
  if (!isArrivalYear(date)) {
    return refused(
      'year_out_of_range',
      `The year ${dateText.slice(0, 4)} is outside ${FIRST_YEAR}–${LAST_YEAR}: check the year.`,
    )
  }
  if (hour === undefined || minute === undefined) return ok(date)
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) {
    return refused('time_does_not_exist', `There is no time ${hour}:${minute}:${second}: hours run from 00 to 23.`)
  }
  if (offset === undefined) return ok(date)
  const offsetMinutes = minutesOf(offset)
  if (offsetMinutes === undefined) {
    return refused('time_does_not_exist', `There is no offset ${offset} from UTC: write Z, +05:00 or the like.`)
  }
  const utcMinutes = toDayNumber(date) * 1440 + Number(hour) * 60 + Number(minute) - offsetMinutes
  return ok(localDateOf((utcMinutes * 60 + Number(second)) * 1000, zone))
}

/** The year is one an arrival can have. */
export function isArrivalYear(date: CalendarDate): boolean {
  return yearOf(date) >= FIRST_YEAR && yearOf(date) <= LAST_YEAR
}

/** Minutes east of UTC; `undefined` for what no clock on Earth shows. */
function minutesOf(offset: string): number | undefined {
  if (offset === 'Z') return 0
  const hours = Number(offset.slice(1, 3))
  const minutes = Number(offset.slice(3).replace(':', ''))
  if (hours > 14 || minutes > 59) return undefined
  return (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes)
}

function refused(code: ArrivalIssueCode, message: string): Result<CalendarDate, ArrivalIssue> {
  return failed({ path: 'arrival', code, message })
}
