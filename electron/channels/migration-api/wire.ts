import { z } from 'zod'
import { DOCUMENT_TYPES, PURPOSES, SEXES, VISA_ENTRIES } from '#shared/domain/guest.ts'
import { NOTICE_KINDS } from '#shared/domain/notification.ts'

/**
 * The words of the `migration-api` channel, once for both ends: the adapter parses answers with them, the simulator parses
 * requests, and `openapi.json` is generated from them. Unknown keys are ignored, so that a service may add to its answers.
 */

/** Most notices one request may carry. An adapter may send fewer. */
export const MAX_NOTICES_PER_REQUEST = 100

export const PATHS = {
  notices: '/v1/notices',
  health: '/v1/health',
  lookUp: '/v1/notices/lookup',
  validation: '/v1/notices/validation',
  codeLists: '/v1/code-lists',
  capabilities: '/v1/capabilities',
  token: '/oauth/token',
  batch: (batchReference: string) => `/v1/batches/${batchReference}`,
  notice: (clientId: string) => `/v1/notices/${clientId}`,
  receipt: (clientId: string) => `/v1/notices/${clientId}/receipt`,
} as const

const text = z.string().min(1).max(500)
const calendarDate = z.iso.date()
export const stateCode = z.string().regex(/^[A-Z]{3}$/)
export const clientIdSchema = z.uuid().describe('Made by the sender. One id is one notice revision and one content, for ever.')
export const instant = z.iso.datetime().describe('UTC, ISO 8601.')
const reference = z.string().min(1).max(100).describe("The service's own number of the notice.")

const stay = z.object({
  arrivalAt: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/)
    .describe('Local time of the property, YYYY-MM-DDTHH:mm.'),
  departureDate: calendarDate.describe(
    'Planned; in a departure notice, and in what follows it while the guest is gone, the day the guest left. A correction that names another day takes the departure back.',
  ),
  room: text.nullable(),
  purpose: z.enum(PURPOSES),
  borderEntryDate: calendarDate.nullable(),
  borderCheckpoint: text.nullable(),
  visaNumber: text.nullable(),
})

const notice = z.object({
  revision: z
    .number()
    .int()
    .min(1)
    .describe('1, 2, … per notice. A later revision replaces an earlier one; an earlier one after a later has no effect.'),
  host: z.object({
    bin: z.string().regex(/^\d{12}$/),
    name: text,
    address: text,
    phone: text.nullable(),
  }),
  person: z.object({
    surname: text,
    givenNames: z.string().max(500).describe('Empty for a person with one name.'),
    patronymic: text.nullable(),
    printedName: text.nullable().describe('As printed in the document, native script.'),
    sex: z.enum(SEXES),
    birthDate: z
      .string()
      .regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/)
      .describe('YYYY, YYYY-MM or YYYY-MM-DD.'),
    citizenship: stateCode,
    phone: text.nullable(),
    email: text.nullable(),
  }),
  document: z.object({
    type: z.enum(DOCUMENT_TYPES),
    series: text.nullable(),
    number: text.nullable(),
    issuingState: stateCode.nullable(),
    issueDate: calendarDate.nullable(),
    expiryDate: calendarDate.nullable(),
    guardianDocument: text.nullable().describe("Number of the adult's document, for a child without one."),
  }),
})

/** The first published format: arrivals only. Senders may hold notices in it that were sealed before the second one. */
export const noticeVersion1Schema = notice.extend({ schemaVersion: z.literal(1), kind: z.literal('arrival'), stay })

export const noticeVersion2Schema = notice.extend({
  schemaVersion: z.literal(2),
  kind: z
    .enum(NOTICE_KINDS)
    .describe(
      'An arrival, or what became known after it was accepted. Each carries the whole guest as known when it was made.',
    ),
  sequence: z
    .number()
    .int()
    .min(1)
    .describe(
      'Place among the notices about this guest, 1 = the arrival. The highest is in force; nothing follows a cancellation: who comes after all is a new arrival.',
    ),
  follows: z
    .object({ clientId: clientIdSchema, reference: reference.nullable() })
    .nullable()
    .describe('The accepted arrival, by the id it was sent under or the number it was given; null for an arrival.'),
  stay: stay.extend({ visaValidUntil: calendarDate.nullable(), visaEntries: z.enum(VISA_ENTRIES).nullable() }),
})

export const noticeContentSchema = z.discriminatedUnion('schemaVersion', [noticeVersion1Schema, noticeVersion2Schema])

export const submittedNoticeSchema = z.object({
  clientId: clientIdSchema,
  noticeId: z.uuid().describe('The same for all revisions of one notice.'),
  notice: noticeContentSchema,
})

