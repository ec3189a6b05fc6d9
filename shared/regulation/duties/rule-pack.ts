import type { CalendarDate } from '../../domain/calendar-date.ts'
import type { Confidence } from '../calendar/calendar-year.ts'
import type { DutyBinds, DutyCertainty, DutyKind, DutySeverity } from './duty.ts'

/** One provision a rule stands on. */
export interface Act {
  readonly title: string
  /** Day the act was passed. */
  readonly date: CalendarDate
  /** Number of the act; `null` where it is cited by date alone. */
  readonly number: string | null
  readonly provision: string | null
}

/** The fact a clock counts from. */
export const COUNTS_FROM = ['arrival', 'border_entry', 'visa', 'document'] as const
export type CountsFrom = (typeof COUNTS_FROM)[number]

/** How many days a rule gives. `working` starts on the day of arrival, both readings; `calendar` takes the day of entry as day 1. */
export interface CountedDays {
  readonly count: number
  readonly unit: 'working' | 'calendar'
}

/** From when to remind. No act says so: it is the program's own choice, kept beside the rule so that it can be changed. */
export type ReminderRule =
  /** On day `day` for whoever may stay up to `allowedUpTo` days; the first step that fits counts. */
  | {
      readonly kind: 'from_day'
      readonly steps: readonly { readonly allowedUpTo: number; readonly day: number }[]
    }
  /** So many calendar days before the due day. */
  | { readonly kind: 'days_before'; readonly days: number }

/** One duty as the law puts it from a certain day on. */
export interface DutyRule {
  readonly kind: DutyKind
  /** `name@first day in force`, e.g. `arrival-notice@2020-01-11`: written on every date, so that it can be traced to its rule. */
  readonly id: string
  /** First day of arrival the rule is for. */
  readonly effectiveFrom: CalendarDate
  readonly binds: DutyBinds
  readonly countsFrom: CountsFrom
  /** `null` where a visa, a document or the regime of the state says. */
  readonly days: CountedDays | null
  /** Only nationals whose regime allows at least so many days per entry; `null` = everyone the clock makes sense for. */
  readonly regimeDaysAtLeast: number | null
  /** `null` = from the start. */
  readonly remind: ReminderRule | null
  readonly severity: DutySeverity
  /** At best; a weak or disputed regime makes a date less certain than its rule. */
  readonly certainty: DutyCertainty
  /** Ids into the acts of the pack. */
  readonly acts: readonly string[]
  readonly source: string
  readonly confidence: Confidence
  /** What is sure, what is not. */
  readonly confidenceNote: string
}

/**
 * What changes in the law on one day. A pack adds duties, or gives the ones of an earlier pack another shape (same kind), or repeals
 * them; all others go on as they were.
 */
export interface RulePack {
  readonly effectiveFrom: CalendarDate
  readonly source: string
  readonly acts: Readonly<Record<string, Act>>
  readonly duties: readonly DutyRule[]
  readonly repeals: readonly DutyKind[]
}
