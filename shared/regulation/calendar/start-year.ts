import { type CalendarDate, calendarDate } from '../../domain/calendar-date.ts'
import { BUILT_IN_YEARS } from './built-in-years.ts'
import type { CalendarYear, HolidayKey } from './calendar-year.ts'
import { layOutYear } from './lay-out-year.ts'

/** A holiday on the same day of every year, in the years it is kept on that day. */
interface YearlyHoliday {
  readonly holiday: HolidayKey
  /** `MM-DD`. */
  readonly days: readonly string[]
  readonly firstYear?: number
  readonly lastYear?: number
}

/** As in the published calendars of 2024–2026 and, for Constitution Day from 2027, the Labour ministry (taspanews.kz 2026-03-18). */
const YEARLY_HOLIDAYS: readonly YearlyHoliday[] = [
  { holiday: 'new_year', days: ['01-01', '01-02'] },
  { holiday: 'christmas', days: ['01-07'] },
  { holiday: 'womens_day', days: ['03-08'] },
  { holiday: 'constitution_day', days: ['03-15'], firstYear: 2027 },
  { holiday: 'nauryz', days: ['03-21', '03-22', '03-23'] },
  { holiday: 'unity_day', days: ['05-01'] },
  { holiday: 'defender_day', days: ['05-07'] },
  { holiday: 'victory_day', days: ['05-09'] },
  { holiday: 'capital_day', days: ['07-06'] },
  { holiday: 'constitution_day', days: ['08-30'], lastYear: 2025 },
  { holiday: 'republic_day', days: ['10-25'] },
  { holiday: 'independence_day', days: ['12-16'] },
]

/**
 * A forecast for a year without data, made from the rules alone: to be completed, and confirmed once the year is published. Days
 * off it does not know – Kurban Ait, whose day is proclaimed each year, and days off by ministerial order – are counted as
 * working, which makes notices too early. A Saturday that a later order makes working can bring a due date forward: that nobody
 * can know. The note says both. `version` is 1. Throws `RangeError` outside 2000–2199.
 */
export function startYear(year: number): CalendarYear {
  if (!Number.isInteger(year) || year < 2000 || year > 2199) throw new RangeError(`Not a year of the working calendar: ${year}`)
  const holidays: Record<CalendarDate, HolidayKey> = {}
  for (const { holiday, days, firstYear = year, lastYear = year } of YEARLY_HOLIDAYS) {
    if (year < firstYear || year > lastYear) continue
    for (const day of days) holidays[calendarDate(`${year}-${day}`)] = holiday
  }
  const kurbanAit = knownKurbanAit(year)
  if (kurbanAit !== undefined) holidays[kurbanAit] = 'kurban_ait'
  return {
    year,
    version: 1,
    status: 'forecast',
    source: 'Computed from the rules (Law on holidays art. 5, Labour Code art. 84); not published by anyone',
    confidence: 'low',
    confidenceNote: [
      'Made from the rules: the holidays as known in 2026, those on a weekend moved to the next working day.',
      kurbanAit === undefined
        ? 'Kurban Ait is MISSING: its day is proclaimed each year. Add it as soon as it is known.'
        : `Kurban Ait on ${kurbanAit} as in the calendar the program brings.`,
      'Ministerial transfers unknown. MUST be replaced by the official calendar.',
    ].join(' '),
    watch: [],
    ...layOutYear({ year, holidays, ministerialTransfers: [], exceptions: new Map(), otherWorkingWeekends: [] }),
  }
}

function knownKurbanAit(year: number): CalendarDate | undefined {
  const known = BUILT_IN_YEARS.find((candidate) => candidate.year === year)
  const entries = Object.entries(known?.holidays ?? {}) as [CalendarDate, HolidayKey][]
  return entries.find(([, holiday]) => holiday === 'kurban_ait')?.[0]
}
