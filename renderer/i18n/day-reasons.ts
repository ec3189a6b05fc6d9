import { assertNever } from '#shared/domain/assert-never.ts'
import { dayMonth } from '#shared/i18n/dates.ts'
import { CATALOGUES } from '#shared/i18n/index.ts'
import type { DayReason } from '#shared/regulation/deadline-types.ts'
import type { Words } from './use-words.ts'

/** Why a day counts or does not, as it stands in the day strip; empty for an ordinary working day. */
export function dayReasonInWords(reason: DayReason, words: Words): string {
  const { say, language } = words
  switch (reason.kind) {
    case 'working':
      return ''
    case 'working_weekend':
      return say('calendar.workingWeekend')
    case 'weekend':
      return say('calendar.weekend')
    case 'holiday':
      return holidayName(reason.holiday, words)
    case 'substitute':
      return say('calendar.instead', { day: dayMonth(reason.instead, language) })
    case 'transferred_off':
      return say('calendar.transferredOff', { day: dayMonth(reason.instead, language) })
    case 'no_calendar':
      return say('calendar.noCalendar')
    default:
      return assertNever(reason)
  }
}

/** A holiday's name by its key; an imported calendar may bring a name of its own, which is shown as it is. */
export function holidayName(key: string, { language }: Words): string {
  const holidays: Readonly<Record<string, string>> = CATALOGUES[language].calendar.holidays
  return holidays[key] ?? key
}
