import type { Notice } from '#shared/contract/schemas.ts'
import type { NotificationState } from '#shared/domain/notification.ts'
import { CITIZEN_REASON, REGISTERED_REASON } from './timeline-words.ts'

/** A correction before acceptance: nothing is under way and no colleague is busy with the guest. */
export function canBeCorrected({ state, lease, reason }: Pick<Notice, 'state' | 'lease' | 'reason'>): boolean {
  if (state === 'leased') return lease?.isMine === true
  // The law's own "not required" and the property's reading of it follow the citizenship; a clerk's decision is undone first.
  if (state === 'not_required') return reason === CITIZEN_REASON || reason === REGISTERED_REASON
  return CORRECTABLE.includes(state)
}

const CORRECTABLE: readonly NotificationState[] = ['citizenship_unknown', 'incomplete', 'ready', 'handover', 'rejected']

/** Nothing can happen before these are put right: the form stands open. */
export function needsFields({ state }: Pick<Notice, 'state'>): boolean {
  return state === 'citizenship_unknown' || state === 'incomplete' || state === 'rejected'
}

/** Ways to close a notice without sending it, by state. */
export function closings({ state }: Pick<Notice, 'state'>): readonly Closing[] {
  if (['citizenship_unknown', 'incomplete', 'ready', 'handover', 'rejected'].includes(state)) return CLOSINGS
  return state === 'unknown' || state === 'duplicate' ? ['filed_elsewhere'] : []
}

export const CLOSINGS = ['filed_elsewhere', 'not_required', 'cancel'] as const
export type Closing = (typeof CLOSINGS)[number]

export function canBeReopened({ state, reason }: Pick<Notice, 'state' | 'reason'>): boolean {
  if (state === 'not_required') return reason !== CITIZEN_REASON
  return state === 'filed_elsewhere' || state === 'cancelled'
}

/** The proof may be brought without a sheet: it was handed over, or its answer never came. */
export function takesProof({ state }: Pick<Notice, 'state'>): boolean {
  return state === 'handover' || state === 'unknown' || state === 'duplicate'
}
