import { assertNever } from './assert-never.ts'
import type { SealedNotice } from './notice-payload.ts'

/** The lists a service may publish of what it knows by code. */
export const CODE_LIST_NAMES = ['countries', 'documentTypes', 'purposes'] as const
export type CodeListName = (typeof CODE_LIST_NAMES)[number]

/** `null` = the service publishes none of that name. */
export type CodeLists = Readonly<Record<CodeListName, readonly string[] | null>>

/** `latin`: A–Z in either case, space, hyphen, apostrophe. `latin_digits`: with 0–9. `digits`: 0–9 alone. */
export const ALPHABETS = ['latin', 'latin_digits', 'digits'] as const
export type Alphabet = (typeof ALPHABETS)[number]

/** The fields of a notice that a rule may be about, as the wire and the sealed notice call them. */
export const RULED_FIELDS = [
  'person.surname',
  'person.givenNames',
  'person.patronymic',
  'person.citizenship',
  'person.phone',
  'person.email',
  'document.type',
  'document.series',
  'document.number',
  'document.issuingState',
  'document.issueDate',
  'document.expiryDate',
  'stay.purpose',
  'stay.room',
  'stay.borderEntryDate',
  'stay.borderCheckpoint',
  'stay.visaNumber',
] as const
export type RuledField = (typeof RULED_FIELDS)[number]

/** What a channel wants of one field, as data. */
export interface FieldRule {
  readonly field: RuledField
  readonly isRequired: boolean
  /** Characters; `null` = any number. */
  readonly maxLength: number | null
  /** `null` = any letters. */
  readonly alphabet: Alphabet | null
  /** The list its code has to be in; `null` = no code. */
  readonly codeList: CodeListName | null
}

export const FIELD_RULE_CODES = ['required', 'too_long', 'wrong_letters', 'unknown_code'] as const
export type FieldRuleCode = (typeof FIELD_RULE_CODES)[number]

/** One field that the channel would not take as it is. Never holds the value. */
export interface FieldRuleIssue {
  readonly field: RuledField
  readonly code: FieldRuleCode
  /** Characters there may be, with `too_long`. */
  readonly limit: number | null
}

const LETTERS: Readonly<Record<Alphabet, RegExp>> = {
  latin: /^[A-Za-z '’-]*$/,
  latin_digits: /^[A-Za-z0-9 '’-]*$/,
  digits: /^[0-9]*$/,
}

/**
 * What of a notice breaks the rules, in their order. A list that is not known refuses nothing: then the service decides. Pure.
 */
export function fieldRuleIssues(
  notice: SealedNotice,
  rules: readonly FieldRule[],
  lists: CodeLists | null,
): readonly FieldRuleIssue[] {
  return rules.flatMap(({ field, isRequired, maxLength, alphabet, codeList }): FieldRuleIssue[] => {
    const value = valueIn(notice, field)
    if (value === null || value === '') return isRequired ? [{ field, code: 'required', limit: null }] : []
    if (maxLength !== null && [...value].length > maxLength) return [{ field, code: 'too_long', limit: maxLength }]
    if (alphabet !== null && !LETTERS[alphabet].test(value)) return [{ field, code: 'wrong_letters', limit: null }]
    const known = codeList === null ? null : (lists?.[codeList] ?? null)
    return known !== null && !known.includes(value) ? [{ field, code: 'unknown_code', limit: null }] : []
  })
}

function valueIn({ person, document, stay }: SealedNotice, field: RuledField): string | null {
  switch (field) {
    case 'person.surname':
      return person.surname
    case 'person.givenNames':
      return person.givenNames
    case 'person.patronymic':
      return person.patronymic
    case 'person.citizenship':
      return person.citizenship
    case 'person.phone':
      return person.phone
    case 'person.email':
      return person.email
    case 'document.type':
      return document.type
    case 'document.series':
      return document.series
    case 'document.number':
      return document.number
    case 'document.issuingState':
      return document.issuingState
    case 'document.issueDate':
      return document.issueDate
    case 'document.expiryDate':
      return document.expiryDate
    case 'stay.purpose':
      return stay.purpose
    case 'stay.room':
      return stay.room
    case 'stay.borderEntryDate':
      return stay.borderEntryDate
    case 'stay.borderCheckpoint':
      return stay.borderCheckpoint
    case 'stay.visaNumber':
      return stay.visaNumber
    default:
      return assertNever(field)
  }
}
