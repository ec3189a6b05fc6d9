import type { LadderStep } from '#shared/contract/delivery-schemas.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'

/** Notices still owed, by the day a person has to act: what a warning counts. */
export interface OpenCounts {
  readonly overdue: number
  readonly today: number
  readonly tomorrow: number
}

/** Which steps of one day have been looked at, whether they found anything or not. */
export interface LadderState {
  readonly date: CalendarDate
  readonly passed: readonly string[]
}

export interface LadderLook {
  readonly ladder: readonly LadderStep[]
  /** `undefined` = never looked. */
  readonly state: LadderState | undefined
  readonly date: CalendarDate
  /** `HH:mm` on the wall of the hotel. */
  readonly time: string
  /** Asked only when a step is due. */
  readonly counts: () => OpenCounts
}

export interface LadderResult {
  /** To be kept; `null` = nothing to keep. */
  readonly state: LadderState | null
  /** A warning to raise; `null` = nothing is open that a step which fell due speaks of. */
  readonly warning: RaisedWarning | null
}

export interface RaisedWarning {
  /** The last of the steps that fell due: the same step of the same day is never raised again. */
  readonly step: string
  readonly open: OpenCounts
}

/**
 * Looks at the ladder once. Every step is looked at once a day, at its time or – the PC was off – as soon as it can be. Steps that fell due
 * together speak with one voice, so that nobody is called twice in one breath. Pure.
 */
export function lookAtLadder({ ladder, state, date, time, counts }: LadderLook): LadderResult {
  const passed = state?.date === date ? state.passed : []
  const due = ladder.filter((step) => step.at <= time && !passed.includes(stepId(step))).toSorted(byTime)
  if (due.length === 0) return { state: null, warning: null }
  const open = counts()
  const last = due.findLast((step) => countOf(step, open) > 0)
  return {
    state: { date, passed: [...passed, ...due.map(stepId)] },
    warning: last === undefined ? null : { step: stepId(last), open },
  }
}

function byTime(a: LadderStep, b: LadderStep): number {
  return a.at < b.at ? -1 : a.at > b.at ? 1 : 0
}

function stepId({ when, at }: LadderStep): string {
  return `${when}@${at}`
}

function countOf({ when }: LadderStep, open: OpenCounts): number {
  switch (when) {
    case 'day_before':
      return open.tomorrow
    case 'last_day':
      return open.today
    case 'overdue':
      return open.overdue
  }
}
