import { z } from 'zod'

/** Where the key of the data folder comes from. Never in arguments or environment. */
export const keyOfFolderSchema = z.discriminatedUnion('kind', [
  /** 32 bytes in hex, kept by the operating system. */
  z.object({ kind: z.literal('sealed'), hex: z.string().regex(/^[0-9a-f]{64}$/) }),
  /** The folder's own key file. */
  z.object({ kind: z.literal('key_file') }),
  /** It is not to be had: the folder stays shut, and every screen says why. */
  z.object({ kind: z.literal('refused'), code: z.enum(['key_missing', 'key_damaged']), message: z.string() }),
])
export type KeyOfFolder = z.infer<typeof keyOfFolderSchema>

/** What the shell says to the desk process. A port travels beside `port`. */
export const toDeskProcessSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('start'),
    directory: z.string().min(1),
    isTraining: z.boolean(),
    appVersion: z.string(),
    key: keyOfFolderSchema,
  }),
  z.object({ type: z.literal('port'), workplace: z.string().regex(/^[\w-]{1,64}$/) }),
  /** The PC is about to sleep, or has slept. */
  z.object({ type: z.literal('power'), event: z.enum(['suspend', 'wake']) }),
  /** What the operating system answers; `null` = nothing. */
  z.object({ type: z.literal('proxy_answer'), id: z.number().int(), list: z.string().max(10_000).nullable() }),
  z.object({ type: z.literal('stop') }),
])
export type ToDeskProcess = z.infer<typeof toDeskProcessSchema>

/** What the desk process says to the shell. */
export const fromDeskProcessSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready') }),
  /** Which proxy the operating system would take to an origin: `https://host`, without path and query. */
  z.object({ type: z.literal('ask_proxy'), id: z.number().int(), origin: z.string().regex(/^https?:\/\/[^/?#]+$/) }),
  /** It cannot do its work before a person has done something; it ends after this. */
  z.object({ type: z.literal('failed'), code: z.string(), directory: z.string(), message: z.string() }),
])
export type FromDeskProcess = z.infer<typeof fromDeskProcessSchema>
