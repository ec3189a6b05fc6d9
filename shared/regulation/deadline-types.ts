import type { CalendarDate, Weekday } from '../domain/calendar-date.ts'

/** Which reading of "within 3 working days from the day of arrival" raises the alarm. Both are always computed. */
export type AlarmReading = 'strict' | 'latest'

/** Why a day counts or does not. `label` is data, worded by the i18n catalogue, so that screen, report and CLI say the same. */
export type DayReason =
  | { readonly kind: 'working' }
  /** A Saturday or Sunday made working by ministerial order. */
  | { readonly kind: 'working_weekend' }
  | { readonly kind: 'weekend' }
  | { readonly kind: 'holiday'; readonly holiday: string }
  /** Off because the holiday of `instead` fell on a weekend. */
  | { readonly kind: 'substitute'; readonly holiday: string; readonly instead: CalendarDate }
  /** Off by ministerial order; the rest day of `instead` was moved here. */
  | { readonly kind: 'transferred_off'; readonly instead: CalendarDate }
  /** No calendar for this year: Monday–Friday counts. */
  | { readonly kind: 'no_calendar' }

/** One day of the explanation, from arrival to the last arguable day, every day present. */
export interface ExplainedDay {
  readonly date: CalendarDate
  readonly weekday: Weekday
  readonly isWorking: boolean
  readonly reason: DayReason
  /** 1, 2, 3 when the strict reading counts this day; otherwise `null`. */
  readonly strictDay: number | null
  /** 1, 2, 3 when the latest reading counts this day; otherwise `null`. */
  readonly latestDay: number | null
  readonly isArrival: boolean
  readonly isStrictDue: boolean
  readonly isLatestDue: boolean
  /** The day lies in a year whose calendar is a forecast. */
  readonly isForecast: boolean
}

export interface CalendarUse {
  /** Versions of the years the deadline touched, e.g. `2026.1`, joined by `+`; `none` for a year without data. */
  readonly version: string
  /** A forecast year decided something. */
  readonly forecast: boolean
  /** Years that had no calendar at all and were counted Monday–Friday. */
  readonly noCalendarYears: readonly number[]
}

/** The duty to notify about one arrival. Due at the end of the local day, 23:59:59 Asia/Almaty. */
export interface Deadline {
  readonly arrival: CalendarDate
  readonly strictDue: CalendarDate
  readonly latestDue: CalendarDate
  readonly explanation: readonly ExplainedDay[]
  readonly calendar: CalendarUse
  /** Id and version of the rule pack entry used, e.g. `arrival-notice@2020-01-11`. */
  readonly rule: string
}
