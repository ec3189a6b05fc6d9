import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import { EMPTY_GUEST, type GuestFacts, missingFields } from '#shared/domain/guest.ts'
import { readBirthDate, readDay, readDeparture, readTime, type Typed } from '../../entry/date-entry.ts'
import {
  type CheckInForm,
  type FormField,
  type GuestForm,
  isBlankGuest,
  type StayForm,
  UNKNOWN_CITIZENSHIP,
} from './form-state.ts'
import type { Preview } from './use-preview.ts'

export interface StayInput {
  readonly arrivalAt: string
  readonly departureDate: CalendarDate | null
  readonly room: string | null
  readonly reservation: string | null
}

/** Why a field's text was not taken; keys of the catalogue (`input.<reason>`). */
export type UnreadReason = 'not_a_date' | 'not_a_date_time' | 'unknown_code' | 'departure_before_arrival'
export type UnreadFields = Readonly<Partial<Record<FormField, UnreadReason>>>

export interface ReadGuest {
  readonly facts: GuestFacts
  readonly unread: UnreadFields
}

/** The guest as the desk takes him. What cannot be read is `null` there and named in `unread`; its text stays in the form. */
export function readGuest(guest: GuestForm, today: CalendarDate): ReadGuest {
  const birth = readBirthDate(guest.birthDate, today)
  const issue = readDay(guest.issueDate, today, 'past')
  const expiry = guest.hasNoExpiry ? ({ state: 'empty' } as const) : readDay(guest.expiryDate, today, 'future')
  const entry = readDay(guest.borderEntryDate, today, 'past')
  const visaEnd = readDay(guest.visaValidUntil, today, 'future')
  const isOnGuardian = guest.documentType === 'none'
  const facts: GuestFacts = {
    ...EMPTY_GUEST,
    surname: textOrNull(guest.surname),
    givenNames: guest.hasSingleName ? null : textOrNull(guest.givenNames),
    patronymic: textOrNull(guest.patronymic),
    hasSingleName: guest.hasSingleName,
    printedName: textOrNull(guest.printedName),
    mrz: guest.mrz,
    sex: guest.sex === '' ? null : guest.sex,
    birthDate: readOrNull(birth),
    citizenship: guest.citizenship === '' || guest.citizenship === UNKNOWN_CITIZENSHIP ? null : guest.citizenship,
    documentType: guest.documentType === '' ? null : guest.documentType,
    documentSeries: isOnGuardian ? null : textOrNull(guest.documentSeries),
    documentNumber: isOnGuardian ? null : textOrNull(guest.documentNumber),
    issuingState: textOrNull(guest.issuingState),
    issueDate: isOnGuardian ? null : readOrNull(issue),
    expiryDate: isOnGuardian ? null : readOrNull(expiry),
    hasNoExpiry: !isOnGuardian && guest.hasNoExpiry,
    purpose: guest.purpose === '' ? null : guest.purpose,
    borderEntryDate: readOrNull(entry),
    borderCheckpoint: textOrNull(guest.borderCheckpoint),
    visaNumber: textOrNull(guest.visaNumber),
    visaValidUntil: readOrNull(visaEnd),
    visaEntries: guest.visaEntries === '' ? null : guest.visaEntries,
    phone: textOrNull(guest.phone),
    email: textOrNull(guest.email),
    guardianDocument: isOnGuardian ? textOrNull(guest.guardianDocument) : null,
  }
  return {
    facts,
    unread: {
      ...unreadDate('birthDate', birth),
      ...(isOnGuardian ? {} : { ...unreadDate('issueDate', issue), ...unreadDate('expiryDate', expiry) }),
      ...unreadDate('borderEntryDate', entry),
      ...unreadDate('visaValidUntil', visaEnd),
      ...(guest.citizenship === '' && guest.citizenshipText.trim() !== '' ? { citizenship: 'unknown_code' as const } : {}),
    },
  }
}

export interface ReadStay {
  /** `null` while the arrival cannot be read: without it there is no deadline and no check-in. */
  readonly input: StayInput | null
  readonly arrival: CalendarDate | null
  readonly unread: UnreadFields
}

/** The stay as the desk takes it. `now` is hotel-local, `YYYY-MM-DDTHH:mm`; it stands for an arrival the clerk has not touched. */
export function readStay(stay: StayForm, today: CalendarDate): ReadStay {
  const day = readDay(stay.arrivalDate, today, 'future')
  const time = readTime(stay.arrivalTime)
  const arrival = readOrNull(day)
  const at = readOrNull(time)
  const departure = readDeparture(stay.departure, arrival ?? today)
  const departureDate = readOrNull(departure)
  const isBackwards = arrival !== null && departureDate !== null && departureDate < arrival
  const unread: UnreadFields = {
    ...(arrival === null ? { arrivalDate: 'not_a_date' as const } : {}),
    ...(at === null ? { arrivalTime: 'not_a_date_time' as const } : {}),
    ...unreadDate('departure', departure),
    ...(isBackwards ? { departure: 'departure_before_arrival' as const } : {}),
  }
  if (arrival === null || at === null) return { input: null, arrival, unread }
  const input = {
    arrivalAt: `${arrival}T${at}`,
    departureDate: isBackwards ? null : departureDate,
    room: textOrNull(stay.room),
    reservation: textOrNull(stay.reservation),
  }
  return { input, arrival, unread }
}

