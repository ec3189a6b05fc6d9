import { addDays, type CalendarDate, calendarDate, parseCalendarDate } from '../domain/calendar-date.ts'
import type { PartialDate } from '../domain/guest.ts'

/** Which comes first in `05/06/1990`: in most of the world the day, in American lists the month. */
export type DateOrder = 'dayFirst' | 'monthFirst'

/** A year of two figures is past (birth, issue) or ahead (expiry, departure). */
export type ListYearLean = 'past' | 'future'

export interface ListDateOptions {
  readonly today: CalendarDate
  readonly lean: ListYearLean
  readonly order: DateOrder
}

/** January to December, as Russian, Kazakh and English lists write them, in full; a beginning of three letters is enough. */
const MONTHS: readonly (readonly string[])[] = [
  ['январь', 'января', 'қаңтар', 'january'],
  ['февраль', 'февраля', 'ақпан', 'february'],
  ['март', 'марта', 'наурыз', 'march'],
  ['апрель', 'апреля', 'сәуір', 'april'],
  ['май', 'мая', 'мамыр', 'may'],
  ['июнь', 'июня', 'маусым', 'june'],
  ['июль', 'июля', 'шілде', 'july'],
  ['август', 'августа', 'тамыз', 'august'],
  ['сентябрь', 'сентября', 'қыркүйек', 'september'],
  ['октябрь', 'октября', 'қазан', 'october'],
  ['ноябрь', 'ноября', 'қараша', 'november'],
  ['декабрь', 'декабря', 'желтоқсан', 'december'],
]
/** Day 1 of a spreadsheet is 1 January 1900, and it believes in 29 February 1900: counted from here both fall into place. */
const SERIAL_ZERO = calendarDate('1899-12-30')
/** 1927 to 2099: below, five figures are no day of a list. */
const SERIAL = /^([1-7]\d{4})(?:[.,]\d+)?$/
const TIME_AFTER = /[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?$/

/**
 * A day as lists write it: `14.09.1988`, `14/9/88`, `1988-09-14`, `14091988`, `19880914`, `12 мая 1990 г.`, `May 12, 1990`, `1990 ж. 12
 * мамыр`, `12-May-90`, a spreadsheet's serial number; a time behind it is not looked at. `undefined` when it is no day that exists.
 */
export function readListDate(text: string, options: ListDateOptions): CalendarDate | undefined {
  const written = text.replaceAll(/\s+/g, ' ').trim().replace(TIME_AFTER, '')
  return readNumericDate(written, options) ?? readWrittenMonth(written, options) ?? readSerial(written)
}

/** The same, or month and year, or a year alone: some documents say no more of a birth. */
export function readListBirthDate(text: string, options: ListDateOptions): PartialDate | undefined {
  const written = text.trim()
  if (/^(1[89]|20)\d{2}$/.test(written)) return written
  const month = /^(0?[1-9]|1[0-2])[./-]((?:1[89]|20)\d{2})$/.exec(written)
  if (month !== null) return `${month[2]}-${(month[1] ?? '').padStart(2, '0')}`
  return readListDate(text, options)
}

/** Month first only where some date of the column can be read in no other way and none contradicts it. */
export function dateOrderOf(cells: readonly string[]): DateOrder {
  const pairs = cells.flatMap((cell) => {
    const match = /^(\d{1,2})[/.-](\d{1,2})[/.-]\d{2,4}\b/.exec(cell.trim())
    return match === null ? [] : [[Number(match[1]), Number(match[2])] as const]
  })
  const isMonthFirst = pairs.some(([, second]) => second > 12) && pairs.every(([first]) => first <= 12)
  return isMonthFirst ? 'monthFirst' : 'dayFirst'
}

function readNumericDate(text: string, { today, lean, order }: ListDateOptions): CalendarDate | undefined {
  const yearFirst = /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})$/.exec(text) ?? /^((?:19|20)\d{2})(\d{2})(\d{2})$/.exec(text)
  if (yearFirst !== null) {
    const day = dayOf(yearFirst[1], yearFirst[2], yearFirst[3])
    if (day !== undefined || /\D/.test(text)) return day
  }
  const match = /^(\d{1,2})[-./ ](\d{1,2})[-./ ](\d{4}|\d{2})$/.exec(text) ?? /^(\d{2})(\d{2})((?:19|20)\d{2})$/.exec(text)
  if (match === null) return undefined
  const [, first, second, year = ''] = match
  const [day, month] = order === 'monthFirst' ? [second, first] : [first, second]
  return inLikelyCentury(year, (full) => dayOf(full, month, day), today, lean)
}

function readWrittenMonth(text: string, { today, lean }: ListDateOptions): CalendarDate | undefined {
  const plain = text
    .toLowerCase()
    .replaceAll(/[.,\-/]+/g, ' ')
    .replace(/(?<=\d)(?=\p{L})|(?<=\p{L})(?=\d)/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(/ (?:г|год|года|ж|жыл|жылы)$/, '')
    .replace(/^(\d{4}) (?:ж|жыл|жылғы|жылы|г|год) /, '$1 ')
    .replace(/^(\p{L}+) (\d{1,2}) (?:st|nd|rd|th) /u, '$1 $2 ')
    .replace(/^(\d{1,2}) (?:st|nd|rd|th|го) /, '$1 ')
    .trim()
  const dayFirst = /^(\d{1,2}) (\p{L}+) (\d{4}|\d{2})$/u.exec(plain)
  const monthFirst = /^(\p{L}+) (\d{1,2}) (\d{4})$/u.exec(plain)
  const yearFirst = /^(\d{4}) (\d{1,2}) (\p{L}+)$/u.exec(plain)
  const [day, word, year] =
    dayFirst !== null
      ? [dayFirst[1], dayFirst[2], dayFirst[3]]
      : monthFirst !== null
        ? [monthFirst[2], monthFirst[1], monthFirst[3]]
        : [yearFirst?.[2], yearFirst?.[3], yearFirst?.[1]]
  const month = monthNumber(word ?? '')
  if (month === undefined || year === undefined) return undefined
  return inLikelyCentury(year, (full) => dayOf(full, String(month), day), today, lean)
}

function monthNumber(word: string): number | undefined {
  if (word.length < 3) return undefined
  const index = MONTHS.findIndex((names) => names.some((name) => name.startsWith(word)))
  return index === -1 ? undefined : index + 1
}

function readSerial(text: string): CalendarDate | undefined {
  const days = SERIAL.exec(text)?.[1]
  return days === undefined ? undefined : addDays(SERIAL_ZERO, Number(days))
}

function inLikelyCentury(
  year: string,
  inYear: (full: string) => CalendarDate | undefined,
  today: CalendarDate,
  lean: ListYearLean,
): CalendarDate | undefined {
  if (year.length === 4) return inYear(year)
  const century = Number(today.slice(0, 2))
  const now = inYear(`${century}${year}`)
  return lean === 'past' && (now === undefined || now > today) ? inYear(`${century - 1}${year}`) : now
}

function dayOf(year = '', month = '', day = ''): CalendarDate | undefined {
  if (Number(year) < 1850 || Number(year) > 2199) return undefined
  return parseCalendarDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
}
