import { ORPCError, os, ValidationError } from '@orpc/server'
import type { z } from 'zod'
import type { Logger } from '#electron/store/ports.ts'
import { NotSetUpError } from '#electron/store/store.ts'
import { StoreWriteError } from '#electron/store/write-error.ts'
import type { ProcedureMeta } from '#shared/contract/contract.ts'
import { commonErrors, type InputIssue } from '#shared/contract/errors.ts'
import { roleHas } from '#shared/domain/actor.ts'
import type { Caller } from './caller.ts'
import { deskError } from './desk-error.ts'

/**
 * Stands before every procedure: the caller's role must carry the permission the contract names, and whatever is thrown behind it
 * leaves as a typed error of the contract. A bug is logged by kind and place, without what it says: that may hold a guest's data.
 */
export function guarded(logger: Logger) {
  return os
    .$context<Caller>()
    .$meta<ProcedureMeta>({ permission: 'desk.administer' })
    .middleware(async ({ context, next, path, procedure }) => {
      const { permission } = procedure['~orpc'].meta
      if (permission !== null && !roleHas(context.actor.role, permission)) throw deskError('FORBIDDEN', { permission })
      try {
        return await next()
      } catch (error) {
        throw asContractError(error, path.join('.'), logger)
      }
    })
}

function asContractError(error: unknown, procedure: string, logger: Logger): unknown {
  if (error instanceof StoreWriteError) {
    logger.error({ procedure, saved: error.saved, failure: error.cause, sqliteCode: error.sqliteCode }, 'a write failed')
    return deskError('STORE_FAILED', { saved: error.saved, cause: error.cause })
  }
  if (error instanceof NotSetUpError) return deskError('NOT_SET_UP', {})
  if (error instanceof ORPCError) {
    if (error.code in commonErrors) return error
    const { cause } = error
    if (error.code === 'BAD_REQUEST' && cause instanceof ValidationError) {
      return deskError('BAD_INPUT', { issues: cause.issues.map(inputIssueOf) })
    }
  }
  logger.error(
    { procedure, kind: error instanceof Error ? error.name : typeof error, at: placesOf(error) },
    'a procedure failed',
  )
  return new ORPCError('INTERNAL_SERVER_ERROR', { message: 'The program made a mistake; nothing is known to have changed.' })
}

/** The functions a bug went through, without its message. */
function placesOf(error: unknown): readonly string[] {
  const lines = error instanceof Error ? (error.stack ?? '').split('\n') : []
  return lines
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 8)
    .map((line) => line.trim())
}

type StandardIssue = ValidationError['issues'][number]

function inputIssueOf(issue: StandardIssue): InputIssue {
  const path = (issue.path ?? []).map((part) => String(typeof part === 'object' ? part.key : part)).join('.')
  return { path, code: issueCodeOf(issue), message: issue.message }
}

/** In the words of the catalogue (`input.<code>`). */
function issueCodeOf(issue: StandardIssue): string {
  const zodIssue = issue as Partial<z.core.$ZodIssue>
  switch (zodIssue.code) {
    case 'too_big':
      return 'too_long'
    case 'too_small':
      return 'too_short'
    case 'invalid_type':
      return issue.message.endsWith('received undefined') ? 'required' : 'wrong_format'
    case 'invalid_value':
      return 'unknown_code'
    case 'invalid_format':
      return 'wrong_format'
    case 'custom':
      if (issue.message.includes('YYYY-MM-DDTHH:mm')) return 'not_a_date_time'
      return issue.message.includes('YYYY') ? 'not_a_date' : 'not_taken'
    default:
      return 'not_taken'
  }
}
