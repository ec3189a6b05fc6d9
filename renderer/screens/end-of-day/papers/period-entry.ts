import { LONGEST_PERIOD_DAYS } from '#shared/contract/summary-schemas.ts'
import { type CalendarDate, daysBetween } from '#shared/domain/calendar-date.ts'
import { failed, ok, type Result } from '#shared/domain/result.ts'
import { readDay } from '../../../entry/date-entry.ts'

export interface PeriodTrouble {
  readonly field: 'from' | 'to'
  readonly what: 'unreadable' | 'ahead' | 'reversed' | 'tooLong'
}

/** Two typed days, both included, as a period that lies behind or ends today. */
export function readPeriod(
  typed: { readonly from: string; readonly to: string },
  today: CalendarDate,
): Result<{ readonly from: CalendarDate; readonly to: CalendarDate }, PeriodTrouble> {
  const [from, to] = [readDay(typed.from, today, 'past'), readDay(typed.to, today, 'past')]
  if (from.state !== 'read') return failed({ field: 'from', what: 'unreadable' })
  if (to.state !== 'read') return failed({ field: 'to', what: 'unreadable' })
  if (from.value > today) return failed({ field: 'from', what: 'ahead' })
  if (to.value > today) return failed({ field: 'to', what: 'ahead' })
  if (from.value > to.value) return failed({ field: 'from', what: 'reversed' })
  if (daysBetween(from.value, to.value) >= LONGEST_PERIOD_DAYS) return failed({ field: 'from', what: 'tooLong' })
  return ok({ from: from.value, to: to.value })
}
