import { z } from 'zod'
import type { CODE_LIST_NAMES } from '#shared/domain/field-rules.ts'
import { instant, issueSchema, noticeContentSchema, stateCode, warningSchema } from './wire.ts'

/**
 * Questions that change nothing: would this be taken, which codes are known, what can the service do. Every one of them is optional for a
 * service; 404 means that it does not answer it.
 */

/** Carries neither a client id nor a notice id, so that nobody can take it for a submission. */
export const validationSchema = z.object({
  questionId: z.uuid().describe('Made by the sender; the answer repeats it.'),
  notice: noticeContentSchema,
})

/** Says that it is no receipt, and has no place for a reference. */
export const validationAnswerSchema = z.object({
  questionId: z.uuid(),
  validated: z.literal(true).describe('Looked at and not taken. Nothing was filed.'),
  issues: z.array(issueSchema).describe('Why it would be rejected; empty when it would be accepted.'),
  warnings: z.array(warningSchema),
})

const code = z.string().min(1).max(50)
const codes = (one: z.ZodString) => z.array(one).min(1).max(2000).nullable().default(null)

/** Strong validators only: `If-None-Match` with the `ETag` of the last answer gets 304 when nothing has changed. */
export const codeListsSchema = z
  .object({
    version: z.string().min(1).max(100),
    countries: codes(stateCode).describe('For citizenship and issuing state, ISO 3166-1 alpha-3 or ICAO 9303.'),
    documentTypes: codes(code),
    purposes: codes(code),
  } satisfies Record<'version' | (typeof CODE_LIST_NAMES)[number], z.ZodType>)
  .describe('What the service knows by code; null where it takes whatever this contract allows.')

export const fieldRuleSchema = z.object({
  field: z.string().min(1).max(100).describe('Dotted path in the notice, `person.surname`.'),
  isRequired: z.boolean().default(false),
  maxLength: z.number().int().min(1).nullable().default(null).describe('Characters.'),
  alphabet: z
    .string()
    .nullable()
    .default(null)
    .describe('`latin` (A–Z, space, hyphen, apostrophe), `latin_digits` or `digits`; another is ignored.'),
})

export const capabilitiesSchema = z.object({
  maxBatch: z.number().describe('Notices in one request. A request with more gets 413.'),
  environment: z.enum(['production', 'test']),
  isAsync: z.boolean().describe('A submission may be answered with 202, or a notice with `deferred`.'),
  validateOnly: z.boolean(),
  codeLists: z.boolean(),
  receiptTypes: z.array(z.string()).describe('Media types of receipts.'),
  fieldRules: z.array(fieldRuleSchema),
  time: instant,
})
