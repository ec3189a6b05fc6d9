import type { BusinessDays } from '#shared/contract/report-schemas.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import { atTime, dayMonth, localDay, localTime, onDay, weekdayLong } from '#shared/i18n/dates.ts'
import type { Words } from '../../i18n/use-words.ts'

interface DayStanding {
  readonly days: Pick<BusinessDays, 'openDate' | 'nextCloseAt'>
  readonly date: CalendarDate
  readonly today: CalendarDate
  readonly isClosed: boolean
  readonly zone: string
}

/** Beside the title: which day it is, and what becomes of it. */
export function daySummary({ days, date, today, isClosed, zone }: DayStanding, { say, language }: Words): string {
  const weekday = weekdayLong(date, language)
  const day = `${weekday.charAt(0).toUpperCase()}${weekday.slice(1)}, ${dayMonth(date, language)}`
  if (isClosed) return say('endOfDay.summary.closed', { day })
  if (date < days.openDate || date > today) return `${day}.`
  if (date > days.openDate) return say('endOfDay.summary.waits', { day, first: dayMonth(days.openDate, language) })
  if (days.nextCloseAt === null) return say('endOfDay.summary.byHand', { day })
  const at = atTime(localTime(days.nextCloseAt, zone), language)
  const on = localDay(days.nextCloseAt, zone)
  return on === date
    ? say('endOfDay.summary.closesAt', { day, at })
    : say('endOfDay.summary.closesNextDay', { day, on: onDay(on, language), at })
}
