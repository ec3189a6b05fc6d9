import { ORPCError } from '@orpc/client'
import { z } from 'zod'
import { type InputIssue, inputIssueSchema } from '#shared/contract/errors.ts'
import { isDeskGone } from '#shared/contract/transport/desk-gone.ts'
import type { ru } from '#shared/i18n/ru/index.ts'

/** Key of the three sentences in the catalogue. */
export type FailureKey = keyof typeof ru.errors

const KEYS: readonly string[] = [
  'BAD_INPUT',
  'NOT_FOUND',
  'FORBIDDEN',
  'NOT_NOW',
  'LEASED',
  'ON_PAPER',
  'STALE',
  'PROOF_REQUIRED',
  'NOT_SET_UP',
  'ALREADY_SET_UP',
  'STORE_FAILED',
  'CHANNEL_NOT_AUTOMATIC',
  'UNAUTHORIZED',
] satisfies readonly FailureKey[]

/** Whatever was thrown, as the catalogue words it. What is not a typed failure is an error of ours. */
export function failureKey(error: unknown): FailureKey {
  if (isDeskGone(error)) return error.data.wasSent ? 'DESK_GONE_MID_CALL' : 'DESK_GONE'
  if (!(error instanceof ORPCError)) return 'UNEXPECTED'
  if (isUnauthorised(error)) return 'UNAUTHORIZED'
  if (error.code === 'STORE_FAILED') return isSavedUnknown(error.data) ? 'STORE_UNKNOWN' : 'STORE_FAILED'
  return KEYS.includes(String(error.code)) ? (error.code as FailureKey) : 'UNEXPECTED'
}

export function isUnauthorised(error: unknown): boolean {
  return error instanceof ORPCError && error.status === 401
}

const badInputSchema = z.object({ issues: z.array(inputIssueSchema) })

/** What was wrong with the input, field by field; empty for any other failure. */
export function issuesOf(error: unknown): readonly InputIssue[] {
  if (!(error instanceof ORPCError) || error.code !== 'BAD_INPUT') return []
  const data = badInputSchema.safeParse(error.data)
  return data.success ? data.data.issues : []
}

/** What is on disk is not what was written, or not what was signed. Trying again will not help. */
export function isDamaged(error: unknown): boolean {
  const parsed = error instanceof ORPCError && error.code === 'STORE_FAILED' ? damagedSchema.safeParse(error.data) : undefined
  return parsed?.success === true
}

const damagedSchema = z.object({ cause: z.literal('damaged') })

function isSavedUnknown(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'saved' in data && data.saved === 'unknown'
}
