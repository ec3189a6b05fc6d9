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
    /** Planned; in a departure notice, and in what follows one that stands, the day the guest left. */
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

/** What is known now against what the service was told last. */
export interface Difference {
  /** The planned day of departure, for a guest who stays. */
  readonly departureDate: 'same' | 'earlier' | 'later'
  readonly anythingElse: boolean
  /** What is to be told about a guest's leaving. `to_take_back`: he was reported as gone and is here. */
  readonly departure: 'none' | 'to_tell' | 'told' | 'to_take_back'
}

export const NO_DIFFERENCE: Difference = { departureDate: 'same', anythingElse: false, departure: 'none' }

/**
 * `told`: what the service was told or is being told, in order. `now`: as an arrival would say it, with the planned day of departure.
 * `departedOn`: the day the guest left; `null` = he is here, or it interests nobody.
 *
 * The room is left out: a move within the house tells the service nothing. So is the property, which is not the guest's, and what the
 * older format could not say and the guest does not have.
 */
export function differenceOf(told: readonly SealedNotice[], now: SealedNotice, departedOn: CalendarDate | null): Difference {
  const last = told.at(-1)
  if (last === undefined)
    return { departureDate: 'same', anythingElse: true, departure: departedOn === null ? 'none' : 'to_tell' }
  const goneOn = told.findLast(({ kind }) => kind === 'departure')?.stay.departureDate ?? null
  // What came after a departure and names the same day leaves it as it is; another day takes it back.
  const isGone = goneOn !== null && last.stay.departureDate === goneOn
  const departureDate = compareDays(now.stay.departureDate, last.stay.departureDate)
  const anythingElse = contentOf(last) !== contentOf(now)
  if (departedOn !== null)
    return { departureDate, anythingElse, departure: isGone && departedOn === goneOn ? 'told' : 'to_tell' }
  // Gone on the very day that is planned says the same as staying until then.
  return { departureDate, anythingElse, departure: isGone && departureDate !== 'same' ? 'to_take_back' : 'none' }
}

function compareDays(day: CalendarDate, before: CalendarDate): Difference['departureDate'] {
  if (day === before) return 'same'
  return day < before ? 'earlier' : 'later'
}

function contentOf({ stay, person, document }: SealedNotice): string {
  const { room: _room, departureDate: _departureDate, ...rest } = stay
  const parts = [{ visaValidUntil: null, visaEntries: null, ...rest }, person, document]
  return JSON.stringify(parts.map((part) => Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1))))
}