export const submissionSchema = z.object({ notices: z.array(submittedNoticeSchema).min(1).max(MAX_NOTICES_PER_REQUEST) })

export const issueSchema = z.object({
  field: z.string().nullable().describe('Dotted path in the notice, `document.number`; null when no single field is at fault.'),
  code: z.string().min(1),
  message: z.string(),
})

export const warningSchema = z.object({ code: z.string().min(1), message: z.string() })

export const acceptedResultSchema = z.object({
  clientId: clientIdSchema,
  status: z.literal('accepted'),
  reference,
  receivedAt: instant,
  warnings: z.array(warningSchema),
})
export const rejectedResultSchema = z.object({
  clientId: clientIdSchema,
  status: z.literal('rejected'),
  issues: z.array(issueSchema).min(1),
})
export const duplicateResultSchema = z.object({
  clientId: clientIdSchema,
  status: z.literal('duplicate'),
  existingReference: reference.nullable(),
})
/** Goes into an address: nothing that would have to be escaped there. */
export const batchReferenceSchema = z
  .string()
  .regex(/^[\w.~-]{1,100}$/)
  .describe("The service's name for what it has taken and not decided yet.")
const deferral = {
  batchReference: batchReferenceSchema,
  askAgainAfterSeconds: z.number().min(0).describe('When asking about the batch makes sense.'),
}
export const deferredResultSchema = z
  .object({ clientId: clientIdSchema, status: z.literal('deferred'), ...deferral })
  .describe('Taken and still in work. `GET /v1/batches/{batchReference}` will tell.')
export const noticeResultSchema = z.discriminatedUnion('status', [
  acceptedResultSchema,
  rejectedResultSchema,
  duplicateResultSchema,
  deferredResultSchema,
])
export type NoticeResult = z.infer<typeof noticeResultSchema>

export const submissionAnswerSchema = z.object({
  results: z.array(noticeResultSchema).describe('One per notice, in the order sent.'),
})

/** The whole request is in work. Names every notice of it: one that is not named was not taken. */
export const deferredSubmissionSchema = z.object({ ...deferral, clientIds: z.array(clientIdSchema).min(1) })

export const batchSchema = z.object({
  batchReference: batchReferenceSchema,
  results: z.array(noticeResultSchema).describe('One per notice of the batch; `deferred` while it is in work.'),
})

export const storedNoticeSchema = z.object({
  clientId: clientIdSchema,
  noticeId: z.uuid(),
  revision: z.number().int().min(1),
  status: z.literal('accepted'),
  reference,
  receivedAt: instant,
  isSuperseded: z.boolean().describe('A later revision of the same notice is in force.'),
})
export type StoredNotice = z.infer<typeof storedNoticeSchema>

/** What the service has under a client id: a notice in force or superseded, or one that is still in work. */
export const foundNoticeSchema = z.discriminatedUnion('status', [storedNoticeSchema, deferredResultSchema])
export type FoundNotice = z.infer<typeof foundNoticeSchema>

export const noticeListSchema = z.object({
  notices: z.array(storedNoticeSchema),
  nextCursor: z.string().nullable().describe('Give it back as `cursor` for the next page; null on the last.'),
})

/** One question about many: what became of a request whose answer was lost. */
export const lookUpSchema = z.object({ clientIds: z.array(clientIdSchema).min(1).max(MAX_NOTICES_PER_REQUEST) })
export const lookUpAnswerSchema = z.object({
  notices: z.array(foundNoticeSchema),
  absent: z
    .array(clientIdSchema)
    .describe('Certainly neither taken nor in work. Every id that was asked about is in one of the two lists.'),
})

export const healthSchema = z.object({ status: z.literal('ok'), service: z.string(), time: instant })

/** RFC 6749, 5.1. */
export const tokenSchema = z.object({
  access_token: z.string().min(1),
  token_type: z.string().regex(/^bearer$/i),
  expires_in: z.number().positive().describe('Seconds.'),
})
/** RFC 6749, 5.2. */
export const tokenErrorSchema = z.object({ error: z.string().min(1), error_description: z.string().optional() })

/** RFC 9457, with our `code` to act on. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.string().min(1),
  detail: z.string().optional(),
  clientId: clientIdSchema.optional().describe('With `notice_not_found`: the id that was asked for.'),
  batchReference: batchReferenceSchema.optional().describe('With `batch_not_found`: the batch that was asked for.'),
  issues: z.array(issueSchema).optional(),
})
export type Problem = z.infer<typeof problemSchema>
