import type { CalendarChangeRecord, YearChange } from '#electron/store/rows/calendar-changes.ts'
import type { InputIssue } from '#shared/contract/errors.ts'
import type { LawPreview } from '#shared/contract/law-schemas.ts'
import { changedDays } from '#shared/regulation/calendar/calendar-diff.ts'
import type { CalendarYear } from '#shared/regulation/calendar/calendar-year.ts'
import { parseCalendarYear } from '#shared/regulation/calendar/parse-calendar-year.ts'
import { sameYear } from '#shared/regulation/calendar/same-year.ts'
import { workingCalendar } from '#shared/regulation/calendar/working-calendar.ts'
import type { Caller } from '../caller.ts'
import { deskError } from '../desk-error.ts'
import type { Register } from '../register.ts'
import { contentInForce, versionLabel } from './calendar-views.ts'
import { type Law, lawBasis, movesOf, recomputeOpen } from './recompute.ts'

/** What is to count for one year instead of what counts now. */
export interface PlannedYear {
  readonly year: number
  /** `undefined` = no data. */
  readonly from: CalendarYear | undefined
  readonly to: CalendarYear | undefined
  /** The register holds `to` already, under this very version. */
  readonly isHeld: boolean
}

/** The years given to a preview or an apply, checked. Throws `BAD_INPUT` with the place of everything that is wrong. */
export function readYears(given: readonly unknown[]): readonly CalendarYear[] {
  const issues: InputIssue[] = []
  const years: CalendarYear[] = []
  for (const [index, input] of given.entries()) {
    const parsed = parseCalendarYear(input)
    if (!parsed.ok) {
      for (const issue of parsed.error)
        issues.push({ ...issue, path: [`years.${index}`, issue.path].filter(Boolean).join('.') })
      continue
    }
    const { year } = parsed.value
    if (years.some((other) => other.year === year)) {
      const message = `${year} stands twice: keep one of the two.`
      issues.push({ path: `years.${index}.year`, code: 'duplicate_year', message })
    }
    years.push(parsed.value)
  }
  if (issues.length > 0) throw deskError('BAD_INPUT', { issues })
  return years
}

/**
 * What putting these years in force comes to. The register numbers versions itself; a year that says the same as a version it holds is
 * that version again.
 */
export function planYears(register: Register, years: readonly CalendarYear[]): readonly PlannedYear[] {
  return years.map((year) => {
    const from = contentInForce(register, year.year)
    const versions = register.rows.calendarYears.ofYear(year.year).map(({ content }) => content)
    const held = [...(from === undefined ? [] : [from]), ...versions].find((version) => sameYear(version, year))
    const to = held ?? { ...year, version: (versions[0]?.version ?? 0) + 1 }
    return { year: year.year, from, to, isHeld: held !== undefined }
  })
}

/** The way back: the versions before a change. */
export function planUndo(register: Register, change: CalendarChangeRecord): readonly PlannedYear[] {
  return change.years.map(({ year, from }) => {
    const to = register.rows.calendarYears.ofYear(year).find(({ content }) => content.version === from)?.content
    return { year, from: contentInForce(register, year), to, isHeld: true }
  })
}

/** Years of a plan that come to count differently. */
export function changesOf(plan: readonly PlannedYear[]): readonly YearChange[] {
  return plan
    .map(({ year, from, to }) => ({ year, from: from?.version ?? null, to: to?.version ?? null }))
    .filter(({ from, to }) => from !== to)
}

/** The law with the plan in force. */
export function lawUnder(register: Register, plan: readonly PlannedYear[]): Law {
  const { property, channel, calendar } = register
  const kept = calendar.years.filter(({ year }) => plan.every((planned) => planned.year !== year))
  return { property, channel, calendar: workingCalendar([...kept, ...plan.flatMap(({ to }) => to ?? [])]) }
}

/** What a plan would change: days, and whose deadlines. Changes nothing. */
export function previewPlan(register: Register, caller: Caller, plan: readonly PlannedYear[]): LawPreview {
  const next = lawUnder(register, plan)
  const { looked, moved } = recomputeOpen(register, next)
  const years = plan.map(({ year }) => year)
  return {
    basis: lawBasis(register),
    years: plan.map(({ year, from, to }) => ({
      year,
      from: versionLabel(year, from?.version ?? null),
      to: versionLabel(year, to?.version ?? null),
      status: to?.status ?? 'none',
      source: to?.source ?? null,
    })),
    days: [...changedDays(register.calendar, next.calendar, years)],
    moves: movesOf(register, caller, moved),
    openDeadlines: looked,
  }
}
