import { z } from 'zod'
import { REPORT_FORMATS } from '../reports/document.ts'
import { calendarDateSchema, instantSchema } from './day-schemas.ts'
import { idSchema } from './schemas.ts'

/** The ways out of the desk for people who are not at it. */
export const DELIVERY_WAYS = ['folder', 'printer', 'email', 'telegram', 'sms'] as const
export type DeliveryWay = (typeof DELIVERY_WAYS)[number]

/** These carry files; the others a text. */
export const FILE_WAYS: readonly DeliveryWay[] = ['folder', 'printer', 'email']
/** These reach a person wherever he is. */
export const WARNING_WAYS: readonly DeliveryWay[] = ['email', 'telegram', 'sms']

/** `withdrawn`: nobody needs it any more, or a person said so. Nothing else ends without having arrived, but `failed`. */
export const DELIVERY_STATES = ['waiting', 'sending', 'done', 'failed', 'withdrawn'] as const
export type DeliveryState = (typeof DELIVERY_STATES)[number]

/** Why a delivery is where it is; each has a sentence in three languages (`delivery.causes.<cause>`). */
export const DELIVERY_CAUSES = [
  'offline',
  'dns',
  'refused',
  'tls',
  'proxy',
  'timeout',
  'connection_cut',
  'server_error',
  'unreadable_answer',
  'rate_limited',
  'sign_in_refused',
  'address_refused',
  'content_refused',
  'process_died',
  'program_error',
  'not_set_up',
  'folder_missing',
  'folder_forbidden',
  'disk_full',
  'folder_failed',
  'no_printer',
  'printer_failed',
  'no_report',
  'recipient_gone',
  'newer',
  'solved',
  'dismissed',
] as const
export type DeliveryCause = (typeof DELIVERY_CAUSES)[number]

const timeOfDaySchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

/** When the owner is warned, on the hotel's clock. `last_day`: the last day to act, `overdue`: each day while something is. */
export const LADDER_MOMENTS = ['day_before', 'last_day', 'overdue'] as const
export const ladderStepSchema = z.object({ when: z.enum(LADDER_MOMENTS), at: timeOfDaySchema })
export type LadderStep = z.infer<typeof ladderStepSchema>

export const DEFAULT_LADDER: readonly LadderStep[] = [
  { when: 'last_day', at: '09:00' },
  { when: 'last_day', at: '17:00' },
  { when: 'overdue', at: '09:00' },
]

/** Who gets what. */
export const recipientSchema = z.object({
  id: idSchema,
  /** As colleagues call them: "Владелец", "Бухгалтерия". */
  name: z.string().trim().min(1).max(100),
  way: z.enum(DELIVERY_WAYS),
  /** A whole path; a printer's name (empty = the usual one); a mail address; a chat's number or @channel; a phone number. */
  address: z.string().trim().max(500),
  language: z.enum(['kk', 'ru', 'en']),
  /** The report of each day, right after it is closed. */
  dayReport: z.boolean(),
  /** The summary of a week on Monday, of a month on the first. */
  weekly: z.boolean(),
  monthly: z.boolean(),
  formats: z.array(z.enum(REPORT_FORMATS)).min(1),
  /** Warnings when the last day nears, and the word that all is well again. */
  warnings: z.boolean(),
})
export type Recipient = z.infer<typeof recipientSchema>

/** `tls` from the first byte; `starttls` before anything is said, or nothing is; `none` in clear text. */
export const MAIL_SECURITY = ['tls', 'starttls', 'none'] as const

const mailFields = {
  host: z.string().trim().min(1).max(253),
  port: z.number().int().min(1).max(65_535),
  security: z.enum(MAIL_SECURITY),
  user: z.string().trim().min(1).max(200).nullable(),
  from: z.email().max(254),
  /** The property insists on giving name and password over a line anybody may read. */
  allowsPlainSignIn: z.boolean(),
}
/** A secret left out stays as it is; `null` takes it away. Secrets go in, never out. */
const secretSchema = z.string().min(1).max(1000).nullable().optional()

export const mailInputSchema = z.object({
  ...mailFields,
  password: secretSchema,
  /** Authorities to trust besides the operating system's, PEM. */
  authority: z.string().min(1).max(200_000).nullable().optional(),
})
const telegramFields = { apiUrl: z.url().max(300) }
export const telegramInputSchema = z.object({ ...telegramFields, token: secretSchema })

/** Any gateway with an address: `{phone}`, `{text}` and `{secret}` are filled in, written as the place they stand in wants it. */
const smsFields = {
  method: z.enum(['GET', 'POST']),
  url: z.string().trim().min(1).max(2000),
  headers: z.array(z.object({ name: z.string().trim().min(1).max(100), value: z.string().max(2000) })).max(20),
  /** `null` = no body. */
  body: z.string().max(5000).nullable(),
  /** `null` = any of 200 to 299. */
  expectedStatus: z.number().int().min(200).max(299).nullable(),
  /** Must stand in the answer: many gateways say 200 and mean no. `null` = the status alone tells. */
  expectedText: z.string().min(1).max(200).nullable(),
}
export const smsInputSchema = z.object({ ...smsFields, secret: secretSchema })

export const deliverySettingsSchema = z.object({
  email: z.object({ ...mailFields, hasPassword: z.boolean(), hasAuthority: z.boolean() }).nullable(),
  telegram: z.object({ ...telegramFields, hasToken: z.boolean() }).nullable(),
  sms: z.object({ ...smsFields, hasSecret: z.boolean() }).nullable(),
  /** Names of the printers this PC knows; `null` = nobody here can print by itself. */
  printers: z.array(z.string()).nullable(),
  recipients: z.array(recipientSchema),
  ladder: z.array(ladderStepSchema),
  /** On the hotel's clock: when summaries go, on Monday and on the first. */
  summaryAt: timeOfDaySchema,
})
export type DeliverySettings = z.infer<typeof deliverySettingsSchema>

export const scheduleInputSchema = z.object({ ladder: z.array(ladderStepSchema).max(8), summaryAt: timeOfDaySchema })

const count = z.number().int().nonnegative()

/** What a delivery says, besides how it is worded. Never anything of a guest. */
export const deliveryContentSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('day_report'), date: calendarDateSchema, number: z.string(), format: z.enum(REPORT_FORMATS) }),
  z.object({
    kind: z.literal('summary'),
    period: z.enum(['week', 'month']),
    from: calendarDateSchema,
    to: calendarDateSchema,
    format: z.enum(REPORT_FORMATS),
  }),
  z.object({
    kind: z.literal('warning'),
    date: calendarDateSchema,
    /** Hotel-local time of day at which it was counted. */
    at: timeOfDaySchema,
    overdue: count,
    today: count,
    tomorrow: count,
  }),
  z.object({ kind: z.literal('solved'), date: calendarDateSchema, at: timeOfDaySchema }),
  z.object({ kind: z.literal('test') }),
])
export type DeliveryContent = z.infer<typeof deliveryContentSchema>

export const deliverySchema = z.object({
  id: idSchema,
  way: z.enum(DELIVERY_WAYS),
  recipientId: z.string(),
  recipientName: z.string(),
  address: z.string(),
  content: deliveryContentSchema,
  state: z.enum(DELIVERY_STATES),
  cause: z.enum(DELIVERY_CAUSES).nullable(),
  createdAt: instantSchema,
  attempts: count,
  /** Of an attempt nobody knows whether it arrived. */
  mayHaveArrived: z.boolean(),
  endedAt: instantSchema.nullable(),
  place: z.string().nullable(),
})
export type DeliveryEntry = z.infer<typeof deliverySchema>
