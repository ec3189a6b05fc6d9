import { assertNever } from './assert-never.ts'
import type { ChannelCapabilities } from './channel.ts'
import type { Difference } from './notice-payload.ts'
import { isAtRest, type NoticeKind, type NotificationState } from './notification.ts'

export type FollowUpKind = Exclude<NoticeKind, 'arrival'>

/** One of the notices about one guest, as far as their order goes. */
export interface Link {
  readonly id: string
  readonly kind: NoticeKind
  /** 1 = the arrival. */
  readonly sequence: number
  readonly state: NotificationState
  /** At rest or withdrawn now, and something of it was sent whose fate nobody knows for certain: it may still turn up at the service. */
  readonly isDoubtful: boolean
  /** What may turn up is the content it has now and no earlier one, so that the service can be asked about it. */
  readonly canBeAsked: boolean
}

/** What the register knows about a guest, against what the service was told or is being told. */
export interface Wish {
  /**
   * `never_came`: whatever was said about this guest is to be withdrawn. `not_required`: no notice is owed, so the arrival is not to be sent;
   * what the service was told already stays true.
   */
  readonly presence: 'here' | 'never_came' | 'not_required'
  readonly difference: Difference
}

export interface Plan {
  /** Not sent, or certainly to be overwritten: to be written anew with what is known now. */
  readonly revise: readonly string[]
  /** Nothing of it will be heard of any more. */
  readonly withdraw: readonly string[]
  /** The same, and the guest is here: no notice is owed. */
  readonly setAside: readonly string[]
  /** May have arrived and is wanted no longer: not to be sent again, but asked about until its fate is certain. */
  readonly ask: readonly string[]
  /** New ones, in the order they will go. */
  readonly add: readonly FollowUpKind[]
  /** The cancellation took effect and the guest is here: a new arrival, the first of notices of its own. */
  readonly fileAnew: boolean
  /** An answer still to come may change all this: to be planned again when it is here. */
  readonly awaitsAnswer: boolean
}

/** How sure it is whether the service has one of the notices. */
type Fate =
  /** Certainly not. */
  | 'unsent'
  /** Not as far as it says, but it may still turn up. */
  | 'doubtful'
  /** With the service, or with a person who files it right now. */
  | 'open'
  /** Certainly. */
  | 'told'
  /** Certainly not, and never will be. */
  | 'dropped'

const NOTHING: Plan = {
  revise: [],
  withdraw: [],
  setAside: [],
  ask: [],
  add: [],
  fileAnew: false,
  awaitsAnswer: false,
}

/**
 * The notices that bring the service from what it was told to what the register knows, whatever is on its way. Pure and total: to be asked
 * again after every news and every answer. Four rules make it safe:
 *
 * - What is open is never touched; while it is the arrival or a cancellation, everything else waits for its answer.
 * - What certainly did not arrive is written anew or withdrawn; one unsent notice per kind.
 * - What may still turn up is overwritten by something later, never withdrawn without it. An arrival or a cancellation that nobody wants any
 *   more has nothing behind it: it is not sent again, but asked about until its fate is certain. (Where an earlier content may turn up,
 *   which the service cannot be asked about by the later one's id, it runs to its end first: the arrival is cancelled then, and after the
 *   cancellation the guest gets an arrival of his own.)
 * - A cancellation is the last notice about a guest. Who is here although it took effect gets an arrival of his own.
 */
export function planNotices(chain: readonly Link[], wish: Wish, channel: ChannelCapabilities): Plan {
  const [arrival, ...followUps] = chain
  if (arrival === undefined) return NOTHING
  const plan =
    wish.presence === 'never_came' ? withdrawal(arrival, followUps, channel) : presence(arrival, followUps, wish, channel)
  return { ...plan, awaitsAnswer: plan.awaitsAnswer || chain.some((link) => fateOf(link) === 'open') }
}

/** The guest never came: withdrawn before the arrival was sent, or by a cancellation that was sent or will be. */
export function isCancelled(chain: readonly Pick<Link, 'kind' | 'state'>[]): boolean {
  return chain.some(({ kind, state }) =>
    kind === 'arrival' ? state === 'cancelled' : kind === 'cancellation' && !isDropped(state),
  )
}

/** A follow-up was withdrawn, or is to be, that may still turn up, and nothing the service was told after it says otherwise. */
export function leavesDoubt(chain: readonly Link[]): boolean {
  const doubtful = chain.findLast((link) => link.sequence > 1 && mayChangeWhatIsKnown(link))
  return doubtful !== undefined && (chain.findLast(isToldOrOpen)?.sequence ?? 0) < doubtful.sequence
}

function mayChangeWhatIsKnown(link: Link): boolean {
  return link.isDoubtful && link.kind !== 'cancellation' && !isToldOrOpen(link)
}

/** What the service has, or may have by now. */
export function isToldOrOpen(link: Link): boolean {
  const fate = fateOf(link)
  return fate === 'told' || fate === 'open'
}

function fateOf({ state, isDoubtful }: Link): Fate {
  if (isDropped(state)) return 'dropped'
  if (state === 'accepted' || state === 'filed_elsewhere') return 'told'
  if (!isAtRest(state)) return 'open'
  return isDoubtful ? 'doubtful' : 'unsent'
}

/** A follow-up that a person, or a later change, has withdrawn before it was sent. */
function isDropped(state: NotificationState): boolean {
  return state === 'cancelled' || state === 'not_required'
}

