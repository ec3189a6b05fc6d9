import { type CalendarDate, yearOf } from '../../domain/calendar-date.ts'
import { dayMonth, dayMonthShort, longDay, weekdayShort } from '../dates.ts'
import type { Language } from '../language.ts'
import type { Words } from '../words.ts'

/** A day beside others of `year`: `7 октября`, and with its year where that is another one: `7 января 2027`. */
export function dayIn(year: number, date: CalendarDate, { language }: Words): string {
  return yearOf(date) === year ? dayMonth(date, language) : longDay(date, language)
}

/** `10 июля – 3 августа`, `1–31 мая`, or the one day. */
export function daysIn(year: number, from: CalendarDate, to: CalendarDate, words: Words): string {
  const last = dayIn(year, to, words)
  if (from === to) return last
  const isOneMonth = yearOf(to) === year && from.slice(0, 7) === to.slice(0, 7)
  return isOneMonth
    ? `${dayOfMonth(from)}–${last}`
    : words.say('duties.explain.range', { from: dayIn(year, from, words), to: last })
}

/**
 * Writes the days of one sentence in their order: the month only where it changes, the year only where a new one has begun.
 * `пт 20 марта`, then `сб 21`, then `ср 1 апреля`.
 */
export function dayWriter({ language }: Words): (date: CalendarDate) => string {
  let previous: CalendarDate | undefined
  return (date) => {
    const isNewYear = previous !== undefined && yearOf(previous) !== yearOf(date)
    const isSameMonth = previous?.slice(0, 7) === date.slice(0, 7)
    previous = date
    const weekday = weekdayShort(date, language)
    if (isNewYear) return `${weekday} ${withYear(date, language)}`
    return `${weekday} ${isSameMonth ? dayOfMonth(date) : withMonth(date, language)}`
  }
}

// English shortens its months; the Russian and Kazakh forms are read whole.
function withMonth(date: CalendarDate, language: Language): string {
  return language === 'en' ? dayMonthShort(date, language) : dayMonth(date, language)
}

function withYear(date: CalendarDate, language: Language): string {
  return language === 'en' ? `${withMonth(date, language)} ${yearOf(date)}` : longDay(date, language)
}

function dayOfMonth(date: CalendarDate): number {
  return Number(date.slice(8))
}
