/** Whole days since 1970 by the platform's own arithmetic, not the program's. */
export function dayOf(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / 86_400_000
}

/** The other way round. */
export function dateOf(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10)
}

interface Interval {
  readonly from: string
  readonly to: string
}

/**
 * The rolling window as slowly and plainly as it can be said: a set of days, and every window counted day by day. Present from `asOf`
 * on without end; the presence that `asOf` belongs to is searched for its first day that overflows a window.
 */
export function naiveWindow(intervals: readonly Interval[], maxDays: number, periodDays: number, asOf: string) {
  const today = dayOf(asOf)
  const days = new Set<number>()
  for (const { from, to } of intervals) {
    for (let day = dayOf(from); day <= dayOf(to); day++) days.add(day)
  }
  for (let day = today; day <= today + periodDays; day++) days.add(day)
  const daysInWindowEnding = (last: number) => {
    let count = 0
    for (let day = last - periodDays + 1; day <= last; day++) if (days.has(day)) count++
    return count
  }
  let firstDay = today
  while (days.has(firstDay - 1)) firstDay--
  let day = firstDay
  while (daysInWindowEnding(day) <= maxDays) day++
  return { usedDays: daysInWindowEnding(today), lastLawfulDay: dateOf(day - 1), firstDay: dateOf(firstDay) }
}
