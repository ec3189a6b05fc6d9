import { z } from 'zod'

/** What the shell says to the desk process. A port travels beside `port`. */
export const toDeskProcessSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('start'),
    directory: z.string().min(1),
    isTraining: z.boolean(),
    appVersion: z.string(),
    /** 32 bytes in hex, kept by the operating system; `null` = the folder's own key file. Never in arguments or environment. */
    key: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .nullable(),
  }),
  z.object({ type: z.literal('port'), workplace: z.string().regex(/^[\w-]{1,64}$/) }),
  z.object({ type: z.literal('stop') }),
])
export type ToDeskProcess = z.infer<typeof toDeskProcessSchema>

/** What the desk process says to the shell. */
export const fromDeskProcessSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready') }),
  /** It cannot do its work before a person has done something; it ends after this. */
  z.object({ type: z.literal('failed'), code: z.string(), directory: z.string(), message: z.string() }),
])
export type FromDeskProcess = z.infer<typeof fromDeskProcessSchema>
