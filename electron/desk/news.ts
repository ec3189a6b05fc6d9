import type { NotificationRecord } from '#electron/store/rows/notifications.ts'
import { isCancelled, type Plan, type Wish } from '#shared/domain/follow-up.ts'
import { assess } from '#shared/domain/guest.ts'
import { isAboutPresence, NEWS_KINDS, type NewsKind, type WayToTell } from '#shared/domain/news.ts'
import { isAtRest } from '#shared/domain/notification.ts'
import type { Caller } from './caller.ts'
import { deskError } from './desk-error.ts'
import { presenceOf, tellWaitingNews } from './follow-ups.ts'
import type { Register } from './register.ts'
import { NOBODY_IS_TOLD } from './told.ts'

export interface News {
  readonly kind: NewsKind
  /** A person's own words, for `never_came` and `not_required`; of the latter also the law's own. */
  readonly reason?: string
}

/**
 * Something has become known about a guest, and the register holds it already: what follows is made at once where it can be, and when the
 * answer about what is on its way is here where not. Nothing is refused for being on its way, and nothing is forgotten. Belongs inside the
 * transaction that wrote it, and after the first notice was saved if the act changed it. What a colleague is filing is left to him until he
 * is done.
 */
export function tellNews(register: Register, caller: Caller, first: NotificationRecord, news: News): WayToTell {
  const { rows } = register
  writeDown(register, caller, first, news)
  const plan = tellWaitingNews(register, first.guestId, { caller })
  return plan === undefined ? 'nothing' : wayOf(first, plan, rows.waitingNews.ofGuest(first.guestId).length > 0)
}

/** `never_came`: withdrawn, or to be withdrawn when an answer is here. `not_required`: no notice is owed, once an answer is here. */
export function saidOf({ rows }: Register, { guestId }: NotificationRecord): Wish['presence'] {
  return presenceOf({ chain: rows.notifications.chainOf(guestId), news: rows.waitingNews.ofGuest(guestId) })
}

/** Why no notice is owed once an answer is here; `null` = one is owed, or nothing waits. */
export function waitingReason({ rows }: Register, { guestId }: NotificationRecord): string | null {
  return rows.waitingNews.ofGuest(guestId).findLast(({ kind }) => kind === 'not_required')?.reason ?? null
}

/** Something of it is with the service, or may still turn up there. */
export function mayHaveLeft({ rows }: Register, { id, state }: NotificationRecord): boolean {
  if (isAtRest(state)) return state !== 'rejected' && rows.attempts.firstThatMayTurnUp(id) !== null
  return state !== 'leased' && !NOBODY_IS_TOLD.includes(state)
}

/** Of a guest who never came there is nothing else to say. Throws `NOT_NOW`. */
export function requireNotWithdrawn(register: Register, first: NotificationRecord, action: string): void {
  if (saidOf(register, first) === 'never_came') throw deskError('NOT_NOW', { state: first.state, action })
}

/** Who never came and came after all, or the other way round, before anything was done about it, leaves nothing to do. */
function writeDown(register: Register, { actor }: Caller, { guestId, stayId }: NotificationRecord, news: News): void {
  const { waitingNews, notifications, guests } = register.rows
  let { kind } = news
  if (isAboutPresence(kind)) {
    for (const other of NEWS_KINDS.filter(isAboutPresence)) waitingNews.remove(guestId, other)
    const isNothingNew = isCancelled(notifications.chainOf(guestId)) === (kind === 'never_came')
    if (kind !== 'not_required' && isNothingNew) {
      if (kind === 'never_came' || isComplete(register, stayId, guestId)) return
      // Something was left out before nobody wanted the notice any more: what is on its way says more than is known.
      kind = 'corrected'
    }
  }
  // The latest day counts, or none.
  if (kind === 'departed' || guests.find(guestId)?.departedOn === null) waitingNews.remove(guestId, 'departed')
  const [knownOn, at] = [register.today(), register.now()]
  waitingNews.insert({ guestId, kind, knownOn, at, actor, reason: news.reason ?? null })
}

function isComplete({ rows }: Register, stayId: string, guestId: string): boolean {
  const guest = rows.guests.find(guestId)
  return guest !== undefined && assess(guest.facts, rows.stays.find(stayId)?.departureDate ?? null) === 'ready'
}

function wayOf({ id }: NotificationRecord, plan: Plan, isWaiting: boolean): WayToTell {
  const { revise, withdraw, setAside, ask, add, fileAnew } = plan
  const touched = [...revise, ...withdraw, ...setAside, ...ask]
  if (fileAnew || add.length > 0 || touched.some((other) => other !== id)) return 'follow_up'
  if (isWaiting) return 'after_answer'
  return touched.length > 0 ? 'next_revision' : 'nothing'
}
