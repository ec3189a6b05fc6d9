import { addDays, type CalendarDate, daysBetween, earlierOf } from '../../domain/calendar-date.ts'
import { workingDaysDeadline } from '../arrival-deadline.ts'
import type { WorkingCalendar } from '../calendar/working-calendar.ts'
import type { CalendarUse } from '../deadline-types.ts'
import { type Presence, windowStanding } from '../stay/presence-window.ts'
import type { WindowLimit } from '../stay/visa-regime.ts'
import type { DatedDuty, DutyNote, ExplainedSpan } from './duty.ts'
import type { DutyRule } from './rule-pack.ts'

/** The dates of one clock and why they are what they are. */
export type ClockDates = Pick<DatedDuty, 'strictDue' | 'latestDue' | 'remindFrom' | 'explanation'>

/** Working days from an arrival, both readings. */
export function workingDaysClock(
  rule: DutyRule,
  workingDays: number,
  arrival: CalendarDate,
  calendar: WorkingCalendar,
): { readonly dates: ClockDates; readonly notes: readonly DutyNote[] } {
  const deadline = workingDaysDeadline(arrival, calendar, { id: rule.id, workingDays })
  const { strictDue, latestDue } = deadline
  const explanation = { kind: 'working_days', days: deadline.explanation, calendar: deadline.calendar } as const
  const remindFrom = remindFromOf(rule, { start: arrival, allowedDays: workingDays, due: strictDue })
  return { dates: { strictDue, latestDue, remindFrom, explanation }, notes: calendarNotes(deadline.calendar) }
}

/** Calendar days from `start`, which is day 1: the cautious reading, taken for both dates, because a guest pays for the other. */
export function calendarDaysClock(
  rule: DutyRule,
  given: { readonly start: CalendarDate; readonly allowedDays: number; readonly asOf: CalendarDate },
): ClockDates {
  const { start, allowedDays, asOf } = given
  const due = addDays(start, allowedDays - 1)
  const spans = spansOfDays(start, due, asOf)
  return {
    strictDue: due,
    latestDue: due,
    remindFrom: remindFromOf(rule, { start, allowedDays, due }),
    explanation: { kind: 'calendar_days', start, allowedDays, spans },
  }
}

/** The last lawful day under a rolling window if the guest stays on from `asOf`. */
export function windowClock(
  rule: DutyRule,
  given: { readonly presences: readonly Presence[]; readonly limit: WindowLimit; readonly asOf: CalendarDate },
): ClockDates {
  const { presences, limit, asOf } = given
  const { lastLawfulDay, usedDays, spans } = windowStanding(presences, limit, asOf)
  const remindFrom = remindFromOf(rule, { start: asOf, allowedDays: limit.maxDays, due: lastLawfulDay })
  const { maxDays, periodDays } = limit
  const explanation = { kind: 'window', maxDays, periodDays, usedDays, asOf, spans } as const
  return { strictDue: lastLawfulDay, latestDue: lastLawfulDay, remindFrom, explanation }
}

/** A date printed in a visa or a document. */
export function printedClock(rule: DutyRule, printed: CalendarDate, where: 'visa' | 'document'): ClockDates {
  const remindFrom = remindFromOf(rule, { start: printed, allowedDays: 1, due: printed })
  return { strictDue: printed, latestDue: printed, remindFrom, explanation: { kind: 'printed', in: where } }
}

function remindFromOf(
  { remind }: DutyRule,
  clock: { readonly start: CalendarDate; readonly allowedDays: number; readonly due: CalendarDate },
): CalendarDate | null {
  if (remind === null) return null
  if (remind.kind === 'days_before') return addDays(clock.due, -remind.days)
  const step = remind.steps.find(({ allowedUpTo }) => clock.allowedDays <= allowedUpTo) ?? remind.steps.at(-1)
  return step === undefined ? null : earlierOf(addDays(clock.start, step.day - 1), clock.due)
}

/** Days from `start` to `due`, numbered, those after `asOf` as days ahead. */
function spansOfDays(start: CalendarDate, due: CalendarDate, asOf: CalendarDate): readonly ExplainedSpan[] {
  const numberOf = (day: CalendarDate) => daysBetween(start, day) + 1
  const span = (kind: 'present' | 'ahead', from: CalendarDate, to: CalendarDate): readonly ExplainedSpan[] =>
    from > to ? [] : [{ from, to, kind, firstDay: numberOf(from), lastDay: numberOf(to) }]
  if (asOf < start) return span('ahead', start, due)
  return [...span('present', start, earlierOf(asOf, due)), ...span('ahead', addDays(asOf, 1), due)]
}

function calendarNotes(use: CalendarUse): readonly DutyNote[] {
  return [
    ...(use.forecast ? (['forecast'] as const) : []),
    ...(use.noCalendarYears.length > 0 ? (['no_calendar'] as const) : []),
  ]
}
