import { backOffMs, clampRetryAfterMs } from '#electron/outbox/retry-policy.ts'
import type { DeliveryCause, DeliveryState } from '#shared/contract/delivery-schemas.ts'
import { assertNever } from '#shared/domain/assert-never.ts'
import type { SendOutcome } from './message.ts'

/** Quick tries by the outbox's back-off; then at this pace, because a line that has been down for half an hour stays down for hours. */
const QUICK_TRIES = 8
const SLOW_MS = 60 * 60_000
const SLOW_URGENT_MS = 10 * 60_000
/** About three days; a warning about a day: the next one says more than this one then. */
const MOST_TRIES = 80
const MOST_URGENT_TRIES = 150
/**
 * What may have arrived is sent once more, and says that it is a repeat: a warning that did not come costs a fine, one that came twice a
 * glance. Not a third time: a line that swallows answers would fill the owner's telephone.
 */
const MOST_DOUBTS = 1
/** What broke the answer has a moment to pass before the one repeat there is. */
const DOUBT_WAIT_MS = 5 * 60_000

export interface AfterTry {
  /** 1 = the first. */
  readonly attempt: number
  /** Earlier tries of which nobody knows whether they arrived. */
  readonly doubts: number
  readonly isUrgent: boolean
  /** In [0, 1). */
  readonly random: number
}

export interface DeliveryPlan {
  readonly state: Extract<DeliveryState, 'waiting' | 'done' | 'failed'>
  readonly cause: DeliveryCause | null
  /** Milliseconds on the monotonic clock until the next try. */
  readonly waitMs: number
  /** The other side asked for this wait; it outlives the process. */
  readonly holdMs: number | null
}

/** What follows from one try. Pure. */
export function planAfter(outcome: SendOutcome, after: AfterTry): DeliveryPlan {
  switch (outcome.kind) {
    case 'done':
      return { state: 'done', cause: null, waitMs: 0, holdMs: null }
    case 'refused':
      return { state: 'failed', cause: outcome.cause, waitMs: 0, holdMs: null }
    case 'unknown':
      return after.doubts >= MOST_DOUBTS
        ? failed(outcome.cause)
        : { state: 'waiting', cause: outcome.cause, waitMs: DOUBT_WAIT_MS, holdMs: null }
    case 'not_sent':
      return after.attempt >= (after.isUrgent ? MOST_URGENT_TRIES : MOST_TRIES)
        ? failed(outcome.cause)
        : again(outcome.cause, outcome.retryAfterMs, after)
    default:
      return assertNever(outcome)
  }
}

function failed(cause: DeliveryCause): DeliveryPlan {
  return { state: 'failed', cause, waitMs: 0, holdMs: null }
}

function again(cause: DeliveryCause, retryAfterMs: number | null, { attempt, isUrgent, random }: AfterTry): DeliveryPlan {
  const holdMs = retryAfterMs === null ? null : clampRetryAfterMs(retryAfterMs)
  const slowMs = isUrgent ? SLOW_URGENT_MS : SLOW_MS
  const waitMs = attempt <= QUICK_TRIES ? backOffMs({ attempt, isUrgent, random }) : Math.floor(slowMs * (0.5 + random / 2))
  return { state: 'waiting', cause, waitMs: Math.max(waitMs, holdMs ?? 0), holdMs }
}
