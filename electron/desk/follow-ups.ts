import type { NotificationRecord } from '#electron/store/rows/notifications.ts'
import type { Stay } from '#electron/store/rows/stays.ts'
import type { WaitingNews } from '#electron/store/rows/waiting-news.ts'
import { type FollowUpKind, isCancelled, type Link, type Plan, planNotices, type Wish } from '#shared/domain/follow-up.ts'
import { assess, type GuestFacts, missingFields } from '#shared/domain/guest.ts'
import { isAboutPresence, type NewsKind } from '#shared/domain/news.ts'
import type { Caller } from './caller.ts'
import { deskError } from './desk-error.ts'
import { endLease, keptInPlace, saveWithAudit } from './filing/lease.ts'
import { dueOf } from './law/due-dates.ts'
import { isMine } from './notice-view.ts'
import { insertNotice, lawsOwnReason, move, NOT_SENT_YET, NOTHING_TO_DO, openNotice, reassessed } from './notices.ts'
import type { Register } from './register.ts'
import { differenceTold, NOBODY_IS_TOLD } from './told.ts'

/** A guest of a stay as the register knows him now, and every notice about him. */
interface Known {
  readonly stay: Stay
  readonly facts: GuestFacts
  readonly departedOn: Stay['departureDate']
  readonly chain: readonly NotificationRecord[]
  /** What waits to be told, oldest first. */
  readonly news: readonly WaitingNews[]
}

/** In whose hands leases may be opened, and what else is known about what may still turn up. */
interface Circumstances {
  /** Who acts now; left out = nobody, an answer has come. */
  readonly caller?: Caller
  /** The service was asked long enough after the last sending: this one will not turn up. */
  readonly certainlyAbsent?: string
}

/** The first notice about the guest that a notice is about. Throws `NOT_FOUND`. */
export function firstOf(register: Register, record: NotificationRecord): NotificationRecord {
  if (record.sequence === 1) return record
  const first = register.rows.notifications.ofGuest(record.guestId)
  if (first === undefined) throw deskError('NOT_FOUND', { what: 'notice' })
  return first
}

/**
 * Makes, rewrites and withdraws notices about a guest of whom something waits to be told, as far as what is on its way lets it (see
 * `planNotices`); the rest waits for the next answer. Belongs inside the transaction that wrote the news, or the answer. What is made is
 * made in the name of the person whose news it is. `undefined` = nothing waited.
 */
export function tellWaitingNews(register: Register, guestId: string, circumstances: Circumstances = {}): Plan | undefined {
  const news = register.rows.waitingNews.ofGuest(guestId)
  const [oldest] = news
  if (oldest === undefined) return undefined
  const known = knownAbout(register, guestId, news)
  const asSeen = known.chain.map((record) => withoutOwnLease(record, circumstances))
  const plan = planNotices(
    asSeen.map((record) => linkOf(register, record, circumstances)),
    { presence: presenceOf(known), difference: differenceTold(register, { ...known, chain: asSeen }) },
    register.channel,
  )
  carryOut(register, known, plan, circumstances)
  forgetTold(register, known, plan)
  return plan
}

function knownAbout({ rows }: Register, guestId: string, news: readonly WaitingNews[]): Known {
  const guest = rows.guests.find(guestId)
  const stay = guest === undefined ? undefined : rows.stays.find(guest.stayId)
  if (stay === undefined || guest === undefined) throw deskError('NOT_FOUND', { what: 'guest' })
  return { stay, facts: guest.facts, departedOn: guest.departedOn, chain: rows.notifications.chainOf(guestId), news }
}

/** Who enters news about a guest he is filing himself is not in his own way. */
function withoutOwnLease(record: NotificationRecord, { caller }: Circumstances): NotificationRecord {
  const isOwnLease = caller !== undefined && record.lease !== null && isMine(record.lease, caller)
  return isOwnLease ? endLease(record) : record
}

