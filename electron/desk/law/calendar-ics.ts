import { assertNever } from '#shared/domain/assert-never.ts'
import { addDays, type CalendarDate } from '#shared/domain/calendar-date.ts'
import type { IsoInstant } from '#shared/domain/clock.ts'
import { dayMonth } from '#shared/i18n/dates.ts'
import { CATALOGUES } from '#shared/i18n/index.ts'
import type { Language } from '#shared/i18n/language.ts'
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
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Qabyl//Working calendar//EN',
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${escaped(CATALOGUES[language].calendarFile.title)}`,
    ...years.toSorted((a, b) => a.year - b.year).flatMap((year) => eventsOf(year, language, at)),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

function eventsOf(year: CalendarYear, language: Language, at: IsoInstant): readonly string[] {
  const { days, isForecast, use } = workingCalendar([year]).tableOf(year.year)
  const words = CATALOGUES[language].calendarFile
  return days.flatMap(({ date, reason }) => {
    const name = nameOf(date, reason, year, language)
    if (name === null) return []
    return [
      'BEGIN:VEVENT',
      `UID:${date}@working-calendar.qabyl`,
      `SEQUENCE:${year.version}`,
      `DTSTAMP:${utcStamp(at)}`,
      `DTSTART;VALUE=DATE:${basicDate(date)}`,
      `DTEND;VALUE=DATE:${basicDate(addDays(date, 1))}`,
      `SUMMARY:${escaped(isForecast ? filled(words.forecast, { name }) : name)}`,
      `DESCRIPTION:${escaped(filled(words.source, { version: use.version, source: year.source }))}`,
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]
  })
}

/** What stands on a day; `null` for one that is as every week has it. */
function nameOf(date: CalendarDate, reason: DayReason, year: CalendarYear, language: Language): string | null {
  const words = CATALOGUES[language].calendarFile
  switch (reason.kind) {
    case 'holiday':
      return holidayName(reason.holiday, language)
    case 'substitute': {
      const holiday = holidayName(reason.holiday, language)
      return filled(words.instead, { holiday, day: dayMonth(reason.instead, language) })
    }
    case 'transferred_off':
      return filled(words.movedOff, { day: dayMonth(reason.instead, language) })
    case 'working_weekend': {
      const transfer = year.ministerialTransfers.find(({ from }) => from === date)
      return transfer === undefined ? words.working : filled(words.workingFor, { day: dayMonth(transfer.to, language) })
    }
    case 'working':
    case 'weekend':
    case 'no_calendar':
      return null
    default:
      return assertNever(reason)
  }
}

function holidayName(key: string, language: Language): string {
  const names: Readonly<Record<string, string>> = CATALOGUES[language].calendar.holidays
  const name = names[key] ?? key
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1)
}

function filled(message: string, values: Readonly<Record<string, string>>): string {
  return message.replace(/\{\{(\w+)\}\}/gu, (_, name: string) => values[name] ?? '')
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
