import type { CalendarYear } from './calendar-year.ts'

/**
 * Whether two years say the same, apart from the number of their version. The order of days in a list means nothing, so a file
 * that was sorted by someone is still the same year.
 */
export function sameYear(a: CalendarYear, b: CalendarYear): boolean {
  return contentOf(a) === contentOf(b)
}

function contentOf(year: CalendarYear): string {
  return JSON.stringify([
    year.year,
    year.status,
    year.source,
    year.confidence,
    year.confidenceNote,
    year.nonWorking.toSorted(),
    year.workingWeekends.toSorted(),
    sortedEntries(year.holidays),
    sortedEntries(year.substitutes),
    year.ministerialTransfers.map(({ from, to }) => `${from} ${to}`).toSorted(),
    year.watch.map(({ date, was, now, source }) => JSON.stringify([date, was, now, source])).toSorted(),
  ])
}

function sortedEntries(record: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(record)
    .map(([key, value]) => `${key} ${value}`)
    .toSorted()
}
