import { z } from 'zod'
import { PAPER_OUTCOMES } from '../domain/paper-list.ts'
import { LANGUAGES } from '../i18n/language.ts'
import { calendarDateSchema, instantSchema } from './day-schemas.ts'
import { idSchema, noticeSchema } from './schemas.ts'

export const paperListSummarySchema = z.object({
  id: idSchema,
  /** As printed: `2026-014`. */
  number: z.string(),
  /** Hotel-local day; the list says it. */
  madeOn: calendarDateSchema,
  madeAt: instantSchema,
  madeBy: z.string(),
  language: z.enum(LANGUAGES),
  /** The last time; `null` = it was made and never printed. */
  printed: z.object({ at: instantSchema, by: z.string(), times: z.number().int() }).nullable(),
  /** All on it; the other counts make it up. */
  notices: z.number().int(),
  /** For the stamp; 0 = nothing more is to be done with this list. */
  waiting: z.number().int(),
  taken: z.number().int(),
  notTaken: z.number().int(),
  droppedOff: z.number().int(),
  /** The earliest of those who wait. */
  actBy: calendarDateSchema.nullable(),
})
export type PaperListSummary = z.infer<typeof paperListSummarySchema>

const paperEntrySchema = z.object({
  /** As printed, from 1. */
  position: z.number().int(),
  /** As it stands now. */
  notice: noticeSchema,
  /** The one that was printed. */
  revision: z.number().int(),
  /** `null` = it waits for the stamp. */
  outcome: z.enum(PAPER_OUTCOMES).nullable(),
  settledAt: instantSchema.nullable(),
  settledBy: z.string().nullable(),
  /** In a person's own words. */
  reason: z.string().nullable(),
  /** `receiptId` = the photo or scan; `null` = a number alone. */
  proof: z.object({ stampedOn: calendarDateSchema, reference: z.string(), receiptId: idSchema.nullable() }).nullable(),
})

export const paperListSchema = paperListSummarySchema.extend({ entries: z.array(paperEntrySchema) })
export type PaperList = z.infer<typeof paperListSchema>

export const handedInSchema = z.object({
  list: paperListSchema,
  /** Notices stamped after their last day. */
  late: z.array(idSchema),
})
export type HandedIn = z.infer<typeof handedInSchema>
