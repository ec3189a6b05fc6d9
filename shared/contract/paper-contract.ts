import { z } from 'zod'
import { MAX_ON_LIST } from '../domain/paper-list.ts'
import { LANGUAGES } from '../i18n/language.ts'
import { calendarDateSchema } from './day-schemas.ts'
import { fileSchema } from './file.ts'
import { handedInSchema, paperListSchema, paperListSummarySchema } from './paper-schemas.ts'
import { files } from './procedures.ts'
import { idSchema } from './schemas.ts'

const named = z.object({ listId: idSchema })
const reason = z.string().trim().min(3).max(500)

/** The counter: covering lists with filled notices, and the stamped copy that comes back. */
export const paperContract = {
  /** Lists on which somebody waits for the stamp, newest first; with `all` the latest others after them. */
  lists: files
    .input(z.object({ all: z.boolean().default(false), limit: z.number().int().min(1).max(500).default(50) }))
    .output(z.array(paperListSummarySchema)),
  get: files.input(named).output(paperListSchema),
  /** The list with this number (`2026-014`). Throws `NOT_FOUND`. */
  find: files.input(z.object({ number: z.string().max(20) })).output(paperListSchema),
  /**
   * Puts notices on a new list; all or none. `listId` is made by the caller: calling again with it is the same list. Throws `ON_PAPER` for
   * one that is on a list, `LEASED`, `NOT_NOW`, `BAD_INPUT`.
   */
  make: files
    .input(
      named.extend({
        noticeIds: z.array(idSchema).min(1).max(MAX_ON_LIST),
        language: z.enum(LANGUAGES).nullable().default(null),
      }),
    )
    .output(paperListSchema),
  /** Covering list in two copies and the filled notices, as PDF: the same however often it is printed. Audited. Throws `NOT_FOUND`. */
  print: files.input(named).output(z.object({ fileName: z.string(), content: fileSchema })),
  /** Back to where it was before the list. Throws `NOT_NOW` when it does not wait on it any more. */
  takeOff: files.input(named.extend({ noticeId: idSchema, reason: reason.nullable().default(null) })).output(paperListSchema),
  /**
   * The stamped copy: everybody who waits is accepted with it, but the exceptions. Needs a number, a photo or scan, or both; the duty is met
   * on the day of the stamp. Throws `PROOF_REQUIRED`, `BAD_INPUT`, `NOT_NOW`.
   */
  handIn: files
    .input(
      named.extend({
        stampedOn: calendarDateSchema,
        stampNumber: z.string().trim().max(100).nullable().default(null),
        file: fileSchema.nullable().default(null),
        fileName: z.string().max(200).nullable().default(null),
        exceptions: z
          .array(z.object({ noticeId: idSchema, outcome: z.enum(['refused', 'not_handed_in']), reason }))
          .max(MAX_ON_LIST)
          .default([]),
      }),
    )
    .output(handedInSchema),
}
