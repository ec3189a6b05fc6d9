import type { CalendarDate } from './calendar-date.ts'
import type { CitizenshipCode, DocumentType, PartialDate, Purpose, Sex, VisaEntries } from './guest.ts'
import type { NoticeKind } from './notification.ts'

/**
 * The notice itself: what is sealed into a revision, hashed, and sent. Serialised as canonical JSON (RFC 8785), so that one
 * revision is one sequence of bytes for ever. Every kind carries the whole guest as known when it was made: whoever has the latest
 * one needs no earlier one. Adding a field means a new {@link NOTICE_SCHEMA_VERSION}.
 */
export interface NoticePayload {
  readonly schemaVersion: typeof NOTICE_SCHEMA_VERSION
  readonly kind: NoticeKind
  /** Place among the notices about this guest: 1 = the arrival. A higher one has the last word, a cancellation is the last. */
  readonly sequence: number
  /** 1, 2, … per notice; a later revision replaces an earlier one at the service. */
  readonly revision: number
  /** The accepted arrival that this notice follows; `null` for the arrival itself. */
  readonly follows: FollowedNotice | null
  readonly host: {
    readonly bin: string
    readonly name: string
    readonly address: string
    readonly phone: string | null
  }
  readonly stay: {
    /** Hotel-local, `YYYY-MM-DDTHH:mm`. */
    readonly arrivalAt: string
    /** Planned; in a departure notice the day the guest left. */
    readonly departureDate: CalendarDate
    readonly room: string | null
    readonly purpose: Purpose
    readonly borderEntryDate: CalendarDate | null
    readonly borderCheckpoint: string | null
    readonly visaNumber: string | null
    readonly visaValidUntil: CalendarDate | null
    readonly visaEntries: VisaEntries | null
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

export interface FollowedNotice {
  /** Of the revision that was accepted. */
  readonly clientId: string
  /** What the service, or the counter, gave for it; `null` where the proof is a file alone. */
  readonly reference: string | null
}

export const NOTICE_SCHEMA_VERSION = 2

/** As revisions were sealed before there were follow-ups. They stay as they are and stay sendable. */
export interface FirstNoticePayload extends Omit<NoticePayload, 'schemaVersion' | 'kind' | 'sequence' | 'follows' | 'stay'> {
  readonly schemaVersion: 1
  readonly kind: 'arrival'
  readonly stay: Omit<NoticePayload['stay'], 'visaValidUntil' | 'visaEntries'>
}

/** Whatever a sealed revision may hold. */
export type SealedNotice = NoticePayload | FirstNoticePayload

export const SENDABLE_SCHEMA_VERSIONS: readonly number[] = [1, NOTICE_SCHEMA_VERSION]

/** What a notice says anew compared with what the service was told last. */
export interface Difference {
  readonly departureDate: boolean
  readonly anythingElse: boolean
}

/**
 * The room is left out: a move within the house tells the service nothing. So is the property, which is not the guest's, and what the
 * older format could not say and the guest does not have.
 */
export function differenceOf(told: SealedNotice, now: SealedNotice): Difference {
  return {
    departureDate: told.stay.departureDate !== now.stay.departureDate,
    anythingElse: contentOf(told) !== contentOf(now),
  }
}

function contentOf({ stay, person, document }: SealedNotice): string {
  const { room: _room, departureDate: _departureDate, ...rest } = stay
  const parts = [{ visaValidUntil: null, visaEntries: null, ...rest }, person, document]
  return JSON.stringify(parts.map((part) => Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1))))
}
