import { assertNever } from '#shared/domain/assert-never.ts'
import type { Cause, ProofKind } from '#shared/domain/channel.ts'
import type { NotificationEvent } from '#shared/domain/notification.ts'
import type { Verdict } from '../channels/adapter.ts'

/** The state machine's word for a verdict. */
export function eventOf(verdict: Verdict): NotificationEvent {
  switch (verdict.kind) {
    case 'accepted':
      return { type: 'accepted' }
    case 'deferred':
      return { type: 'deferred' }
    case 'rejected':
      return { type: 'rejected' }
    case 'duplicate':
      return { type: 'duplicate_reported' }
    case 'notSent':
      return { type: 'not_sent' }
    case 'unknown':
      return { type: 'outcome_unknown' }
    case 'needsHuman':
      return { type: 'needs_human' }
    default:
      return assertNever(verdict)
  }
}

/** Why the notice is where the verdict puts it; `null` when the state says it all. */
export function causeOf(verdict: Verdict): Cause | null {
  switch (verdict.kind) {
    case 'accepted':
    case 'deferred':
    case 'needsHuman':
      return null
    case 'rejected':
      return 'content_refused'
    case 'duplicate':
      return 'already_there'
    case 'notSent':
      // Nothing is wrong with the notice: it goes again, in smaller company.
      return verdict.isBatchTooLarge === true ? null : verdict.cause
    case 'unknown':
      return verdict.cause
    default:
      return assertNever(verdict)
  }
}

/** Accepted without any proof its channel declares is not accepted. */
export function provenVerdict(verdict: Verdict, proofKinds: readonly ProofKind[]): Verdict {
  if (verdict.kind !== 'accepted') return verdict
  const hasReference = verdict.reference !== null && proofKinds.includes('reference')
  const hasReceipt = verdict.receipt !== null && proofKinds.includes('receipt')
  return hasReference || hasReceipt ? verdict : { kind: 'unknown', cause: 'unreadable_answer', retryAfterMs: null }
}
