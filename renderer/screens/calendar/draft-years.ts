import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import { yearOf } from '#shared/domain/calendar-date.ts'
import { failed, ok, type Result } from '#shared/domain/result.ts'
import { changedDays, type DayChange } from '#shared/regulation/calendar/calendar-diff.ts'
import type { CalendarIssueCode } from '#shared/regulation/calendar/calendar-file-reader.ts'
import type { CalendarYear } from '#shared/regulation/calendar/calendar-year.ts'
import { type CalendarEdit, editYear } from '#shared/regulation/calendar/edit-year.ts'
import { sameYear } from '#shared/regulation/calendar/same-year.ts'
import { type WorkingCalendar, workingCalendar } from '#shared/regulation/calendar/working-calendar.ts'

/** Where the whole content of a year in the working copy comes from. */
export type StartOrigin = 'file' | 'rules' | 'program'

/** One thing a person has changed in the working copy: a year as a whole, or a day or two of it. */
export type Step =
  | {
      readonly id: string
      readonly kind: 'start'
      readonly from: StartOrigin
      /** Name of the file; empty for the other origins. */
      readonly name: string
      readonly content: CalendarYear
    }
  | { readonly id: string; readonly kind: 'edit'; readonly year: number; readonly edit: CalendarEdit }

/** Why a step cannot be made: as `editYear` says, or there is nothing to edit. */
export interface StepTrouble {
  /** Field of the edit: `from`, `to`, `date`; empty = the whole. */
  readonly path: string
  readonly code: CalendarIssueCode | 'no_calendar'
}

/** What the working copy makes of the years in force. */
export interface DraftYears {
  readonly before: WorkingCalendar
  readonly after: WorkingCalendar
  readonly contents: ReadonlyMap<number, CalendarYear>
  /** The years that would be applied: those that differ from what is in force. Ascending. */
  readonly changedYears: readonly CalendarYear[]
  readonly changes: readonly DayChange[]
  /** Steps that no longer fit the calendar in force, by id. */
  readonly troubles: ReadonlyMap<string, StepTrouble>
}

/** Years a step needs to know. */
export function yearsOf(step: Step): readonly number[] {
  if (step.kind === 'start') return [step.content.year]
  const { edit } = step
  if (edit.kind === 'move_rest_day' || edit.kind === 'take_back_move') return [...new Set([yearOf(edit.from), yearOf(edit.to)])]
  return [step.year]
}

/**
 * Lays the steps over the years in force: whole years first, then the edits in the order they were made. A step that does not
 * fit is left out and named, the others go on: when somebody else changes the calendar meanwhile, nobody's work is lost.
 */
export function draftYears(steps: readonly Step[], inForce: readonly CalendarYear[]): DraftYears {
  const contents = new Map(inForce.map((year) => [year.year, year]))
  const troubles = new Map<string, StepTrouble>()
  for (const step of steps) if (step.kind === 'start') contents.set(step.content.year, step.content)
  for (const step of steps) {
    if (step.kind === 'start') continue
    const edited = editedYears(step, contents)
    if (!edited.ok) troubles.set(step.id, edited.error)
    else for (const year of edited.value) contents.set(year.year, year)
  }
  const changedYears = [...contents.values()]
    .filter((year) => {
      const known = inForce.find((candidate) => candidate.year === year.year)
      return known === undefined || !sameYear(known, year)
    })
    .toSorted((a, b) => a.year - b.year)
  const before = workingCalendar(inForce)
  const after = workingCalendar([...contents.values()])
  return {
    before,
    after,
    contents,
    changedYears,
    changes: changedDays(
      before,
      after,
      changedYears.map(({ year }) => year),
    ),
    troubles,
  }
}

type EditStep = Extract<Step, { readonly kind: 'edit' }>

/** The years after one more edit, or why it does not fit. */
export function editedYears(
  step: EditStep,
  contents: ReadonlyMap<number, CalendarYear>,
): Result<readonly CalendarYear[], StepTrouble> {
  const known = yearsOf(step).flatMap((year) => contents.get(year) ?? [])
  if (known.length === 0) return failed({ path: '', code: 'no_calendar' })
  const { edit } = step
  // A move over New Year stands in both years; where only one of them lists it, only that one can take it back.
  const listing = known.filter((year) => edit.kind !== 'take_back_move' || moveAt(year, edit.from)?.to === edit.to)
  const edited: CalendarYear[] = []
  for (const year of listing.length === 0 ? known : listing) {
    const result = editYear(year, edit)
    if (!result.ok) return failed({ path: result.error.path, code: result.error.code })
    edited.push(result.value)
  }
  return ok(edited)
}

/** The rest day that was moved onto this day or away from it. */
export function moveAt(
  content: CalendarYear | undefined,
  date: CalendarDate,
): { readonly from: CalendarDate; readonly to: CalendarDate } | undefined {
  return content?.ministerialTransfers.find(({ from, to }) => from === date || to === date)
}
