import type { MrzDocument, MrzFields, NotMrz } from '#shared/documents/mrz-reading.ts'
import { alphanumeric } from '#shared/documents/person-key.ts'
import { readMrz } from '#shared/documents/read-mrz.ts'
import { type CalendarDate, calendarDate } from '#shared/domain/calendar-date.ts'
import { numericDay } from '#shared/i18n/dates.ts'
import { activeGuest, addGuest, type CheckInForm, changeGuest, type GuestForm, isBlankGuest, showGuest } from './form-state.ts'
import { whoseDocument } from './rooming/whose-document.ts'

/** A second reading of the same lines differs in what the reader misread; documents of strangers differ in far more. */
const MOST_MISREAD_CHARACTERS = 12
/** A number is the same on every day; a day decides the century of a birth alone. */
const ANY_DAY = calendarDate('2000-01-01')

export type ScanOutcome =
  /** The guest on screen was filled in. */
  | { readonly kind: 'filled' }
  /** Another person's document: the next guest of the stay. */
  | { readonly kind: 'added' }
  /** A document that an earlier guest of this check-in showed already. */
  | { readonly kind: 'known' }
  /** A guest of the rooming list was found by this document. */
  | { readonly kind: 'belongs'; readonly line: number }
  /** A visa beside a passport: only its number and its last day were taken. */
  | { readonly kind: 'visa' }
  /** No machine-readable lines; the text stays in the scan box. */
  | { readonly kind: 'refused'; readonly reason: NotMrz }

export interface TakenScan {
  readonly form: CheckInForm
  readonly outcome: ScanOutcome
}

/** Fills the form from what was scanned, pasted or typed. Nothing typed before is thrown away unless the lines say otherwise. */
export function takeScan(form: CheckInForm, text: string, today: CalendarDate, newKey: () => string): TakenScan {
  const reading = readMrz(text, today)
  if (!reading.ok) return { form: changeGuest(form, { scan: text }), outcome: { kind: 'refused', reason: reading.error } }
  const document = reading.value
  const guest = activeGuest(form)
  const earlier = guest.mrz === null ? null : readMrz(guest.mrz, today)
  const before = earlier?.ok ? earlier.value : null

  if (isVisa(document) && before !== null && !isVisa(before)) {
    const { visaNumber, visaValidUntil } = asForm(document.fields)
    const visa = given({ visaNumber, visaValidUntil })
    return { form: changeGuest(form, { scan: guest.mrz ?? '', ...visa }), outcome: { kind: 'visa' } }
  }
  const owner = whoseDocument(form.guests, document)
  if (owner !== null && owner !== form.active && (before === null || !isSameDocument(before.lines, document.lines))) {
    return { form: fill(showGuest(form, owner), document, null), outcome: { kind: 'belongs', line: owner + 1 } }
  }
  const isListed = owner === null && guest.isListed && before === null && !isBlankGuest(guest)
  if (!isListed && !isOtherPerson(guest, before, document))
    return { form: fill(form, document, before), outcome: { kind: 'filled' } }
  const known = form.guests.findIndex(({ mrz }) => mrz !== null && isSameDocument(mrz.split('\n'), document.lines))
  const kept = changeGuest(form, { scan: guest.mrz ?? '' })
  if (known !== -1) {
    const shown = showGuest(kept, known)
    return { form: activeGuest(shown).isSaved ? shown : fill(shown, document, null), outcome: { kind: 'known' } }
  }
  return { form: fill(addGuest(kept, newKey()), document, null), outcome: { kind: 'added' } }
}

/** Fields of the form that come from the lines and still say what the lines say. */
export function isAsRead(guest: GuestForm, document: MrzDocument, field: keyof MrzFields & keyof GuestForm): boolean {
  const read = asForm(document.fields)[field]
  return read !== undefined && read === guest[field]
}

