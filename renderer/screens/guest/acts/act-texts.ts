import { z } from 'zod'

/** Fields that a draft of an earlier version lacks come back empty. */
export const actTextsSchema = z.object({
  day: z.string().catch(''),
  room: z.string().catch(''),
  reason: z.string().catch(''),
  /** `null` = as the act proposes it. */
  withParty: z.boolean().nullable().catch(null),
})

/** What is typed into the forms of a guest's acts. */
export type ActTexts = Readonly<z.infer<typeof actTextsSchema>>

export const NO_TEXTS: ActTexts = { day: '', room: '', reason: '', withParty: null }
