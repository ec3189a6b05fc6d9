import { ORPCError } from '@orpc/server'
import type { z } from 'zod'
import { commonErrors, type DeskErrorCode, type InputIssue } from '#shared/contract/errors.ts'

type ErrorData<Code extends DeskErrorCode> = z.infer<(typeof commonErrors)[Code]['data']>

/** An error of the contract. Handlers throw it; it reaches the caller as a typed value. */
export function deskError<Code extends DeskErrorCode>(code: Code, data: ErrorData<Code>): ORPCError<Code, ErrorData<Code>> {
  const { status, message } = commonErrors[code]
  return new ORPCError(code, { status, message, data })
}

/** One thing wrong with the input, at a dotted path. `message` never repeats the value. */
export function badInput(path: string, code: string, message: string): ORPCError<'BAD_INPUT', { issues: InputIssue[] }> {
  return deskError('BAD_INPUT', { issues: [{ path, code, message }] })
}
