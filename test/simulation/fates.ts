import type { LookUpAnswer, Verdict } from '#electron/channels/adapter.ts'
import { assertNever } from '#shared/domain/assert-never.ts'

/**
 * What one answer lets the desk know about one notice: it is there, it was turned away, nobody knows, it is not there (but may still come),
 * or nothing more than before.
 */
export type Fate = 'there' | 'turned away' | 'unknown' | 'absent' | 'unanswered'

export function fateOfAnswer(answer: LookUpAnswer): Fate {
  switch (answer.kind) {
    case 'present':
      return fateOfVerdict(answer.verdict)
    case 'absent':
      return 'absent'
    case 'no_answer':
      return 'unanswered'
    default:
      return assertNever(answer)
  }
}

export function fateOfVerdict({ kind }: Verdict): Fate {
  switch (kind) {
    case 'accepted':
    case 'deferred':
    case 'duplicate':
      return 'there'
    case 'notSent':
    case 'rejected':
    case 'needsHuman':
      return 'turned away'
    case 'unknown':
      return 'unknown'
    default:
      return assertNever(kind)
  }
}
