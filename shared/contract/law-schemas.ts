import { z } from 'zod'
import { DOCUMENT_TYPES } from '../domain/guest.ts'
import { NOTIFICATION_STATES } from '../domain/notification.ts'
import { CALENDAR_STATUSES, CONFIDENCES, HOLIDAY_KEYS } from '../regulation/calendar/calendar-year.ts'
import { DUTY_BINDS, DUTY_CERTAINTIES, DUTY_KINDS, DUTY_NEEDS, DUTY_NOTES, DUTY_SEVERITIES } from '../regulation/duties/duty.ts'
import { PROPERTY_KINDS } from '../regulation/exposure.ts'
import { calendarDateSchema, countryCodeSchema, instantSchema } from './day-schemas.ts'

export const alarmReadingSchema = z.enum(['strict', 'latest'])

export const dayReasonSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('working') }),
  z.object({ kind: z.literal('working_weekend') }),
  z.object({ kind: z.literal('weekend') }),
  z.object({ kind: z.literal('holiday'), holiday: z.string() }),
  z.object({ kind: z.literal('substitute'), holiday: z.string(), instead: calendarDateSchema }),
  z.object({ kind: z.literal('transferred_off'), instead: calendarDateSchema }),
  z.object({ kind: z.literal('no_calendar') }),
])
const weekdaySchema = z.union([
  z.literal(1),
  z.literal(2),
  z.literal(3),
  z.literal(4),
  z.literal(5),
  z.literal(6),
  z.literal(7),
])
const explainedDaySchema = z.object({
  date: calendarDateSchema,
  weekday: weekdaySchema,
  isWorking: z.boolean(),
  reason: dayReasonSchema,
  strictDay: z.number().int().nullable(),
  latestDay: z.number().int().nullable(),
  isArrival: z.boolean(),
  isStrictDue: z.boolean(),
  isLatestDue: z.boolean(),
  isForecast: z.boolean(),
})
const calendarUseSchema = z.object({
  version: z.string(),
  forecast: z.boolean(),
  noCalendarYears: z.array(z.number().int()).readonly(),
})

/** The legal dates, what people act on, and why. `null` deadline on a record = no notice is owed. */
export const deadlineSchema = z.object({
  arrival: calendarDateSchema,
  strictDue: calendarDateSchema,
  latestDue: calendarDateSchema,
  explanation: z.array(explainedDaySchema),
  calendar: calendarUseSchema,
  rule: z.string(),
  /** `strict` or `latest`: which of the two raises the alarm at this property. */
  alarmReading: alarmReadingSchema,
  /** Last day the property's channel still accepts this arrival; `null` = no limit known. */
  channelCutoff: calendarDateSchema.nullable(),
  /** min(alarm date, channelCutoff): what people act on. */
  actBy: calendarDateSchema,
})

const spanSchema = z.object({
  from: calendarDateSchema,
  to: calendarDateSchema,
  kind: z.enum(['present', 'ahead', 'away']),
  firstDay: z.number().int().nullable(),
  lastDay: z.number().int().nullable(),
})
const dutyExplanationSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('working_days'), days: z.array(explainedDaySchema).readonly(), calendar: calendarUseSchema }),
  z.object({
    kind: z.literal('calendar_days'),
    start: calendarDateSchema,
    allowedDays: z.number().int(),
    spans: z.array(spanSchema).readonly(),
  }),
  z.object({
    kind: z.literal('window'),
    maxDays: z.number().int(),
    periodDays: z.number().int(),
    usedDays: z.number().int(),
    asOf: calendarDateSchema,
    spans: z.array(spanSchema).readonly(),
  }),
  z.object({ kind: z.literal('printed'), in: z.enum(['visa', 'document']) }),
])
const dutyBase = {
  kind: z.enum(DUTY_KINDS),
  rule: z.string(),
  binds: z.enum(DUTY_BINDS),
  severity: z.enum(DUTY_SEVERITIES),
  certainty: z.enum(DUTY_CERTAINTIES),
  notes: z.array(z.enum(DUTY_NOTES)).readonly(),
  acts: z.array(z.string()).readonly(),
  /** The property follows this clock; a switched-off one is still computed and shown as such. */
  isFollowed: z.boolean(),
}
/** One clock of a stay; what each field means: `Duty` in shared/regulation/duties/duty.ts. */
export const dutySchema = z.discriminatedUnion('state', [
  z.object({
    ...dutyBase,
    state: z.literal('dated'),
    strictDue: calendarDateSchema,
    latestDue: calendarDateSchema,
    remindFrom: calendarDateSchema.nullable(),
    explanation: dutyExplanationSchema,
    /** Calendar days from the business date to `strictDue`; negative once it has passed. */
    daysLeft: z.number().int(),
  }),
  z.object({ ...dutyBase, state: z.literal('waiting'), needs: z.array(z.enum(DUTY_NEEDS)).readonly() }),
])
export type DutyView = z.infer<typeof dutySchema>

