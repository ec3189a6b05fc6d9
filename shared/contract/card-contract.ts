import { z } from 'zod'
import { LANGUAGES } from '../i18n/language.ts'
import { calendarDateSchema, instantSchema } from './day-schemas.ts'
import { fileSchema } from './file.ts'
import { administers, reads, writes } from './procedures.ts'
import { idSchema } from './schemas.ts'

const houseText = z
  .string()
  .trim()
  .max(1500)
  .transform((text) => (text === '' ? null : text))
  .nullable()

export const cardSettingsSchema = z.object({
  /** House rules or other words of the property over the signature, by language; `null` = none. */
  houseText: z.object({ kk: houseText, ru: houseText, en: houseText }),
  /** For how many years after departure the consent speaks; `null` = left blank, to be written by hand. */
  keepYears: z.number().int().min(1).max(75).nullable(),
})
export type CardSettings = z.infer<typeof cardSettingsSchema>

export const consentSchema = z.object({ signedOn: calendarDateSchema, by: z.string(), recordedAt: instantSchema })
export type Consent = z.infer<typeof consentSchema>

const noticeId = z.object({ noticeId: idSchema })

/** The registration card a guest signs, with the consent to the processing of personal data. */
export const cardContract = {
  /** What is known of a guest's card: the language guessed, and the signed consent. */
  get: reads
    .input(noticeId)
    .output(z.object({ language: z.enum(LANGUAGES), consent: consentSchema.nullable(), partySize: z.number().int() })),
  /**
   * One card a page, in the state language and the guest's, as PDF: personal data on paper, so each printing is written down. With
   * `withParty` everybody of the same stays. Throws `NOT_FOUND`.
   */
  print: writes
    .input(
      z.object({
        noticeIds: z.array(idSchema).min(1).max(40),
        withParty: z.boolean().default(false),
        /** `null` = guessed for each guest. */
        language: z.enum(LANGUAGES).nullable().default(null),
      }),
    )
    .output(z.object({ fileName: z.string(), cards: z.number().int(), content: fileSchema })),
  /** The guest has signed the consent, on that day; `null` = it was entered by mistake. Throws `BAD_INPUT` (`signedOn`). */
  recordConsent: writes
    .input(noticeId.extend({ signedOn: calendarDateSchema.nullable() }))
    .output(z.object({ consent: consentSchema.nullable() })),
  settings: reads.output(cardSettingsSchema),
  setSettings: administers.input(cardSettingsSchema).output(cardSettingsSchema),
}
