import type { CalendarDate } from './calendar-date.ts'
import type { Assessment } from './notification.ts'

/** Where the guest stays on the register. Documents that carry no nationality of their own have type `none`. */
export const DOCUMENT_TYPES = [
  'passport',
  'id_card',
  'internal_passport',
  'travel_document',
  'residence_permit',
  'none',
] as const
export type DocumentType = (typeof DOCUMENT_TYPES)[number]

/** `X` is "unspecified" as printed in the document (`<` in the MRZ), which is an answer and not a gap. */
export const SEXES = ['M', 'F', 'X'] as const
export type Sex = (typeof SEXES)[number]

export const PURPOSES = ['tourism', 'business', 'private', 'transit', 'work', 'study', 'medical', 'other'] as const
export type Purpose = (typeof PURPOSES)[number]

/** How often a visa lets its holder in. */
export const VISA_ENTRIES = ['single', 'double', 'multiple'] as const
export type VisaEntries = (typeof VISA_ENTRIES)[number]

/** ISO 3166-1 alpha-3, or an ICAO 9303 code that is not a country (XXA stateless, GBD, UNO …). `KAZ` owes no notice. */
export type CitizenshipCode = string

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`: some documents lack the day or the month of birth. */
export type PartialDate = string

/** One guest as the desk knows him. `null` = not known yet; what the document itself lacks is said by its own flag. */
export interface GuestFacts {
  /** Family name as the clerk sees it in the document, any script. */
  readonly surname: string | null
  readonly givenNames: string | null
  readonly patronymic: string | null
  /** The document shows one name only (Sukarno): no given names are missing. */
  readonly hasSingleName: boolean
  /** Whole name as printed in the document, native script, order as printed. */
  readonly printedName: string | null
  /** MRZ lines as read, joined by `\n`; never corrected in place. */
  readonly mrz: string | null
  readonly sex: Sex | null
  readonly birthDate: PartialDate | null
  readonly citizenship: CitizenshipCode | null
  readonly documentType: DocumentType | null
  readonly documentSeries: string | null
  readonly documentNumber: string | null
  /** ISO 3166-1 alpha-3 or ICAO code of who issued the document; differs from citizenship for travel documents. */
  readonly issuingState: string | null
  /** Never in a passport's MRZ: typed by the clerk. */
  readonly issueDate: CalendarDate | null
  readonly expiryDate: CalendarDate | null
  /** The document is valid without end (many national IDs, Russian internal passports). */
  readonly hasNoExpiry: boolean
  readonly purpose: Purpose | null
  /** Day the border of Kazakhstan was crossed; asked apart from hotel arrival. */
  readonly borderEntryDate: CalendarDate | null
  readonly borderCheckpoint: string | null
  readonly visaNumber: string | null
  /** Last day the visa allows, as printed in it. */
  readonly visaValidUntil: CalendarDate | null
  readonly visaEntries: VisaEntries | null
  readonly phone: string | null
  readonly email: string | null
  /** For a child without a document: number of the document of the adult it travels with. */
  readonly guardianDocument: string | null
}

export const EMPTY_GUEST: GuestFacts = {
  surname: null,
  givenNames: null,
  patronymic: null,
  hasSingleName: false,
  printedName: null,
  mrz: null,
  sex: null,
  birthDate: null,
  citizenship: null,
  documentType: null,
  documentSeries: null,
  documentNumber: null,
  issuingState: null,
  issueDate: null,
  expiryDate: null,
  hasNoExpiry: false,
  purpose: null,
  borderEntryDate: null,
  borderCheckpoint: null,
  visaNumber: null,
  visaValidUntil: null,
  visaEntries: null,
  phone: null,
  email: null,
  guardianDocument: null,
}

/** Fields a notice cannot go without (eQonaq's form, Government decree 148 par. 9), in the order a clerk fills them. */
export const REQUIRED_FIELDS = [
  'surname',
  'givenNames',
  'citizenship',
  'birthDate',
  'sex',
  'documentType',
  'documentNumber',
  'guardianDocument',
  'issueDate',
  'expiryDate',
  'purpose',
  'departureDate',
] as const
export type RequiredField = (typeof REQUIRED_FIELDS)[number]

export const CITIZEN_OF_KAZAKHSTAN: CitizenshipCode = 'KAZ'

/** ICAO 9303: the document states no nationality. Stateless people (XXA) and refugees (XXB, XXC) are known to be foreign; this is not. */
const UNSPECIFIED_NATIONALITY: CitizenshipCode = 'XXX'

/**
 * Required fields still missing, in {@link REQUIRED_FIELDS} order. A citizen of Kazakhstan owes no notice and misses nothing.
 * A document without an expiry, a person with one name and a child on a parent's document miss nothing by that.
 */
export function missingFields(guest: GuestFacts, departureDate: CalendarDate | null): readonly RequiredField[] {
  if (guest.citizenship === CITIZEN_OF_KAZAKHSTAN) return []
  const hasOwnDocument = guest.documentType !== 'none'
  const isMissing: Readonly<Record<RequiredField, boolean>> = {
    surname: isBlank(guest.surname),
    givenNames: isBlank(guest.givenNames) && !guest.hasSingleName,
    citizenship: isCitizenshipUnknown(guest.citizenship),
    birthDate: guest.birthDate === null,
    sex: guest.sex === null,
    documentType: guest.documentType === null,
    documentNumber: hasOwnDocument && isBlank(guest.documentNumber),
    guardianDocument: !hasOwnDocument && isBlank(guest.guardianDocument),
    issueDate: hasOwnDocument && guest.issueDate === null,
    expiryDate: hasOwnDocument && guest.expiryDate === null && !guest.hasNoExpiry,
    purpose: guest.purpose === null,
    departureDate: departureDate === null,
  }
  return REQUIRED_FIELDS.filter((field) => isMissing[field])
}

/** What the data alone amount to. Unknown citizenship is neither local nor foreign and outranks every other gap. */
export function assess(guest: GuestFacts, departureDate: CalendarDate | null): Assessment {
  if (isCitizenshipUnknown(guest.citizenship)) return 'citizenship_unknown'
  if (guest.citizenship === CITIZEN_OF_KAZAKHSTAN) return 'not_required'
  return missingFields(guest, departureDate).length === 0 ? 'ready' : 'incomplete'
}

function isCitizenshipUnknown(code: CitizenshipCode | null): boolean {
  return code === null || code.trim() === '' || code === UNSPECIFIED_NATIONALITY
}

function isBlank(text: string | null): boolean {
  return text === null || text.trim() === ''
}
