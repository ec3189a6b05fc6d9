import type { Cause } from '#shared/domain/channel.ts'
import type { IsoInstant } from '#shared/domain/clock.ts'

/**
 * How long "the service does not have it" is believed. A delivery may still be under way when that is said, and a service may forget ids
 * half an hour after it comes; sent within ten minutes, the repeat meets a service that still knows the id.
 */
const ABSENCE_HOLDS_MS = 10 * 60_000

/** The last thing that was learnt about the fate of a revision. */
export type LastWord =
  /** It was sent, and no answer told what became of it. */
  { readonly kind: 'sent_unanswered'; readonly cause: Cause | null } | { readonly kind: 'absent'; readonly at: IsoInstant }

/**
 * Why a ready notice has to be asked about before it is sent; `null` = it may go. A notice becomes ready again without an answer when a
 * person sets it aside and takes that back, and an answer of yesterday says nothing about a delivery that came late. A clock that was set
 * makes the answer old.
 */
export function doubtAbout(last: LastWord | undefined, nowMs: number): { readonly cause: Cause | null } | null {
  if (last === undefined) return null
  if (last.kind === 'sent_unanswered') return { cause: last.cause ?? 'process_died' }
  const ageMs = nowMs - Date.parse(last.at)
  return ageMs >= 0 && ageMs <= ABSENCE_HOLDS_MS ? null : { cause: null }
}
