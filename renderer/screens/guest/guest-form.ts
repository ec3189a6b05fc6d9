import type { z } from 'zod'
import type { guestDetailSchema, Notice } from '#shared/contract/schemas.ts'
import { parseCitizenship } from '#shared/documents/citizenship.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import { DOCUMENT_TYPES, type GuestFacts, PURPOSES, SEXES, VISA_ENTRIES } from '#shared/domain/guest.ts'
import { numericDay } from '#shared/i18n/dates.ts'
import { readBirthDate, readDay, readDeparture, type Typed } from '../../entry/date-entry.ts'
import { registerField } from '../../notices/field-name.ts'

export type GuestDetail = z.infer<typeof guestDetailSchema>

/** Everything that can be corrected, in the order it stands in the form. */
export const FORM_FIELDS = [
  'surname',
  'givenNames',
  'patronymic',
  'printedName',
  'citizenship',
  'birthDate',
  'sex',
  'documentType',
  'documentSeries',
  'documentNumber',
  'guardianDocument',
  'issueDate',
  'expiryDate',
  'purpose',
  'departureDate',
  'room',
  'reservation',
  'borderEntryDate',
  'borderCheckpoint',
  'visaNumber',
  'visaValidUntil',
  'visaEntries',
  'phone',
  'email',
] as const
export type FormField = (typeof FORM_FIELDS)[number]

/** As typed. A citizenship is its code, or what was typed and names no country. */
export type FormTexts = Readonly<Record<FormField, string>>

export interface GuestForm {
  readonly texts: FormTexts
  readonly hasSingleName: boolean
  readonly hasNoExpiry: boolean
}

/** What the clerk changed, apart from what the register holds: a colleague's change to another field stays his. */
export interface FormChanges {
  readonly texts: Readonly<Partial<Record<FormField, string>>>
  readonly hasSingleName?: boolean
  readonly hasNoExpiry?: boolean
}

export const NO_CHANGES: FormChanges = { texts: {} }

export function isChanged({ texts, ...flags }: FormChanges): boolean {
  return Object.keys(texts).length > 0 || Object.keys(flags).length > 0
}

/** The register's own state as a form, with the clerk's changes over it. */
export function formOf({ facts, stay }: Pick<GuestDetail, 'facts' | 'stay'>, changes: FormChanges): GuestForm {
  const texts: FormTexts = {
    surname: facts.surname ?? '',
    givenNames: facts.givenNames ?? '',
    patronymic: facts.patronymic ?? '',
    printedName: facts.printedName ?? '',
    citizenship: facts.citizenship ?? '',
    birthDate: dayText(facts.birthDate),
    sex: facts.sex ?? '',
    documentType: facts.documentType ?? '',
    documentSeries: facts.documentSeries ?? '',
    documentNumber: facts.documentNumber ?? '',
    guardianDocument: facts.guardianDocument ?? '',
    issueDate: dayText(facts.issueDate),
    expiryDate: dayText(facts.expiryDate),
    purpose: facts.purpose ?? '',
    departureDate: dayText(stay.departureDate),
    room: stay.room ?? '',
    reservation: stay.reservation ?? '',
    borderEntryDate: dayText(facts.borderEntryDate),
    borderCheckpoint: facts.borderCheckpoint ?? '',
    visaNumber: facts.visaNumber ?? '',
    visaValidUntil: dayText(facts.visaValidUntil),
    visaEntries: facts.visaEntries ?? '',
    phone: facts.phone ?? '',
    email: facts.email ?? '',
  }
  return {
    texts: { ...texts, ...changes.texts },
    hasSingleName: changes.hasSingleName ?? facts.hasSingleName,
    hasNoExpiry: changes.hasNoExpiry ?? facts.hasNoExpiry,
  }
}

/** Why a field's text was not taken; keys of the catalogue (`input.<reason>`). */
export type Unread = Readonly<Partial<Record<FormField, 'not_a_date' | 'unknown_code' | 'departure_before_arrival'>>>

export interface ReadForm {
  readonly facts: GuestFacts
  readonly departureDate: CalendarDate | null
  readonly room: string | null
  readonly reservation: string | null
  readonly unread: Unread
}

