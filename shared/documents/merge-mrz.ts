import type { GuestFacts } from '../domain/guest.ts'
import type { MrzDocument, MrzFieldName } from './mrz-reading.ts'
import { contradictsMrz } from './name-agreement.ts'
import { alphanumeric } from './person-key.ts'

/** A field of which a list and an MRZ say different things. */
export interface MrzDifference {
  readonly field: MrzFieldName
  /** A check digit proves what the MRZ says, so that it was taken; otherwise what was written stays. */
  readonly isProven: boolean
}

/**
 * Brings what a list says of a guest and his MRZ together. What is written is what somebody saw: it stays, and the MRZ fills what is empty.
 * Only where they differ and a check digit proves the MRZ (number, birth, expiry; issue of a Russian internal passport) does the
 * MRZ win. Every difference is named. The MRZ itself is kept as read, repairs or not.
 */
export function mergeMrz(
  written: GuestFacts,
  mrz: MrzDocument,
): { readonly guest: GuestFacts; readonly differences: readonly MrzDifference[] } {
  const differences: MrzDifference[] = []
  const { fields } = mrz

  const pick = <Value>(field: MrzFieldName, typed: Value | null, read: Value | null): Value | null => {
    if (typed === null || read === null || typed === read) return typed ?? read
    const isProven = mrz.proven.includes(field)
    differences.push({ field, isProven })
    return isProven ? read : typed
  }

  const guest: GuestFacts = {
    ...written,
    mrz: mrz.text,
    ...mergeNames(written, mrz, differences),
    ...mergeDocumentNumber(written, mrz, differences),
    sex: pick('sex', written.sex, fields.sex),
    birthDate: pick('birthDate', written.birthDate, fields.birthDate),
    citizenship: pick('citizenship', written.citizenship, fields.citizenship),
    documentType: pick('documentType', written.documentType, fields.documentType),
    issuingState: fields.issuingState,
    issueDate: pick('issueDate', written.issueDate, fields.issueDate),
    expiryDate: pick('expiryDate', written.expiryDate, fields.expiryDate),
    hasNoExpiry: fields.hasNoExpiry && written.expiryDate === null,
    visaNumber: pick('visaNumber', written.visaNumber, fields.visaNumber),
    visaValidUntil: pick('visaValidUntil', written.visaValidUntil, fields.visaValidUntil),
  }
  if (fields.hasNoExpiry && written.expiryDate !== null) differences.push({ field: 'expiryDate', isProven: false })
  return { guest, differences }
}

function mergeNames(written: GuestFacts, { fields }: MrzDocument, differences: MrzDifference[]) {
  const surname = written.surname ?? fields.surname
  if (written.surname !== null && fields.surname !== null && contradictsMrz(written.surname, fields.surname)) {
    differences.push({ field: 'surname', isProven: false })
  }
  if (written.givenNames === null) {
    const { givenNames, hasSingleName } = fields
    return { surname, givenNames, patronymic: written.patronymic ?? fields.patronymic, hasSingleName }
  }
  const typed = [written.givenNames, written.patronymic ?? ''].join(' ')
  const read = [fields.givenNames ?? '', fields.patronymic ?? ''].join(' ')
  if (fields.surname !== null && contradictsMrz(typed, read)) differences.push({ field: 'givenNames', isProven: false })
  return { surname, givenNames: written.givenNames, patronymic: written.patronymic, hasSingleName: false }
}

/** Series and number are one string in most documents and two columns in some lists: they are compared together. */
function mergeDocumentNumber(written: GuestFacts, { fields, proven }: MrzDocument, differences: MrzDifference[]) {
  const { documentSeries, documentNumber } = fields
  const typed = { documentSeries: written.documentSeries, documentNumber: written.documentNumber }
  if (documentNumber === null) return typed
  if (typed.documentNumber === null) return { documentSeries: typed.documentSeries ?? documentSeries, documentNumber }
  const isSameNumber = alphanumeric(typed.documentNumber) === alphanumeric(documentNumber)
  const isSame =
    alphanumeric(`${typed.documentSeries ?? ''}${typed.documentNumber}`) ===
      alphanumeric(`${documentSeries ?? ''}${documentNumber}`) ||
    (isSameNumber && (typed.documentSeries === null || documentSeries === null))
  if (isSame) return typed.documentSeries === null ? { documentSeries, documentNumber } : typed
  const isProven = proven.includes('documentNumber')
  differences.push({ field: 'documentNumber', isProven })
  return isProven ? { documentSeries, documentNumber } : typed
}
