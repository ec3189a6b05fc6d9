import type { GuestFacts } from '../domain/guest.ts'
import type { Result } from '../domain/result.ts'

/** ICAO Doc 9303 parts 4–7, and the Russian internal passport, which is TD3 in shape but codes Cyrillic. */
export type MrzFormat = 'TD1' | 'TD2' | 'TD3' | 'MRV-A' | 'MRV-B' | 'RU-INTERNAL'

/** A checked field of the MRZ; `optional` is the optional data (personal number, Russian issue data), `composite` the whole. */
export type MrzCheckedField = 'documentNumber' | 'birthDate' | 'expiryDate' | 'optional' | 'composite'

/** What an MRZ can say about a guest. `null` = the MRZ does not say, or what it says could not be trusted (see `errors`). */
export type MrzFields = Pick<
  GuestFacts,
  | 'surname'
  | 'givenNames'
  | 'patronymic'
  | 'hasSingleName'
  | 'sex'
  | 'birthDate'
  | 'citizenship'
  | 'documentType'
  | 'documentSeries'
  | 'documentNumber'
  | 'issuingState'
  | 'issueDate'
  | 'expiryDate'
  | 'hasNoExpiry'
  | 'visaNumber'
  | 'visaValidUntil'
>
export type MrzFieldName = keyof MrzFields

/** One check digit: where it stands, what it should be, what was read. Computed over the lines after repairs. */
export interface MrzCheck {
  readonly field: MrzCheckedField
  /** 1 = first line. */
  readonly line: number
  /** 1 = first character. */
  readonly column: number
  readonly expected: string
  readonly found: string
  readonly isValid: boolean
}

/** A character that was read wrongly and put right, because a check digit leaves no other reading. Always shown to the clerk. */
export interface MrzRepair {
  readonly field: MrzCheckedField
  readonly line: number
  readonly column: number
  readonly read: string
  readonly became: string
  /** The field whose check digit proves it. */
  readonly provenBy: MrzCheckedField
}

/** Keys of the catalogue (`mrz.<code>`). */
export const MRZ_ERROR_CODES = [
  'check_digit_failed',
  'repair_ambiguous',
  'not_a_date',
  'unreadable',
  'unknown_code',
  'bad_name',
  'empty',
  'visa_not_document',
] as const
export type MrzErrorCode = (typeof MRZ_ERROR_CODES)[number]

/** Why a field was left empty. The message never repeats what stands in the document. */
export interface MrzFieldError {
  readonly field: MrzFieldName | 'optional' | 'composite'
  readonly code: MrzErrorCode
  readonly message: string
}

/** The name field as it stands, without trailing fillers, and taken apart but not decoded (`IL98 NIKOLAEVI3`). */
export interface MrzNameAsCoded {
  readonly coded: string
  readonly primary: string
  readonly secondary: string
}

export interface MrzDocument {
  readonly format: MrzFormat
  /** Upper-cased, spaces removed, split; otherwise exactly as read: repairs are not in here. */
  readonly lines: readonly string[]
  /** `lines` joined by `\n`: what `GuestFacts.mrz` keeps. */
  readonly text: string
  readonly fields: MrzFields
  /** Fields whose value a check digit proves. */
  readonly proven: readonly MrzFieldName[]
  readonly checks: readonly MrzCheck[]
  readonly repairs: readonly MrzRepair[]
  readonly errors: readonly MrzFieldError[]
  readonly name: MrzNameAsCoded
  /** The name fills its field to the last character, so its end may be missing. */
  readonly isTruncatedName: boolean
}

/** Keys of the catalogue (`not_mrz.<code>`). */
export const NOT_MRZ_CODES = [
  'empty',
  'too_long',
  'wrong_length',
  'foreign_letters',
  'bad_character',
  'unsupported_document',
] as const
export type NotMrzCode = (typeof NOT_MRZ_CODES)[number]

/** Why the text is no MRZ at all. Line and column (from 1) point at the first character that cannot stand in one. */
export interface NotMrz {
  readonly code: NotMrzCode
  readonly message: string
  readonly line: number | null
  readonly column: number | null
}

export type MrzReading = Result<MrzDocument, NotMrz>
