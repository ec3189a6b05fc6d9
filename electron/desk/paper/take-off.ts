import type { NotificationRecord } from '#electron/store/rows/notifications.ts'
import type { PaperEntry, PaperListRecord } from '#electron/store/rows/paper-lists.ts'
import type { PaperList } from '#shared/contract/paper-schemas.ts'
import { type Caller, THE_DESK } from '../caller.ts'
import { deskError } from '../desk-error.ts'
import { saveWithAudit } from '../filing/lease.ts'
import { tellWaitingNews } from '../follow-ups.ts'
import { move } from '../notices.ts'
import type { Register } from '../register.ts'
import { paperListView } from './list-view.ts'
import { numberOf, settleEntry } from './on-paper.ts'

export interface TakingOff {
  readonly listId: string
  readonly noticeId: string
  /** A person's own words; `null` = none were asked for. */
  readonly reason: string | null
}

/**
 * Takes one notice off a list that was not handed in yet: it stands again where it was before. Throws `NOT_FOUND`, and `NOT_NOW` when it
 * does not wait on this list any more.
 */
export function takeOff(register: Register, caller: Caller, { listId, noticeId, reason }: TakingOff): PaperList {
  register.write(() => {
    const { list, entry, record } = waitingOn(register, listId, noticeId, 'takeOff')
    giveBack(register, caller, list, entry, record, { outcome: 'taken_off', reason })
  })
  register.changed(['status', 'board', 'queue', 'guest', 'filing'], noticeId)
  return paperListView(register, caller, listId)
}

interface Back {
  readonly outcome: 'taken_off' | 'not_handed_in'
  readonly reason: string | null
}

/** The notice where it was taken from: it goes by itself again, or waits for a person. Inside a transaction. */
export function giveBack(
  register: Register,
  caller: Caller,
  list: PaperListRecord,
  entry: PaperEntry,
  record: NotificationRecord,
  { outcome, reason }: Back,
): void {
  settleEntry(register, caller.actor, entry, { outcome, stayId: record.stayId, reason })
  register.store.audit.append({
    actor: caller.actor,
    action: outcome === 'taken_off' ? 'notice.taken_off_list' : 'notice.not_handed_in',
    subject: record.id,
    stayId: record.stayId,
    details: { list: numberOf(list), listId: list.id, reason },
  })
  if (entry.takenFrom === 'ready')
    saveWithAudit(register, THE_DESK, move(record, { type: 'taken_back' }, 'takeOff'), 'notice.taken_back', {})
  tellWaitingNews(register, record.guestId, { caller })
}

/** Throws `NOT_FOUND` without such a list, `NOT_NOW` when the notice does not wait on it. */
export function waitingOn(
  { rows }: Register,
  listId: string,
  noticeId: string,
  action: string,
): { readonly list: PaperListRecord; readonly entry: PaperEntry; readonly record: NotificationRecord } {
  const list = rows.paperLists.find(listId)
  if (list === undefined) throw deskError('NOT_FOUND', { what: 'paper_list' })
  const entry = rows.paperLists.waitingEntry(noticeId)
  const record = rows.notifications.find(noticeId)
  if (record === undefined) throw deskError('NOT_FOUND', { what: 'notice' })
  if (entry?.listId !== listId) throw deskError('NOT_NOW', { state: record.state, action })
  return { list, entry, record }
}
