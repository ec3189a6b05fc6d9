import fc from 'fast-check'
import { type CalendarDate, calendarDate, fromDayNumber, toDayNumber, weekdayOf } from '#shared/domain/calendar-date.ts'
import { BUILT_IN_YEARS } from '#shared/regulation/calendar/built-in-years.ts'
import { type CalendarYear, HOLIDAY_KEYS } from '#shared/regulation/calendar/calendar-year.ts'
import { type CalendarEdit, editYear } from '#shared/regulation/calendar/edit-year.ts'
import { parseCalendarYear } from '#shared/regulation/calendar/parse-calendar-year.ts'
import { startYear } from '#shared/regulation/calendar/start-year.ts'

function daysBetween(first: string, last: string): fc.Arbitrary<CalendarDate> {
  const [min, max] = [toDayNumber(calendarDate(first)), toDayNumber(calendarDate(last))]
  return fc.integer({ min, max }).map(fromDayNumber)
}

function daysOf(year: number): fc.Arbitrary<CalendarDate> {
  return daysBetween(`${year}-01-01`, `${year}-12-31`)
}

/** A year as a ministry in a strange mood would make it: a third of all days off, any weekends working, no rule kept. */
function strangeYear(year: number): fc.Arbitrary<CalendarYear> {
  return fc
    .record({
      days: fc.uniqueArray(daysOf(year), { maxLength: 150 }),
      holidays: fc.array(fc.constantFrom(...HOLIDAY_KEYS), { minLength: 1, maxLength: 20 }),
      version: fc.integer({ min: 1, max: 9 }),
      status: fc.constantFrom('official', 'forecast'),
    })
    .map(({ days, holidays, version, status }) => {
      const nonWorking = days.filter((date) => weekdayOf(date) <= 5)
      const parsed = parseCalendarYear({
        year,
        version,
        status,
        source: 'drawn',
        confidence: 'low',
        confidenceNote: 'drawn',
        nonWorking,
        workingWeekends: days.filter((date) => weekdayOf(date) >= 6),
        holidays: Object.fromEntries(nonWorking.map((date, index) => [date, holidays[index % holidays.length]])),
        substitutes: {},
        ministerialTransfers: [],
        watch: [],
      })
      if (!parsed.ok) throw new Error(JSON.stringify(parsed.error))
      return parsed.value
    })
}

/** A year as people make it: the rules, then holidays proclaimed and dropped, rest days moved, perhaps confirmed. */
function editedYear(year: number): fc.Arbitrary<CalendarYear> {
  const day = daysOf(year)
  const edit: fc.Arbitrary<CalendarEdit> = fc.oneof(
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('move_rest_day' as const), from: day.map(nearSaturday), to: day }) },
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constant('add_holiday' as const),
        date: day,
        holiday: fc.constantFrom(...HOLIDAY_KEYS),
      }),
    },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('remove_holiday' as const), date: day }) },
    {
      weight: 1,
      arbitrary: fc.constant<CalendarEdit>({ kind: 'confirm', source: 'drawn', confidence: 'high', note: 'drawn' }),
    },
  )
  return fc.array(edit, { maxLength: 25 }).map((edits) => edits.reduce(editedOrSame, startYear(year)))
}

function editedOrSame(year: CalendarYear, edit: CalendarEdit): CalendarYear {
  const result = editYear(year, edit)
  return result.ok ? result.value : year
}

function nearSaturday(date: CalendarDate): CalendarDate {
  const saturday = fromDayNumber(toDayNumber(date) + 6 - weekdayOf(date))
  return saturday.slice(0, 4) === date.slice(0, 4) ? saturday : date
}

/** An arrival, and the years of a calendar around it. */
export interface DrawnCase {
  readonly arrival: CalendarDate
  readonly years: readonly CalendarYear[]
}

function drawnYear(year: number): fc.Arbitrary<CalendarYear | null> {
  return fc.oneof(
    { weight: 3, arbitrary: editedYear(year) },
    { weight: 2, arbitrary: strangeYear(year) },
    { weight: 1, arbitrary: fc.constant(null) },
  )
}

/**
 * Two years as people edit them or as nobody would, or as the program brings them, either of them perhaps missing; arrivals from
 * the December before to the January after, so that counts run into and out of them.
 */
export const drawnCases: fc.Arbitrary<DrawnCase> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.integer({ min: 2023, max: 2028 }).chain((year) =>
      fc.record({
        arrival: daysBetween(`${year - 1}-12-15`, `${year + 2}-01-15`),
        years: fc.tuple(drawnYear(year), drawnYear(year + 1)).map((years) => years.filter((drawn) => drawn !== null)),
      }),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.record({ arrival: daysBetween('2023-12-15', '2028-01-15'), years: fc.constant(BUILT_IN_YEARS) }),
  },
)
