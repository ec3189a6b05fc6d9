import { assertNever } from '#shared/domain/assert-never.ts'
import type { Verdict } from '../channels/adapter.ts'

const BASE_MS = 1_000
export const BACK_OFF_CAP_MS = 5 * 60_000
/** When the notice must go today, waiting minutes is waiting too long. */
const URGENT_CAP_MS = 60_000
const MIN_HOLD_MS = 1_000
export const MAX_HOLD_MS = 60 * 60_000

/** From this many unanswered sends on, a notice is suspected of being what breaks the service: it goes alone and waits for itself. */
export const UNKNOWNS_TO_SUSPECT = 3

export interface BackOff {
  /** 1 = after the first failure. */
  readonly attempt: number
  /** The notice must be acted on today. */
  readonly isUrgent: boolean
  /** In [0, 1). */
  readonly random: number
}

/** Full jitter: anywhere between nothing and min(cap, base · 2ⁿ). Milliseconds, to be measured on the monotonic clock. */
export function backOffMs({ attempt, isUrgent, random }: BackOff): number {
  const cap = isUrgent ? URGENT_CAP_MS : BACK_OFF_CAP_MS
  // 2⁵⁰ seconds is far beyond any cap; without the limit a long outage would reach Infinity · 0.
  const ceiling = Math.min(cap, BASE_MS * 2 ** Math.min(Math.max(attempt, 1), 50))
  return Math.floor(random * ceiling)
}

/** A service may ask for no wait or for years: between a second and an hour is believed. */
export function clampRetryAfterMs(retryAfterMs: number): number {
  return Math.min(Math.max(retryAfterMs, MIN_HOLD_MS), MAX_HOLD_MS)
}

export interface RetryPlan {
  /** Milliseconds until this notice is tried (or asked about) again; 0 = as soon as the channel allows; `null` = not by itself. */
  readonly waitMs: number | null
  /** The wait belongs to the notice and not to the line: recovery of the line does not end it. */
  readonly isOwnWait: boolean
  /** Milliseconds during which nothing at all is sent, because the service asked for it. */
  readonly holdMs: number | null
}

/** What follows from one verdict. Pure. Nothing is ever given up: a verdict that leaves the notice with the desk has a next time. */
export function retryPlan(verdict: Verdict, backOff: BackOff): RetryPlan {
  switch (verdict.kind) {
    case 'accepted':
    case 'rejected':
    case 'duplicate':
    case 'needsHuman':
      return { waitMs: null, isOwnWait: false, holdMs: null }
    case 'deferred':
      return { waitMs: clampRetryAfterMs(verdict.askAgainAfterMs), isOwnWait: true, holdMs: null }
    case 'notSent': {
      const holdMs = holdOf(verdict, backOff)
      // Refused before it was read, or for one of its neighbours: the notice itself has nothing to wait for.
      const isHeldElsewhere = holdMs !== null || verdict.cause === 'sign_in_refused' || verdict.cause === 'content_refused'
      return { waitMs: isHeldElsewhere ? 0 : backOffMs(backOff), isOwnWait: false, holdMs }
    }
    case 'unknown':
      // Asked about as soon as the open circuit lets a probe through: that is the pace, not the notice's own back-off.
      return { waitMs: 0, isOwnWait: false, holdMs: holdOf(verdict, backOff) }
    default:
      return assertNever(verdict)
  }
}

/**
 * What follows from "the service does not have it": ready at once – unless the service broke on it again and again (`unknownSends` of
 * this revision), then it waits for itself and lets the others pass.
 */
export function absentPlan(unknownSends: number, backOff: Omit<BackOff, 'attempt'>): RetryPlan {
  if (unknownSends < UNKNOWNS_TO_SUSPECT) return { waitMs: 0, isOwnWait: false, holdMs: null }
  const attempt = unknownSends - UNKNOWNS_TO_SUSPECT + 1
  return { waitMs: backOffMs({ ...backOff, attempt }), isOwnWait: true, holdMs: null }
}

/**
 * Notices of one flight that all wait for the line wait alike, as long as the shortest of them: each by its own chance would tear the
 * flight apart, and one question or batch would become many.
 */
export function inStep<T extends { readonly plan: RetryPlan }>(settled: readonly T[]): T[] {
  const isOnTheLine = ({ plan }: T): boolean => !plan.isOwnWait && plan.waitMs !== null && plan.waitMs > 0
  const waitMs = Math.min(...settled.filter(isOnTheLine).map(({ plan }) => plan.waitMs ?? 0))
  return settled.map((one) => (isOnTheLine(one) ? { ...one, plan: { ...one.plan, waitMs } } : one))
}

function holdOf(verdict: { readonly cause: string; readonly retryAfterMs: number | null }, backOff: BackOff): number | null {
  if (verdict.retryAfterMs !== null) return clampRetryAfterMs(verdict.retryAfterMs)
  return verdict.cause === 'rate_limited' ? clampRetryAfterMs(backOffMs(backOff)) : null
}
