import { addDays, format, getISODay, getYear, parseISO } from 'date-fns'
import type { CalendarYear } from '#shared/regulation/calendar/calendar-year.ts'
import type { DayReason } from '#shared/regulation/deadline-types.ts'

/** One year as someone would lay it out who looks days up by their text. */
interface PlainYear {
  readonly label: string
  readonly isForecast: boolean
  readonly off: ReadonlyMap<string, DayReason>
  readonly on: ReadonlySet<string>
}
export type PlainCalendar = ReadonlyMap<number, PlainYear>

/** Lays a calendar out for {@link deadlineDayByDay}. */
export function plainCalendar(years: readonly CalendarYear[]): PlainCalendar {
  return new Map(years.map((year) => [year.year, plainYear(year)]))
}

function plainYear(year: CalendarYear): PlainYear {
  const off = new Map<string, DayReason>()
  for (const { from, to } of year.ministerialTransfers) off.set(to, { kind: 'transferred_off', instead: from })
  for (const [date, instead] of Object.entries(year.substitutes)) {
    const holiday = year.holidays[date as keyof typeof year.holidays]
    if (holiday !== undefined) off.set(instead, { kind: 'substitute', holiday, instead: date as typeof instead })
  }
  for (const [date, holiday] of Object.entries(year.holidays)) off.set(date, { kind: 'holiday', holiday })
  return {
    label: `${year.year}.${year.version}`,
    isForecast: year.status === 'forecast',
    off,
    on: new Set(year.workingWeekends),
  }
}

/**
 * The straightforward way to a deadline and its explanation: a date that walks from day to day, its text looked up in the
 * calendar. Gives what `arrivalDeadline` gives.
 */
export function deadlineDayByDay(arrival: string, calendar: PlainCalendar) {
  const explanation: unknown[] = []
  const versions: string[] = []
  const noCalendarYears: number[] = []
  let forecast = false
  let strictDue = ''
  let latestDue = ''
  let strictCount = 0
  let latestCount = 0
  let lastYear = 0
  for (let day = parseISO(arrival); latestCount < 3; day = addDays(day, 1)) {
    const date = format(day, 'yyyy-MM-dd')
    const weekday = getISODay(day)
    const yearNumber = getYear(day)
    const year = calendar.get(yearNumber)
    if (yearNumber !== lastYear) {
      versions.push(year?.label ?? 'none')
      if (year === undefined) noCalendarYears.push(yearNumber)
      forecast ||= year?.isForecast === true
      lastYear = yearNumber
    }
    const reason = reasonOf(date, weekday, year)
    const isWorking = reason.kind === 'working' || reason.kind === 'working_weekend' || reason.kind === 'no_calendar'
    const isArrival = explanation.length === 0
    const strictDay = isWorking && strictCount < 3 ? ++strictCount : null
    const latestDay = isWorking && !isArrival ? ++latestCount : null
    if (strictDay === 3) strictDue = date
    if (latestDay === 3) latestDue = date
    explanation.push({
      date,
      weekday,
      isWorking,
      reason,
      strictDay,
      latestDay,
      isArrival,
      isStrictDue: strictDay === 3,
      isLatestDue: latestDay === 3,
      isForecast: year?.isForecast === true,
    })
  }
  return {
    arrival,
    strictDue,
    latestDue,
    explanation,
    calendar: { version: versions.join('+'), forecast, noCalendarYears },
  }
}

function reasonOf(date: string, weekday: number, year: PlainYear | undefined): DayReason {
  if (weekday >= 6) return year?.on.has(date) === true ? { kind: 'working_weekend' } : { kind: 'weekend' }
  if (year === undefined) return { kind: 'no_calendar' }
  return year.off.get(date) ?? { kind: 'working' }
}
