import type { CalendarDate } from '../domain/calendar-date.ts'
import { calendarDate } from '../domain/calendar-date.ts'
import type { IsoInstant } from '../domain/clock.ts'
import { dayMonth, longDay, weekdayDayShort } from '../i18n/dates.ts'
import type { Language } from '../i18n/language.ts'
import { tenge, wholeNumber } from '../i18n/numbers.ts'
import { type LocalDateTime, localDateTimeOf } from '../regulation/local-time.ts'
import type { Cell, Tone } from './document.ts'

/** How values become cells: what it says beside what it is. `null` = nothing to say, unless `otherwise` says it. */
export function textCell(value: string | null, otherwise = '', tone: Tone = 'plain'): Cell {
  return { type: 'text', value, text: value ?? otherwise, tone }
}

/** What is said and what is meant are two things: `Отклонено` and `rejected`, `Россия` and `RUS`. */
export function namedCell(value: string | null, text: string, tone: Tone = 'plain'): Cell {
  return { type: 'text', value, text, tone }
}

export function numberCell(value: number | null, text?: string, tone: Tone = 'plain'): Cell {
  return { type: 'number', value, text: text ?? (value === null ? '' : wholeNumber(value)), tone }
}

/** `пн, 4 мая`. */
export function dayCell(value: CalendarDate | null, language: Language, text?: string, tone: Tone = 'plain'): Cell {
  return { type: 'day', value, text: text ?? (value === null ? '' : weekdayDayShort(value, language)), tone }
}

/** The day of a local moment, without its hour; the hour is in the value. */
export function arrivalCell(value: LocalDateTime, language: Language): Cell {
  return { type: 'local_time', value, text: weekdayDayShort(localDayOf(value), language) }
}

/** `5 мая, 14:21` on the wall of the hotel; only the hour where the day is that of the report. */
export function momentCell(value: IsoInstant | null, where: Place, text?: string): Cell {
  if (value === null) return { type: 'local_time', value: null, text: text ?? '' }
  const local = localMoment(value, where.zone)
  const time = local.slice(11)
  const date = localDayOf(local)
  return { type: 'local_time', value: local, text: date === where.date ? time : `${dayMonth(date, where.language)}, ${time}` }
}

export function tengeCell(value: number | null, text?: string): Cell {
  return { type: 'tenge', value, text: text ?? (value === null ? '' : tenge(value)) }
}

/** Where and when a report is read: its day, its clock, its language. */
export interface Place {
  readonly date: CalendarDate
  readonly zone: string
  readonly language: Language
}

/** `5 мая 2026, 15:20`. */
export function longMoment(instant: IsoInstant, { zone, language }: Pick<Place, 'zone' | 'language'>): string {
  const local = localMoment(instant, zone)
  return `${longDay(localDayOf(local), language)}, ${local.slice(11)}`
}

/** `YYYY-MM-DDTHH:mm` on the wall of the hotel. */
export function localMoment(instant: IsoInstant, zone: string): LocalDateTime {
  return localDateTimeOf(Date.parse(instant), zone)
}

function localDayOf(local: LocalDateTime): CalendarDate {
  return calendarDate(local.slice(0, 10))
}
