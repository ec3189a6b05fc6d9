import { type CalendarDate, fromDayNumber, toDayNumber } from '../../domain/calendar-date.ts'
import type { ExplainedSpan } from '../duties/duty.ts'
import type { WindowLimit } from './visa-regime.ts'

/** A presence in the country; both days count. */
export interface Presence {
  readonly from: CalendarDate
  readonly to: CalendarDate
}

/** Where a guest stands under a rolling window. */
export interface WindowStanding {
  /** Days present in the window that ends on `asOf`, `asOf` included. */
  readonly usedDays: number
  /**
   * The last day on which no window is over the limit if the guest stays on from `asOf`. Before `asOf` when the limit was passed
   * during this presence; the day before this presence began when it was passed already then.
   */
  readonly lastLawfulDay: CalendarDate
  /** Every day of the window that ends on {@link lastLawfulDay}, in runs; days of presence are numbered. */
  readonly spans: readonly ExplainedSpan[]
}

interface DayRun {
  readonly from: number
  /** Inclusive. */
  readonly to: number
}

/**
 * Where a guest stands on `asOf` under "at most `maxDays` in any `periodDays`", present on `asOf` and every day after it. A window is
 * `periodDays` calendar days in a row; the day of entry and the day of leaving both count. Presences may overlap, touch and come in
 * any order; what of them lies after `asOf` is covered by staying on; one that ends before it begins counts for nothing. "This presence"
 * is the unbroken run of days that `asOf` belongs to: what was unlawful before it is over and does not move the answer.
 * Throws `RangeError` for a window that limits nothing (`maxDays` not below `periodDays`).
 */
export function windowStanding(
  presences: readonly Presence[],
  { maxDays, periodDays }: WindowLimit,
  asOf: CalendarDate,
): WindowStanding {
  if (maxDays >= periodDays) throw new RangeError(`${maxDays} days in ${periodDays} limit nothing.`)
  const today = toDayNumber(asOf)
  const runs = mergedUntil(presences, today)
  const start = runs.at(-1)?.from ?? today
  // One day is gained each day and at most one is lost, so the window of the first day is all that has to be counted anew.
  let day = start
  let used = daysPresent(runs, day - periodDays + 1, day)
  while (used <= maxDays) {
    const leaving = day - periodDays + 1
    day++
    used += isPresent(runs, leaving) ? 0 : 1
  }
  const last = day - 1
  return {
    usedDays: daysPresent(runs, today - periodDays + 1, today),
    lastLawfulDay: fromDayNumber(last),
    spans: spansOf(runs, last - periodDays + 1, last, today),
  }
}

/** Runs without overlap and gap-free inside, ascending, cut off at `today`; the last one holds `today`. */
function mergedUntil(presences: readonly Presence[], today: number): readonly DayRun[] {
  const sorted = [
    ...presences.map(({ from, to }) => ({ from: toDayNumber(from), to: toDayNumber(to) })),
    { from: today, to: today },
  ]
    .filter((run) => run.from <= run.to && run.from <= today)
    .toSorted((a, b) => a.from - b.from)
  const merged: DayRun[] = []
  for (const run of sorted) {
    const to = Math.min(run.to, today)
    const before = merged.at(-1)
    if (before !== undefined && run.from <= before.to + 1) {
      merged[merged.length - 1] = { from: before.from, to: Math.max(before.to, to) }
    } else {
      merged.push({ from: run.from, to })
    }
  }
  return merged
}

function daysPresent(runs: readonly DayRun[], from: number, to: number): number {
  return runs.reduce((sum, run) => sum + Math.max(0, Math.min(run.to, to) - Math.max(run.from, from) + 1), 0)
}

function isPresent(runs: readonly DayRun[], day: number): boolean {
  return runs.some((run) => run.from <= day && day <= run.to)
}

function spansOf(runs: readonly DayRun[], from: number, to: number, today: number): readonly ExplainedSpan[] {
  const spans: ExplainedSpan[] = []
  let counted = 0
  let next = from
  const add = (kind: ExplainedSpan['kind'], last: number) => {
    const until = Math.min(last, to)
    if (until < next) return
    const length = until - next + 1
    const isCounted = kind !== 'away'
    spans.push({
      from: fromDayNumber(next),
      to: fromDayNumber(until),
      kind,
      firstDay: isCounted ? counted + 1 : null,
      lastDay: isCounted ? counted + length : null,
    })
    if (isCounted) counted += length
    next = until + 1
  }
  for (const run of runs) {
    add('away', run.from - 1)
    add('present', run.to)
  }
  add('ahead', Math.max(to, today))
  return spans
}
