import type { InputIssue } from '#shared/contract/errors.ts'
import type { MrzDifference } from '#shared/documents/merge-mrz.ts'
import type { MrzFieldName } from '#shared/documents/mrz-reading.ts'
import { type ArrivalColumn, inputIssue } from './arrivals-file.ts'

const COLUMN_OF: Readonly<Partial<Record<MrzFieldName, ArrivalColumn>>> = {
  surname: 'surname',
  givenNames: 'given_names',
  sex: 'sex',
  birthDate: 'birth_date',
  citizenship: 'citizenship',
  documentType: 'document_type',
  documentNumber: 'document_number',
  issueDate: 'issue_date',
  expiryDate: 'expiry_date',
  visaNumber: 'visa_number',
  visaValidUntil: 'visa_valid_until',
}

/** Where a row and its MRZ say different things, in words, by column. */
export function mrzNotes(differences: readonly MrzDifference[]): readonly InputIssue[] {
  return differences.map(({ field, isProven }) => {
    const message = isProven
      ? 'The column and the MRZ differ; the MRZ is used, because its check digit proves it.'
      : 'The column and the MRZ differ; the column is used. Compare with the document.'
    return inputIssue(COLUMN_OF[field] ?? 'mrz', 'mrz_differs', message)
  })
}
