import { z } from 'zod'
import { CAUSES } from '../domain/channel.ts'
import { NOTICE_KINDS, NOTIFICATION_STATES } from '../domain/notification.ts'
import { calendarDateSchema, instantSchema, localDateTimeSchema } from './day-schemas.ts'
import type { FileContent } from './file.ts'
import { alarmReadingSchema, calendarYearSchema, deadlineSchema } from './law-schemas.ts'
import { dayCloseSchema, reportLanguageSchema } from './report-schemas.ts'
import { idSchema } from './schemas.ts'

/** Whom the evidence is about: one guest, or everybody whose arrival lies in a period, both days included. */
export const evidenceRequestSchema = z.discriminatedUnion('what', [
  z.object({ what: z.literal('guest'), noticeId: idSchema }),
  z.object({ what: z.literal('period'), from: calendarDateSchema, to: calendarDateSchema }),
])
export type EvidenceRequest = z.infer<typeof evidenceRequestSchema>

export const evidenceInputSchema = z.object({
  request: evidenceRequestSchema,
  /** Of the readable account; `null` = the property's own. */
  language: reportLanguageSchema.nullable().default(null),
})

/** How a notice stands to its two legal dates: settled before, between or after them, or open and on which side of them today is. */
export const STANDINGS = [
  'in_time',
  'in_time_by_the_later_reading',
  'late',
  'open',
  'open_past_the_strict_date',
  'overdue',
  'set_aside',
  'nothing_owed',
] as const
export type Standing = (typeof STANDINGS)[number]

/** An entry of the journal, opened: what `journal.jsonl` holds of it sealed. `details` null = the guest was erased. */
export const evidenceEntrySchema = z.object({
  sequence: z.number().int(),
  at: instantSchema,
  by: z.string(),
  action: z.string(),
  details: z.record(z.string(), z.unknown()).nullable(),
})
export type EvidenceEntry = z.infer<typeof evidenceEntrySchema>

export const evidenceAttemptSchema = z.object({
  id: z.string(),
  number: z.number().int(),
  revision: z.number().int(),
  kind: z.enum(['send', 'look_up']),
  startedAt: instantSchema,
  /** `null` = under way, or the program ended meanwhile. */
  endedAt: instantSchema.nullable(),
  outcome: z.string().nullable(),
  cause: z.enum(CAUSES).nullable(),
  /** Question and answer as stored, without what is personal or secret; JSON text. `null` = nothing came, or erased. */
  exchange: z.string().nullable(),
})

export const evidenceProofSchema = z.object({
  id: z.string(),
  revision: z.number().int(),
  source: z.enum(['channel', 'clerk']),
  reference: z.string().nullable(),
  portal: z.string().nullable(),
  storedAt: instantSchema,
  /** Of the counter's stamp; `null` = it was not handed in on paper. */
  stampedOn: calendarDateSchema.nullable(),
  file: z
    .object({
      /** Its name in the pack; `null` = the guest was erased, and the file cannot be opened any more. */
      name: z.string().nullable(),
      mediaType: z.string(),
      sizeBytes: z.number().int(),
      sha256: z.string(),
    })
    .nullable(),
})

export const evidenceNoticeSchema = z.object({
  id: z.string(),
  kind: z.enum(NOTICE_KINDS),
  state: z.enum(NOTIFICATION_STATES),
  cause: z.enum(CAUSES).nullable(),
  /** Words of a person, or of the law, for a notice that was set aside. */
  reason: z.string().nullable(),
  dueFrom: calendarDateSchema,
  /** As the register holds them: what the property went by. `null` = nothing is owed. */
  due: z
    .object({
      strictDue: calendarDateSchema,
      latestDue: calendarDateSchema,
      actBy: calendarDateSchema,
      calendarVersion: z.string(),
      rule: z.string(),
      isForecast: z.boolean(),
    })
    .nullable(),
  /** The same, counted anew day by day with those versions; `null` where the program of today counts otherwise. */
  explanation: deadlineSchema.nullable(),
  standing: z.enum(STANDINGS),
  reference: z.string().nullable(),
  acceptedAt: instantSchema.nullable(),
  revisions: z.array(z.object({ number: z.number().int(), clientId: z.string(), createdAt: instantSchema })),
  attempts: z.array(evidenceAttemptSchema),
  proofs: z.array(evidenceProofSchema),
  /** Oldest first. */
  journal: z.array(evidenceEntrySchema),
})
export type EvidenceNotice = z.infer<typeof evidenceNoticeSchema>

