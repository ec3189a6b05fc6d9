import { z } from 'zod'
import { CAUSES } from '../domain/channel.ts'
import { REQUIRED_FIELDS } from '../domain/guest.ts'
import { NOTICE_KINDS, NOTIFICATION_STATES } from '../domain/notification.ts'
import { REPORT_FORMATS } from '../reports/document.ts'
import { calendarDateSchema, instantSchema, localDateTimeSchema } from './day-schemas.ts'
import { idSchema, laneSchema } from './schemas.ts'

export const count = z.number().int().nonnegative()

/**
 * What is personal in a row, apart from the rest: in a closed day it is sealed with the key of the stay. `null` where that key was erased;
 * the row itself stays and is counted.
 */
export const reportPersonSchema = z.object({
  name: z.string(),
  citizenship: z.string().nullable(),
  room: z.string().nullable(),
  reservation: z.string().nullable(),
  /**
   * Why a notice was set aside or withdrawn: a person's own words, or `registered_instead` where the property reads the law that way. Of an
   * open cancellation: why the guest is taken for never having come.
   */
  reason: z.string().nullable(),
  /** The service's own words, for a notice it refused. */
  refusal: z.string().nullable(),
})

/** One notice as it stood at the moment of the report. */
export const reportRowSchema = z.object({
  noticeId: idSchema,
  stayId: idSchema,
  kind: z.enum(NOTICE_KINDS),
  person: reportPersonSchema.nullable(),
  arrivalAt: localDateTimeSchema,
  departureDate: calendarDateSchema.nullable(),
  state: z.enum(NOTIFICATION_STATES),
  cause: z.enum(CAUSES).nullable(),
  missing: z.array(z.enum(REQUIRED_FIELDS)),
  strictDue: calendarDateSchema.nullable(),
  latestDue: calendarDateSchema.nullable(),
  actBy: calendarDateSchema.nullable(),
  /** A forecast, or no calendar at all, decided something about the dates. */
  isUncertain: z.boolean(),
  /** Seen from the day of the report; `null` = nothing is owed any more. */
  lane: laneSchema.nullable(),
  workingDaysLate: count,
  /** Only of an arrival that is overdue. `tenge` null = the year's index is not known. */
  exposure: z.object({ penalty: z.enum(['warning', 'fine']), mci: count, tenge: count.nullable() }).nullable(),
  /** Which field of the notice the service named when it refused it, in the service's own spelling. */
  refusedField: z.string().nullable(),
  reference: z.string().nullable(),
  acceptedAt: instantSchema.nullable(),
  /** An arrival that was accepted after its last day. */
  isAcceptedLate: z.boolean(),
  hasReceipt: z.boolean(),
})
export type ReportRow = z.infer<typeof reportRowSchema>

/** The lists of a day; a row may stand in two: by its last day, and by what it waits for. */
export const REPORT_LISTS = [
  'overdue',
  'dueToday',
  'dueTomorrow',
  'dueLater',
  'goesByItself',
  'unconfirmed',
  'rejected',
  'needsPerson',
  'incomplete',
  'citizenshipUnknown',
  'filed',
  'notRequired',
  'filedElsewhere',
  'withdrawn',
] as const
export type ReportList = (typeof REPORT_LISTS)[number]

/**
 * Each figure once; a figure named like a list counts that list. `open` = overdue + dueToday + dueTomorrow + dueLater = goesByItself +
 * unconfirmed + rejected + needsPerson + incomplete + citizenshipUnknown.
 *
 * - `unconfirmed` has left the desk and nobody knows yet what became of it: on its way, without an answer, or taken to be answered later.
 * - `needsPerson` a hand or a decision: to be filed or signed, called a duplicate by the service, or behind such a notice about the same guest.
 * - `filed`, `notRequired`, `filedElsewhere`, `withdrawn`: entered on that day, or on the day before after that one was closed: each decision in
 *   one day. An acceptance may be older than its entry: a stamp of the day before. A citizen of Kazakhstan owes no notice by the law itself: he is
 *   counted among the guests and stands in no list.
 */
export const reportTotalsSchema = z.object({
  open: count,
  ...(Object.fromEntries(REPORT_LISTS.map((list) => [list, count])) as Record<ReportList, typeof count>),
  filedWithReceiptFile: count,
  /** Of `filed`: arrivals, and of these the ones accepted after their last day. */
  filedArrivals: count,
  filedLate: count,
  /**
   * Guests who came, are in house at the end of the day, have left, foreigners and citizens alike. Who was not said to have left has left on
   * the day that was planned. In house = those of the day before + arrivals - departures.
   */
  arrivals: count,
  inHouse: count,
  departures: count,
  /** Of `inHouse`: nobody knows when they leave. */
  inHouseWithoutDeparture: count,
  exposureMci: count,
  /** `null` = the index of the year is not known. */
  exposureTenge: count.nullable(),
  outages: count,
  /** Of that day, without counting a minute twice. */
  outageMinutes: count,
})
export type ReportTotals = z.infer<typeof reportTotalsSchema>

export const reportPropertySchema = z.object({
  name: z.string(),
  bin: z.string(),
  address: z.string(),
  city: z.string().nullable(),
  department: z.string(),
})

