import type { Notice } from '#shared/contract/schemas.ts'
import type { Caller } from '../caller.ts'
import { changeNotice, requireVersion } from '../change-notice.ts'
import { deskError } from '../desk-error.ts'
import { move } from '../notices.ts'
import type { Register } from '../register.ts'
import { acceptedByHand } from './record-proof.ts'

export interface DuplicateDecision {
  readonly noticeId: string
  readonly version: number
  /** What the service has already is our own notice. */
  readonly isOurs: boolean
}

/**
 * A person has looked at what the service says it has already. Ours: accepted, with that number as the proof. Not ours: somebody
 * settles it with the service, so it goes to the list of the colleague who signs. Throws `NOT_FOUND`, `STALE`, `NOT_NOW` for any other
 * state, `PROOF_REQUIRED` where the service named no number, `BAD_INPUT` where the number is the proof of another guest.
 */
export function confirmDuplicate(register: Register, caller: Caller, given: DuplicateDecision): Notice {
  return changeNotice(register, caller, given.noticeId, (record) => {
    requireVersion(record, given.version)
    if (record.state !== 'duplicate') throw deskError('NOT_NOW', { state: record.state, action: 'confirmDuplicate' })
    const { existingReference } = record
    if (given.isOurs) {
      if (existingReference === null) throw deskError('PROOF_REQUIRED', {})
      return acceptedByHand(register, record, { reference: existingReference, file: null, portal: null })
    }
    return {
      record: { ...move(record, { type: 'duplicate_disowned' }, 'confirmDuplicate'), nextAttemptAt: null },
      action: 'notice.duplicate_disowned',
      details: { existingReference },
    }
  })
}
