import { createHash } from 'node:crypto'
import { z } from 'zod'
import { ALPHA3_BY_ALPHA2, ICAO_SPECIAL_CODES } from '#shared/documents/country-codes.ts'
import { type CodeLists, type FieldRule, fieldRuleIssues, RULED_FIELDS, type RuledField } from '#shared/domain/field-rules.ts'
import { DOCUMENT_TYPES, PURPOSES } from '#shared/domain/guest.ts'
import type { SealedNotice } from '#shared/domain/notice-payload.ts'
import { type issueSchema, MAX_NOTICES_PER_REQUEST, type noticeContentSchema } from '../channels/migration-api/wire.ts'
import { fieldRuleSchema } from '../channels/migration-api/wire-questions.ts'

/** What this service takes. Shown at `GET /terms`, changed by `PUT /terms`, in part as in whole. */
export const termsSchema = z.object({
  maxBatch: z.number().int().min(1).max(MAX_NOTICES_PER_REQUEST),
  countries: z.array(z.string()).min(1),
  documentTypes: z.array(z.string()).min(1),
  purposes: z.array(z.string()).min(1),
  fieldRules: z.array(fieldRuleSchema.extend({ field: z.enum(RULED_FIELDS) })),
  /** Whether it answers questions about what it takes, besides taking it. */
  answersQuestions: z.boolean(),
})
export type Terms = z.infer<typeof termsSchema>

export const ORDINARY_TERMS: Terms = {
  maxBatch: MAX_NOTICES_PER_REQUEST,
  // With the specimen state of Doc 9303, so that printed specimens can be practised with.
  countries: [...new Set([...ALPHA3_BY_ALPHA2.values(), ...ICAO_SPECIAL_CODES, 'UTO'])],
  documentTypes: [...DOCUMENT_TYPES],
  purposes: [...PURPOSES],
  fieldRules: [],
  answersQuestions: true,
}

export function codeListsOf({ countries, documentTypes, purposes }: Terms): CodeLists {
  return { countries, documentTypes, purposes }
}

/** The same lists have the same version. */
export function codeListVersion(terms: Terms): string {
  return createHash('sha256')
    .update(JSON.stringify(codeListsOf(terms)))
    .digest('hex')
    .slice(0, 12)
}

const CODED_FIELDS: readonly FieldRule[] = [
  coded('person.citizenship', 'countries'),
  coded('document.issuingState', 'countries'),
  coded('document.type', 'documentTypes'),
  coded('stay.purpose', 'purposes'),
]

/** Why this service would refuse a notice that has the published shape. */
export function issuesUnder(terms: Terms, notice: z.infer<typeof noticeContentSchema>): z.infer<typeof issueSchema>[] {
  const rules: readonly FieldRule[] = [
    ...CODED_FIELDS,
    ...terms.fieldRules.map(({ alphabet, ...rule }): FieldRule => ({ ...rule, alphabet: lettersOf(alphabet), codeList: null })),
  ]
  return fieldRuleIssues(notice as SealedNotice, rules, codeListsOf(terms)).map(({ field, code }) => ({
    field,
    code,
    message: MESSAGES[code],
  }))
}

const MESSAGES = {
  required: 'This may not be empty.',
  too_long: 'This is too long.',
  wrong_letters: 'This holds letters that are not taken here.',
  unknown_code: 'This code is not in the list in force.',
} as const

function coded(field: RuledField, codeList: NonNullable<FieldRule['codeList']>): FieldRule {
  return { field, isRequired: false, maxLength: null, alphabet: null, codeList }
}

function lettersOf(alphabet: string | null): FieldRule['alphabet'] {
  return alphabet === 'latin' || alphabet === 'latin_digits' || alphabet === 'digits' ? alphabet : null
}
