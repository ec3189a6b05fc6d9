import type { CalendarDate } from '../../domain/calendar-date.ts'
import type { CalendarUse, ExplainedDay } from '../deadline-types.ts'

/** Every clock that may run for a foreign guest of one stay. The first is the one hotels are fined for; all others only advise. */
export const DUTY_KINDS = [
  /** The receiving party tells the migration service about the arrival. */
  'arrival_notice',
  /** Nationals of 90-day states are registered by day 30 from entry (rules of 2026-07-01). */
  'registration',
  /** Registered anew within 5 working days of a change of address (rules of 2026-07-01). */
  'reregistration',
  /** Whoever stays longer than the visa-free days needs a temporary residence permit, which the host arranges. */
  'permit_reminder',
  /** Last lawful day of this entry. */
  'stay_limit',
  /** Last lawful day under a rolling window (90 in any 180). */
  'window_limit',
  'visa_expiry',
  'document_expiry',
] as const
export type DutyKind = (typeof DUTY_KINDS)[number]

/** Who the law obliges; a reminder binds nobody by itself. */
export const DUTY_BINDS = ['host', 'guest', 'host_and_guest'] as const
export type DutyBinds = (typeof DUTY_BINDS)[number]

/** `fine` = missing it may cost the receiving party (art. 518); `overstay` = the guest would be here unlawfully; `reminder` = nothing yet. */
export const DUTY_SEVERITIES = ['fine', 'overstay', 'reminder'] as const
export type DutySeverity = (typeof DUTY_SEVERITIES)[number]

/** `sure` = official text; `open` = the acts or sources leave it open; `advisory` = from data that may be out of date or incomplete. */
export const DUTY_CERTAINTIES = ['sure', 'open', 'advisory'] as const
export type DutyCertainty = (typeof DUTY_CERTAINTIES)[number]

/** What a date needs that nobody has told yet. */
export const DUTY_NEEDS = ['citizenship', 'border_entry_date', 'visa_valid_until', 'document_expiry_date'] as const
export type DutyNeed = (typeof DUTY_NEEDS)[number]

/** Said beside a date in the reader's language (`duties.notes.<key>`). */
export const DUTY_NOTES = [
  /** The day of entry is counted as day 1, the cautious reading. */
  'entry_day_counts',
  /** The earlier layer of rules gives fewer days; both are shown. */
  'seed_layer_differs',
  /** Sources disagree about this state. */
  'sources_conflict',
  /** The source is weak or old. */
  'source_weak',
  /** No regime is known for this code: only a visa or the embassy can tell. */
  'regime_unknown',
  /** A visa is required: its own dates decide. */
  'visa_required',
  /** Decided by the document, not by the nationality in it (HKSAR, Macao, British classes, Order of Malta, United Nations). */
  'decided_by_document',
  /** The document looks like another one that has its own limit (CHN with a number as Hong Kong or Macao write it); the shorter is taken. */
  'document_ambiguous',
  /** Only the stays recorded here are known: days spent elsewhere in the country may add to it. */
  'only_recorded_stays',
  /** Rules say it, but whether it replaces the notice within 3 working days is open; both are kept. */
  'may_replace_arrival_notice',
  /** Registration by day 30 is owed as well: whether that does without the permit is open. */
  'registration_may_suffice',
  /** Where the guest was between entry and arrival is not known: the clock is for a real change of address only. */
  'address_before_unknown',
  /** The guest holds a visa: its own dates may decide instead. */
  'visa_may_decide',
  /** The guest means to leave before this date. */
  'leaves_before_due',
  /** The property switched this clock off. */
  'switched_off',
  /** A forecast year decided something. */
  'forecast',
  /** A year without data was counted Monday–Friday. */
  'no_calendar',
] as const
export type DutyNote = (typeof DUTY_NOTES)[number]

/** A run of calendar days that were counted, or not, for one reason. */
export interface ExplainedSpan {
  readonly from: CalendarDate
  /** Inclusive. */
  readonly to: CalendarDate
  /** `ahead` = counted as if the guest stays on from today. */
  readonly kind: 'present' | 'ahead' | 'away'
  /** Running number of the first and last day of the span; `null` for days away. */
  readonly firstDay: number | null
  readonly lastDay: number | null
}

/** Why the date is what it is, as data: screen, report, PDF and command line all word this and nothing else. */
export type DutyExplanation =
  /** Working days from `arrival` on, both readings, see `arrivalDeadline`. */
  | { readonly kind: 'working_days'; readonly days: readonly ExplainedDay[]; readonly calendar: CalendarUse }
  /** Calendar days from `start`, which is day 1; due on day `allowedDays`. */
  | {
      readonly kind: 'calendar_days'
      readonly start: CalendarDate
      readonly allowedDays: number
      readonly spans: readonly ExplainedSpan[]
    }
  /** At most `maxDays` present in any `periodDays`; the window that first overflows ends the day after the due day. */
  | {
      readonly kind: 'window'
      readonly maxDays: number
      readonly periodDays: number
      /** Days present in the window that ends on `asOf`. */
      readonly usedDays: number
      readonly asOf: CalendarDate
      readonly spans: readonly ExplainedSpan[]
    }
  /** A date printed in a visa or a document. */
  | { readonly kind: 'printed'; readonly in: 'visa' | 'document' }

interface DutyBase {
  readonly kind: DutyKind
  /** `name@first day in force`, e.g. `registration@2026-07-01`; `stay-limit@RUS` rows name the regime instead: `visa-regimes@2025-09`. */
  readonly rule: string
  readonly binds: DutyBinds
  readonly severity: DutySeverity
  readonly certainty: DutyCertainty
  readonly notes: readonly DutyNote[]
  /** Names of the acts, as `Act` of rules; ids into the rule pack, so that each language words them. */
  readonly acts: readonly string[]
}

/** A clock with its dates. */
export interface DatedDuty extends DutyBase {
  readonly state: 'dated'
  /** Last day by the cautious reading, end of the local day. */
  readonly strictDue: CalendarDate
  /** Last arguable day where the law is open; equal to {@link strictDue} where it is not. */
  readonly latestDue: CalendarDate
  /** First day to remind; `null` = from the start. */
  readonly remindFrom: CalendarDate | null
  readonly explanation: DutyExplanation
}

/** A clock that cannot be computed yet, and what it waits for. */
export interface WaitingDuty extends DutyBase {
  readonly state: 'waiting'
  readonly needs: readonly DutyNeed[]
}

export type Duty = DatedDuty | WaitingDuty
