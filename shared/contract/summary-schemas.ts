import { z } from 'zod'
import { CAUSES } from '../domain/channel.ts'
import { calendarDateSchema, instantSchema } from './day-schemas.ts'
import { count, type ReportList, reportPropertySchema, reportRowSchema, reportTotalsSchema } from './report-schemas.ts'

/** What the colleague who takes over must know; a row may stand in several. */
export const HANDOVER_LISTS = [
  'overdue',
  'dueToday',
  'dueTomorrow',
  'unconfirmed',
  'rejected',
  'needsPerson',
  'incomplete',
  'citizenshipUnknown',
] as const satisfies readonly ReportList[]
export type HandoverList = (typeof HANDOVER_LISTS)[number]

/** The end of a shift, as data: what stands now, and what was done since the last hand-over or close, whichever was later. */
export const handoverSchema = z.object({
  version: z.literal(1),
  date: calendarDateSchema,
  asOf: instantSchema,
  zone: z.string(),
  environment: z.string(),
  property: reportPropertySchema,
  /** Who hands over. */
  by: z.string(),
  since: z.object({ at: instantSchema, what: z.enum(['handover', 'close', 'set_up']) }),
  totals: z.object({
    open: count,
    ...(Object.fromEntries(HANDOVER_LISTS.map((list) => [list, count])) as Record<HandoverList, typeof count>),
    goesByItself: count,
    /** Guests checked in, and notices accepted, since then. */
    checkedIn: count,
    filed: count,
    leased: count,
  }),
  rows: z.array(reportRowSchema),
  /** Places in `rows`. */
  lists: z.record(z.enum(HANDOVER_LISTS), z.array(count)),
  /** Colleagues who are filing somebody by hand right now; places in `rows`. */
  leases: z.array(z.object({ row: count, by: z.string(), until: instantSchema })),
  /** The line is down now. */
  outage: z.object({ startedAt: instantSchema, cause: z.enum(CAUSES) }).nullable(),
})
export type Handover = z.infer<typeof handoverSchema>

/**
 * One day of a summary. Notices are as the day was closed, or as they stand now where it was not. Guests and outages are as the register knows
 * them now, with whatever was entered after the close: statistics are about what was.
 */
export const periodDaySchema = reportTotalsSchema
  .pick({
    arrivals: true,
    departures: true,
    inHouse: true,
    open: true,
    overdue: true,
    unconfirmed: true,
    filed: true,
    filedArrivals: true,
    filedLate: true,
    notRequired: true,
    filedElsewhere: true,
    withdrawn: true,
    exposureMci: true,
    exposureTenge: true,
    outages: true,
    outageMinutes: true,
  })
  .extend({ date: calendarDateSchema, close: z.object({ number: z.string(), hash: z.string() }).nullable() })
export type PeriodDay = z.infer<typeof periodDaySchema>

export const LONGEST_PERIOD_DAYS = 366

/** Guest nights: the guests in house at the end of each day, added up. `inHouse`: at the end of the last day. */
const nightsSchema = z.object({ arrivals: count, guestNights: count, inHouse: count, departures: count })

/** The owner's summary of a week or a month; every figure is that of its days, put together. At most {@link LONGEST_PERIOD_DAYS}. */
export const periodSchema = z.object({
  version: z.literal(1),
  /** As asked for. */
  from: calendarDateSchema,
  to: calendarDateSchema,
  asOf: instantSchema,
  zone: z.string(),
  environment: z.string(),
  property: reportPropertySchema,
  program: z.string(),
  /** The days of it that have begun and in which there was a register, oldest first. */
  days: z.array(periodDaySchema),
  totals: z.object({
    arrivals: count,
    departures: count,
    guestNights: count,
    filed: count,
    filedArrivals: count,
    filedLate: count,
    /** Of the arrivals accepted, in thousandths, rounded down; `null` = none was. */
    onTimePermille: count.nullable(),
    notRequired: count,
    filedElsewhere: count,
    withdrawn: count,
    /** At the end of the last day. */
    inHouse: count,
    open: count,
    overdue: count,
    exposureMci: count,
    exposureTenge: count.nullable(),
    /** Most overdue at once at the end of a day. */
    mostOverdue: count,
    /** Each counted once, also where it lasted over midnight. Minutes are those of the days, added up. */
    outages: count,
    outageMinutes: count,
  }),
  byCitizenship: z.array(nightsSchema.extend({ citizenship: z.string().nullable() })),
  byPurpose: z.array(nightsSchema.extend({ purpose: z.string().nullable() })),
  /** As in the report of a day. */
  leadDays: z.array(count).length(5),
})
export type Period = z.infer<typeof periodSchema>
