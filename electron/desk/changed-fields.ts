import type { Stay } from '#electron/store/rows/stays.ts'
import type { GuestFacts } from '#shared/domain/guest.ts'

type Correctable = GuestFacts & Pick<Stay, 'departureDate' | 'room'>

const FIELDS = [
  'surname',
  'givenNames',
  'hasSingleName',
  'patronymic',
  'printedName',
  'mrz',
  'citizenship',
  'birthDate',
  'sex',
  'documentType',
  'documentSeries',
  'documentNumber',
  'issuingState',
  'guardianDocument',
  'issueDate',
  'expiryDate',
  'hasNoExpiry',
  'purpose',
  'departureDate',
  'room',
  'borderEntryDate',
  'borderCheckpoint',
  'visaNumber',
  'visaValidUntil',
  'visaEntries',
  'phone',
  'email',
] as const satisfies readonly (keyof Correctable)[]

/**
 * What a correction changed, for the journal: the names of the fields in the order of the form, and of departure and room also what stood
 * there. Whatever else stood there is in the revisions, sealed.
 */
export function whatChanged(before: Correctable, after: Correctable): Readonly<Record<string, string | null>> {
  return {
    changed: FIELDS.filter((field) => before[field] !== after[field]).join(' '),
    ...(before.departureDate === after.departureDate
      ? {}
      : { departureBefore: before.departureDate, departureDate: after.departureDate }),
    ...(before.room === after.room ? {} : { roomBefore: before.room, room: after.room }),
  }
}