/** Guests by one of their traits; `null` = not known. */
const headcountSchema = z.object({ arrivals: count, inHouse: count, departures: count })
export const byCitizenshipSchema = headcountSchema.extend({ citizenship: z.string().nullable() })
export const byPurposeSchema = headcountSchema.extend({ purpose: z.string().nullable() })

/** How a day came to be closed. `missed`: by itself, later than its hour – the PC was off, nothing could be saved, or its date was in doubt. */
export const CLOSE_MODES = ['by_hand', 'at_hour', 'missed'] as const

export const dayCloseSchema = z.object({
  /** Year and day of the year, `2026-125`: one for each date, without gaps. */
  number: z.string(),
  date: calendarDateSchema,
  closedAt: instantSchema,
  mode: z.enum(CLOSE_MODES),
  by: z.string(),
  /** SHA-256, hex, over the snapshot and everything named here. */
  hash: z.string(),
  previousHash: z.string(),
  /** The last audit entry before the close, and its hash: what the signature vouches for. */
  auditSequence: count,
  auditHead: z.string(),
  /** Of the installation's Ed25519 key, first 16 hex digits of its SHA-256. */
  keyFingerprint: z.string(),
})
export type DayClose = z.infer<typeof dayCloseSchema>

/** Something entered after a day was closed that belongs to that day: the close stays as it is, this day says so. */
export const laterChangeSchema = z.object({
  noticeId: idSchema,
  stayId: idSchema,
  person: reportPersonSchema.pick({ name: true, room: true }).nullable(),
  /**
   * `arrived` on a closed day. `corrected`: name, citizenship or purpose of somebody who arrived on one. `departed` on a closed day that counted
   * him in house, `stayed` beyond a closed day that counted him as gone. `withdrawn`, `set_aside`, `reopened`: of an arrival on a closed day.
   */
  what: z.enum(['arrived', 'corrected', 'departed', 'stayed', 'withdrawn', 'set_aside', 'reopened']),
  /** The first closed day it belongs to, and its number. */
  date: calendarDateSchema,
  number: z.string(),
  at: instantSchema,
  by: z.string(),
})
export type LaterChange = z.infer<typeof laterChangeSchema>

/** Everything the report of one day says, in no language. A closed day keeps it as it was. */
export const dayReportSchema = z.object({
  version: z.literal(1),
  date: calendarDateSchema,
  /** The moment it tells of: now, or that of the close. */
  asOf: instantSchema,
  zone: z.string(),
  environment: z.string(),
  property: reportPropertySchema,
  basis: z.object({
    /** Of every year a date of the report depends on. `version` null = no calendar of that year: Monday to Friday were counted. */
    calendars: z.array(z.object({ year: z.number().int(), version: z.number().int().nullable(), isForecast: z.boolean() })),
    rules: z.array(z.string()),
    alarmReading: z.enum(['strict', 'latest']),
    program: z.string(),
  }),
  totals: reportTotalsSchema,
  rows: z.array(reportRowSchema),
  /** Places in `rows`. */
  lists: z.record(z.enum(REPORT_LISTS), z.array(count)),
  byCitizenship: z.array(byCitizenshipSchema),
  byPurpose: z.array(byPurposeSchema),
  outages: z.array(z.object({ startedAt: instantSchema, endedAt: instantSchema.nullable(), cause: z.enum(CAUSES) })),
  /** Arrivals accepted that day, by working days from the arrival: 0, 1, 2, 3, and later than 3. */
  leadDays: z.array(count).length(5),
  laterChanges: z.array(laterChangeSchema),
})
export type DayReport = z.infer<typeof dayReportSchema>

/** A day as the screen shows it: as it stands now, or as it was closed. */
export const dayViewSchema = z.object({ report: dayReportSchema, close: dayCloseSchema.nullable() })
export type DayView = z.infer<typeof dayViewSchema>

export const businessDaysSchema = z.object({
  /** The first day that is not closed. */
  openDate: calendarDateSchema,
  /** `HH:mm`, hotel-local; before noon = in the night after the day. `null` = by hand only. */
  closesAt: z.string().nullable(),
  /** When the open day closes by itself. */
  nextCloseAt: instantSchema.nullable(),
  /** Newest first, the last 400: an older one is found by its date. */
  closed: z.array(dayCloseSchema),
})
export type BusinessDays = z.infer<typeof businessDaysSchema>

/** The printed things there are. */
export const reportRequestSchema = z.discriminatedUnion('what', [
  z.object({ what: z.literal('day'), date: calendarDateSchema }),
  /** Since the last hand-over or close, for the colleague who takes over. */
  z.object({ what: z.literal('handover') }),
  /** The owner's summary, and statistics by citizenship and purpose: both days included. */
  z.object({ what: z.literal('period'), from: calendarDateSchema, to: calendarDateSchema }),
])
export type ReportRequest = z.infer<typeof reportRequestSchema>

export const reportFormatSchema = z.enum(REPORT_FORMATS)
export const reportLanguageSchema = z.enum(['kk', 'ru', 'en'])
