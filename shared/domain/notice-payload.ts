import type { CalendarDate } from './calendar-date.ts'
import type { CitizenshipCode, DocumentType, PartialDate, Purpose, Sex } from './guest.ts'

/**
 * The notice itself: what is sealed into a revision, hashed, and sent. Serialised as canonical JSON (RFC 8785), so that one
 * revision is one sequence of bytes for ever. Adding a field means a new {@link NOTICE_SCHEMA_VERSION}.
 */
export interface NoticePayload {
  readonly schemaVersion: typeof NOTICE_SCHEMA_VERSION
  readonly kind: 'arrival'
  /** 1, 2, … per notice; a later revision replaces an earlier one at the service. */
  readonly revision: number
  readonly host: {
    readonly bin: string
    readonly name: string
    readonly address: string
    readonly phone: string | null
  }
  readonly stay: {
    /** Hotel-local, `YYYY-MM-DDTHH:mm`. */
    readonly arrivalAt: string
    readonly departureDate: CalendarDate
    readonly room: string | null
    readonly purpose: Purpose
    readonly borderEntryDate: CalendarDate | null
    readonly borderCheckpoint: string | null
    readonly visaNumber: string | null
  }
  readonly person: {
    /** As sent: Latin, by the rule of the document (MRZ spelling first, else transliterated). */
    readonly surname: string
    /** Empty for a person with one name. */
    readonly givenNames: string
    readonly patronymic: string | null
    /** Native script, as printed; for the officer's eye. */
    readonly printedName: string | null
    readonly sex: Sex
    readonly birthDate: PartialDate
    readonly citizenship: CitizenshipCode
    readonly phone: string | null
    readonly email: string | null
  }
  readonly document: {
    readonly type: DocumentType
    readonly series: string | null
    readonly number: string | null
    readonly issuingState: string | null
    readonly issueDate: CalendarDate | null
    /** `null` when the document has no end or there is no document. */
    readonly expiryDate: CalendarDate | null
    /** Number of the adult's document, for a child without one. */
    readonly guardianDocument: string | null
  }
}

export const NOTICE_SCHEMA_VERSION = 1
