import { addDays, type CalendarDate } from '#shared/domain/calendar-date.ts'
import type { IsoInstant } from '#shared/domain/clock.ts'
import { instantOfLocal } from '#shared/regulation/local-time.ts'

export interface DayBounds {
  /** First instant of the local day. */
  readonly start: IsoInstant
  /** First instant of the day after. */
  readonly end: IsoInstant
}

/** When a hotel-local day begins and ends. */
export function localDayBounds(date: CalendarDate, zone: string): DayBounds {
  return { start: startOf(date, zone), end: startOf(addDays(date, 1), zone) }
}

function startOf(date: CalendarDate, zone: string): IsoInstant {
  return new Date(instantOfLocal(`${date}T00:00`, zone)).toISOString()
}
