import { z } from 'zod'

/** One thing wrong with what was given: where, what, and the bad value's shape – never a guest's data. */
export const inputIssueSchema = z.object({
  /** Dotted path from the root of the input: `guests.0.birthDate`. Empty = the whole. */
  path: z.string(),
  /** Key of the wording in the catalogues (`input.not_a_date`). */
  code: z.string(),
  /** The same in plain English, for the command line and for programmers. */
  message: z.string(),
})
export type InputIssue = z.infer<typeof inputIssueSchema>

/**
 * Every way a procedure may fail. Each code has three sentences per language in the catalogues (`errors.<code>`): what happened,
 * what it means for the guest's deadline, what to do. `message` is the English of it for the command line and the REST API.
 */
export const commonErrors = {
  BAD_INPUT: {
    status: 422,
    message: 'The input was not understood; nothing was changed.',
    data: z.object({ issues: z.array(inputIssueSchema) }),
  },
  NOT_FOUND: { status: 404, message: 'There is no such record here.', data: z.object({ what: z.string() }) },
  FORBIDDEN: { status: 403, message: 'Your role may not do this.', data: z.object({ permission: z.string() }) },
  /** The notice is not in a state that allows it. */
  NOT_NOW: {
    status: 409,
    message: 'The notice is in a state that does not allow this.',
    data: z.object({ state: z.string(), action: z.string() }),
  },
  /** A colleague is filing this guest. `until` = when the lease ends by itself. */
  LEASED: {
    status: 409,
    message: 'A colleague is filing this guest right now.',
    data: z.object({ by: z.string(), until: z.string() }),
  },
  /** It is on a covering list for the counter. `number` = the list's, as printed. */
  ON_PAPER: {
    status: 409,
    message: 'The notice is on a covering list for the counter. Take it off the list first.',
    data: z.object({ number: z.string() }),
  },
  /** Someone changed the record since it was read. */
  STALE: { status: 409, message: 'The record was changed meanwhile; read it again.', data: z.object({ what: z.string() }) },
  PROOF_REQUIRED: { status: 422, message: 'Accepted needs a receipt number or the receipt file.', data: z.object({}) },
  NOT_SET_UP: { status: 409, message: 'This folder holds no property yet.', data: z.object({}) },
  ALREADY_SET_UP: { status: 409, message: 'This folder holds a property already.', data: z.object({ property: z.string() }) },
  /** `saved: 'no'` = certainly not on disk; `'unknown'` = look it up before trying again. */
  STORE_FAILED: {
    status: 507,
    message: 'The register could not be written.',
    data: z.object({ saved: z.enum(['no', 'unknown']), cause: z.string() }),
  },
  CHANNEL_NOT_AUTOMATIC: {
    status: 409,
    message: 'This property files by hand; there is nothing to send by itself.',
    data: z.object({ channel: z.string() }),
  },
} as const
export type DeskErrorCode = keyof typeof commonErrors
