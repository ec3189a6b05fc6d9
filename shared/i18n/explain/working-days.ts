import { type CalendarDate, yearOf } from '../../domain/calendar-date.ts'
import type { CalendarUse, DayReason, ExplainedDay } from '../../regulation/deadline-types.ts'
import { dayMonth } from '../dates.ts'
import type { Words } from '../words.ts'
import { dayReasonInWords, holidayName } from './day-reason.ts'
import { dayWriter } from './days.ts'

/** What a count of working days stands on. */
interface CountedDays {
  readonly days: readonly ExplainedDay[]
  readonly calendar: Pick<CalendarUse, 'noCalendarYears'>
}

const SEPARATOR = ' · '

/**
 * The count in one line, every day in it: `пт 20 марта заезд = день 1 · сб 21, вс 22 выходные · пн 23 – ср 25 Наурыз · чт 26 = день 2 ·
 * пт 27 = день 3, срок до 23:59 · …`. A forecast, or a year without a calendar, is always said at the end.
 */
export function workingDaysInWords(counted: CountedDays, words: Words): string {
  const write = dayWriter(words)
  const pieces = stretchesOf(counted.days).map((stretch) => stretchInWords(stretch, write, words))
  return [...pieces, ...calendarRemarks(counted, words)].join(SEPARATOR)
}

/** What must be said beside a date: which years are a forecast, which have no calendar. Empty for official years. */
export function calendarRemarks({ days, calendar }: CountedDays, { say }: Words): readonly string[] {
  const forecast = [...new Set(days.filter((day) => day.isForecast).map((day) => yearOf(day.date)))]
  return [
    ...(forecast.length === 0 ? [] : [say('duties.explain.forecastYears', { years: forecast.join(', ') })]),
    ...(calendar.noCalendarYears.length === 0
      ? []
      : [say('duties.explain.noCalendarYears', { years: calendar.noCalendarYears.join(', ') })]),
  ]
}

/** Days that are said in one breath: one that counts, or some in a row that are off for one reason. Never empty. */
type Stretch = readonly [ExplainedDay, ...ExplainedDay[]]

function stretchesOf(days: readonly ExplainedDay[]): readonly Stretch[] {
  const stretches: [ExplainedDay, ...ExplainedDay[]][] = []
  for (const day of days) {
    const current = stretches.at(-1)
    if (current !== undefined && isOffTogether(current, day)) current.push(day)
    else stretches.push([day])
  }
  return stretches.flatMap(namedApart)
}

/** Days that only stand in for others each name the day they stand in for; beside the holiday itself its name says it all. */
function namedApart(stretch: Stretch): readonly Stretch[] {
  return stretch.every((day) => day.reason.kind === 'substitute') ? stretch.map((day): Stretch => [day]) : [stretch]
}

function isOffTogether([first]: Stretch, day: ExplainedDay): boolean {
  if (first.isArrival || first.isWorking || day.isWorking) return false
  return causeOf(first.reason) === causeOf(day.reason)
}

/** Days off with the same cause stand together; a day moved from a weekend belongs to the holiday itself when they touch. */
function causeOf(reason: DayReason): string {
  if (reason.kind === 'holiday' || reason.kind === 'substitute') return `holiday ${reason.holiday}`
  return reason.kind === 'transferred_off' ? `transferred ${reason.instead}` : reason.kind
}

function stretchInWords(stretch: Stretch, write: (date: CalendarDate) => string, words: Words): string {
  const { say } = words
  const [day] = stretch
  if (day.isWorking) return countedInWords(day, write(day.date), words)
  if (day.isArrival) return say('duties.explain.arrivalOff', { day: write(day.date), reason: offReason(stretch, words) })
  return say('duties.explain.off', { days: runOfDays(stretch, write, words), reason: offReason(stretch, words) })
}

function runOfDays(stretch: Stretch, write: (date: CalendarDate) => string, { say }: Words): string {
  const [first, second, third] = stretch
  if (second === undefined) return write(first.date)
  if (third === undefined) return `${write(first.date)}, ${write(second.date)}`
  const last = stretch.at(-1) ?? third
  return say('duties.explain.range', { from: write(first.date), to: write(last.date) })
}

function offReason(stretch: Stretch, words: Words): string {
  const { say, language } = words
  const [{ reason }] = stretch
  if (reason.kind === 'weekend') return stretch.length === 1 ? say('calendar.weekend') : say('duties.explain.weekend')
  if (reason.kind === 'transferred_off')
    return say('duties.explain.transferredOff', { day: dayMonth(reason.instead, language) })
  if (reason.kind !== 'substitute') return dayReasonInWords(reason, words)
  const holiday = holidayName(reason.holiday, words)
  return stretch.length > 1 ? holiday : say('duties.explain.holidayMoved', { holiday, day: dayMonth(reason.instead, language) })
}

function countedInWords(day: ExplainedDay, written: string, words: Words): string {
  const { say } = words
  const number = numberInWords(day, written, words)
  const counted =
    day.reason.kind === 'working_weekend'
      ? say('duties.explain.because', { counted: number, reason: dayReasonInWords(day.reason, words) })
      : number
  if (day.isStrictDue) return say(day.isLatestDue ? 'duties.explain.dueAndLast' : 'duties.explain.due', { counted })
  return day.isLatestDue ? say('duties.explain.last', { day: counted }) : counted
}

function numberInWords({ strictDay, isArrival }: ExplainedDay, day: string, { say }: Words): string {
  if (strictDay === null) return day
  const number = String(strictDay)
  return isArrival ? say('duties.explain.arrivalCounts', { day, number }) : say('duties.explain.counted', { day, number })
}