/** All notices about a guest, as far as their order goes. */
export function linksOf(register: Register, guestId: string): readonly Link[] {
  return register.rows.notifications.chainOf(guestId).map((record) => linkOf(register, record, {}))
}

function linkOf({ rows }: Register, record: NotificationRecord, { certainlyAbsent }: Circumstances): Link {
  const { id, kind, sequence, state, revision } = record
  const first = id === certainlyAbsent || state === 'rejected' ? null : rows.attempts.firstThatMayTurnUp(id)
  return { id, kind, sequence, state, isDoubtful: first !== null, canBeAsked: first === revision }
}

/** Whether a guest is here, never came, or is here and owed no notice, as was said last. */
export function presenceOf({ chain, news }: Pick<Known, 'chain' | 'news'>): Wish['presence'] {
  const last = news.map(({ kind }) => kind).findLast(isAboutPresence)
  if (last !== undefined) return last === 'came_after_all' ? 'here' : last
  return isCancelled(chain) ? 'never_came' : 'here'
}

function carryOut(register: Register, known: Known, plan: Plan, { caller }: Circumstances): void {
  for (const record of known.chain) {
    if (plan.withdraw.includes(record.id)) withdraw(register, known, record)
    if (plan.setAside.includes(record.id)) setAside(register, known, record)
    if (plan.revise.includes(record.id)) rewrite(register, known, plan, record)
    if (plan.ask.includes(record.id)) ask(register, known, record, caller)
  }
  let sequence = known.chain.length
  for (const kind of plan.add) make(register, known, plan, { kind, sequence: ++sequence })
  if (plan.fileAnew) fileAnew(register, known)
}

/** What is told by now is news no longer. A departure waits until the arrival was accepted. */
function forgetTold({ rows, channel }: Register, { chain, news, departedOn }: Known, plan: Plan): void {
  if (plan.awaitsAnswer) return
  const [first] = chain
  const guestId = news[0]?.guestId ?? ''
  const arrival = first === undefined ? undefined : rows.notifications.find(first.id)
  const isOwed = arrival !== undefined && !NOBODY_IS_TOLD.includes(arrival.state) && arrival.state !== 'accepted'
  const departure = news.findLast(({ kind }) => kind === 'departed')
  rows.waitingNews.removeAll(guestId)
  if (isOwed && departedOn !== null && departure !== undefined && channel.departureNoticeWithinDays !== null)
    rows.waitingNews.insert(departure)
}

/** The news that a notice of this kind tells; the oldest of any where it tells several. */
function newsFor({ news }: Known, kind: NotificationRecord['kind']): WaitingNews {
  const telling: Readonly<Record<NotificationRecord['kind'], NewsKind>> = {
    arrival: 'corrected',
    correction: 'corrected',
    extension: 'extended',
    departure: 'departed',
    cancellation: 'never_came',
  }
  const found = news.find((one) => one.kind === telling[kind]) ?? news[0]
  if (found === undefined) throw new Error('Nothing follows without news')
  return found
}

function withdraw(register: Register, known: Known, record: NotificationRecord): void {
  const isArrival = record.kind === 'arrival'
  const { actor, reason, at } = newsFor(known, isArrival || known.news.some(isNeverCame) ? 'cancellation' : 'correction')
  const next: NotificationRecord = {
    ...move(endLease(record), { type: 'cancelled' }, 'cancel'),
    ...NOTHING_TO_DO,
    ...(isArrival ? { reason } : {}),
  }
  const action = isArrival ? 'notice.cancelled' : 'notice.withdrawn'
  saveWithAudit(register, actor, next, action, { kind: record.kind, ...(isArrival ? { reason } : {}), enteredAt: at })
}

/** As `set-aside.ts` does it where nothing of it may turn up. */
function setAside(register: Register, { news }: Known, record: NotificationRecord): void {
  const decided = news.findLast(({ kind }) => kind === 'not_required')
  if (decided === undefined) throw new Error('Nobody decided that no notice is owed')
  const { actor, reason, at } = decided
  const next = { ...move(endLease(record), { type: 'set_not_required' }, 'set_not_required'), ...NOTHING_TO_DO, reason }
  saveWithAudit(register, actor, next, 'notice.set_not_required', { reason, enteredAt: at })
}

