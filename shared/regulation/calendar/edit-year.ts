import { assertNever } from '../../domain/assert-never.ts'
import { type CalendarDate, weekdayOf, yearOf } from '../../domain/calendar-date.ts'
import { failed, ok, type Result } from '../../domain/result.ts'
import type { CalendarIssue, CalendarIssueCode } from './calendar-file-reader.ts'
import type { CalendarYear, Confidence, HolidayKey } from './calendar-year.ts'
import { decisionsOf, layOutYear, type YearDecisions } from './lay-out-year.ts'
import { movedHolidays } from './moved-holidays.ts'
import { parseCalendarYear } from './parse-calendar-year.ts'

/** One thing a person changes about a year. */
export type CalendarEdit =
  /**
   * A rest day moved by order of the Minister of Labour: the Saturday or Sunday `from` becomes working, the Monday–Friday `to`
   * off. When the two lie in different years, the same edit is made to both years, and each keeps its own half.
   */
  | { readonly kind: 'move_rest_day'; readonly from: CalendarDate; readonly to: CalendarDate }
  | { readonly kind: 'take_back_move'; readonly from: CalendarDate; readonly to: CalendarDate }
  | { readonly kind: 'add_holiday'; readonly date: CalendarDate; readonly holiday: HolidayKey }
  | { readonly kind: 'remove_holiday'; readonly date: CalendarDate }
  /** The year is as published: official from now on, with the act or publication it was compared with. */
  | { readonly kind: 'confirm'; readonly source: string; readonly confidence: Confidence; readonly note: string }

type Decided = Result<YearDecisions, CalendarIssue>

/**
 * The year after one edit, which is what `parseCalendarYear` accepts, or why it cannot be made; `path` names the field of the
 * edit. Moved holidays follow the rule: a holiday on a weekend takes the next working day, several in a row one after the other,
 * and 7 January and Kurban Ait stay where they are. Where the year as published departs from the rule, it goes on doing so.
 * `version` stays as it was: whoever keeps versions numbers them. An edit that changes days leaves `status`, `source` and
 * `confidence` alone; `confirm` changes these and nothing else.
 */
export function editYear(year: CalendarYear, edit: CalendarEdit): Result<CalendarYear, CalendarIssue> {
  if (edit.kind === 'confirm') return confirmYear(year, edit)
  const before = decisionsOf(year)
  const decided = decide(year, before, edit)
  if (!decided.ok) return decided
  const after = withoutOverrunExceptions(decided.value)
  const lost = holidayWithoutDayOff(before, after)
  if (lost !== undefined) {
    const message = `The day off for ${lost} would fall into ${year.year + 1}: enter it there as a holiday of its own.`
    return refuse('date', 'next_year', message)
  }
  return checked({ ...year, ...layOutYear(after) })
}

function decide(year: CalendarYear, before: YearDecisions, edit: Exclude<CalendarEdit, { readonly kind: 'confirm' }>): Decided {
  switch (edit.kind) {
    case 'move_rest_day':
      return moveRestDay(year, before, edit)
    case 'take_back_move':
      return takeBackMove(before, edit)
    case 'add_holiday':
      return addHoliday(year, before, edit)
    case 'remove_holiday':
      return removeHoliday(before, edit.date)
    default:
      return assertNever(edit)
  }
}