function withdrawal(arrival: Link, followUps: readonly Link[], channel: ChannelCapabilities): Plan {
  // What a person called filed elsewhere is not this desk's to withdraw.
  if (arrival.state === 'filed_elsewhere') return NOTHING
  if (fateOf(arrival) !== 'told') return unwanted(arrival, { ...NOTHING, withdraw: [arrival.id] }, channel)
  const cancellation = followUps.find((link) => link.kind === 'cancellation' && fateOf(link) !== 'dropped')
  return {
    ...NOTHING,
    withdraw: followUps.filter((link) => isUnsettled(link) && link !== cancellation).map(({ id }) => id),
    add: cancellation === undefined ? ['cancellation'] : [],
  }
}

/** Of an arrival that nobody wants to be sent: `end` as soon as it is certain that nothing of it turns up. */
function unwanted(arrival: Link, end: Plan, channel: ChannelCapabilities): Plan {
  switch (fateOf(arrival)) {
    case 'dropped':
    case 'open':
    case 'told':
      return NOTHING
    case 'unsent':
      return end
    case 'doubtful':
      return asking(arrival, channel) ?? end
  }
}

/** The service is asked about it until its fate is certain; `null` = it cannot be. */
function asking({ id, state, canBeAsked }: Link, channel: ChannelCapabilities): Plan | null {
  // Where the service cannot be asked a person has looked there.
  if (channel.reconcile === 'none') return null
  if (canBeAsked && isAtRest(state) && state !== 'rejected') return { ...NOTHING, ask: [id], awaitsAnswer: true }
  // What goes by itself runs to its end first; what cannot, ends here.
  return state === 'ready' ? { ...NOTHING, awaitsAnswer: true } : null
}

function presence(arrival: Link, followUps: readonly Link[], wish: Wish, channel: ChannelCapabilities): Plan {
  switch (fateOf(arrival)) {
    case 'dropped':
    case 'open':
      return NOTHING
    case 'unsent':
    case 'doubtful':
      if (wish.presence === 'not_required') return unwanted(arrival, { ...NOTHING, setAside: [arrival.id] }, channel)
      return isSameAsBefore(wish.difference) ? NOTHING : { ...NOTHING, revise: [arrival.id] }
    case 'told':
      return arrival.state === 'filed_elsewhere' ? NOTHING : afterAcceptance(followUps, wish, channel)
  }
}

function afterAcceptance(followUps: readonly Link[], wish: Wish, channel: ChannelCapabilities): Plan {
  const cancellation = followUps.find((link) => link.kind === 'cancellation' && fateOf(link) !== 'dropped')
  if (cancellation === undefined) return update(followUps, wish, channel)
  switch (fateOf(cancellation)) {
    case 'told':
      return { ...NOTHING, fileAnew: true }
    case 'doubtful':
      return asking(cancellation, channel) ?? withdrawnAnd(update(followUps, wish, channel), cancellation)
    case 'unsent':
      return withdrawnAnd(update(followUps, wish, channel), cancellation)
    case 'open':
    case 'dropped':
      return NOTHING
  }
}

function withdrawnAnd(plan: Plan, { id }: Link): Plan {
  return { ...plan, withdraw: [id, ...plan.withdraw] }
}

function update(followUps: readonly Link[], { presence: said, difference }: Wish, channel: ChannelCapabilities): Plan {
  const atRest = followUps.filter((link) => isUnsettled(link) && link.kind !== 'cancellation')
  const made = wantedKinds(difference).filter((kind) => wayOf(kind, channel) !== 'not_made')
  const kept = made.flatMap((kind) => atRest.find((link) => link.kind === kind) ?? [])
  const add = made.filter((kind) => !kept.some((link) => link.kind === kind))
  const doubtful = followUps.findLast(mayChangeWhatIsKnown)
  const last = followUps.findLast((link) => kept.includes(link) || isToldOrOpen(link))?.sequence ?? 0
  // Nobody is told anything more of whom no notice is owed, so nothing can follow that would overwrite it.
  if (said === 'not_required' && doubtful !== undefined && last < doubtful.sequence) {
    const plan = asking(doubtful, channel)
    if (plan !== null && add.length === 0) return plan
  }
  if (doubtful !== undefined && add.length === 0 && last < doubtful.sequence) {
    const isStillTrue = isUnsettled(doubtful) && (doubtful.kind !== 'departure' || difference.departure !== 'none')
    if (isStillTrue) kept.push(doubtful)
    else add.push('correction')
  }
  return {
    ...NOTHING,
    revise: kept.map(({ id }) => id),
    withdraw: atRest.filter((link) => !kept.includes(link)).map(({ id }) => id),
    add,
  }
}

function wantedKinds({ departureDate, anythingElse, departure }: Difference): readonly FollowUpKind[] {
  // Whoever was reported as gone and is here is put right by one notice that says all.
  if (departure === 'to_take_back') return ['correction']
  // Once a guest has left, the day that was planned says nothing any more.
  const isStaying = departure === 'none'
  return [
    ...(anythingElse || (isStaying && departureDate === 'earlier') ? (['correction'] as const) : []),
    ...(isStaying && departureDate === 'later' ? (['extension'] as const) : []),
    ...(departure === 'to_tell' ? (['departure'] as const) : []),
  ]
}

function isSameAsBefore({ departureDate, anythingElse }: Difference): boolean {
  return departureDate === 'same' && !anythingElse
}

function isUnsettled(link: Link): boolean {
  const fate = fateOf(link)
  return fate === 'unsent' || fate === 'doubtful'
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
