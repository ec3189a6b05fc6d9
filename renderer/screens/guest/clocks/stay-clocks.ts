import type { DutyView, StayRegimeView } from '#shared/contract/law-schemas.ts'
import { assertNever } from '#shared/domain/assert-never.ts'
import { type CalendarDate, daysBetween } from '#shared/domain/calendar-date.ts'
import type { DutyNeed, DutyNote } from '#shared/regulation/duties/duty.ts'
import type { Tone } from '../../../components/tone.ts'
import type { FormField } from '../guest-form.ts'

export type DatedClock = Extract<DutyView, { readonly state: 'dated' }>
type WaitingClock = Extract<DutyView, { readonly state: 'waiting' }>

/** Clocks that one missing fact would start. */
export interface Wait {
  readonly need: DutyNeed
  readonly clocks: readonly WaitingClock[]
}

/** The clocks of a stay as they are read: what runs, soonest first; what waits for a fact; what the property does not follow. */
export interface StayClocks {
  readonly running: readonly DatedClock[]
  readonly waits: readonly Wait[]
  readonly switchedOff: readonly DutyView[]
}

/** Every clock besides the notice of arrival, which has a place of its own. */
export function stayClocks(duties: readonly DutyView[]): StayClocks {
  const others = duties.filter(({ kind }) => kind !== 'arrival_notice')
  const followed = others.filter(({ isFollowed }) => isFollowed)
  return {
    running: followed.filter((duty) => duty.state === 'dated').sort((a, b) => a.daysLeft - b.daysLeft),
    waits: waitsOf(followed.filter((duty) => duty.state === 'waiting')),
    switchedOff: others.filter(({ isFollowed }) => !isFollowed),
  }
}

/** A clock that lacks two facts waits for the first: the second is asked when its turn comes. */
function waitsOf(waiting: readonly WaitingClock[]): readonly Wait[] {
  const needs = [...new Set(waiting.flatMap((clock) => clock.needs.slice(0, 1)))]
  return needs.map((need) => ({ need, clocks: waiting.filter((clock) => clock.needs[0] === need) }))
}

/** What a clock has to say of itself, beyond what is said once of the regime. `switched_off` is said by where it stands. */
export function ownNotes(
  { notes }: Pick<DutyView, 'notes'>,
  regime: Pick<StayRegimeView, 'notes'> | null,
): readonly DutyNote[] {
  return notes.filter((note) => note !== 'switched_off' && regime?.notes.includes(note) !== true)
}

export interface Progress {
  /** `day` = which day of so many it is; `used` = so many used up. */
  readonly kind: 'day' | 'used'
  /** May lie beyond {@link allowed}. */
  readonly used: number
  readonly allowed: number
  /** Day of the reminder, where the clock reminds before its end. */
  readonly notch: number | null
}

/** How far a clock has run; `null` for a date that is printed somewhere and counts nothing. */
export function progressOf(clock: DatedClock, today: CalendarDate): Progress | null {
  const { explanation, daysLeft, remindFrom } = clock
  switch (explanation.kind) {
    case 'calendar_days': {
      const { start, allowedDays } = explanation
      const notch = remindFrom === null ? null : daysBetween(start, remindFrom) + 1
      return { kind: 'day', used: allowedDays - daysLeft, allowed: allowedDays, notch }
    }
    case 'window':
      return { kind: 'used', used: explanation.usedDays, allowed: explanation.maxDays, notch: null }
    case 'working_days': {
      const numbered = explanation.days.filter(({ strictDay }) => strictDay !== null)
      const passed = numbered.filter(({ date }) => date <= today)
      return { kind: 'day', used: passed.at(-1)?.strictDay ?? 0, allowed: numbered.at(-1)?.strictDay ?? 0, notch: null }
    }
    case 'printed':
      return null
    default:
      return assertNever(explanation)
  }
}

/** Days before the end from which a clock without a reminder of its own is worth a colour. */
const SOON_DAYS = 5

/** The day to remind has come. */
export function isReminding({ remindFrom }: DatedClock, today: CalendarDate): boolean {
  return remindFrom !== null && remindFrom <= today
}

/**
 * How loud a clock is. Only what the law surely fines is red, and only once it has passed; what merely advises or reminds never has a
 * colour, nor has an end that the guest will not see or that may not concern him.
 */
export function toneOf(clock: DatedClock, today: CalendarDate): Extract<Tone, 'overdue' | 'today'> | null {
  const { daysLeft, severity, certainty, notes, remindFrom } = clock
  const isCalm = notes.includes('leaves_before_due') || notes.includes('address_before_unknown')
  if (isCalm || certainty === 'advisory' || severity === 'reminder') return null
  if (daysLeft < 0) return severity === 'fine' && certainty === 'sure' ? 'overdue' : 'today'
  return (remindFrom === null ? daysLeft <= SOON_DAYS : isReminding(clock, today)) ? 'today' : null
}

/** Days after which a printed date is a fact and no clock yet. */
const FAR_DAYS = 180

/** A date in a visa or a document that lies so far ahead that nobody counts its days. */
export function isFarOff({ explanation, daysLeft }: DatedClock): boolean {
  return explanation.kind === 'printed' && daysLeft > FAR_DAYS
}

/** The field where a missing fact is filled in. */
export function fieldOfNeed(need: DutyNeed): FormField {
  switch (need) {
    case 'citizenship':
      return 'citizenship'
    case 'border_entry_date':
      return 'borderEntryDate'
    case 'visa_valid_until':
      return 'visaValidUntil'
    case 'document_expiry_date':
      return 'expiryDate'
    default:
      return assertNever(need)
  }
}