/** The form as the desk takes it. What cannot be read is named in `unread`; then nothing may be saved. */
export function readForm(form: GuestForm, detail: Pick<GuestDetail, 'facts' | 'stay'>, today: CalendarDate): ReadForm {
  const { texts } = form
  const arrival = detail.stay.arrivalAt.slice(0, 10) as CalendarDate
  const hasOwnDocument = texts.documentType !== 'none'
  const birth = readBirthDate(texts.birthDate, today)
  const issue = readDay(texts.issueDate, today, 'past')
  const expiry = readDay(texts.expiryDate, today, 'future')
  const entry = readDay(texts.borderEntryDate, today, 'past')
  const visaEnd = readDay(texts.visaValidUntil, today, 'future')
  const departure = readDeparture(texts.departureDate, arrival)
  const departureDate = valueIn(departure)
  const citizenship = citizenshipIn(texts.citizenship)
  return {
    facts: {
      ...detail.facts,
      surname: textOrNull(texts.surname),
      givenNames: form.hasSingleName ? null : textOrNull(texts.givenNames),
      hasSingleName: form.hasSingleName,
      patronymic: textOrNull(texts.patronymic),
      printedName: textOrNull(texts.printedName),
      citizenship: citizenship ?? null,
      birthDate: valueIn(birth),
      sex: SEXES.find((sex) => sex === texts.sex) ?? null,
      documentType: DOCUMENT_TYPES.find((type) => type === texts.documentType) ?? null,
      documentSeries: hasOwnDocument ? textOrNull(texts.documentSeries) : null,
      documentNumber: hasOwnDocument ? textOrNull(texts.documentNumber) : null,
      guardianDocument: hasOwnDocument ? null : textOrNull(texts.guardianDocument),
      issueDate: hasOwnDocument ? valueIn(issue) : null,
      expiryDate: hasOwnDocument && !form.hasNoExpiry ? valueIn(expiry) : null,
      hasNoExpiry: hasOwnDocument && form.hasNoExpiry,
      purpose: PURPOSES.find((purpose) => purpose === texts.purpose) ?? null,
      borderEntryDate: valueIn(entry),
      borderCheckpoint: textOrNull(texts.borderCheckpoint),
      visaNumber: textOrNull(texts.visaNumber),
      visaValidUntil: valueIn(visaEnd),
      visaEntries: VISA_ENTRIES.find((entries) => entries === texts.visaEntries) ?? null,
      phone: textOrNull(texts.phone),
      email: textOrNull(texts.email),
    },
    departureDate,
    room: textOrNull(texts.room),
    reservation: textOrNull(texts.reservation),
    unread: {
      ...unreadDay('birthDate', birth),
      ...(hasOwnDocument ? unreadDay('issueDate', issue) : {}),
      ...(hasOwnDocument && !form.hasNoExpiry ? unreadDay('expiryDate', expiry) : {}),
      ...unreadDay('borderEntryDate', entry),
      ...unreadDay('visaValidUntil', visaEnd),
      ...unreadDay('departureDate', departure),
      ...(departureDate !== null && departureDate < arrival ? { departureDate: 'departure_before_arrival' } : {}),
      ...(citizenship === undefined ? { citizenship: 'unknown_code' } : {}),
    },
  }
}

/** Fields the notice cannot go without as the form stands now, or that the service refused: these are asked first. */
export function fieldsToAsk(notice: Pick<Notice, 'state' | 'missing' | 'refusal'>, documentType: string): readonly FormField[] {
  const refused = refusedField(notice)
  const missing: readonly string[] = notice.missing
  const asked = FORM_FIELDS.filter((field) => field === refused || missing.includes(field))
  // A child on an adult's document has no document of its own to ask about.
  if (documentType !== 'none') return asked
  const own: readonly FormField[] = ['documentSeries', 'documentNumber', 'issueDate', 'expiryDate']
  return [...new Set<FormField>([...asked.filter((field) => !own.includes(field)), 'guardianDocument'])]
}

/** The field the service named, where it is one of ours: `document.issueDate` is `issueDate`. */
export function refusedField({ state, refusal }: Pick<Notice, 'state' | 'refusal'>): FormField | null {
  if (state !== 'rejected' || refusal === null || refusal.field === null) return null
  const named = registerField(refusal.field)
  return FORM_FIELDS.find((field) => field === named) ?? null
}

/** A code, `null` for nothing typed, `undefined` for what names no country. */
function citizenshipIn(text: string): string | null | undefined {
  if (text.trim() === '') return null
  const code = parseCitizenship(text)
  return code.ok ? code.value : undefined
}

function dayText(date: string | null): string {
  return date === null ? '' : numericDay(date)
}

function textOrNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim()
}

function valueIn<Value>(typed: Typed<Value>): Value | null {
  return typed.state === 'read' ? typed.value : null
}

function unreadDay(field: FormField, typed: Typed<unknown>): Unread {
  return typed.state === 'unreadable' ? { [field]: 'not_a_date' } : {}
}
