import type { ValidationAnswer } from '#electron/channels/adapter.ts'
import { deskFieldOf } from '#electron/channels/desk-field.ts'
import type { Outbox } from '#electron/outbox/outbox.ts'
import type { NoticeFieldIssue, Validation } from '#shared/contract/validation-schema.ts'
import { assertNever } from '#shared/domain/assert-never.ts'
import { type FieldRuleCode, fieldRuleIssues } from '#shared/domain/field-rules.ts'
import type { SealedNotice } from '#shared/domain/notice-payload.ts'
import { isAtRest } from '#shared/domain/notification.ts'
import type { Caller } from './caller.ts'
import { findChannelAddress } from './channel-address.ts'
import { deskError } from './desk-error.ts'
import type { Register } from './register.ts'
import { findServiceFacts } from './service-facts.ts'
import { contentOf } from './told.ts'

const MESSAGES: Readonly<Record<FieldRuleCode, string>> = {
  required: 'The service wants this filled in.',
  too_long: 'Longer than the service takes.',
  wrong_letters: 'Holds letters that the service does not take.',
  unknown_code: "Not in the service's list.",
}

/**
 * What the desk itself can tell before sending: the channel's rules, the service's own, and its code lists as they were fetched last. It
 * holds nothing back: lists may be old, and the law wants the notice in time. The service has the last word.
 */
export function fieldIssuesOf(register: Register, notice: SealedNotice): NoticeFieldIssue[] {
  const address = findChannelAddress(register)
  const facts = address === undefined ? null : findServiceFacts(register, address.url)
  const rules = [...register.channel.fieldRules, ...(facts?.fieldRules ?? [])]
  const found = fieldRuleIssues(notice, rules, facts?.codeLists?.lists ?? null)
  return found
    .filter(({ field }, index) => found.findIndex((one) => one.field === field) === index)
    .map(({ field, code, limit }) => ({ field: deskFieldOf(field), code, message: MESSAGES[code], limit, foundBy: 'desk' }))
}

/**
 * Asks the service whether it would take a notice that has not been sent. Changes nothing about it and is no attempt: what is asked carries
 * no id under which it could be filed. Audited, because a guest's data leave the house. Throws `NOT_FOUND`; `NOT_NOW` for what is on
 * its way or settled.
 */
export async function validateNotice(
  register: Register,
  caller: Caller,
  noticeId: string,
  outbox: Pick<Outbox, 'question'>,
): Promise<Validation> {
  const record = register.rows.notifications.find(noticeId)
  if (record === undefined) throw deskError('NOT_FOUND', { what: 'notice' })
  if (!isAtRest(record.state)) throw deskError('NOT_NOW', { state: record.state, action: 'validate' })
  if (record.missing.length > 0 || record.state === 'citizenship_unknown') {
    const issues = record.missing.map(
      (field): NoticeFieldIssue => ({ field, code: 'required', message: MESSAGES.required, limit: null, foundBy: 'desk' }),
    )
    return { service: 'not_asked', cause: null, issues, warnings: [] }
  }
  const notice = contentOf(register, record)
  const ours = fieldIssuesOf(register, notice)
  if (!register.channel.validateOnly) return validationOf(NOT_OFFERED, ours)
  const answer = await outbox.question<ValidationAnswer>(async (channel, signal) =>
    channel.validate === undefined ? NOT_OFFERED : channel.validate(notice, signal),
  )
  const validation = validationOf(answer, ours)
  register.write(() =>
    register.store.audit.append({
      actor: caller.actor,
      action: 'channel.validated',
      subject: null,
      stayId: null,
      details: { noticeId, revision: record.revision, service: validation.service },
    }),
  )
  return validation
}

const NOT_OFFERED: ValidationAnswer = { kind: 'not_offered', retryAfterMs: null }

function validationOf(answer: ValidationAnswer | 'held' | 'nobody', ours: readonly NoticeFieldIssue[]): Validation {
  const unasked = { cause: null, issues: [...ours], warnings: [] }
  if (answer === 'held') return { service: 'held', ...unasked }
  if (answer === 'nobody') return { service: 'no_line', ...unasked }
  switch (answer.kind) {
    case 'not_offered':
      return { service: 'not_offered', ...unasked }
    case 'no_answer':
      return { service: 'no_answer', ...unasked, cause: answer.cause }
    case 'validated': {
      // The service has the last word: our lists may be old.
      const issues = answer.issues.map((issue): NoticeFieldIssue => ({ ...issue, limit: null, foundBy: 'service' }))
      return {
        service: issues.length === 0 ? 'would_take' : 'would_refuse',
        cause: null,
        issues,
        warnings: [...answer.warnings],
      }
    }
    default:
      return assertNever(answer)
  }
}
