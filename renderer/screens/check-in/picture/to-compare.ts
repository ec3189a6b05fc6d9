import type { MrzDocument } from '#shared/documents/mrz-reading.ts'
import type { GuestForm } from '../form-state.ts'
import { isAsRead } from '../take-scan.ts'

/** Fields that lines fill and no check digit covers, in the order they stand on the page. */
const UNCOVERED = ['surname', 'givenNames', 'citizenship', 'sex', 'documentType', 'issuingState', 'patronymic'] as const
type UncoveredField = (typeof UNCOVERED)[number]

/**
 * What only a person can vouch for: read from a picture, proven by no check digit, and not changed by hand since. A number that was put
 * right is among them: in one of ten wrong readings some exchange of a letter satisfies the digit, and the camera may have misread another.
 */
export function fieldsToCompare(
  guest: GuestForm,
  document: MrzDocument | null,
): readonly (UncoveredField | 'documentNumber')[] {
  if (!guest.isToCompare || document === null) return []
  const uncovered = UNCOVERED.filter((field) => !document.proven.includes(field) && isAsRead(guest, document, field))
  return isNumberPutRight(document) && isAsRead(guest, document, 'documentNumber')
    ? [...uncovered, 'documentNumber']
    : uncovered
}

/** Its check digit agrees only since a character was exchanged. */
export function isNumberPutRight(document: MrzDocument): boolean {
  return document.repairs.some(({ field }) => field === 'documentNumber')
}
