import { assertNever } from '../../domain/assert-never.ts'
import type { CalendarDate } from '../../domain/calendar-date.ts'
import { CITIZEN_OF_KAZAKHSTAN } from '../../domain/guest.ts'
import type { WorkingCalendar } from '../calendar/working-calendar.ts'
import type { StayDocument } from '../stay/deciding-code.ts'
import type { Presence } from '../stay/presence-window.ts'
import { isResident, REGIMES_RULE, type StayRegime, stayRegimeOf } from '../stay/stay-regime.ts'
import { type ClockDates, calendarDaysClock, printedClock, windowClock, workingDaysClock } from './clock-dates.ts'
import { DUTY_CERTAINTIES, type Duty, type DutyCertainty, type DutyNeed, type DutyNote } from './duty.ts'
import type { DutyRule, RulePack } from './rule-pack.ts'
import { bindingByDays, packInForce, RULE_PACKS, registrationBinding } from './rule-packs.ts'

/** What the clocks of one guest's stay depend on. `null` = not known. */
export interface StayOfGuest extends StayDocument {
  /** Local calendar date of the first arrival of the stay. */
  readonly arrival: CalendarDate
  readonly departure: CalendarDate | null
  /** Day the border of Kazakhstan was crossed. */
  readonly borderEntry: CalendarDate | null
  readonly visaNumber: string | null
  /** Last day the visa allows, as printed. */
  readonly visaValidUntil: CalendarDate | null
  readonly documentExpiry: CalendarDate | null
  readonly hasNoExpiry: boolean
  /**
   * Presences of this person before this stay, as far as they are recorded; for the windows only. A stay stands for the whole of its
   * entry: from the border entry (the arrival where that is not known) to the departure. Overlaps and order do not matter.
   */
  readonly earlier: readonly Presence[]
  /** Business date the clocks are read on. */
  readonly asOf: CalendarDate
}

interface Circumstances {
  readonly stay: StayOfGuest
  readonly calendar: WorkingCalendar
  readonly regime: StayRegime | null
  /** A residence permit of Kazakhstan: no visa regime limits the stay. */
  readonly isResident: boolean
  readonly hasVisa: boolean
  /** Registration by day 30 is, or may be, owed beside the notice of arrival. */
  readonly mayBeRegistered: boolean
  /** Business date, but no later than the departure and no earlier than the entry: a stay that is over counts no further. */
  readonly asOf: CalendarDate
}

/**
 * Every clock that runs for a guest's stay, in the order of `DUTY_KINDS`; none for a citizen of Kazakhstan. Dates come with their
 * explanation; a clock that cannot be counted yet is listed with what it needs. All but the notice of arrival advise, none blocks.
 *
 * Assumed: a guest does not leave the country between border entry and departure, so one entry is one unbroken presence, also
 * where he stayed elsewhere first. The rules are those of the day of arrival, see `packInForce`.
 */
export function dutiesOfStay(
  stay: StayOfGuest,
  calendar: WorkingCalendar,
  packs: readonly RulePack[] = RULE_PACKS,
): readonly Duty[] {
  if (stay.citizenship === CITIZEN_OF_KAZAKHSTAN) return []
  const regime = stayRegimeOf(stay)
  const circumstances: Circumstances = {
    stay,
    calendar,
    regime,
    isResident: isResident(stay),
    hasVisa: stay.visaNumber !== null || stay.visaValidUntil !== null,
    mayBeRegistered: registrationBinding(regime, stay.arrival, packs) !== 'not_bound',
    asOf: countedUntil(stay),
  }
  return packInForce(stay.arrival, packs).duties.flatMap((rule) => dutyUnder(rule, circumstances) ?? [])
}

function dutyUnder(rule: DutyRule, given: Circumstances): Duty | null {
  switch (rule.kind) {
    case 'arrival_notice':
      return workingDaysDuty(rule, given, given.mayBeRegistered ? ['may_replace_arrival_notice'] : [])
    case 'registration':
      return registration(rule, given)
    case 'reregistration':
      return reregistration(rule, given)
    case 'permit_reminder':
      return permitReminder(rule, given)
    case 'stay_limit':
      return stayLimit(rule, given)
    case 'window_limit':
      return windowLimit(rule, given)
    case 'visa_expiry':
      return visaExpiry(rule, given)
    case 'document_expiry':
      return documentExpiry(rule, given)
    default:
      return assertNever(rule.kind)
  }
}

function registration(rule: DutyRule, given: Circumstances): Duty | null {
  if (rule.days === null || bindingByDays(given.regime, rule.regimeDaysAtLeast ?? 0) === 'not_bound') return null
  return entryDuty(rule, given, rule.days.count, ['may_replace_arrival_notice', ...regimeNotes(given)])
}

/** Only a guest who was somewhere else in the country before can have changed address. */
function reregistration(rule: DutyRule, given: Circumstances): Duty | null {
  const { borderEntry, arrival } = given.stay
  if (bindingByDays(given.regime, rule.regimeDaysAtLeast ?? 0) === 'not_bound') return null
  if (borderEntry === null || borderEntry >= arrival) return null
  return workingDaysDuty(rule, given, ['address_before_unknown', ...regimeNotes(given)])
}

/** The permit is for who stays beyond the days that need none: 30, or fewer where the regime gives fewer. */
function permitReminder(rule: DutyRule, given: Circumstances): Duty | null {
  const current = given.regime?.current
  if (rule.days === null || current?.regime !== 'visa_free') return null
  const allowed = Math.min(rule.days.count, current.perEntryDays ?? current.window?.maxDays ?? rule.days.count)
  const maySuffice: readonly DutyNote[] = given.mayBeRegistered ? ['registration_may_suffice'] : []
  return entryDuty(rule, given, allowed, [...maySuffice, ...visaNotes(given), ...regimeNotes(given)])
}

