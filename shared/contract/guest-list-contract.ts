import { z } from 'zod'
import { BULK_ACTS, MOST_CHOSEN } from '../domain/guest-filter.ts'
import { bulkPreviewSchema, bulkResultSchema, guestFilterSchema, guestPageSchema } from './guest-list-schemas.ts'
import { files, reads, sends, setsAside, writes } from './procedures.ts'
import { idSchema } from './schemas.ts'

/** Guests of one call: between two calls the desk answers others, and whoever waits sees how far it is. */
export const BULK_PART = 20

const asked = z.object({ query: z.string().max(200).default(''), filter: guestFilterSchema })
const reason = z.string().trim().min(3).max(500)
const chosen = z.array(idSchema).min(1).max(MOST_CHOSEN)

/**
 * One part of an act on many. The caller makes `bulkId` and counts the parts from 0; the same part again does nothing twice, so a lost
 * answer is safe to repeat. Each guest is a transaction of its own: a mistake with one stops no other.
 */
const part = z.object({
  bulkId: idSchema,
  part: z.number().int().min(0).max(MOST_CHOSEN),
  noticeIds: z.array(idSchema).min(1).max(BULK_PART),
})

/** Everybody who stays, stayed or is expected, and what is done for many of them at once. */
export const guestListContract = {
  /** A piece of the list, latest arrivals first; what was typed begins words of a name in either script, room, document or booking. */
  page: reads
    .input(asked.extend({ offset: z.number().int().min(0).default(0), limit: z.number().int().min(1).max(200).default(100) }))
    .output(guestPageSchema),
  /** The arrivals of all that match, as many as one act takes. */
  all: reads.input(asked).output(z.object({ noticeIds: z.array(idSchema), total: z.number().int() })),
  /** For whom an act would be done and why not for the others, by doing it and keeping nothing of it. Changes nothing. */
  preview: writes.input(z.object({ act: z.enum(BULK_ACTS), noticeIds: chosen })).output(bulkPreviewSchema),
  /** Skips back-off and pause like `queue.sendNow`. Throws `CHANNEL_NOT_AUTOMATIC`. */
  send: sends.input(z.object({ noticeIds: chosen })).output(bulkResultSchema),
  handOver: files.input(part).output(bulkResultSchema),
  /** Citizens of Kazakhstan, by a document somebody has seen; only where the citizenship was unknown. Audited for each with the reason. */
  setCitizens: writes.input(part.extend({ reason })).output(bulkResultSchema),
  /** No notice is owed, for a reason; nobody whose notice has left the desk, is being filed or lies at the counter. */
  setNotOwed: setsAside.input(part.extend({ reason })).output(bulkResultSchema),
  /**
   * Takes an act on many back, {@link BULK_PART} guests a call, until `remaining` is 0. Who was changed by anything else meanwhile is left as
   * he is, and named. Throws `NOT_FOUND` for an act that is too long ago, `FORBIDDEN` where the role could not have done it.
   */
  undo: writes.input(z.object({ bulkId: idSchema })).output(bulkResultSchema.extend({ remaining: z.number().int() })),
}
