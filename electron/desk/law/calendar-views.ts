import type { z } from 'zod'
import type { CalendarChangeRecord } from '#electron/store/rows/calendar-changes.ts'
import type { CalendarVersion } from '#electron/store/rows/calendar-years.ts'
import type { CalendarChange, CalendarView, calendarSummarySchema, calendarYearSchema } from '#shared/contract/law-schemas.ts'
import { yearOf } from '#shared/domain/calendar-date.ts'
import { type CalendarYear, calendarVersionLabel } from '#shared/regulation/calendar/calendar-year.ts'
import { NO_CALENDAR } from '#shared/regulation/calendar/working-calendar.ts'
import type { Register } from '../register.ts'

type CalendarSummary = z.infer<typeof calendarSummarySchema>
type CalendarContent = z.infer<typeof calendarYearSchema>

/** Every year of which there is anything, with this year and the next, ascending. */
export function listCalendarYears(register: Register): CalendarSummary[] {
  const thisYear = yearOf(register.today())
  const years = new Set([...register.rows.calendarYears.years(), thisYear, thisYear + 1])
  return [...years]
    .sort((a, b) => a - b)
    .map((year) => {
      const content = contentInForce(register, year)
      const available = availableVersion(register.rows.calendarYears.ofYear(year), content)
      return {
        year,
        version: content === undefined ? NO_CALENDAR : calendarVersionLabel(content),
        status: content?.status ?? 'none',
        workingDays: countWorkingDays(register, year),
        available: available === undefined ? null : calendarVersionLabel(available.content),
      }
    })
}

/** One year day by day as it counts now, with every version of it that is held. */
export function getCalendarYear(register: Register, year: number): CalendarView {
  const { calendarYears, calendarDeadlines } = register.rows
  const content = contentInForce(register, year)
  const versions = calendarYears.ofYear(year)
  const available = availableVersion(versions, content)
  return {
    year,
    content: content === undefined ? null : plainYear(content),
    days: [...register.calendar.tableOf(year).days],
    workingDays: countWorkingDays(register, year),
    versions: versions.map(({ content: held, origin, loadedAt }) => ({
      version: calendarVersionLabel(held),
      origin,
      loadedAt,
      isInForce: held.version === content?.version,
      source: held.source,
      status: held.status,
    })),
    openDeadlines: calendarDeadlines.countOnYear(year),
    deadlinesByDay: [...calendarDeadlines.byDay(year)],
    available: available === undefined ? null : plainYear(available.content),
  }
}

/** Every change of the calendar in force, newest first. */
export function listCalendarChanges(register: Register): CalendarChange[] {
  const changes = register.rows.calendarChanges.all()
  const next = nextToUndo(changes)
  return changes.map((change) => changeView(change, next))
}

/**
 * Undoing goes back step by step, like in an editor: the newest change that has not been taken back. Taking back is no step of its own;
 * who wants a change again applies it again.
 */
export function nextToUndo(changes: readonly CalendarChangeRecord[]): CalendarChangeRecord | undefined {
  return changes.find(({ kind, undoneBy }) => kind !== 'undo' && undoneBy === null)
}

export function changeView(change: CalendarChangeRecord, next: CalendarChangeRecord | undefined): CalendarChange {
  const { id, at, kind, moved, reason } = change
  const years = change.years.map(({ year, from, to }) => ({ year, from: versionLabel(year, from), to: versionLabel(year, to) }))
  return { id, at, by: change.actorName, kind, years, moved, reason, canBeUndone: id === next?.id }
}

/** `2026.2`; `none` for a year without data. */
export function versionLabel(year: number, version: number | null): string {
  return version === null ? NO_CALENDAR : calendarVersionLabel({ year, version })
}

/** The version that counts now; `undefined` for a year without data. */
export function contentInForce(register: Register, year: number): CalendarYear | undefined {
  return register.calendar.years.find((candidate) => candidate.year === year)
}

/** As it crosses the contract and stands in a file. */
export function plainYear(year: CalendarYear): CalendarContent {
  return {
    ...year,
    nonWorking: [...year.nonWorking],
    workingWeekends: [...year.workingWeekends],
    ministerialTransfers: [...year.ministerialTransfers],
    watch: [...year.watch],
  }
}

/** What the program brought after the version in force was made; `undefined` when that is the newest of it. */
function availableVersion(
  versions: readonly CalendarVersion[],
  inForce: CalendarYear | undefined,
): CalendarVersion | undefined {
  const newest = versions.find(({ origin }) => origin === 'program')
  return newest !== undefined && newest.content.version > (inForce?.version ?? 0) ? newest : undefined
}

function countWorkingDays(register: Register, year: number): number {
  return register.calendar.tableOf(year).days.filter(({ isWorking }) => isWorking).length
}
