import type { Notice } from '#shared/contract/schemas.ts'
import { isAtRest } from '#shared/domain/notification.ts'
import { CITIZEN_REASON } from './timeline-words.ts'

/** Nothing can happen before these are put right: the form stands open. */
export function needsFields({ state }: Pick<Notice, 'state'>): boolean {
  return state === 'citizenship_unknown' || state === 'incomplete' || state === 'rejected'
}

/** Ways to close a notice without sending it, by state. That a guest never came is an act of the stay (`acts/`). */
export function closings({ state, waitingNews }: Pick<Notice, 'state' | 'waitingNews'>): readonly Closing[] {
  const isDecided = waitingNews.some(({ kind }) => kind === 'never_came' || kind === 'not_required')
  return CLOSINGS.filter((closing) => {
    if (isAtRest(state)) return true
    return closing === 'filed_elsewhere' ? state === 'unknown' || state === 'duplicate' : isOnItsWay(state) && !isDecided
  })
}

/** With the service, or it may be there: what is entered about it now waits for the answer. */
export function isOnItsWay(state: Notice['state']): boolean {
  return ON_ITS_WAY.includes(state)
}

const ON_ITS_WAY: readonly Notice['state'][] = ['sending', 'unknown', 'deferred', 'duplicate']

export const CLOSINGS = ['filed_elsewhere', 'not_required'] as const
export type Closing = (typeof CLOSINGS)[number]

export function canBeReopened(notice: Pick<Notice, 'state' | 'reason' | 'waitingNews'>): boolean {
  const { state, reason } = notice
  const waiting = notRequiredNews(notice)
  if (waiting !== undefined) return waiting.reason !== CITIZEN_REASON
  if (state === 'not_required') return reason !== CITIZEN_REASON
  return state === 'filed_elsewhere' || state === 'cancelled'
}

/** No notice is owed, as soon as the service has answered. */
export function notRequiredNews({ waitingNews }: Pick<Notice, 'waitingNews'>): Notice['waitingNews'][number] | undefined {
  return waitingNews.find(({ kind }) => kind === 'not_required')
}

/** The proof may be brought without a sheet: it was handed over, or its answer never came. */
export function takesProof({ state }: Pick<Notice, 'state'>): boolean {
  return state === 'handover' || state === 'unknown' || state === 'duplicate'
}
