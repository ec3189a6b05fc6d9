import { z } from 'zod'
import { BULK_EXCEPTIONS, GUEST_MARKS, PRESENCES } from '../domain/guest-filter.ts'
import { idSchema, noticeSchema, stateSchema } from './schemas.ts'

export const guestFilterSchema = z.object({
  presence: z.enum(PRESENCES).default('all'),
  marks: z.array(z.enum(GUEST_MARKS)).max(GUEST_MARKS.length).default([]),
})

/** One guest of the list. */
export const guestRowSchema = z.object({
  /** The arrival. */
  notice: noticeSchema,
  /** What follows it and is still to go, in order. */
  openFollowUps: z.array(noticeSchema),
})
export type GuestRow = z.infer<typeof guestRowSchema>

export const guestPageSchema = z.object({
  rows: z.array(guestRowSchema),
  /** All that match, however many pages they fill; counted with the first page alone, `null` with the others. */
  total: z.number().int().nullable(),
})

/** A guest whom an act does not concern, or for whom it did not succeed. */
export const bulkExceptionSchema = z.object({
  /** The arrival, as it was chosen. */
  noticeId: idSchema,
  /** As in the list; empty for one who is not there any more. */
  displayName: z.string(),
  why: z.enum(BULK_EXCEPTIONS),
  /** Where the notice stands; `null` where that says nothing. */
  state: stateSchema.nullable(),
})
export type BulkExceptionView = z.infer<typeof bulkExceptionSchema>

export const bulkPreviewSchema = z.object({
  /** Whom the act concerns, by what was chosen. */
  applies: z.array(idSchema),
  /** The notice that would be acted on for each of {@link applies}: the arrival, or what follows it. */
  noticeIds: z.array(idSchema),
  exceptions: z.array(bulkExceptionSchema),
})

export const bulkResultSchema = z.object({ done: z.number().int(), exceptions: z.array(bulkExceptionSchema) })
