import { ORPCError, os, ValidationError } from '@orpc/server'
import type { Logger } from '#electron/store/ports.ts'
import { NotSetUpError } from '#electron/store/store.ts'
import { failureCauseOf, StoreWriteError, sqliteCodeOf } from '#electron/store/write-error.ts'
import { commonErrors } from '#shared/contract/errors.ts'
import type { ProcedureMeta } from '#shared/contract/procedures.ts'
import { type Permission, roleHas } from '#shared/domain/actor.ts'
import type { Caller } from './caller.ts'
import { deskError } from './desk-error.ts'
import { inputIssuesOf } from './input-issues.ts'

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
        throw asContractError(error, { procedure: path.join('.'), permission, logger })
      }
    })
}

interface Called {
  readonly procedure: string
  readonly permission: Permission | null
  readonly logger: Logger
}

/** What merely reads has saved nothing, whatever the disk does. */
const READING: readonly (Permission | null)[] = [null, 'register.read', 'report.read']

function asContractError(error: unknown, { procedure, permission, logger }: Called): unknown {
  if (error instanceof StoreWriteError) {
    logger.error({ procedure, saved: error.saved, failure: error.cause, sqliteCode: error.sqliteCode }, 'a write failed')
    return deskError('STORE_FAILED', { saved: error.saved, cause: error.cause })
  }
  const unread = failureCauseOf(error)
  if (unread !== undefined) {
    // Outside of any transaction: what was to be saved may have been, before this reading failed.
    const saved = READING.includes(permission) ? 'no' : 'unknown'
    logger.error({ procedure, saved, failure: unread, sqliteCode: sqliteCodeOf(error) }, 'the register could not be read')
    return deskError('STORE_FAILED', { saved, cause: unread })
  }
  if (error instanceof NotSetUpError) return deskError('NOT_SET_UP', {})
  if (error instanceof ORPCError) {
    if (error.code in commonErrors) return error
    const { cause } = error
    if (error.code === 'BAD_REQUEST' && cause instanceof ValidationError) {
      return deskError('BAD_INPUT', { issues: inputIssuesOf(cause.issues) })
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