function isNeverCame({ kind }: WaitingNews): boolean {
  return kind === 'never_came'
}

function rewrite(register: Register, known: Known, plan: Plan, record: NotificationRecord): void {
  const { actor, at } = newsFor(known, record.kind)
  const dueFrom = record.kind === 'departure' && known.departedOn !== null ? known.departedOn : record.dueFrom
  const stay = stayToTell(known, plan, record.sequence)
  const assessed = reassessed(register, { ...endLease(record), dueFrom }, stay, known.facts)
  const next = keptInPlace(register, record, assessed)
  saveWithAudit(register, actor, next, 'notice.corrected', { revision: next.revision, enteredAt: at })
}

function ask(register: Register, known: Known, record: NotificationRecord, caller: Caller | undefined): void {
  const { actor } = newsFor(known, 'correction')
  const next = { ...move(endLease(record), { type: 'doubted' }, 'undo'), cause: null, nextAttemptAt: null }
  saveWithAudit(register, caller?.actor ?? actor, next, 'notice.doubted', { cause: null })
}

function make(
  register: Register,
  known: Known,
  plan: Plan,
  place: { readonly kind: FollowUpKind; readonly sequence: number },
): void {
  const { kind, sequence } = place
  const { facts, departedOn, chain } = known
  const [first] = chain
  if (first === undefined) throw new Error('A notice follows an arrival')
  const { actor, at, knownOn, reason } = newsFor(known, kind)
  const stay = stayToTell(known, plan, sequence)
  const dueFrom = kind === 'departure' && departedOn !== null ? departedOn : knownOn
  const assessment = assess(facts, stay.departureDate)
  const due = dueOf(register, { kind, dueFrom }, facts.citizenship)
  const record = insertNotice(register, stay, facts, {
    id: register.ports.newId(),
    stayId: stay.id,
    guestId: first.guestId,
    afterGuestId: null,
    ...place,
    state: assessment,
    cause: null,
    refusal: null,
    missing: missingFields(facts, stay.departureDate),
    reason: (kind === 'cancellation' ? reason : null) ?? lawsOwnReason(assessment, false),
    arrivalDate: first.arrivalDate,
    dueFrom,
    due,
    revision: 0,
    ...NOT_SENT_YET,
    version: 1,
  })
  saveWithAudit(register, actor, keptInPlace(register, record, record), 'notice.followed', {
    ...place,
    revision: record.revision,
    reason: record.reason,
    enteredAt: at,
    strictDue: due?.strictDue ?? null,
    actBy: due?.actBy ?? null,
    calendar: due?.calendarVersion ?? null,
    rule: due?.rule ?? null,
  })
}

/** The cancellation took effect and the guest is here: registered anew, on the clock of the arrival, which never restarts. */
function fileAnew(register: Register, { stay, facts, chain, news }: Known): void {
  const [first] = chain
  const back = news.findLast(({ kind }) => kind === 'came_after_all') ?? news[0]
  if (first === undefined || back === undefined) throw new Error('Nobody is filed anew without news')
  const again = openNotice(register, back.actor, stay, facts)
  saveWithAudit(register, back.actor, first, 'notice.filed_anew', { notice: again.id, enteredAt: back.at })
}

/** As a notice says it: behind one that says that the guest has left, that day stands. */
function stayToTell({ stay, departedOn, chain }: Known, { withdraw: withdrawn }: Plan, sequence: number): Stay {
  const isReportedBefore = chain.some(
    (record) =>
      record.kind === 'departure' &&
      record.sequence < sequence &&
      !NOBODY_IS_TOLD.includes(record.state) &&
      !withdrawn.includes(record.id),
  )
  return departedOn !== null && isReportedBefore ? { ...stay, departureDate: departedOn } : stay
}
