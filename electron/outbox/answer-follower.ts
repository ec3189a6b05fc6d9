import type { Clock } from '#shared/domain/clock.ts'
import type { NotificationRecord } from '../store/rows/notifications.ts'

/** What the desk makes of an answer, inside the transaction that saves it. */
export interface AnswerFollower {
  /** The fate of a notice about this guest is known, or it is back at the desk. `certainlyAbsent`: the notice that will not turn up any more. */
  follow(guestId: string, certainlyAbsent?: string): void
  /** Nobody wants this notice to go any more; what is left is to find out whether it arrived. */
  isTakenBack(record: NotificationRecord): boolean
  /** What waited for a person has been moved by an answer, or is asked about first; as it was saved. */
  leftHands?(record: NotificationRecord): void
}

/** An outbox without a desk around it. */
export const NOBODY_FOLLOWS: AnswerFollower = { follow: () => undefined, isTakenBack: () => false }

/**
 * How long a delivery may be under way. What the service has not got after that since it first said so, and was not sent again, never comes.
 * Counted by the monotonic clock of one process, so that no set clock makes it shorter; a new process begins anew.
 */
export const LATEST_DELIVERY_MS = 30 * 60_000

/** Since when the service has been saying that it does not have a notice. */
export interface Absences {
  /** The service has just said so. Milliseconds until saying so again is certain; 0 = it is. */
  heard(id: string): number
  /** It goes out again. */
  forget(id: string): void
}

export function createAbsences(clock: Clock): Absences {
  const since = new Map<string, number>()
  return {
    heard(id) {
      const nowMs = clock.monotonicMs()
      const firstMs = since.get(id) ?? nowMs
      since.set(id, firstMs)
      return Math.max(LATEST_DELIVERY_MS - (nowMs - firstMs), 0)
    },
    forget: (id) => void since.delete(id),
  }
}
