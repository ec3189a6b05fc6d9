import type { NotificationRecord } from '#electron/store/rows/notifications.ts'
import { isCancelled, type Plan } from '#shared/domain/follow-up.ts'
import type { NewsKind, WayToTell } from '#shared/domain/news.ts'
import type { Caller } from './caller.ts'
import { deskError } from './desk-error.ts'
import { presenceOf, tellWaitingNews } from './follow-ups.ts'
import type { Register } from './register.ts'

export interface News {
  readonly kind: NewsKind
  /** A person's own words, for `never_came`. */
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

/** The guest never came, as far as the register knows: withdrawn, or to be withdrawn when an answer is here. */
export function isWithdrawn({ rows }: Register, { guestId }: NotificationRecord): boolean {
  const [chain, news] = [rows.notifications.chainOf(guestId), rows.waitingNews.ofGuest(guestId)]
  return presenceOf({ chain, news }) === 'never_came'
}

/** Of a guest who never came there is nothing else to say. Throws `NOT_NOW`. */
export function requireNotWithdrawn(register: Register, first: NotificationRecord, action: string): void {
  if (isWithdrawn(register, first)) throw deskError('NOT_NOW', { state: first.state, action })
}

/** Who never came and came after all, or the other way round, before anything was done about it, leaves nothing to do. */
function writeDown(register: Register, { actor }: Caller, { guestId }: NotificationRecord, { kind, reason }: News): void {
  const { waitingNews, notifications, guests } = register.rows
  if (kind === 'never_came' || kind === 'came_after_all') {
    waitingNews.remove(guestId, kind === 'never_came' ? 'came_after_all' : 'never_came')
    if (isCancelled(notifications.chainOf(guestId)) === (kind === 'never_came')) return
  }
  // The latest day counts, or none.
  if (kind === 'departed' || guests.find(guestId)?.departedOn === null) waitingNews.remove(guestId, 'departed')
  const [knownOn, at] = [register.today(), register.now()]
  waitingNews.insert({ guestId, kind, knownOn, at, actor, reason: reason ?? null })
}

function wayOf({ id }: NotificationRecord, { revise, withdraw, ask, add, fileAnew }: Plan, isWaiting: boolean): WayToTell {
  const touched = [...revise, ...withdraw, ...ask]
  if (fileAnew || add.length > 0 || touched.some((other) => other !== id)) return 'follow_up'
  if (isWaiting) return 'after_answer'
  return touched.length > 0 ? 'next_revision' : 'nothing'
}
