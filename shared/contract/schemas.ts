import { z } from 'zod'
import { CAUSES, CHANNEL_IDS, ENVIRONMENTS } from '../domain/channel.ts'
import { DOCUMENT_TYPES, PURPOSES, REQUIRED_FIELDS, SEXES, VISA_ENTRIES } from '../domain/guest.ts'
import { NEWS_KINDS, WAYS_TO_TELL } from '../domain/news.ts'
import { NOTICE_KINDS, NOTIFICATION_STATES } from '../domain/notification.ts'
import { calendarDateSchema, countryCodeSchema, instantSchema, localDateTimeSchema, partialDateSchema } from './day-schemas.ts'
import { dayReasonSchema, deadlineSchema, dutySchema, stayRegimeSchema } from './law-schemas.ts'
import { fieldIssueSchema } from './validation-schema.ts'

export const stateSchema = z.enum(NOTIFICATION_STATES)
export const causeSchema = z.enum(CAUSES)
export const idSchema = z.uuid()
const shortText = z.string().trim().min(1).max(200)
const optionalText = z
  .string()
  .trim()
  .max(500)
  .transform((text) => (text === '' ? null : text))
  .nullable()
  .default(null)

/**
 * See GuestFacts for what each field means. Everything may be unknown: an incomplete guest is saved, not refused. A field that is not
 * known here is refused, though: misspelt, its value would be lost in silence.
 */
export const guestInputSchema = z.strictObject({
  surname: optionalText,
  givenNames: optionalText,
  patronymic: optionalText,
  hasSingleName: z.boolean().default(false),
  printedName: optionalText,
  mrz: z.string().max(400).nullable().default(null),
  sex: z.enum(SEXES).nullable().default(null),
  birthDate: partialDateSchema.nullable().default(null),
  citizenship: countryCodeSchema.nullable().default(null),
  documentType: z.enum(DOCUMENT_TYPES).nullable().default(null),
  documentSeries: optionalText,
  documentNumber: optionalText,
  issuingState: countryCodeSchema.nullable().default(null),
  issueDate: calendarDateSchema.nullable().default(null),
  expiryDate: calendarDateSchema.nullable().default(null),
  hasNoExpiry: z.boolean().default(false),
  purpose: z.enum(PURPOSES).nullable().default(null),
  borderEntryDate: calendarDateSchema.nullable().default(null),
  borderCheckpoint: optionalText,
  visaNumber: optionalText,
  visaValidUntil: calendarDateSchema.nullable().default(null),
  visaEntries: z.enum(VISA_ENTRIES).nullable().default(null),
  phone: optionalText,
  email: optionalText,
  guardianDocument: optionalText,
})

export const stayInputSchema = z.strictObject({
  arrivalAt: localDateTimeSchema,
  departureDate: calendarDateSchema.nullable().default(null),
  room: optionalText,
  /** The hotel's or PMS's own booking number; makes a repeat of the same arrival recognisable. */
  reservation: optionalText,
})

export const checkInInputSchema = z.strictObject({
  /** Made by the caller (UUID): calling again with the same id is the same check-in, so a lost answer is safe to repeat. */
  requestId: idSchema,
  stay: stayInputSchema,
  guests: z.array(guestInputSchema).min(1).max(40),
})

export const laneSchema = z.enum(['overdue', 'today', 'tomorrow', 'later'])