export const evidencePersonSchema = z.object({
  name: z.string(),
  birthDate: z.string().nullable(),
  citizenship: z.string().nullable(),
  document: z.string().nullable(),
})

export const evidenceGuestSchema = z.object({
  guestId: z.string(),
  stayId: z.string(),
  /**
   * Opens what is sealed about this stay in `journal.jsonl`, hex, so that anybody can compare it with what is told here. `null` = erased.
   * Derived from the stay's key, which stays in the register.
   */
  sealKey: z.string().nullable(),
  person: evidencePersonSchema.nullable(),
  arrivalAt: localDateTimeSchema,
  departureDate: calendarDateSchema.nullable(),
  room: z.string().nullable(),
  reservation: z.string().nullable(),
  /** The first entry about the guest: when the house came to know, and by whom. */
  known: z.object({ at: instantSchema, by: z.string(), source: z.enum(['desk', 'import', 'pms']) }).nullable(),
  /** From the arrival, or the moment it became known where that was earlier, to acceptance, to another end, or to now. */
  window: z.object({ from: instantSchema, to: instantSchema }),
  outages: z.array(z.object({ startedAt: instantSchema, endedAt: instantSchema.nullable(), cause: z.enum(CAUSES) })),
  /** The notice of arrival first. */
  notices: z.array(evidenceNoticeSchema).min(1),
})
export type EvidenceGuest = z.infer<typeof evidenceGuestSchema>

/** A stretch of the journal without gaps. It begins after the entry whose hash one close signed, and ends with that which another did. */
export const journalSpanSchema = z.object({
  first: z.number().int(),
  last: z.number().int(),
  /** Number of the close before it; `null` = it begins with the first entry there is. */
  afterClose: z.string().nullable(),
  /** Number of the close it ends with; `null` = nothing was closed since. */
  upToClose: z.string().nullable(),
})
export type JournalSpan = z.infer<typeof journalSpanSchema>

/** `evidence.json` of a pack: the account that `evidence.pdf` puts into words, in no language. */
export const evidenceSchema = z.object({
  format: z.literal('qabyl.evidence.1'),
  asked: evidenceRequestSchema,
  madeAt: instantSchema,
  madeBy: z.string(),
  program: z.string(),
  /** Of `evidence.pdf`. */
  language: reportLanguageSchema,
  property: z.object({
    id: z.string(),
    name: z.string(),
    bin: z.string(),
    address: z.string(),
    city: z.string().nullable(),
    department: z.string(),
    zone: z.string(),
    channel: z.string(),
    environment: z.string(),
    alarmReading: alarmReadingSchema,
  }),
  guests: z.array(evidenceGuestSchema),
  /** Guests of the period for whom the law asks for no notice: not told of here. */
  leftOut: z.number().int().nonnegative(),
  /** Every version of a calendar that a date in here was counted with. */
  calendars: z.array(calendarYearSchema),
  journal: z.object({ spans: z.array(journalSpanSchema), entries: z.number().int() }),
})
export type Evidence = z.infer<typeof evidenceSchema>

/** The pack on its way out: a zip, larger than what may be handed in. */
export const packSchema = z.custom<FileContent>(
  (value) => typeof value === 'object' && value !== null && 'size' in value && 'arrayBuffer' in value,
  { error: 'expected a file' },
)

export const evidencePackSchema = z.object({
  /** Says nothing about a person. */
  fileName: z.string(),
  content: packSchema,
  sha256: z.string(),
  guests: z.number().int(),
  leftOut: z.number().int(),
  /** Entries of the journal in the pack, and how many of them no signed close covers yet. */
  entries: z.number().int(),
  entriesAfterLastClose: z.number().int(),
  /** What `qabyl verify --key` compares, and every printed close shows. */
  keyFingerprint: z.string(),
})
export type EvidencePack = z.infer<typeof evidencePackSchema>

/**
 * `original` = the bytes that were made at the close; `copy` = those with the word on top; `data` = the JSON of the close, unchanged;
 * `altered` = names a close and is none of these; `unknown` = nothing of this register, or nothing that can still be opened.
 */
export const recognisedSchema = z.object({
  what: z.enum(['original', 'copy', 'data', 'altered', 'unknown']),
  close: dayCloseSchema.nullable(),
})
export type Recognised = z.infer<typeof recognisedSchema>
