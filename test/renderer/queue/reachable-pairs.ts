import { causeOf } from '#electron/outbox/outcome.ts'
import { CAUSES, type Cause } from '#shared/domain/channel.ts'
import { NOTIFICATION_STATES, type NotificationEvent, type NotificationState, transition } from '#shared/domain/notification.ts'

/** Where a notice stands, and why. */
export interface Pair {
  readonly state: NotificationState
  readonly cause: Cause | null
}

/** What the wire and the sign-in can do before anything of a notice has left, and what a refusal unread by the service says. */
export const NOT_LEFT: readonly Cause[] = [
  'offline',
  'dns',
  'refused',
  'tls',
  'proxy',
  'timeout',
  'connection_cut',
  'server_error',
  'unreadable_answer',
  'rate_limited',
  'sign_in_refused',
  'content_refused',
]
/** What can go wrong once bytes have left. A name is resolved and a connection opened before that. */
export const UNANSWERED: readonly Cause[] = [
  'offline',
  'tls',
  'timeout',
  'connection_cut',
  'server_error',
  'unreadable_answer',
  'program_error',
]

const retryAfterMs = null
type Causes = readonly (Cause | null)[]

/** The causes that each event may leave behind, by the words the outbox itself finds for a verdict. `before` stays where nothing is said. */
const CAUSES_AFTER: Readonly<Record<NotificationEvent['type'], (before: Cause | null) => Causes>> = {
  assessed: () => [null],
  lease_taken: (before) => [before],
  lease_ended: (before) => [before],
  handed_over: (before) => [before],
  taken_back: (before) => [before],
  send_started: () => [null],
  woken: () => ['process_died'],
  not_sent: () => [
    ...NOT_LEFT.map((cause) => causeOf({ kind: 'notSent', cause, retryAfterMs })),
    causeOf({ kind: 'notSent', cause: 'content_refused', retryAfterMs, isBatchTooLarge: true }),
  ],
  outcome_unknown: () => UNANSWERED.map((cause) => causeOf({ kind: 'unknown', cause, retryAfterMs })),
  deferred: () => [causeOf({ kind: 'deferred', batchReference: '', askAgainAfterMs: 0 })],
  rejected: () => [causeOf({ kind: 'rejected', issues: [] })],
  refused_at_counter: () => ['content_refused'],
  duplicate_reported: () => [causeOf({ kind: 'duplicate', existingReference: null })],
  // What cannot be read any more cannot be sent: a mistake of ours.
  needs_human: () => [causeOf({ kind: 'needsHuman' }), 'program_error'],
  // As it was left when it was sent last; an answer that got old, or a backup brought back.
  doubted: () => [...UNANSWERED, 'process_died', 'restored', null],
  duplicate_disowned: (before) => [before],
  found_absent: () => ['found_absent'],
  accepted: () => [null],
  set_not_required: (before) => [before],
  set_filed_elsewhere: (before) => [before],
  cancelled: (before) => [before],
}

/** A question that a mistake of ours spoiled says so on the notice it was about; and a person lets it be asked again. */
function causesInPlace({ state, cause }: Pair): Causes {
  if (cause === 'program_error' && state === 'unknown') return [null]
  return ['unknown', 'deferred', 'duplicate'].includes(state) ? ['program_error'] : []
}

const EVENTS = [
  ...(['citizenship_unknown', 'incomplete', 'ready', 'not_required'] as const).map((assessment) => ({
    type: 'assessed' as const,
    assessment,
  })),
  ...(Object.keys(CAUSES_AFTER) as NotificationEvent['type'][])
    .filter((type) => type !== 'assessed')
    .map((type) => ({ type }) as Exclude<NotificationEvent, { type: 'assessed' }>),
] satisfies readonly NotificationEvent[]

/** Every pair that a notice can come to from what a check-in makes of it, by the real state machine; in the order of states and causes. */
export function reachablePairs(): readonly Pair[] {
  const found = new Map<string, Pair>()
  const open: Pair[] = (['citizenship_unknown', 'incomplete', 'ready', 'not_required'] as const).map((state) => ({
    state,
    cause: null,
  }))
  for (let pair = open.pop(); pair !== undefined; pair = open.pop()) {
    const { state, cause } = pair
    if (found.has(`${state} ${cause}`)) continue
    found.set(`${state} ${cause}`, pair)
    for (const inPlace of causesInPlace(pair)) open.push({ state, cause: inPlace })
    for (const event of EVENTS) {
      const next = transition(state, event)
      if (next.ok) for (const after of CAUSES_AFTER[event.type](cause)) open.push({ state: next.value, cause: after })
    }
  }
  const place = ({ state, cause }: Pair): number =>
    NOTIFICATION_STATES.indexOf(state) * 100 + (cause === null ? 0 : CAUSES.indexOf(cause) + 1)
  return [...found.values()].sort((a, b) => place(a) - place(b))
}
