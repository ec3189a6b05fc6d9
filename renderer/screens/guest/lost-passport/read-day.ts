import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import { dayMonth } from '#shared/i18n/dates.ts'
import { readDay } from '../../../entry/date-entry.ts'
import type { Words } from '../../../i18n/use-words.ts'

/** A day typed into a form of the case: today or earlier, and not before the loss; otherwise why not, in words. */
export function readLossDay(
  text: string,
  { today, from }: { readonly today: CalendarDate; readonly from: CalendarDate | null },
  { say, language }: Words,
): { readonly day: CalendarDate | null; readonly reason: string | undefined } {
  const typed = readDay(text, today, 'past')
  if (typed.state !== 'read') return { day: null, reason: say('lostPassport.form.badDay') }
  if (typed.value > today) return { day: null, reason: say('lostPassport.form.future') }
  if (from !== null && typed.value < from)
    return { day: null, reason: say('lostPassport.form.beforeLoss', { day: dayMonth(from, language) }) }
  return { day: typed.value, reason: undefined }
}
