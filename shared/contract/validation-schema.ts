import { z } from 'zod'
import { CAUSES } from '../domain/channel.ts'

/** One field that the service would not take as it is, or so it seems to the desk. */
export const fieldIssueSchema = z.object({
  /** Field of the guest or stay (`documentNumber`); `null` when the service names none. */
  field: z.string().nullable(),
  /** By the desk one of `FIELD_RULE_CODES`, worded by the catalogue (`fieldRules.<code>`); by the service its own code. */
  code: z.string(),
  /** The service's own words; in plain English where the desk says it. */
  message: z.string(),
  /** Characters there may be, with `too_long` of the desk. */
  limit: z.number().int().nullable(),
  foundBy: z.enum(['desk', 'service']),
})
export type NoticeFieldIssue = z.infer<typeof fieldIssueSchema>

/** What is known about whether the service would take a notice. Worded by the catalogue (`validation.<service>`). */
export const validationSchema = z.object({
  /**
   * `not_asked` = something required is missing, see `issues`; `not_offered` = it answers no such questions; `held` = it wants to be left
   * alone just now; `no_line` = nobody has said where the service is.
   */
  service: z.enum(['would_take', 'would_refuse', 'not_asked', 'not_offered', 'no_answer', 'held', 'no_line']),
  /** Why there was no answer. */
  cause: z.enum(CAUSES).nullable(),
  issues: z.array(fieldIssueSchema),
  /** The service's codes for what it would take with a remark. */
  warnings: z.array(z.string()),
})
export type Validation = z.infer<typeof validationSchema>
