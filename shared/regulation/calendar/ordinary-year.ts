import {
  type CalendarDate,
  calendarDate,
  fromDayNumber,
  toDayNumber,
  type Weekday,
  weekdayOf,
} from '../../domain/calendar-date.ts'
import type { DayReason } from '../deadline-types.ts'

/** One day in the table of a year. */
export interface YearDay {
  readonly date: CalendarDate
  readonly weekday: Weekday
  readonly isWorking: boolean
  readonly reason: DayReason
}

/** Why a Monday–Friday counts before any calendar is laid over it. */
export type OrdinaryReason = Extract<DayReason['kind'], 'working' | 'no_calendar'>

/** These never change, so every calendar shares them; each calendar lays only its own few days over a copy. */
const ORDINARY_YEARS: Readonly<Record<OrdinaryReason, Map<number, readonly YearDay[]>>> = {
  working: new Map(),
  no_calendar: new Map(),
}

/** Day number (days since 1970-01-01) of 1 January. Throws `RangeError` outside years 1–9999. */
export function firstDayOf(year: number): number {
  return toDayNumber(calendarDate(`${String(year).padStart(4, '0')}-01-01`))
}

/** A year of plain weeks: Monday–Friday working for `reason`, Saturday and Sunday off. */
export function ordinaryYear(year: number, reason: OrdinaryReason): readonly YearDay[] {
  const known = ORDINARY_YEARS[reason].get(year)
  if (known !== undefined) return known
  const workday: DayReason = { kind: reason }
  const weekend: DayReason = { kind: 'weekend' }
  const days: YearDay[] = []
  const firstDay = firstDayOf(year)
  const lastDay = toDayNumber(calendarDate(`${String(year).padStart(4, '0')}-12-31`))
  for (let dayNumber = firstDay; dayNumber <= lastDay; dayNumber++) {
    const date = fromDayNumber(dayNumber)
    const weekday = weekdayOf(date)
    const isWorking = weekday <= 5
    days.push({ date, weekday, isWorking, reason: isWorking ? workday : weekend })
  }
  ORDINARY_YEARS[reason].set(year, days)
  return days
}
