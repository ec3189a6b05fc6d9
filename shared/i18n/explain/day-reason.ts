import { assertNever } from '../../domain/assert-never.ts'
import type { DayReason } from '../../regulation/deadline-types.ts'
import { dayMonth } from '../dates.ts'
import { CATALOGUES } from '../index.ts'
import type { Words } from '../words.ts'

/** Why a day counts or does not, as it stands under a day; empty for an ordinary working day. */
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
  return Object.hasOwn(holidays, key) ? (holidays[key] ?? key) : key
}
