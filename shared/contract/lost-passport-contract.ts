import { z } from 'zod'
import { DOCUMENT_TYPES } from '../domain/guest.ts'
import { LOSS_ENDINGS, LOSS_STEPS } from '../domain/lost-passport.ts'
import { LANGUAGES } from '../i18n/language.ts'
import { calendarDateSchema, instantSchema } from './day-schemas.ts'
import { fileSchema } from './file.ts'
import { reads, writes } from './procedures.ts'
import { idSchema } from './schemas.ts'

const ownWords = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .transform((text) => (text === '' ? null : text))
    .nullable()
    .default(null)

const documentSchema = z.object({
  type: z.enum(DOCUMENT_TYPES).nullable(),
  series: z.string().nullable(),
  number: z.string().nullable(),
  issuingState: z.string().nullable(),
  issueDate: calendarDateSchema.nullable(),
  expiryDate: calendarDateSchema.nullable(),
})
/** A document as the case names it. */
export type LossDocument = z.infer<typeof documentSchema>

const stepSchema = z.object({
  step: z.enum(LOSS_STEPS),
  /** `null` = not done, or nobody has said so. */
  doneOn: calendarDateSchema.nullable(),
  /** Of the statement, the certificate, the new document, the visa. */
  number: z.string().nullable(),
  note: z.string().nullable(),
  /** Who entered it. */
  by: z.string().nullable(),
})

export const lossCaseSchema = z.object({
  id: idSchema,
  /** The arrival of the guest. */
  noticeId: idSchema,
  noticedOn: calendarDateSchema,
  openedAt: instantSchema,
  openedBy: z.string(),
  /** Where, as the guest says; `null` once the guest was erased. */
  place: z.string().nullable(),
  /** Under what circumstances. */
  circumstances: z.string().nullable(),
  /** As the register had it when the case was opened; `null` once the guest was erased. */
  lostDocument: documentSchema.nullable(),
  /** What the guest has shown since; `null` = still the lost one. */
  newDocument: documentSchema.nullable(),
  /** All four, in their order. */
  steps: z.array(stepSchema),
  nextStep: z.enum(LOSS_STEPS).nullable(),
  closed: z.object({ at: instantSchema, by: z.string(), ending: z.enum(LOSS_ENDINGS), note: z.string().nullable() }).nullable(),
  /** Lock for the next change. */
  version: z.number().int(),
})
export type LossCase = z.infer<typeof lossCaseSchema>

/** An open case in a line. */
export const openLossSchema = z.object({
  caseId: idSchema,
  noticeId: idSchema,
  displayName: z.string(),
  room: z.string().nullable(),
  noticedOn: calendarDateSchema,
  nextStep: z.enum(LOSS_STEPS).nullable(),
})
export type OpenLoss = z.infer<typeof openLossSchema>

const changed = z.object({ caseId: idSchema, version: z.number().int() })

/** Guests whose passport is lost: a record of the way to the exit visa. No act here moves a date of a notice or makes one. */
export const lostPassportContract = {
  /** Every case of a guest, newest first; at most one is open. */
  get: reads.input(z.object({ noticeId: idSchema })).output(z.array(lossCaseSchema)),
  /** Open cases, the longest first. */
  openCases: reads.output(z.array(openLossSchema)),
  /**
   * `caseId` is made by the caller: calling again with it is the same case. Throws `BAD_INPUT` (`noticedOn`), and `STALE` when this guest
   * has an open case already.
   */
  open: writes
    .input(
      z.object({
        caseId: idSchema,
        noticeId: idSchema,
        noticedOn: calendarDateSchema,
        place: z.string().trim().min(2).max(300),
        circumstances: ownWords(2000),
      }),
    )
    .output(lossCaseSchema),
  /** A step done, or put right; `doneOn: null` takes it back. Throws `STALE`, `BAD_INPUT` (`doneOn`). */
  recordStep: writes
    .input(
      changed.extend({
        step: z.enum(LOSS_STEPS),
        doneOn: calendarDateSchema.nullable(),
        number: ownWords(100),
        note: ownWords(1000),
      }),
    )
    .output(lossCaseSchema),
  /** How it ended; `unresolved` asks for a note. Throws `STALE`, `BAD_INPUT` (`note`). */
  close: writes.input(changed.extend({ ending: z.enum(LOSS_ENDINGS), note: ownWords(1000) })).output(lossCaseSchema),
  /** Takes a close back. Throws `STALE`, also when the guest has another open case. */
  reopen: writes.input(changed).output(lossCaseSchema),
  /**
   * The sheet as PDF: `guest` = the statement filled in and the way to go, in the state language and the guest's; `manager` = the
   * case with its dates and the proof of the notice. Audited. Throws `NOT_FOUND`, also for an erased guest.
   */
  print: writes
    .input(
      z.object({
        caseId: idSchema,
        sheet: z.enum(['guest', 'manager']),
        /** `null` = guessed from the guest's citizenship; for the manager the property's own. */
        language: z.enum(LANGUAGES).nullable().default(null),
      }),
    )
    .output(z.object({ fileName: z.string(), content: fileSchema })),
}
