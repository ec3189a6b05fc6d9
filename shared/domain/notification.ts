import { assertNever } from './assert-never.ts'
import { failed, ok, type Result } from './result.ts'

/**
 * What a notice tells the service. The first one about a guest of a stay is always the arrival; what becomes known after it was accepted
 * follows as notices of their own, in order, see `follow-up.ts`.
 */
export const NOTICE_KINDS = ['arrival', 'correction', 'extension', 'departure', 'cancellation'] as const
export type NoticeKind = (typeof NOTICE_KINDS)[number]

/**
 * Where one notice about one guest stands. `overdue` is not here: it is computed from the deadline, never stored.
 *
 * - `citizenship_unknown` neither local nor foreign; the clock is running.
 * - `incomplete` a required field is missing; the clock is running.
 * - `ready` complete, waits for its turn (or for a back-off to end, the arrival day, or an earlier notice about the same guest).
 * - `leased` one clerk is filing it by hand right now.
 * - `handover` prepared; waits for the person who signs or submits.
 * - `sending` persisted before the call; after a crash it wakes as `unknown`.
 * - `unknown` may have arrived; asked about first, never sent again blindly.
 * - `deferred` the service took it and will answer later.
 * - `duplicate` the service says it has one already; not filed until that is confirmed to be ours.
 * - `rejected` refused for its content; a person corrects it.
 * - `accepted` filed, with the proof its channel declares.
 * - `filed_elsewhere` done before or without Qabyl, with a reason.
 * - `not_required` citizen of Kazakhstan, or a clerk's recorded reason.
 * - `cancelled` withdrawn before it was ever sent. What was accepted is withdrawn by a notice of its own, the cancellation.
 */
export const NOTIFICATION_STATES = [
  'citizenship_unknown',
  'incomplete',
  'ready',
  'leased',
  'handover',
  'sending',
  'unknown',
  'deferred',
  'duplicate',
  'rejected',
  'accepted',
  'filed_elsewhere',
  'not_required',
  'cancelled',
] as const
export type NotificationState = (typeof NOTIFICATION_STATES)[number]

/** What the data alone say about a guest, before any channel is involved. */
export type Assessment = 'citizenship_unknown' | 'incomplete' | 'ready' | 'not_required'

export type NotificationEvent =
  /** The guest's data changed (or the notice is opened again); this is what they now amount to. */
  | { readonly type: 'assessed'; readonly assessment: Assessment }
  | { readonly type: 'lease_taken' }
  | { readonly type: 'lease_ended' }
  | { readonly type: 'handed_over' }
  | { readonly type: 'send_started' }
  /** The process died while `sending`. */
  | { readonly type: 'woken' }
  | { readonly type: 'not_sent' }
  | { readonly type: 'outcome_unknown' }
  | { readonly type: 'deferred' }
  | { readonly type: 'rejected' }
  /** A person brings it back from the counter, which did not take it for what it says. */
  | { readonly type: 'refused_at_counter' }
  | { readonly type: 'duplicate_reported' }
  | { readonly type: 'needs_human' }
  /**
   * It may be with the service after all – sent before without an answer, long since said to be absent, or the register is a backup brought
   * back –: it is asked about before it is sent again, or is not wanted any more and is asked about until its fate is certain.
   */
  | { readonly type: 'doubted' }
  /** A person takes it off the list of the colleague who signs. */
  | { readonly type: 'taken_back' }
  /** A person has looked: what the service has already is not ours. */
  | { readonly type: 'duplicate_disowned' }
  /** The service was asked and has no notice under our id. */
  | { readonly type: 'found_absent' }
  /** Accepted by the channel, or filed by a person; the proof is stored in the same transaction. */
  | { readonly type: 'accepted' }
  | { readonly type: 'set_not_required' }
  | { readonly type: 'set_filed_elsewhere' }
  | { readonly type: 'cancelled' }

export interface ImpossibleMove {
  readonly code: 'impossible_move'
  readonly state: NotificationState
  readonly event: NotificationEvent['type']
}

/** States in which nothing has left this desk and no colleague is busy with the notice. */
const AT_REST: readonly NotificationState[] = ['citizenship_unknown', 'incomplete', 'ready', 'handover', 'rejected']
const SET_ASIDE: readonly NotificationState[] = ['not_required', 'filed_elsewhere', 'cancelled']

const ALLOWED_FROM: Readonly<Record<NotificationEvent['type'], readonly NotificationState[]>> = {
  assessed: [...AT_REST, ...SET_ASIDE],
  lease_taken: ['ready', 'handover'],
  lease_ended: ['leased'],
  handed_over: ['ready', 'leased'],
  taken_back: ['handover'],
  send_started: ['ready'],
  woken: ['sending'],
  not_sent: ['sending'],
  outcome_unknown: ['sending', 'deferred'],
  deferred: ['sending', 'deferred', 'unknown'],
  rejected: ['sending', 'deferred', 'unknown'],
  refused_at_counter: ['handover'],
  duplicate_reported: ['sending', 'unknown', 'deferred'],
  needs_human: ['sending'],
  doubted: ['citizenship_unknown', 'incomplete', 'ready', 'handover'],
  duplicate_disowned: ['duplicate'],
  found_absent: ['unknown', 'duplicate', 'deferred'],
  accepted: ['sending', 'deferred', 'unknown', 'duplicate', 'leased', 'handover'],
  set_not_required: AT_REST,
  set_filed_elsewhere: [...AT_REST, 'unknown', 'duplicate'],
  cancelled: AT_REST,
}

/** The only place a notice changes state. Pure and total: an impossible move is a value, not an exception. */
export function transition(state: NotificationState, event: NotificationEvent): Result<NotificationState, ImpossibleMove> {
  if (!ALLOWED_FROM[event.type].includes(state)) return failed({ code: 'impossible_move', state, event: event.type })
  return ok(target(event))
}

function target(event: NotificationEvent): NotificationState {
  switch (event.type) {
    case 'assessed':
      return event.assessment
    case 'lease_taken':
      return 'leased'
    case 'lease_ended':
    case 'taken_back':
    case 'not_sent':
    case 'found_absent':
      return 'ready'
    case 'handed_over':
    case 'needs_human':
    case 'duplicate_disowned':
      return 'handover'
    case 'send_started':
      return 'sending'
    case 'woken':
    case 'outcome_unknown':
    case 'doubted':
      return 'unknown'
    case 'deferred':
      return 'deferred'
    case 'rejected':
    case 'refused_at_counter':
      return 'rejected'
    case 'duplicate_reported':
      return 'duplicate'
    case 'accepted':
      return 'accepted'
    case 'set_not_required':
      return 'not_required'
    case 'set_filed_elsewhere':
      return 'filed_elsewhere'
    case 'cancelled':
      return 'cancelled'
    default:
      return assertNever(event)
  }
}

/** A person may still change, withdraw or set these aside. */
export function isAtRest(state: NotificationState): boolean {
  return AT_REST.includes(state)
}

/** Nothing more is owed for these. */
export function isSettled(state: NotificationState): boolean {
  return state === 'accepted' || SET_ASIDE.includes(state)
}
