import { addDays, type CalendarDate } from '#shared/domain/calendar-date.ts'
import { instantOfLocal } from '#shared/regulation/local-time.ts'

const NOON = '12:00'

/** When days close by themselves, as the property set it. */
export interface CloseHour {
  /** `HH:mm`, hotel-local; before noon it is in the night after the day. `null` = days are closed by hand only. */
  readonly closesAt: string | null
  /** When this was set, milliseconds; `-Infinity` = it has always been so. */
  readonly sinceMs: number
}

/**
 * When a day closes by itself, in milliseconds; `null` = only by hand. An hour that was already past when it was chosen closes nothing on the
 * spot: such a day closes when it is over – at once, if it was over by then. Rises with the day.
 */
export function closeMomentMs(date: CalendarDate, { closesAt, sinceMs }: CloseHour, zone: string): number | null {
  if (closesAt === null) return null
  const dayAfter = addDays(date, 1)
  const atHour = instantOfLocal(`${closesAt < NOON ? dayAfter : date}T${closesAt}`, zone)
  if (atHour > sinceMs) return atHour
  return Math.max(instantOfLocal(`${dayAfter}T00:00`, zone), sinceMs)
}
