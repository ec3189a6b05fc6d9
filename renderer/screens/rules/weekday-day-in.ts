import { type CalendarDate, yearOf } from '#shared/domain/calendar-date.ts'
import { longDay, weekdayDay, weekdayShort } from '#shared/i18n/dates.ts'
import type { Language } from '#shared/i18n/language.ts'

/** `пт, 7 августа`, and in another year than that of `today` `чт, 7 января 2027`: an invented stay may lie anywhere. */
export function weekdayDayIn(date: CalendarDate, today: CalendarDate, language: Language): string {
  return yearOf(date) === yearOf(today)
    ? weekdayDay(date, language)
    : `${weekdayShort(date, language)}, ${longDay(date, language)}`
}