/** One notice in a line: what the board, the queue and the guest list show. */
export const noticeSchema = z.object({
  id: idSchema,
  stayId: idSchema,
  guestId: idSchema,
  kind: z.enum(NOTICE_KINDS),
  /** Place among the notices about this guest, 1 = the arrival. One goes when those before it are settled. */
  sequence: z.number().int(),
  /** As the clerk reads it: "Müller Jonas", native script when known. */
  displayName: z.string(),
  citizenship: z.string().nullable(),
  room: z.string().nullable(),
  reservation: z.string().nullable(),
  arrivalAt: z.string(),
  departureDate: calendarDateSchema.nullable(),
  state: stateSchema,
  /** Why it is in this state or waits; `null` when the state says it all. */
  cause: causeSchema.nullable(),
  /** First issue the service named when it refused, in its words. */
  refusal: z.object({ field: z.string().nullable(), message: z.string() }).nullable(),
  /** Number of what the service says it has already; proof only once a person has confirmed that it is ours. */
  existingReference: z.string().nullable(),
  missing: z.array(z.enum(REQUIRED_FIELDS)),
  strictDue: calendarDateSchema.nullable(),
  latestDue: calendarDateSchema.nullable(),
  actBy: calendarDateSchema.nullable(),
  channelCutoff: calendarDateSchema.nullable(),
  /** A forecast year decided something about the dates. */
  isForecast: z.boolean(),
  /** A year without any calendar decided something about the dates: Monday to Friday was counted there. */
  hasNoCalendar: z.boolean(),
  /** `null` when nothing is owed any more. */
  lane: laneSchema.nullable(),
  /** Working days past the alarm date; 0 when not overdue. */
  workingDaysLate: z.number().int(),
  /** Working days from today to `actBy`, today not counted. */
  workingDaysLeft: z.number().int(),
  revision: z.number().int(),
  clientId: idSchema.nullable(),
  attemptCount: z.number().int(),
  /** When the desk will try again by itself; `null` = now, or never by itself. */
  nextAttemptAt: instantSchema.nullable(),
  lease: z.object({ by: z.string(), isMine: z.boolean(), until: instantSchema }).nullable(),
  reference: z.string().nullable(),
  hasReceipt: z.boolean(),
  acceptedAt: instantSchema.nullable(),
  /** Reason a person gave for `not_required`, `filed_elsewhere`, `cancelled`, or for a cancellation. */
  reason: z.string().nullable(),
  /**
   * What has been entered about this guest and is told only after the answer about what is on its way (or, for a departure, after the
   * arrival was accepted): oldest first, with who entered it. Empty = nothing waits.
   */
  waitingNews: z.array(
    z.object({ kind: z.enum(NEWS_KINDS), by: z.string(), at: instantSchema, reason: z.string().nullable() }),
  ),
  /** The covering list on which it waits for the stamp of the counter; missing where it is on none. */
  paper: z.object({ listId: idSchema, number: z.string(), madeAt: instantSchema, by: z.string() }).optional(),
  /** Lock for the next change: send it back with the change. */
  version: z.number().int(),
})
export type Notice = z.infer<typeof noticeSchema>

/** A notice after something became known about its guest, and how the service comes to know of it. */
export const toldNoticeSchema = noticeSchema.extend({ whatFollows: z.enum(WAYS_TO_TELL) })
export type ToldNotice = z.infer<typeof toldNoticeSchema>

export const propertyInputSchema = z.object({
  name: shortText,
  bin: z.string().regex(/^\d{12}$/, 'expected 12 digits'),
  address: shortText,
  city: optionalText,
  phone: optionalText,
  /** The migration department the property reports to. */
  department: shortText,
  /** Decides the fine under art. 518: who receives. */
  kind: z
    .enum(['natural_person', 'small_business', 'non_profit', 'medium_business', 'large_business'])
    .default('small_business'),
  roomCount: z.number().int().min(1).max(10_000).nullable().default(null),
  zone: z.string().default('Asia/Almaty'),
  channel: z.enum(CHANNEL_IDS).default('assisted-portal'),
  /** Interface language offered first. */
  language: z.enum(['kk', 'ru', 'en']).default('ru'),
  environment: z.enum(ENVIRONMENTS).default('production'),
  alarmReading: z.enum(['strict', 'latest']).default('strict'),
  /** What the portal's given-names field gets for a person with one name. */
  singleNameConvention: z.enum(['dash', 'repeat_surname']).default('dash'),
})
export const propertySchema = propertyInputSchema.extend({ id: idSchema })

