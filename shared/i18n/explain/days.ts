import { type CalendarDate, yearOf } from '../../domain/calendar-date.ts'
import { dayMonth, dayMonthShort, longDay, weekdayShort } from '../dates.ts'
import type { Words } from '../words.ts'

/** A day beside others of `year`: `7 октября`, and with its year where that is another one: `7 января 2027`. */
export function dayIn(year: number, date: CalendarDate, { language }: Words): string {
  return yearOf(date) === year ? dayMonth(date, language) : longDay(date, language)
}

/** `10 июля – 3 августа`, or the one day. */
export function daysIn(year: number, from: CalendarDate, to: CalendarDate, words: Words): string {
  const [first, last] = [dayIn(year, from, words), dayIn(year, to, words)]
  return from === to ? first : words.say('duties.explain.range', { from: first, to: last })
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
    return `${weekdayShort(date, language)} ${isNewYear ? longDay(date, language) : isSameMonth ? Number(date.slice(8)) : withMonth(date)}`
  }

  // English shortens its months; Russian and Kazakh case forms are read whole.
  function withMonth(date: CalendarDate): string {
    return language === 'en' ? dayMonthShort(date, language) : dayMonth(date, language)
  }
}
