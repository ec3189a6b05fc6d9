import type { ValidationError } from '@orpc/server'
import type { z } from 'zod'
import type { InputIssue } from '#shared/contract/errors.ts'

type StandardIssue = ValidationError['issues'][number]

const LONGEST_NAME = 40

/** What a schema found wrong, as the contract tells it: where, the catalogue's code, plain English. Never a value, which may be a guest's. */
export function inputIssuesOf(issues: readonly StandardIssue[]): InputIssue[] {
  return issues.flatMap((issue) => {
    const path = (issue.path ?? []).map((part) => String(typeof part === 'object' ? part.key : part))
    const zodIssue = issue as Partial<z.core.$ZodIssue>
    if (zodIssue.code !== 'unrecognized_keys') return { path: path.join('.'), ...wordingOf(issue, zodIssue.code) }
    return (zodIssue.keys ?? []).map((key) => ({
      path: [...path, key.slice(0, LONGEST_NAME)].join('.'),
      code: 'unknown_field',
      message: 'there is no such field',
    }))
  })
}

/** `code` in the words of the catalogue (`input.<code>`). */
function wordingOf(issue: StandardIssue, code: z.core.$ZodIssue['code'] | undefined): Pick<InputIssue, 'code' | 'message'> {
  const { message } = issue
  switch (code) {
    case 'too_big':
      return { code: 'too_long', message }
    case 'too_small':
      return { code: 'too_short', message }
    case 'invalid_type':
      return message.endsWith('received undefined')
        ? { code: 'required', message: 'is missing' }
        : { code: 'wrong_format', message }
    case 'invalid_value':
      return { code: 'unknown_code', message }
    case 'invalid_format':
      return { code: 'wrong_format', message }
    case 'custom':
      if (message.includes('YYYY-MM-DDTHH:mm')) return { code: 'not_a_date_time', message }
      return { code: message.includes('YYYY') ? 'not_a_date' : 'not_taken', message }
    default:
      return { code: 'not_taken', message }
  }
}
