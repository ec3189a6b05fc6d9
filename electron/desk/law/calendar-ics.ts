import { assertNever } from '#shared/domain/assert-never.ts'
import { addDays, type CalendarDate } from '#shared/domain/calendar-date.ts'
import type { IsoInstant } from '#shared/domain/clock.ts'
import { dayMonth } from '#shared/i18n/dates.ts'
import { holidayName } from '#shared/i18n/explain/day-reason.ts'
import type { Language } from '#shared/i18n/language.ts'
import { type Words, wordsIn } from '#shared/i18n/words.ts'
import type { CalendarYear } from '#shared/regulation/calendar/calendar-year.ts'
import { workingCalendar } from '#shared/regulation/calendar/working-calendar.ts'
import type { DayReason } from '#shared/regulation/deadline-types.ts'

/** What an exported calendar is made of. */
export interface CalendarIcs {
  /** The years in force, each once. */
  readonly years: readonly CalendarYear[]
  readonly language: Language
  /** When the file is made. */
  readonly at: IsoInstant
}

/**
 * The years as an iCalendar file (RFC 5545) for any calendar program: an all-day event for every Monday–Friday that is off and
 * for every working Saturday or Sunday, which take up no time. A day keeps its UID in every export and a newer version of its
 * year has a higher SEQUENCE, so that a program that reads the file again corrects the day instead of doubling it. It cannot
 * take back a day that is working again: an import does not delete.
 *
 * Written by hand: five properties an event do not need a library, and the one at hand (ical-generator) takes moments in the
 * machine's own zone where a calendar has days, and asks for a newer Node than this program's set-up may.
 */
export function calendarIcs({ years, language, at }: CalendarIcs): string {
  const words = wordsIn(language)
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Qabyl//Working calendar//EN',
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${escaped(words.say('calendarFile.title'))}`,
    ...years.toSorted((a, b) => a.year - b.year).flatMap((year) => eventsOf(year, words, at)),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

function eventsOf(year: CalendarYear, words: Words, at: IsoInstant): readonly string[] {
  const { days, isForecast, use } = workingCalendar([year]).tableOf(year.year)
  return days.flatMap(({ date, reason }) => {
    const name = nameOf(date, reason, year, words)
    if (name === null) return []
    return [
      'BEGIN:VEVENT',
      `UID:${date}@working-calendar.qabyl`,
      `SEQUENCE:${year.version}`,
      `DTSTAMP:${utcStamp(at)}`,
      `DTSTART;VALUE=DATE:${basicDate(date)}`,
      `DTEND;VALUE=DATE:${basicDate(addDays(date, 1))}`,
      `SUMMARY:${escaped(isForecast ? words.say('calendarFile.forecast', { name }) : name)}`,
      `DESCRIPTION:${escaped(words.say('calendarFile.source', { version: use.version, source: year.source }))}`,
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]
  })
}

/** What stands on a day; `null` for one that is as every week has it. */
function nameOf(date: CalendarDate, reason: DayReason, year: CalendarYear, words: Words): string | null {
  const { say, language } = words
  switch (reason.kind) {
    case 'holiday':
      return capitalised(holidayName(reason.holiday, words), language)
    case 'substitute': {
      const holiday = capitalised(holidayName(reason.holiday, words), language)
      return say('calendarFile.instead', { holiday, day: dayMonth(reason.instead, language) })
    }
    case 'transferred_off':
      return say('calendarFile.movedOff', { day: dayMonth(reason.instead, language) })
    case 'working_weekend': {
      const transfer = year.ministerialTransfers.find(({ from }) => from === date)
      if (transfer === undefined) return say('calendarFile.working')
      return say('calendarFile.workingFor', { day: dayMonth(transfer.to, language) })
    }
    case 'working':
    case 'weekend':
    case 'no_calendar':
      return null
    default:
      return assertNever(reason)
  }
}

function capitalised(text: string, language: Language): string {
  return text.charAt(0).toLocaleUpperCase(language) + text.slice(1)
}

/** TEXT of RFC 5545, 3.3.11. A source may hold anything a person pasted; control characters have no place in a line. */
function escaped(text: string): string {
  return text
    .replace(/\r\n?/gu, '\n')
    .replace(/(?![\n\t])\p{Cc}/gu, '')
    .replace(/[\\;,]/gu, (sign) => `\\${sign}`)
    .replace(/\n/gu, '\\n')
}

/** At most 75 octets a line, 3.1; the break never falls inside a letter. */
function folded(line: string): string {
  let octets = 0
  let text = ''
  for (const letter of line) {
    const size = Buffer.byteLength(letter)
    if (octets + size > 75) {
      text += '\r\n '
      octets = 1
    }
    text += letter
    octets += size
  }
  return text
}

function basicDate(date: CalendarDate): string {
  return date.replaceAll('-', '')
}

/** `2026-11-23T05:43:00.000Z` → `20261123T054300Z`. */
function utcStamp(at: IsoInstant): string {
  return at.replace(/\.\d+/u, '').replace(/[-:]/gu, '')
}