/** The desk says that an arrival ahead is only saved with a booking, and none is named. */
export function isReservationOwed(preview: Pick<Preview, 'warnings'> | null, stay: ReadStay): boolean {
  return preview?.warnings.includes('future_needs_reservation') === true && stay.input?.reservation === null
}

/** Where the cursor goes, in the order the fields stand on the page. */
const FILL_ORDER: readonly FormField[] = [
  'surname',
  'givenNames',
  'citizenship',
  'birthDate',
  'sex',
  'documentType',
  'documentSeries',
  'documentNumber',
  'guardianDocument',
  'issueDate',
  'expiryDate',
  'arrivalDate',
  'arrivalTime',
  'departure',
  'purpose',
  'reservation',
  'borderEntryDate',
  'visaValidUntil',
]

/**
 * What a clerk still has to see to: required and empty, or typed and not readable. Citizenship said to be unknown is an answer.
 * `needsReservation` = the arrival lies ahead and no booking is named.
 */
export function openFields(
  guest: GuestForm,
  read: ReadGuest,
  stay: ReadStay,
  needsReservation: boolean,
): ReadonlySet<FormField> {
  const missing = missingFields(read.facts, stay.input?.departureDate ?? null).map((field) =>
    field === 'departureDate' ? 'departure' : field,
  )
  const open = new Set<FormField>([...missing, ...keysOf(read.unread), ...keysOf(stay.unread)])
  if (needsReservation) open.add('reservation')
  if (guest.citizenship === UNKNOWN_CITIZENSHIP) open.delete('citizenship')
  return open
}

/** The next field to see to after `from` (the first when `null`), round the page; `null` when none is left. */
export function nextOpenField(open: ReadonlySet<FormField>, from: FormField | null): FormField | null {
  const start = from === null ? 0 : FILL_ORDER.indexOf(from) + 1
  const round = [...FILL_ORDER.slice(start), ...FILL_ORDER.slice(0, start)]
  return round.find((field) => open.has(field) && field !== from) ?? null
}

export interface ReadForm {
  readonly stay: ReadStay
  readonly guests: readonly ReadGuest[]
}

export function readForm(form: CheckInForm, today: CalendarDate): ReadForm {
  return { stay: readStay(form.stay, today), guests: form.guests.map((guest) => readGuest(guest, today)) }
}

export interface UnreadGuest {
  /** Index in the form. */
  readonly guest: number
  readonly fields: readonly FormField[]
}

/**
 * Text that cannot be read and would be lost by saving, the guest on screen (with the stay) first. A guest of whom there is only a scan
 * that could not be read would be lost whole.
 */
export function unreadFields(form: CheckInForm, read: ReadForm): readonly UnreadGuest[] {
  const { active } = form
  const found = form.guests.map((typed, guest) => ({
    guest,
    fields: typed.isSaved
      ? []
      : [...(guest === active ? keysOf(read.stay.unread) : []), ...unreadOf(typed, read.guests[guest] ?? NOTHING_READ)],
  }))
  return found.filter(({ fields }) => fields.length > 0).sort((a, b) => Number(b.guest === active) - Number(a.guest === active))
}

/** What of one guest cannot be read and would be lost: a scan alone, what a camera saw and nobody compared, or the text of fields. */
export function unreadOf(typed: GuestForm, read: Pick<ReadGuest, 'unread'>): readonly FormField[] {
  const hasScanAlone = isBlankGuest(typed) && typed.scan.trim() !== ''
  return [
    ...(hasScanAlone ? (['scan'] as const) : []),
    ...(typed.isToCompare ? (['isToCompare'] as const) : []),
    ...keysOf(read.unread),
  ]
}

const NOTHING_READ = { unread: {} } as const

function readOrNull<Value>(typed: Typed<Value>): Value | null {
  return typed.state === 'read' ? typed.value : null
}

function unreadDate(field: FormField, typed: Typed<unknown>): UnreadFields {
  return typed.state === 'unreadable' ? { [field]: 'not_a_date' } : {}
}

function keysOf(unread: UnreadFields): readonly FormField[] {
  return Object.keys(unread) as FormField[]
}

function textOrNull(text: string): string | null {
  const trimmed = text.trim()
  return trimmed === '' ? null : trimmed
}
