import type { MrzFields } from '#shared/documents/mrz-reading.ts'
import { CATALOGUES } from '#shared/i18n/index.ts'
import type { FieldMark } from '../../components/field.tsx'
import { useWords, type Words } from '../../i18n/use-words.ts'
import { type CheckInView, useCheckIn } from './check-in-context.ts'
import { type FormField, type GuestField, STAY_FIELDS, type StayField } from './form-state.ts'
import { checkOf, errorOf } from './mrz-segments.ts'
import { fieldsToCompare, isNumberPutRight } from './picture/to-compare.ts'
import { isAsRead } from './take-scan.ts'

/** What stands around a field: the mark at its label, the reason below it. */
export interface FieldNotes {
  readonly mark: FieldMark | undefined
  readonly reason: string | undefined
}

/** Fields the machine-readable lines may fill. */
const FROM_LINES: readonly FormField[] = [
  'surname',
  'givenNames',
  'patronymic',
  'sex',
  'birthDate',
  'citizenship',
  'documentType',
  'documentSeries',
  'documentNumber',
  'issueDate',
  'expiryDate',
  'visaNumber',
  'visaValidUntil',
]

export function useFieldNotes(field: FormField): FieldNotes {
  const view = useCheckIn()
  const words = useWords()
  return notesOf(field, view, words)
}

function notesOf(field: FormField, view: CheckInView, words: Words): FieldNotes {
  const { say } = words
  const refused = view.refused.find(
    (refusal) => refusal.field === field && (refusal.guestKey === null || refusal.guestKey === view.guest.key),
  )
  if (refused !== undefined) return { mark: undefined, reason: inputReason(refused.code, words) }
  const unread = { ...view.read.unread, ...view.stay.unread }[field]
  if (unread !== undefined) {
    const reason = field === 'citizenship' ? say('checkIn.fields.noSuchCitizenship') : say(`input.${unread}`)
    return { mark: undefined, reason }
  }
  const fromLines = FROM_LINES.includes(field) ? notesFromLines(field as LineField, view, words) : undefined
  if (fromLines !== undefined) return fromLines
  const isWanted = view.open.has(field) && !view.isBlank
  return { mark: isWanted ? { tone: 'incomplete', text: say('checkIn.fields.toFill') } : undefined, reason: undefined }
}

type LineField = keyof MrzFields & GuestField

function notesFromLines(field: LineField, { document, guest }: CheckInView, { say }: Words): FieldNotes | undefined {
  if (document === null) return undefined
  const check = checkOf(document, field)
  // The series is too narrow for a mark; the same digit stands at the date of issue.
  const digit =
    check === undefined || field === 'documentSeries' ? undefined : say('checkIn.fields.digit', { digit: check.found })
  const error = errorOf(document, field)
  if (error !== undefined && guest[field] === '' && !(field === 'citizenship' && guest.citizenshipText !== '')) {
    const mark = digit === undefined ? undefined : ({ tone: 'rejected', text: digit } as const)
    return { mark, reason: say(`checkIn.mrzErrors.${error}`) }
  }
  const isPutRight = field === 'documentNumber' && isNumberPutRight(document) && isAsRead(guest, document, field)
  if (isPutRight || fieldsToCompare(guest, document).some((other) => other === field))
    return { mark: { tone: 'incomplete', text: say('document.compare.mark') }, reason: undefined }
  if (digit === undefined || !document.proven.includes(field)) return undefined
  return isAsRead(guest, document, field)
    ? { mark: { tone: 'accepted', text: digit }, reason: undefined }
    : { mark: { tone: 'incomplete', text: say('checkIn.fields.changed') }, reason: undefined }
}

/** The desk's own reason, in the clerk's words where the catalogue has them. */
export function inputReason(code: string, { language }: Words): string {
  const reasons: Readonly<Record<string, string>> = CATALOGUES[language].input
  return reasons[code] ?? CATALOGUES[language].input.not_taken
}

/** Value and setter of a text field, wherever it lives. */
export function useTextField(field: TextFieldName): { readonly value: string; readonly set: (value: string) => void } {
  const { form, guest, acts } = useCheckIn()
  if (isStayField(field)) return { value: form.stay[field], set: (value) => acts.setStay({ [field]: value }) }
  return { value: guest[field], set: (value) => acts.setGuest({ [field]: value }) }
}

/** Guest fields that hold typed text. */
export type TextFieldName =
  | StayField
  | Exclude<
      GuestField,
      'scan' | 'mrz' | 'isToCompare' | 'hasSingleName' | 'hasNoExpiry' | 'citizenship' | 'citizenshipText' | 'issuingState'
    >

function isStayField(field: TextFieldName): field is StayField {
  return (STAY_FIELDS as readonly string[]).includes(field)
}