const regimeSchema = z.object({
  regime: z.enum(['visa_free', 'e_visa', 'visa_required']),
  perEntryDays: z.number().int().nullable(),
  window: z.object({ maxDays: z.number().int(), periodDays: z.number().int() }).nullable(),
  basis: z.string().nullable(),
  /** Names of the sources, as the data file lists them. */
  sources: z.array(z.string()).readonly(),
  confidence: z.string(),
  note: z.string().nullable(),
  conflicts: z.array(z.string()).readonly(),
  /** Days per entry that disagreeing sources give instead. */
  disputedPerEntryDays: z.array(z.number().int()).readonly(),
})
/** What is known about the stay of one document: the current layer and the older one side by side. Advises, never blocks. */
export const stayRegimeSchema = z.object({
  /** ISO 3166-1 alpha-3, or the ICAO code the document carries. */
  code: z.string(),
  current: regimeSchema.nullable(),
  /** Visa-free days per entry in the older list of 45 states; `null` = not on it. */
  seedPerEntryDays: z.number().int().nullable(),
  decidedBy: z.enum(['citizenship', 'document']),
  /** Unknown, weak or conflicting: to be shown as advice only. */
  isAdvisory: z.boolean(),
  /** Why, and what else is to be said beside it. */
  notes: z.array(z.enum(DUTY_NOTES)).readonly(),
  /** The regime of the other document this one may be, which gives more days; `null` when the document is clear. */
  alsoPossible: z.object({ code: z.string(), current: regimeSchema }).nullable(),
})
export type StayRegimeView = z.infer<typeof stayRegimeSchema>

/** Input of the calculator: no guest, nothing is kept. */
export const calculationInputSchema = z.strictObject({
  arrival: calendarDateSchema,
  departure: calendarDateSchema.nullable().default(null),
  citizenship: countryCodeSchema.nullable().default(null),
  issuingState: countryCodeSchema.nullable().default(null),
  documentType: z.enum(DOCUMENT_TYPES).nullable().default(null),
  /** Tells a passport of Hong Kong or Macao from a Chinese one; not kept either. */
  documentNumber: z.string().max(50).nullish(),
  borderEntry: calendarDateSchema.nullable().default(null),
  visaValidUntil: calendarDateSchema.nullable().default(null),
  documentExpiry: calendarDateSchema.nullable().default(null),
  /** Earlier presences in the country, for the rolling windows; both days count. */
  earlier: z
    .array(z.strictObject({ from: calendarDateSchema, to: calendarDateSchema }))
    .max(100)
    .default([]),
})
export const calculationSchema = z.object({
  /** `null` for a citizen of Kazakhstan. */
  deadline: deadlineSchema.nullable(),
  duties: z.array(dutySchema),
  regime: stayRegimeSchema.nullable(),
})
export type Calculation = z.infer<typeof calculationSchema>

// ---- the working calendar

/** One year as in the published file format; `parseCalendarYear` checks what a shape cannot say. */
export const calendarYearSchema = z.strictObject({
  year: z.number().int(),
  version: z.number().int(),
  status: z.enum(CALENDAR_STATUSES),
  source: z.string(),
  confidence: z.enum(CONFIDENCES),
  confidenceNote: z.string(),
  nonWorking: z.array(calendarDateSchema),
  workingWeekends: z.array(calendarDateSchema),
  holidays: z.record(calendarDateSchema, z.enum(HOLIDAY_KEYS)),
  substitutes: z.record(calendarDateSchema, calendarDateSchema),
  ministerialTransfers: z.array(z.strictObject({ from: calendarDateSchema, to: calendarDateSchema })),
  watch: z.array(z.strictObject({ date: calendarDateSchema, was: z.string(), now: z.string(), source: z.string() })),
})

const dayInCalendarSchema = z.object({ isWorking: z.boolean(), reason: dayReasonSchema })

export const calendarSummarySchema = z.object({
  year: z.number().int(),
  /** Version in force, `2026.1`; `none` for a year without data. */
  version: z.string(),
  status: z.enum([...CALENDAR_STATUSES, 'none']),
  workingDays: z.number().int(),
  /** Version the program brought along that is not in force, because dates would move or the year was changed here; `null` = none. */
  available: z.string().nullable(),
})