function moveRestDay(
  year: CalendarYear,
  before: YearDecisions,
  { from, to }: { readonly from: CalendarDate; readonly to: CalendarDate },
): Decided {
  const transfers = before.ministerialTransfers
  if (yearOf(from) !== year.year && yearOf(to) !== year.year) {
    return refuse('from', 'other_year', `Neither ${from} nor ${to} is in ${year.year}: open the year of the move.`)
  }
  if (weekdayOf(from) <= 5) {
    return refuse('from', 'is_weekday', `${from} is a Monday–Friday: only a Saturday or Sunday can become working.`)
  }
  if (weekdayOf(to) >= 6) return refuse('to', 'is_weekend', `${to} is a Saturday or Sunday, which is off anyway.`)
  if (year.workingWeekends.includes(from) || transfers.some((transfer) => transfer.from === from)) {
    return refuse('from', 'is_working_weekend', `${from} is working already: take that move back first.`)
  }
  if (year.holidays[from] !== undefined) {
    return refuse('from', 'is_holiday', `${from} is a holiday, whose day off is moved by law and not by order.`)
  }
  if (year.nonWorking.includes(to) || transfers.some((transfer) => transfer.to === to)) {
    return refuse('to', 'already_off', `${to} is off already: choose a working day.`)
  }
  return ok({ ...before, ministerialTransfers: [...transfers, { from, to }] })
}

function takeBackMove(
  before: YearDecisions,
  { from, to }: { readonly from: CalendarDate; readonly to: CalendarDate },
): Decided {
  const left = before.ministerialTransfers.filter((transfer) => transfer.from !== from || transfer.to !== to)
  if (left.length === before.ministerialTransfers.length) {
    return refuse('from', 'not_found', `No rest day is moved from ${from} to ${to} in ${before.year}.`)
  }
  return ok({ ...before, ministerialTransfers: left })
}

function addHoliday(
  year: CalendarYear,
  before: YearDecisions,
  { date, holiday }: { readonly date: CalendarDate; readonly holiday: HolidayKey },
): Decided {
  if (yearOf(date) !== year.year) return refuse('date', 'other_year', `${date} is not in ${year.year}.`)
  if (before.holidays[date] !== undefined) return refuse('date', 'is_holiday', `${date} is a holiday already.`)
  if (year.workingWeekends.includes(date)) {
    return refuse('date', 'is_working_weekend', `${date} was made working by order: take that move back first.`)
  }
  return ok({ ...before, holidays: { ...before.holidays, [date]: holiday } })
}

function removeHoliday(before: YearDecisions, date: CalendarDate): Decided {
  if (before.holidays[date] === undefined) return refuse('date', 'not_found', `${date} is not a holiday in ${before.year}.`)
  const { [date]: _, ...holidays } = before.holidays
  const exceptions = new Map([...before.exceptions].filter(([holiday]) => holiday !== date))
  return ok({ ...before, holidays, exceptions })
}

function confirmYear(
  year: CalendarYear,
  { source, confidence, note }: { readonly source: string; readonly confidence: Confidence; readonly note: string },
): Result<CalendarYear, CalendarIssue> {
  const confirmed = checked({ ...year, status: 'official', source, confidence, confidenceNote: note })
  if (confirmed.ok || confirmed.error.path !== 'confidenceNote') return confirmed
  return refuse('note', confirmed.error.code, 'Say what the calendar was compared with, in up to 2000 characters.')
}

/** A day that has become a holiday itself cannot be the day off for another one: there the rule decides anew. */
function withoutOverrunExceptions(decisions: YearDecisions): YearDecisions {
  const kept = [...decisions.exceptions].filter(([, to]) => to === null || decisions.holidays[to] === undefined)
  return { ...decisions, exceptions: new Map(kept) }
}

/** A holiday that had a day off before the edit, or is new, and finds none left in the year. */
function holidayWithoutDayOff(before: YearDecisions, after: YearDecisions): CalendarDate | undefined {
  const had = movedHolidays(before)
  for (const [date, to] of movedHolidays(after)) {
    if (to === null && !after.exceptions.has(date) && had.get(date) !== null) return date
  }
  return undefined
}

function checked(year: CalendarYear): Result<CalendarYear, CalendarIssue> {
  const parsed = parseCalendarYear(year)
  if (parsed.ok) return parsed
  const issue = parsed.error[0]
  if (issue === undefined) throw new Error('A calendar was refused without a reason.')
  return failed(issue)
}

function refuse(path: string, code: CalendarIssueCode, message: string): Result<never, CalendarIssue> {
  return failed({ path, code, message })
}
