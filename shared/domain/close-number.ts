import { type CalendarDate, calendarDate, daysBetween } from './calendar-date.ts'

/** `2026-125`: year and day of the year. One for each date, rising with it, and whoever reads two of them sees how many lie between. */
export function closeNumber(date: CalendarDate): string {
  const year = date.slice(0, 4)
  const dayOfYear = daysBetween(calendarDate(`${year}-01-01`), date) + 1
  return `${year}-${String(dayOfYear).padStart(3, '0')}`
}
