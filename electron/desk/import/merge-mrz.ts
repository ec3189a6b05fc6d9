import type { InputIssue } from '#shared/contract/errors.ts'
import type { MrzDocument, MrzFieldName } from '#shared/documents/mrz-reading.ts'
import { contradictsMrz } from '#shared/documents/name-agreement.ts'
import { alphanumeric } from '#shared/documents/person-key.ts'
import type { GuestFacts } from '#shared/domain/guest.ts'
import { type ArrivalColumn, inputIssue } from './arrivals-file.ts'

/**
 * Brings the columns of a row and its MRZ together. A column is what a clerk saw: it stays, and the MRZ fills what is empty.
 * Only where they differ and a check digit proves the MRZ (number, birth, expiry; issue of a Russian internal passport) does the
 * MRZ win. Every difference is noted by column. The MRZ itself is kept as read, repairs or not.
 */
export function mergeMrz(
  columns: GuestFacts,
  mrz: MrzDocument,
): { readonly guest: GuestFacts; readonly notes: readonly InputIssue[] } {
  const notes: InputIssue[] = []
  const { fields } = mrz

  const pick = <Value>(field: MrzFieldName, column: ArrivalColumn, typed: Value | null, read: Value | null): Value | null => {
    if (typed === null || read === null || typed === read) return typed ?? read
    const isProven = mrz.proven.includes(field)
    notes.push(differs(column, isProven))
    return isProven ? read : typed
  }

  const guest: GuestFacts = {
    ...columns,
    mrz: mrz.text,
    ...mergeNames(columns, mrz, notes),
    ...mergeDocumentNumber(columns, mrz, notes),
    sex: pick('sex', 'sex', columns.sex, fields.sex),
    birthDate: pick('birthDate', 'birth_date', columns.birthDate, fields.birthDate),
    citizenship: pick('citizenship', 'citizenship', columns.citizenship, fields.citizenship),
    documentType: pick('documentType', 'document_type', columns.documentType, fields.documentType),
    issuingState: fields.issuingState,
    issueDate: pick('issueDate', 'issue_date', columns.issueDate, fields.issueDate),
    expiryDate: pick('expiryDate', 'expiry_date', columns.expiryDate, fields.expiryDate),
    hasNoExpiry: fields.hasNoExpiry && columns.expiryDate === null,
    visaNumber: pick('visaNumber', 'visa_number', columns.visaNumber, fields.visaNumber),
    visaValidUntil: pick('visaValidUntil', 'visa_valid_until', columns.visaValidUntil, fields.visaValidUntil),
  }
  if (fields.hasNoExpiry && columns.expiryDate !== null) notes.push(differs('expiry_date', false))
  return { guest, notes }
}

function mergeNames(columns: GuestFacts, { fields }: MrzDocument, notes: InputIssue[]) {
  const surname = columns.surname ?? fields.surname
  if (columns.surname !== null && fields.surname !== null && contradictsMrz(columns.surname, fields.surname)) {
    notes.push(differs('surname', false))
  }
  if (columns.givenNames === null) {
    const { givenNames, hasSingleName } = fields
    return { surname, givenNames, patronymic: columns.patronymic ?? fields.patronymic, hasSingleName }
  }
  const typed = [columns.givenNames, columns.patronymic ?? ''].join(' ')
  const read = [fields.givenNames ?? '', fields.patronymic ?? ''].join(' ')
  if (fields.surname !== null && contradictsMrz(typed, read)) notes.push(differs('given_names', false))
  return { surname, givenNames: columns.givenNames, patronymic: columns.patronymic, hasSingleName: false }
}

/** Series and number are one string in most documents and two columns in some lists: they are compared together. */
function mergeDocumentNumber(columns: GuestFacts, { fields, proven }: MrzDocument, notes: InputIssue[]) {
  const { documentSeries, documentNumber } = fields
  const typed = { documentSeries: columns.documentSeries, documentNumber: columns.documentNumber }
  if (documentNumber === null) return typed
  if (typed.documentNumber === null) return { documentSeries: typed.documentSeries ?? documentSeries, documentNumber }
  const isSameNumber = alphanumeric(typed.documentNumber) === alphanumeric(documentNumber)
  const isSame =
    alphanumeric(`${typed.documentSeries ?? ''}${typed.documentNumber}`) ===
      alphanumeric(`${documentSeries ?? ''}${documentNumber}`) ||
    (isSameNumber && (typed.documentSeries === null || documentSeries === null))
  if (isSame) return typed.documentSeries === null ? { documentSeries, documentNumber } : typed
  const isProven = proven.includes('documentNumber')
  notes.push(differs('document_number', isProven))
  return isProven ? { documentSeries, documentNumber } : typed
}

function differs(column: ArrivalColumn, isProven: boolean): InputIssue {
  const message = isProven
    ? 'The column and the MRZ differ; the MRZ is used, because its check digit proves it.'
    : 'The column and the MRZ differ; the column is used. Compare with the document.'
  return inputIssue(column, 'mrz_differs', message)
}
