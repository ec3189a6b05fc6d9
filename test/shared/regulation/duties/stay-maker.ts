import { type CalendarDate, calendarDate } from '#shared/domain/calendar-date.ts'
import { BUILT_IN_YEARS } from '#shared/regulation/calendar/built-in-years.ts'
import { workingCalendar } from '#shared/regulation/calendar/working-calendar.ts'
import { dutiesOfStay, type StayOfGuest } from '#shared/regulation/duties/duties-of-stay.ts'
import type { DatedDuty, Duty, DutyKind } from '#shared/regulation/duties/duty.ts'

export const CALENDAR = workingCalendar(BUILT_IN_YEARS)

/** A stay with days as text. */
export type StayText = {
  readonly [Key in keyof StayOfGuest]?: CalendarDate extends StayOfGuest[Key] ? string | null : StayOfGuest[Key]
}

/** A stay of a Russian guest who came over the border on 10 July 2026 and to the hotel on the 12th, apart from what is given. */
export function stayOf(given: StayText): StayOfGuest {
  const day = (text: string | null | undefined) => (text === null || text === undefined ? null : calendarDate(text))
  const arrival = given.arrival ?? '2026-07-12'
  return {
    citizenship: given.citizenship === undefined ? 'RUS' : given.citizenship,
    issuingState: given.issuingState ?? null,
    documentType: given.documentType ?? 'passport',
    documentNumber: given.documentNumber ?? null,
    arrival: calendarDate(arrival),
    departure: day(given.departure),
    borderEntry: day(given.borderEntry === undefined ? '2026-07-10' : given.borderEntry),
    visaNumber: given.visaNumber ?? null,
    visaValidUntil: day(given.visaValidUntil),
    documentExpiry: day(given.documentExpiry),
    hasNoExpiry: given.hasNoExpiry ?? true,
    earlier: given.earlier ?? [],
    asOf: calendarDate(given.asOf ?? arrival),
  }
}

export function dutiesOf(given: StayText): readonly Duty[] {
  return dutiesOfStay(stayOf(given), CALENDAR)
}

/** Kinds with what they come to: a date, `date/date` where the readings differ, or what is needed. */
export function datesOf(duties: readonly Duty[]): Readonly<Record<string, string>> {
  return Object.fromEntries(duties.map((duty) => [duty.kind, inShort(duty)]))
}

export function dutyOf(kind: DutyKind, given: StayText): Duty {
  const duty = dutiesOf(given).find((candidate) => candidate.kind === kind)
  if (duty === undefined) throw new Error(`no ${kind}`)
  return duty
}

export function datedOf(kind: DutyKind, given: StayText): DatedDuty {
  const duty = dutyOf(kind, given)
  if (duty.state !== 'dated') throw new Error(`${kind} waits for ${duty.needs.join()}`)
  return duty
}

function inShort(duty: Duty): string {
  if (duty.state === 'waiting') return `? ${duty.needs.join(' ')}`
  return duty.strictDue === duty.latestDue ? duty.strictDue : `${duty.strictDue}/${duty.latestDue}`
}