function stayLimit(rule: DutyRule, given: Circumstances): Duty | null {
  const { stay, regime } = given
  if (regime === null) {
    if (given.isResident) return null
    const needs: readonly DutyNeed[] = stay.borderEntry === null ? ['citizenship', 'border_entry_date'] : ['citizenship']
    return waiting(rule, given, needs, [])
  }
  if (regime.current === null || regime.current.perEntryDays === null) return null
  return entryDuty(rule, given, regime.current.perEntryDays, [...visaNotes(given), ...regimeNotes(given)])
}

function windowLimit(rule: DutyRule, given: Circumstances): Duty | null {
  const { stay, asOf } = given
  const limit = given.regime?.current?.window ?? null
  if (limit === null) return null
  const notes: readonly DutyNote[] = ['only_recorded_stays', ...visaNotes(given), ...regimeNotes(given)]
  if (stay.borderEntry === null) return waiting(rule, given, ['border_entry_date'], notes)
  const presences = [...stay.earlier, { from: stay.borderEntry, to: asOf }]
  return dated(rule, given, windowClock(rule, { presences, limit, asOf }), notes)
}

/** Where a visa is needed, where nobody knows, and where the guest has one anyway. */
function visaExpiry(rule: DutyRule, given: Circumstances): Duty | null {
  const { regime, stay } = given
  const isNeeded = regime !== null && regime.current?.regime !== 'visa_free'
  if (!isNeeded && !given.hasVisa) return null
  const notes = isNeeded ? regimeNotes(given) : []
  if (stay.visaValidUntil !== null) return dated(rule, given, printedClock(rule, stay.visaValidUntil, 'visa'), notes)
  return waiting(rule, given, ['visa_valid_until'], notes)
}

function documentExpiry(rule: DutyRule, given: Circumstances): Duty | null {
  const { stay } = given
  if (stay.hasNoExpiry || stay.documentType === 'none') return null
  if (stay.documentExpiry === null) return waiting(rule, given, ['document_expiry_date'], [])
  return dated(rule, given, printedClock(rule, stay.documentExpiry, 'document'), [])
}

function workingDaysDuty(rule: DutyRule, given: Circumstances, notes: readonly DutyNote[]): Duty | null {
  if (rule.days === null) return null
  const clock = workingDaysClock(rule, rule.days.count, given.stay.arrival, given.calendar)
  return dated(rule, given, clock.dates, [...notes, ...clock.notes])
}

/** So many calendar days from the border entry, or the question for it. */
function entryDuty(rule: DutyRule, given: Circumstances, allowedDays: number, notes: readonly DutyNote[]): Duty {
  const start = given.stay.borderEntry
  const said: readonly DutyNote[] = ['entry_day_counts', ...notes]
  if (start === null) return waiting(rule, given, ['border_entry_date'], said)
  return dated(rule, given, calendarDaysClock(rule, { start, allowedDays, asOf: given.asOf }), said)
}

function dated(rule: DutyRule, given: Circumstances, dates: ClockDates, notes: readonly DutyNote[]): Duty {
  const { departure } = given.stay
  const isOwedAnyway = rule.countsFrom === 'arrival'
  const leavesBefore = !isOwedAnyway && departure !== null && departure < dates.strictDue
  const said: readonly DutyNote[] = leavesBefore ? [...notes, 'leaves_before_due'] : notes
  const isPrinted = dates.explanation.kind === 'printed'
  return { state: 'dated', ...baseOf(rule, given, said, isPrinted), ...dates }
}

function waiting(rule: DutyRule, given: Circumstances, needs: readonly DutyNeed[], notes: readonly DutyNote[]): Duty {
  return { state: 'waiting', ...baseOf(rule, given, notes, false), needs }
}

function baseOf(rule: DutyRule, { regime }: Circumstances, notes: readonly DutyNote[], isPrinted: boolean) {
  const isOfRegime = rule.kind === 'stay_limit' || rule.kind === 'window_limit'
  const isWeakened = regime?.isAdvisory === true && !isPrinted && STANDS_ON_REGIME[rule.kind]
  return {
    kind: rule.kind,
    rule: isOfRegime ? REGIMES_RULE : rule.id,
    binds: rule.binds,
    severity: rule.severity,
    certainty: isWeakened ? lessCertain(rule.certainty, 'advisory') : rule.certainty,
    notes: [...new Set(notes)],
    acts: isOfRegime ? (regime?.current?.acts ?? rule.acts) : rule.acts,
  }
}

/** Clocks that are no more certain than what is known about the state. */
const STANDS_ON_REGIME: Readonly<Record<DutyRule['kind'], boolean>> = {
  arrival_notice: false,
  registration: true,
  reregistration: true,
  permit_reminder: true,
  stay_limit: true,
  window_limit: true,
  visa_expiry: true,
  document_expiry: false,
}

function lessCertain(one: DutyCertainty, other: DutyCertainty): DutyCertainty {
  return DUTY_CERTAINTIES.indexOf(one) > DUTY_CERTAINTIES.indexOf(other) ? one : other
}

function regimeNotes({ regime }: Circumstances): readonly DutyNote[] {
  return regime?.notes ?? []
}

function visaNotes({ hasVisa }: Circumstances): readonly DutyNote[] {
  return hasVisa ? ['visa_may_decide'] : []
}

function countedUntil({ asOf, departure, borderEntry }: StayOfGuest): CalendarDate {
  const until = departure !== null && departure < asOf ? departure : asOf
  return borderEntry !== null && until < borderEntry ? borderEntry : until
}
