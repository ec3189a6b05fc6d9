import { z } from 'zod'
import { instantSchema } from './day-schemas.ts'
import { outageSchema } from './schemas.ts'

/** How the way to the service has been today, as the calls made for notices tell. */
export const lineSchema = z.object({
  /** Stretches of the property's day in which the service answered, but slowly; oldest first. */
  slow: z.array(z.object({ from: instantSchema, until: instantSchema, medianMs: z.number().int() })),
  /** Median round trip of the answers of the last hour; `null` when there was none. */
  recentMedianMs: z.number().int().nullable(),
  /** When the service last gave a certain answer about a notice; `null` when it never did. */
  lastAnswerAt: instantSchema.nullable(),
  /** How far this PC's clock is ahead of the service's, negative when it is behind; `null` before the first answer. */
  aheadOfServiceMs: z.number().int().nullable(),
})
export type Line = z.infer<typeof lineSchema>

/** Times without the service, newest first: the proof that a deadline could not be met. */
export const outageJournalSchema = z.object({
  from: instantSchema,
  until: instantSchema,
  outages: z.array(
    outageSchema.extend({
      /** Notices owed on a day that this outage took a part of, and not yet accepted when it began. */
      dueThen: z.number().int(),
      /** Of these, not accepted by the end of their last day: here the outage is a reason. */
      missed: z.number().int(),
    }),
  ),
})
export type OutageJournal = z.infer<typeof outageJournalSchema>