function fill(form: CheckInForm, document: MrzDocument, before: MrzDocument | null): CheckInForm {
  const guest = activeGuest(form)
  const { fields } = document
  // What an earlier reading filled in and this one doubts must not stay as if it were proven.
  const doubted = before === null ? {} : doubtedFields(guest, before, document)
  return changeGuest(form, {
    ...doubted,
    ...asForm(fields),
    hasSingleName: fields.hasSingleName,
    hasNoExpiry: fields.hasNoExpiry || (guest.hasNoExpiry && fields.expiryDate === null),
    ...(fields.citizenship === null ? {} : { citizenshipText: '' }),
    mrz: document.text,
    // Whoever reads a picture says so afterwards.
    isToCompare: false,
    scan: document.text,
  })
}

function doubtedFields(guest: GuestForm, before: MrzDocument, now: MrzDocument): Partial<GuestForm> {
  const earlier = asForm(before.fields)
  const current = asForm(now.fields)
  const gone = (Object.keys(earlier) as (keyof GuestForm)[]).filter(
    (field) => !(field in current) && guest[field] === earlier[field],
  )
  return Object.fromEntries(gone.map((field) => [field, '']))
}

/** What the lines say, in the form's words; only what they say. */
function asForm(fields: MrzFields): Partial<GuestForm> {
  return given({
    surname: fields.surname,
    givenNames: fields.givenNames ?? (fields.hasSingleName ? '' : null),
    patronymic: fields.patronymic,
    sex: fields.sex,
    birthDate: fields.birthDate === null ? null : numericDay(fields.birthDate),
    citizenship: fields.citizenship,
    documentType: fields.documentType,
    documentSeries: fields.documentSeries,
    documentNumber: fields.documentNumber,
    issuingState: fields.issuingState,
    issueDate: fields.issueDate === null ? null : numericDay(fields.issueDate),
    expiryDate: fields.expiryDate === null ? null : numericDay(fields.expiryDate),
    visaNumber: fields.visaNumber,
    visaValidUntil: fields.visaValidUntil === null ? null : numericDay(fields.visaValidUntil),
  })
}

function given(fields: { readonly [Field in keyof GuestForm]?: GuestForm[Field] | null | undefined }): Partial<GuestForm> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== null && value !== undefined),
  ) as Partial<GuestForm>
}

function isOtherPerson(guest: GuestForm, before: MrzDocument | null, document: MrzDocument): boolean {
  if (before !== null && isVisa(before) !== isVisa(document)) return false
  if (before !== null) return !isSameDocument(before.lines, document.lines)
  // Typed by hand: another number and another birthday are another person.
  const { documentNumber, birthDate } = document.fields
  const isOtherNumber =
    documentNumber !== null &&
    guest.documentNumber.trim() !== '' &&
    alphanumeric(documentNumber) !== alphanumeric(guest.documentNumber)
  return isOtherNumber && birthDate !== null && guest.birthDate !== '' && numericDay(birthDate) !== guest.birthDate
}

/**
 * Whether two readings are of one document. Brothers and sisters who got their passports in one hour differ in fewer characters than a
 * bad reading does; so where the check digits prove both numbers, the numbers decide.
 */
function isSameDocument(a: readonly string[], b: readonly string[]): boolean {
  const [numberOfA, numberOfB] = [provenNumber(a), provenNumber(b)]
  if (numberOfA !== null && numberOfB !== null && numberOfA !== numberOfB) return false
  const [one, other] = [a.join(''), b.join('')]
  if (one.length !== other.length) return false
  let differing = 0
  for (let index = 0; index < one.length; index += 1) if (one[index] !== other[index]) differing += 1
  return differing <= MOST_MISREAD_CHARACTERS
}

/** Series and number, where the number's own check digit agrees; `null` where it may be misread. */
function provenNumber(lines: readonly string[]): string | null {
  const reading = readMrz(lines.join('\n'), ANY_DAY)
  if (!reading.ok) return null
  const { checks, fields } = reading.value
  const isProven = checks.some(({ field, isValid }) => field === 'documentNumber' && isValid)
  return isProven ? `${fields.documentSeries ?? ''} ${fields.documentNumber ?? fields.visaNumber ?? ''}` : null
}

function isVisa(document: MrzDocument): boolean {
  return document.format === 'MRV-A' || document.format === 'MRV-B'
}