export const calendarViewSchema = z.object({
  year: z.number().int(),
  /** `null` = no data: Monday to Friday counts. */
  content: calendarYearSchema.nullable(),
  /** 365 or 366 days, 1 January first. */
  days: z.array(z.object({ date: calendarDateSchema, weekday: weekdaySchema }).extend(dayInCalendarSchema.shape)),
  workingDays: z.number().int(),
  /** Every version of this year ever held, newest first. */
  versions: z.array(
    z.object({
      version: z.string(),
      origin: z.enum(['program', 'import', 'edit']),
      loadedAt: instantSchema,
      isInForce: z.boolean(),
      source: z.string(),
      status: z.enum(CALENDAR_STATUSES),
    }),
  ),
  /** Open deadlines that stand on this year. */
  openDeadlines: z.number().int(),
  /** Open notices by the day people act on them (`actBy`), in this year; days without any are left out. */
  deadlinesByDay: z.array(z.object({ date: calendarDateSchema, count: z.number().int() })),
  /** Newer days of this year that the program brought and that nobody has put in force: to be previewed and applied; `null` = none. */
  available: calendarYearSchema.nullable(),
})
export type CalendarView = z.infer<typeof calendarViewSchema>

export const calendarDayChangeSchema = z.object({
  date: calendarDateSchema,
  weekday: weekdaySchema,
  before: dayInCalendarSchema,
  after: dayInCalendarSchema,
})

const datesSchema = z.object({
  strictDue: calendarDateSchema,
  latestDue: calendarDateSchema,
  /** Which of the two raises the alarm. */
  alarmDate: calendarDateSchema,
  actBy: calendarDateSchema,
  isForecast: z.boolean(),
})
/** One open deadline that a change of the law's data moves. */
export const deadlineMoveSchema = z.object({
  noticeId: z.uuid(),
  displayName: z.string(),
  room: z.string().nullable(),
  citizenship: z.string().nullable(),
  arrival: calendarDateSchema,
  state: z.enum(NOTIFICATION_STATES),
  before: datesSchema,
  after: datesSchema,
  /** The alarm date of `after` has passed already, the one of `before` had not. */
  becomesOverdue: z.boolean(),
})
export type DeadlineMove = z.infer<typeof deadlineMoveSchema>

/** What a change would do. Nothing has been changed yet. */
export const lawPreviewSchema = z.object({
  /** Names what this preview stands on; `apply` refuses with `STALE` when that has changed. */
  basis: z.string(),
  /** Every year named; `from` and `to` are the same where nothing would change. */
  years: z.array(
    z.object({
      year: z.number().int(),
      /** `none` = no data. */
      from: z.string(),
      to: z.string(),
      status: z.enum([...CALENDAR_STATUSES, 'none']),
      source: z.string().nullable(),
    }),
  ),
  days: z.array(calendarDayChangeSchema),
  moves: z.array(deadlineMoveSchema),
  /** Open deadlines looked at, moved or not. */
  openDeadlines: z.number().int(),
})
export type LawPreview = z.infer<typeof lawPreviewSchema>

export const calendarChangeSchema = z.object({
  id: z.uuid(),
  at: instantSchema,
  by: z.string(),
  kind: z.enum(['import', 'edit', 'undo', 'program']),
  years: z.array(z.object({ year: z.number().int(), from: z.string(), to: z.string() })),
  moved: z.number().int(),
  reason: z.string().nullable(),
  /** Only the newest change can be undone, once. */
  canBeUndone: z.boolean(),
})
export type CalendarChange = z.infer<typeof calendarChangeSchema>

// ---- the rules

export const rulesSchema = z.object({
  businessDate: calendarDateSchema,
  alarmReading: alarmReadingSchema,
  /** Every duty of every pack, in the order of DUTY_KINDS. */
  duties: z.array(
    z.object({
      kind: z.enum(DUTY_KINDS),
      rule: z.string(),
      effectiveFrom: calendarDateSchema,
      isInForce: z.boolean(),
      binds: dutyBase.binds,
      severity: dutyBase.severity,
      certainty: dutyBase.certainty,
      /** Working or calendar days the rule counts; `null` where a document or a regime says. */
      days: z.object({ count: z.number().int(), unit: z.enum(['working', 'calendar']) }).nullable(),
      isFollowed: z.boolean(),
      canBeSwitched: z.boolean(),
      acts: z.array(
        z.object({
          id: z.string(),
          title: z.string(),
          date: z.string(),
          number: z.string().nullable(),
          provision: z.string().nullable(),
        }),
      ),
    }),
  ),
  /** Guests bound by the registration of 2026 are notified within 3 working days as well (the open question); `true` by default. */
  notifyAlsoRegistered: z.boolean(),
  exposure: z.object({
    kind: z.enum(PROPERTY_KINDS),
    mciByKind: z.record(z.enum(PROPERTY_KINDS), z.number().int()),
    indexes: z.array(
      z.object({
        year: z.number().int(),
        tenge: z.number().int(),
        confidence: z.enum(CONFIDENCES),
        /** Typed in by this property rather than brought by the program. */
        isOwn: z.boolean(),
      }),
    ),
  }),
  regimesAsOf: z.string(),
})
export type Rules = z.infer<typeof rulesSchema>
