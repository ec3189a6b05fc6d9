import { createHash } from 'node:crypto'
import serialize from 'canonicalize'
import type { Property } from '#electron/store/rows/property.ts'
import type { Stay } from '#electron/store/rows/stays.ts'
import { sentName } from '#shared/documents/sent-name.ts'
import type { GuestFacts } from '#shared/domain/guest.ts'
import { NOTICE_SCHEMA_VERSION, type NoticePayload, type SealedNotice } from '#shared/domain/notice-payload.ts'

/** Which notice it is, among those about its guest. */
export type Heading = Pick<NoticePayload, 'kind' | 'sequence' | 'revision' | 'follows'>
type StayToTell = Pick<Stay, 'arrivalAt' | 'departureDate' | 'room'>

/**
 * The notice as it will be sent. Only for a guest of whom nothing required is missing; throws otherwise, because a notice with a
 * hole must never be sealed.
 */
export function buildNoticePayload(property: Property, stay: StayToTell, facts: GuestFacts, heading: Heading): NoticePayload {
  const name = sentName(facts)
  return {
    schemaVersion: NOTICE_SCHEMA_VERSION,
    ...heading,
    host: { bin: property.bin, name: property.name, address: property.address, phone: property.phone },
    stay: {
      arrivalAt: stay.arrivalAt,
      departureDate: known(stay.departureDate, 'departureDate'),
      room: stay.room,
      purpose: known(facts.purpose, 'purpose'),
      borderEntryDate: facts.borderEntryDate,
      borderCheckpoint: facts.borderCheckpoint,
      visaNumber: facts.visaNumber,
      visaValidUntil: facts.visaValidUntil,
      visaEntries: facts.visaEntries,
    },
    person: {
      surname: known(name.surname, 'surname'),
      givenNames: name.givenNames ?? '',
      patronymic: name.patronymic,
      printedName: facts.printedName,
      sex: known(facts.sex, 'sex'),
      birthDate: known(facts.birthDate, 'birthDate'),
      citizenship: known(facts.citizenship, 'citizenship'),
      phone: facts.phone,
      email: facts.email,
    },
    document: {
      type: known(facts.documentType, 'documentType'),
      series: facts.documentSeries,
      number: facts.documentNumber,
      issuingState: facts.issuingState,
      issueDate: facts.issueDate,
      expiryDate: facts.hasNoExpiry ? null : facts.expiryDate,
      guardianDocument: facts.guardianDocument,
    },
  }
}

/** RFC 8785: one payload is one sequence of bytes for ever. */
export function canonicalBytes(payload: SealedNotice): Buffer {
  const text = serialize(payload)
  if (text === undefined) throw new TypeError('A notice is always serialisable')
  return Buffer.from(text, 'utf8')
}

/** SHA-256, hex. */
export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

function known<Value>(value: Value | null, field: string): Value {
  if (value === null) throw new TypeError(`A notice without ${field} cannot be made`)
  return value
}
