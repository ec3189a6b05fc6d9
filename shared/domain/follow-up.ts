import { assertNever } from './assert-never.ts'
import type { ChannelCapabilities } from './channel.ts'
import type { Difference } from './notice-payload.ts'
import { isAtRest, type NoticeKind, type NotificationState } from './notification.ts'
import { failed, ok, type Result } from './result.ts'

export type FollowUpKind = Exclude<NoticeKind, 'arrival'>

/** One of the notices about one guest, as far as their order goes. */
export interface Link {
  readonly id: string
  readonly kind: NoticeKind
  /** 1 = the arrival. */
  readonly sequence: number
  readonly state: NotificationState
}

/** What has become known about a guest whose arrival was accepted. */
export type News = 'corrected' | 'extended' | 'departed' | 'cancelled'

export interface FollowUpPlan {
  /** Not sent yet: to be written anew with what is known now, so that nothing outdated goes out. */
  readonly revise: readonly string[]
  /** Not sent yet and nothing to say any more. */
  readonly withdraw: readonly string[]
  /** New ones, in the order they will go. */
  readonly add: readonly FollowUpKind[]
}

/** Why nothing can follow: the arrival was never accepted, it is being withdrawn, or the guest was reported as gone. */
export type FollowUpObstacle = 'not_accepted' | 'cancelled' | 'departed'

/**
 * What follows from news after acceptance. One unsent notice per kind: a newer correction takes the place of the older one that was not
 * sent yet. A cancellation is the last word: unsent follow-ups are withdrawn and nothing comes after it. What is on its way or
 * may have arrived is never touched; whatever comes after it waits for it.
 *
 * `chain`: every notice about the guest, in order. `difference`: what is known now against what the service was told last.
 */
export function planFollowUps(
  chain: readonly Link[],
  news: News,
  difference: Difference,
  channel: ChannelCapabilities,
): Result<FollowUpPlan, FollowUpObstacle> {
  const [first, ...followUps] = chain
  if (first?.state !== 'accepted') return failed('not_accepted')
  const open = followUps.filter(({ state }) => isAtRest(state))
  const counts = followUps.filter(({ state }) => !isDropped(state))
  if (isCancelled(chain)) return failed('cancelled')
  const isGone = counts.some(({ kind, state }) => kind === 'departure' && !isAtRest(state))
  if (isGone && (news === 'extended' || news === 'departed')) return failed('departed')

  const wanted = wantedKinds(news, difference, {
    hasOpenDeparture: has(open, 'departure'),
    hasOpenExtension: has(open, 'extension'),
    isGone,
  })
  const made = wanted.filter((kind) => wayOf(kind, channel) !== 'not_made')
  const kept = made.flatMap((kind) => open.find((link) => link.kind === kind) ?? [])
  return ok({
    revise: kept.map(({ id }) => id),
    withdraw: open.filter((link) => !kept.includes(link)).map(({ id }) => id),
    add: made.filter((kind) => !has(kept, kind)),
  })
}

/** The guest never came: withdrawn before the arrival was sent, or by a cancellation that was sent or will be. */
export function isCancelled(chain: readonly Link[]): boolean {
  return chain.some(({ kind, state }) =>
    kind === 'arrival' ? state === 'cancelled' : kind === 'cancellation' && !isDropped(state),
  )
}

/** A follow-up that a person, or a later change, has withdrawn before it was sent. */
function isDropped(state: NotificationState): boolean {
  return state === 'cancelled' || state === 'not_required'
}

function wantedKinds(
  news: News,
  difference: Difference,
  now: { readonly hasOpenDeparture: boolean; readonly hasOpenExtension: boolean; readonly isGone: boolean },
): readonly FollowUpKind[] {
  if (news === 'cancelled') return ['cancellation']
  const isLeaving = news === 'departed' || (now.hasOpenDeparture && news !== 'extended')
  // Once a guest has left, the day that was planned says nothing any more.
  const isStayChanged = difference.departureDate && !isLeaving && !now.isGone
  const isExtending = isStayChanged && (news === 'extended' || now.hasOpenExtension)
  return [
    ...(difference.anythingElse || (isStayChanged && !isExtending) ? (['correction'] as const) : []),
    ...(isExtending ? (['extension'] as const) : []),
    ...(isLeaving ? (['departure'] as const) : []),
  ]
}

/**
 * How a follow-up gets to the service by a channel. What is wrong at the service must be put right and a guest who never came must be
 * withdrawn, so correction, extension and cancellation are always made: by a person where the channel has no word for them. A
 * departure is nobody's duty: it is made only where the channel wants it.
 */
export function wayOf(kind: NoticeKind, channel: ChannelCapabilities): 'machine' | 'by_hand' | 'not_made' {
  const isMachine = channel.submission === 'machine'
  switch (kind) {
    case 'arrival':
      return isMachine ? 'machine' : 'by_hand'
    case 'correction':
    case 'extension':
      // Cancelling and filing anew would be two notices of which the first alone leaves the guest unreported: a person does it.
      return isMachine && channel.amend === 'same_id' ? 'machine' : 'by_hand'
    case 'departure':
      if (channel.departureNoticeWithinDays === null) return 'not_made'
      return isMachine ? 'machine' : 'by_hand'
    case 'cancellation':
      return isMachine && channel.cancel ? 'machine' : 'by_hand'
    default:
      return assertNever(kind)
  }
}

function has(links: readonly Link[], kind: NoticeKind): boolean {
  return links.some((link) => link.kind === kind)
}
