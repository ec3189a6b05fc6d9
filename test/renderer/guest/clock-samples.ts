import type { DatedClock } from '#renderer/screens/guest/clocks/stay-clocks.ts'
import type { DutyView, StayRegimeView } from '#shared/contract/law-schemas.ts'
import { calendarDate } from '#shared/domain/calendar-date.ts'

export const TODAY = calendarDate('2026-07-20')

/** The visa-free days of a guest who entered on 10 July and is here on the 20th: day 11 of 30. */
export function datedClock(more: Partial<DatedClock> = {}): DatedClock {
  return {
    kind: 'stay_limit',
    rule: 'visa-regimes@2025-09',
    binds: 'guest',
    severity: 'overstay',
    certainty: 'open',
    notes: [],
    acts: [],
    isFollowed: true,
    state: 'dated',
    strictDue: calendarDate('2026-08-08'),
    latestDue: calendarDate('2026-08-08'),
    remindFrom: null,
    daysLeft: 19,
    explanation: { kind: 'calendar_days', start: calendarDate('2026-07-10'), allowedDays: 30, spans: [] },
    ...more,
  }
}

export function waitingClock(
  kind: DutyView['kind'],
  needs: Extract<DutyView, { readonly state: 'waiting' }>['needs'],
): DutyView {
  const { rule, binds, severity, certainty, notes, acts, isFollowed } = datedClock()
  return { kind, rule, binds, severity, certainty, notes, acts, isFollowed, state: 'waiting', needs }
}

/** Thirty days without a visa, as both lists say; `more` = what today's list says instead. */
export function regime(more: Partial<NonNullable<StayRegimeView['current']>> = {}): StayRegimeView {
  return {
    code: 'DEU',
    current: {
      regime: 'visa_free',
      perEntryDays: 30,
      window: null,
      basis: null,
      sources: [],
      confidence: 'high',
      note: null,
      conflicts: [],
      disputedPerEntryDays: [],
      ...more,
    },
    seedPerEntryDays: 30,
    decidedBy: 'citizenship',
    isAdvisory: false,
    notes: [],
    alsoPossible: null,
  }
}
