import type { Notice } from '#shared/contract/schemas.ts'
import { isAtRest } from '#shared/domain/notification.ts'
import { CITIZEN_REASON } from './timeline-words.ts'

/** Nothing can happen before these are put right: the form stands open. */
export function needsFields({ state }: Pick<Notice, 'state'>): boolean {
  return state === 'citizenship_unknown' || state === 'incomplete' || state === 'rejected'
}

/** Ways to close a notice without sending it, by state. That a guest never came is an act of the stay (`acts/`). */
export function closings({ state }: Pick<Notice, 'state'>): readonly Closing[] {
  if (isAtRest(state)) return CLOSINGS
  return state === 'unknown' || state === 'duplicate' ? ['filed_elsewhere'] : []
}

export const CLOSINGS = ['filed_elsewhere', 'not_required'] as const
export type Closing = (typeof CLOSINGS)[number]

export function canBeReopened({ state, reason }: Pick<Notice, 'state' | 'reason'>): boolean {
  if (state === 'not_required') return reason !== CITIZEN_REASON
  return state === 'filed_elsewhere' || state === 'cancelled'
}

/** The proof may be brought without a sheet: it was handed over, or its answer never came. */
export function takesProof({ state }: Pick<Notice, 'state'>): boolean {
  return state === 'handover' || state === 'unknown' || state === 'duplicate'
}