export const statusSchema = z.object({
  /** `needs_setup` = first start; `read_only` = reading works, saving does not (disk full, folder blocked). */
  mode: z.enum(['needs_setup', 'ready', 'read_only']),
  /** Why saving does not work, worded by the catalogue (`store_trouble.<cause>`); `null` when it does. */
  trouble: z.string().nullable(),
  /** Which folder does not open and, in plain English, what to do. There only while it does not. */
  folderTrouble: z.object({ directory: z.string(), message: z.string() }).optional(),
  environment: z.enum(ENVIRONMENTS).nullable(),
  property: propertySchema.nullable(),
  actor: z.object({ staffId: z.string(), name: z.string(), role: z.string() }),
  appVersion: z.string(),
  now: instantSchema,
  /** Hotel-local business date. */
  businessDate: calendarDateSchema,
  connection: z.object({
    /** `by_hand` = the property's channel is a person; `paused` = someone pressed Pause. */
    state: z.enum(['online', 'unreachable', 'held', 'sign_in_refused', 'paused', 'by_hand', 'unknown']),
    since: instantSchema.nullable(),
    cause: causeSchema.nullable(),
    /** Next question to the service. */
    nextProbeAt: instantSchema.nullable(),
    /** Until when the certificate is good with which this desk says who it is; missing where it has none. */
    credentialExpiresAt: instantSchema.optional(),
    /** What the service calls itself; missing where it has not said. A `test` service behind a property in production files nothing. */
    serviceEnvironment: z.enum(['production', 'test']).optional(),
  }),
  /** Notices that are owed and not settled. */
  queueDepth: z.number().int(),
  urgentCount: z.number().int(),
  lastAcceptedAt: instantSchema.nullable(),
  acceptedToday: z.number().int(),
  calendar: z.object({ version: z.string(), forecast: z.boolean() }),
  /** The PC's clock or zone looks wrong: `zone`, `jumped_back`, `jumped_ahead` (weeks past the last time seen), `far_from_server`. */
  clockWarnings: z.array(z.enum(['zone', 'jumped_back', 'jumped_ahead', 'far_from_server'])),
  /** What the property chose against the cautious reading of the law (`lawNotices.<key>`). */
  lawNotices: z.array(z.enum(['notice_switched_off_for_registered'])),
  /** Reports and warnings that did not reach anybody; missing where none failed. */
  failedDeliveries: z.number().int().optional(),
})
export type Status = z.infer<typeof statusSchema>

export const boardSchema = z.object({
  businessDate: calendarDateSchema,
  lanes: z.object({
    overdue: z.array(noticeSchema),
    today: z.array(noticeSchema),
    tomorrow: z.array(noticeSchema),
    later: z.array(noticeSchema),
  }),
  citizenshipUnknown: z.array(noticeSchema),
  incomplete: z.array(noticeSchema),
  needsPerson: z.array(noticeSchema),
  acceptedToday: z.number().int(),
  acceptedTodayWithoutReceipt: z.number().int(),
  readyCount: z.number().int(),
  /** Days off between tomorrow and the first later deadline, worded by the catalogue. */
  daysOffAhead: z.array(z.object({ date: calendarDateSchema, reason: dayReasonSchema })),
  /** Exposure of one overdue guest under art. 518; `tenge` null when the year's MCI is not known. */
  exposure: z.object({ mci: z.number().int(), tenge: z.number().int().nullable() }),
})
export type Board = z.infer<typeof boardSchema>

export const outageSchema = z.object({
  id: idSchema,
  startedAt: instantSchema,
  endedAt: instantSchema.nullable(),
  cause: causeSchema,
})

export const queueSchema = z.object({
  /** Go by themselves, in the order they will go. */
  automatic: z.array(noticeSchema),
  /** Need a person to sign or to file by hand. */
  byHand: z.array(noticeSchema),
  /** Need a decision: rejected, unknown that cannot be asked about, duplicate, incomplete, citizenship unknown. */
  decision: z.array(noticeSchema),
  outagesToday: z.array(outageSchema),
})

export const timelineEntrySchema = z.object({
  id: z.string(),
  at: instantSchema,
  by: z.string().nullable(),
  /** Worded by the catalogue (`timeline.<kind>`): `checked_in`, `corrected`, `attempt`, `accepted`, `lease_taken` … */
  kind: z.string(),
  cause: causeSchema.nullable(),
  /** Attempt number, revision, reference … for the wording. */
  details: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
  /** Redacted raw answer. */
  raw: z.string().nullable(),
  receiptId: idSchema.nullable(),
})

export const receiptSchema = z.object({
  id: idSchema,
  reference: z.string().nullable(),
  mediaType: z.string(),
  fileName: z.string(),
  sizeBytes: z.number().int(),
  /** SHA-256 of the bytes, hex. */
  sha256: z.string(),
  storedAt: instantSchema,
  source: z.enum(['channel', 'clerk']),
  /** The portal it was filed at by hand (`eqonaq`); `null` = a machine filed it, or nobody said. */
  portal: z.string().nullable(),
  /** The day of the counter's stamp, where it was handed in on paper. */
  stampedOn: calendarDateSchema.optional(),
  /** The covering list it went with, whose stamped copy this is. */
  paperListId: idSchema.optional(),
})

