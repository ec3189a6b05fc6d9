import { z } from 'zod'
import { WAYS_TO_TELL } from '../domain/news.ts'
import { calendarDateSchema } from './day-schemas.ts'
import { dutySchema } from './law-schemas.ts'
import { guestInputSchema, noticeSchema, PREVIEW_WARNINGS } from './schemas.ts'

/** As corrected: everything of one guest, and what of the stay can be mistyped. */
export const correctionSchema = z.object({
  facts: guestInputSchema,
  departureDate: calendarDateSchema.nullable(),
  room: z.string().max(50).nullable(),
  /** Left out = the booking number stays as it is. */
  reservation: z.string().trim().min(1).max(500).nullable().optional(),
})

/** The same for everybody of the stay to whom it applies still; otherwise for this guest alone. */
export const withPartySchema = z.boolean().default(false)

/** An act on a guest, to be looked at before it is done. */
export const guestActSchema = z.discriminatedUnion('act', [
  correctionSchema.extend({ act: z.literal('correct') }),
  z.object({ act: z.literal('extend'), departureDate: calendarDateSchema }),
  z.object({ act: z.literal('depart'), date: calendarDateSchema, withParty: withPartySchema }),
  z.object({ act: z.literal('cancel'), withParty: withPartySchema }),
])
export type GuestAct = z.infer<typeof guestActSchema>

/** What an act would leave. Nothing has been changed yet. */
export const foreseenSchema = z.object({
  /** How the service would come to know of it; for this guest. */
  whatFollows: z.enum(WAYS_TO_TELL),
  /** Notices about anybody of the stay that would be made, written anew or withdrawn, as they would stand, in order per guest. */
  notices: z.array(z.object({ effect: z.enum(['made', 'rewritten', 'withdrawn']), notice: noticeSchema })),
  /** Every clock of this guest as it would run. */
  duties: z.array(dutySchema),
  /** What a clerk may overlook about the stay as it would be. */
  warnings: z.array(z.enum(PREVIEW_WARNINGS)),
})
export type Foreseen = z.infer<typeof foreseenSchema>
