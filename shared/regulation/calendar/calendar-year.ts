import type { CalendarDate } from '../../domain/calendar-date.ts'

/** Holidays of Kazakhstan, as keys; the i18n catalogue holds their names. */
export const HOLIDAY_KEYS = [
  'new_year',
  'christmas',
  'womens_day',
  'nauryz',
  'unity_day',
  'defender_day',
  'victory_day',
  'kurban_ait',
  'capital_day',
  'constitution_day',
  'republic_day',
  'independence_day',
  /** Proclaimed after this edition was made: still a day off, without a name of its own. */
  'other_holiday',
] as const
export type HolidayKey = (typeof HOLIDAY_KEYS)[number]

/** `official` = taken from a published calendar; `forecast` = computed from the rules and to be replaced. */
export const CALENDAR_STATUSES = ['official', 'forecast'] as const
export type CalendarStatus = (typeof CALENDAR_STATUSES)[number]

/** How far the stated source carries. */
export const CONFIDENCES = ['high', 'medium-high', 'medium', 'low'] as const
export type Confidence = (typeof CONFIDENCES)[number]

/** A rest day moved by order of the Minister of Labour (Labour Code): `from` becomes working, `to` becomes off. */
export interface MinisterialTransfer {
  readonly from: CalendarDate
  readonly to: CalendarDate
}

/** A day that an earlier or other publication counts differently; for the calendar screen, decides nothing. */
export interface WatchedDay {
  readonly date: CalendarDate
  readonly was: string
  readonly now: string
  readonly source: string
}

/**
 * The working calendar of one year for the five-day week: plain data, the same in the program, in the register and in a file
 * that is imported. A change is a new `version` of the year, never an edit of the old one.
 */
export interface CalendarYear {
  readonly year: number
  /** 1, 2, …; whoever keeps versions numbers them and says which is in force. */
  readonly version: number
  readonly status: CalendarStatus
  /** Where the days come from: act or publication. */
  readonly source: string
  readonly confidence: Confidence
  readonly confidenceNote: string
  /** Every Monday–Friday that is off. Each is also a holiday, a substitute's day or a transfer's `to`: that is its reason. */
  readonly nonWorking: readonly CalendarDate[]
  /** Every Saturday or Sunday that is working. */
  readonly workingWeekends: readonly CalendarDate[]
  /** The holidays themselves, those on a weekend included. */
  readonly holidays: Readonly<Record<CalendarDate, HolidayKey>>
  /** Holiday on a weekend → the day off it is moved to (Law on holidays art. 5). */
  readonly substitutes: Readonly<Record<CalendarDate, CalendarDate>>
  readonly ministerialTransfers: readonly MinisterialTransfer[]
  readonly watch: readonly WatchedDay[]
}

/** How a year's version is written on a deadline and in a report: `2026.1`. */
export function calendarVersionLabel(year: Pick<CalendarYear, 'year' | 'version'>): string {
  return `${year.year}.${year.version}`
}