export const followUpSchema = z.object({
  notice: noticeSchema,
  /** Counted from the day the change became known; for a departure from the day of departure. `null` = nothing is owed. */
  deadline: deadlineSchema.nullable(),
  /** `open`: the acts name no term for it, that of the arrival is taken. `advisory`: no duty, the channel wishes it. */
  certainty: z.enum(['open', 'advisory']),
  timeline: z.array(timelineEntrySchema),
  receipts: z.array(receiptSchema),
})

export const guestDetailSchema = z.object({
  /** The arrival, whichever notice about the guest was asked for. */
  notice: noticeSchema,
  /** What follows it after acceptance, in order. */
  followUps: z.array(followUpSchema),
  /** The day this guest left, where it is known. */
  departedOn: calendarDateSchema.nullable(),
  /** All the facts, as last saved. */
  facts: guestInputSchema,
  stay: stayInputSchema,
  deadline: deadlineSchema.nullable(),
  /** Every clock that runs for this guest, the notice first; empty for a citizen of Kazakhstan. */
  duties: z.array(dutySchema),
  regime: stayRegimeSchema.nullable(),
  /** Spellings side by side: in the MRZ, in the document, as it will be sent. */
  spellings: z.object({ mrz: z.string().nullable(), printed: z.string().nullable(), sent: z.string().nullable() }),
  timeline: z.array(timelineEntrySchema),
  receipts: z.array(receiptSchema),
  companions: z.array(noticeSchema),
  earlierStays: z.array(
    z.object({
      noticeId: idSchema,
      arrivalAt: z.string(),
      departureDate: calendarDateSchema.nullable(),
      room: z.string().nullable(),
    }),
  ),
  audit: z.object({ entries: z.number().int(), chainIntact: z.boolean() }),
})

/** Said while typing. Only `future_needs_reservation` is refused on saving; the others advise. */
export const PREVIEW_WARNINGS = [
  'document_expired',
  'document_expires_during_stay',
  'visa_expired',
  'visa_expires_during_stay',
  /** The planned departure lies after the last lawful day as far as known. */
  'stay_beyond_limit',
  /** Border crossed after the arrival at the hotel: one of the two is mistyped. */
  'border_entry_after_arrival',
  /** Arrival after tomorrow, with a booking number: its clock starts on the day of arrival. */
  'arrival_in_future',
  /** Arrival in the future without a booking number. */
  'future_needs_reservation',
  /** Between midnight and 04:00: the count starts with the new day, not with the evening before. */
  'arrival_after_midnight',
  /** Recorded two days after the arrival or later: part of the time is gone. */
  'arrival_back_dated',
  'already_checked_in',
] as const

export const previewSchema = z.object({
  assessment: z.enum(['citizenship_unknown', 'incomplete', 'ready', 'not_required']),
  /** Why no notice would be owed, as `reason` of the notice will say; `null` when one is. */
  notRequiredReason: z.enum(['citizen_of_kazakhstan', 'registered_instead']).nullable(),
  missing: z.array(z.enum(REQUIRED_FIELDS)),
  deadline: deadlineSchema.nullable(),
  workingDaysLeft: z.number().int().nullable(),
  spellings: z.object({ mrz: z.string().nullable(), printed: z.string().nullable(), sent: z.string().nullable() }),
  returning: z
    .object({
      noticeId: idSchema,
      arrivalAt: z.string(),
      departureDate: calendarDateSchema.nullable(),
      room: z.string().nullable(),
      phone: z.string().nullable(),
      email: z.string().nullable(),
      issueDate: calendarDateSchema.nullable(),
      expiryDate: calendarDateSchema.nullable(),
    })
    .nullable(),
  /** Every clock that would run, the notice first. */
  duties: z.array(dutySchema),
  regime: stayRegimeSchema.nullable(),
  warnings: z.array(z.enum(PREVIEW_WARNINGS)),
  /** What the channel would not take as it is, as far as the desk can tell. Holds nothing back. */
  fieldIssues: z.array(fieldIssueSchema).optional(),
})

export const importRowSchema = z.object({
  /** 1 = first row after the header. */
  row: z.number().int(),
  outcome: z.enum(['created', 'unchanged', 'refused']),
  reservation: z.string().nullable(),
  noticeId: idSchema.nullable(),
  state: stateSchema.nullable(),
  missing: z.array(z.enum(REQUIRED_FIELDS)),
  strictDue: calendarDateSchema.nullable(),
  latestDue: calendarDateSchema.nullable(),
  /** Why refused, or what was noticed (`mrz_repaired`, `document_expired`). */
  issues: z.array(z.object({ path: z.string(), code: z.string(), message: z.string() })),
})
