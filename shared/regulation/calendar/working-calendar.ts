import { type CalendarDate, toDayNumber, type Weekday, yearOf } from '../../domain/calendar-date.ts'
import type { CalendarUse, DayReason } from '../deadline-types.ts'
import { type CalendarYear, calendarVersionLabel } from './calendar-year.ts'
import { firstDayOf, ordinaryYear, type YearDay } from './ordinary-year.ts'

/** What the calendar says about one day. */
export interface WorkingCalendarDay {
  readonly date: CalendarDate
  readonly weekday: Weekday
  readonly isWorking: boolean
  readonly reason: DayReason
  /** The year of this day is a forecast, to be replaced by the official calendar. */
  readonly isForecast: boolean
  /** Version of the year that says so, e.g. `2026.1`; {@link NO_CALENDAR} for a year without data. */
  readonly version: string
}

/** Stands in place of a version where a year has no data. */
export const NO_CALENDAR = 'none'

/** All days of one year, as laid down by the calendar in force. Made once per calendar and year, when first asked for. */
export interface YearTable {
  readonly year: number
  /** Day number (days since 1970-01-01) of 1 January. */
  readonly firstDay: number
  /** Index 0 is 1 January. */
  readonly days: readonly YearDay[]
  readonly isForecast: boolean
  readonly use: CalendarUse
}

/** The working days of all years for which there is data; other years count Monday–Friday. Immutable. */
export interface WorkingCalendar {
  /** The years in force, ascending; one version of each. */
  readonly years: readonly CalendarYear[]
  dayOf(date: CalendarDate): WorkingCalendarDay
  /** For counts that walk from day to day; everyone else asks `dayOf`. Throws `RangeError` outside years 1–9999. */
  tableOf(year: number): YearTable
}

/** Makes the calendar in force out of all known years. Of several versions of a year the highest wins, in whatever order they come. */
export function workingCalendar(years: readonly CalendarYear[]): WorkingCalendar {
  const inForce = new Map<number, CalendarYear>()
  for (const year of years) {
    const rival = inForce.get(year.year)
    if (rival === undefined || rival.version < year.version) inForce.set(year.year, year)
  }
  const tables = new Map<number, YearTable>()

  function tableOf(year: number): YearTable {
    const known = tables.get(year)
    if (known !== undefined) return known
    const table = makeTable(year, inForce.get(year))
    tables.set(year, table)
    return table
  }

  function dayOf(date: CalendarDate): WorkingCalendarDay {
    const { days, firstDay, isForecast, use } = tableOf(yearOf(date))
    const day = days[toDayNumber(date) - firstDay]
    if (day === undefined) throw new RangeError(`Not a calendar date: ${date}`)
    return { date, weekday: day.weekday, isWorking: day.isWorking, reason: day.reason, isForecast, version: use.version }
  }

  return { years: [...inForce.values()].toSorted((a, b) => a.year - b.year), dayOf, tableOf }
}

/** Working days after `from` up to and including `to`; 0 when `to` is not after `from`. */
export function workingDaysBetween(calendar: WorkingCalendar, from: CalendarDate, to: CalendarDate): number {
  let count = 0
  for (const day of daysAfter(calendar, from)) {
    if (day.date > to) break
    if (day.isWorking) count++
  }
  return count
}

/** A day off with its reason, as the board lists them. */
export interface DayOff {
  readonly date: CalendarDate
  readonly reason: DayReason
}

/** The days off strictly between two days, weekends included, ascending. */
export function daysOffBetween(calendar: WorkingCalendar, from: CalendarDate, to: CalendarDate): readonly DayOff[] {
  const daysOff: DayOff[] = []
  for (const { date, isWorking, reason } of daysAfter(calendar, from)) {
    if (date >= to) break
    if (!isWorking) daysOff.push({ date, reason })
  }
  return daysOff
}

function* daysAfter(calendar: WorkingCalendar, date: CalendarDate): Generator<YearDay, void> {
  const next = toDayNumber(date) + 1
  for (let year = yearOf(date); year <= LAST_YEAR; year++) {
    const { days, firstDay } = calendar.tableOf(year)
    for (const day of days.slice(Math.max(0, next - firstDay))) yield day
  }
}

/** The last year a calendar date can be written in. */
const LAST_YEAR = 9999

function makeTable(year: number, data: CalendarYear | undefined): YearTable {
  const firstDay = firstDayOf(year)
  if (data === undefined) {
    const use = { version: NO_CALENDAR, forecast: false, noCalendarYears: [year] }
    return { year, firstDay, days: ordinaryYear(year, 'no_calendar'), isForecast: false, use }
  }
  const isForecast = data.status === 'forecast'
  const days = [...ordinaryYear(year, 'working')]
  const reasons = reasonsForDaysOff(data)
  const lay = (date: CalendarDate, isWorking: boolean, reason: DayReason) => {
    const index = toDayNumber(date) - firstDay
    const day = days[index]
    if (day !== undefined) days[index] = { date, weekday: day.weekday, isWorking, reason }
  }
  for (const date of data.nonWorking) lay(date, false, reasons.get(date) ?? { kind: 'holiday', holiday: 'other_holiday' })
  for (const date of data.workingWeekends) lay(date, true, { kind: 'working_weekend' })
  const use = { version: calendarVersionLabel(data), forecast: isForecast, noCalendarYears: [] }
  return { year, firstDay, days, isForecast, use }
}

/** A day that is a holiday itself is named by it, even when another rest day was moved onto it. */
function reasonsForDaysOff(data: CalendarYear): ReadonlyMap<CalendarDate, DayReason> {
  const reasons = new Map<CalendarDate, DayReason>()
  for (const { from, to } of data.ministerialTransfers) reasons.set(to, { kind: 'transferred_off', instead: from })
  for (const [from, to] of entriesByDate(data.substitutes)) {
    const holiday = data.holidays[from]
    if (holiday !== undefined) reasons.set(to, { kind: 'substitute', holiday, instead: from })
  }
  for (const [date, holiday] of entriesByDate(data.holidays)) reasons.set(date, { kind: 'holiday', holiday })
  return reasons
}

function entriesByDate<Value>(record: Readonly<Record<CalendarDate, Value>>): readonly (readonly [CalendarDate, Value])[] {
  return Object.entries<Value>(record) as [CalendarDate, Value][]
}
