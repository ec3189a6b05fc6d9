import type { z } from 'zod'
import type { AuditEntry } from '#electron/store/audit-chain.ts'
import type { NotificationRecord } from '#electron/store/rows/notifications.ts'
import type { handOverEntrySchema } from '#shared/contract/filing-schemas.ts'
import type { Notice } from '#shared/contract/schemas.ts'
import { wayOf } from '#shared/domain/follow-up.ts'
import type { Caller } from '../caller.ts'
import { changeNotice } from '../change-notice.ts'
import { deskError } from '../desk-error.ts'
import { move } from '../notices.ts'
import { requireOffPaper } from '../paper/on-paper.ts'
import type { Register } from '../register.ts'
import { viewsOf } from '../viewpoint.ts'
import { expireLeases, requireNoOtherLease } from './lease.ts'

export type HandOverEntry = z.infer<typeof handOverEntrySchema>

const HANDED_OVER = 'notice.handed_over'
/** What else puts a notice on the list: there the channel, or the service, leaves it to a person. */
const LEFT_TO_A_PERSON = ['notice.needs_human', 'notice.duplicate_disowned']

/** Puts the notice on the list of the colleague who signs. Throws `LEASED`, `NOT_NOW`, `NOT_FOUND`. */
export function handOver(register: Register, caller: Caller, noticeId: string): Notice {
  return changeNotice(register, caller, noticeId, (record) => {
    requireNoOtherLease(record, caller)
    return {
      record: { ...move(record, { type: 'handed_over' }, 'handOver'), lease: null, nextAttemptAt: null },
      action: HANDED_OVER,
      details: {},
    }
  })
}

/**
 * Takes the notice off that list, where a person had put it: it goes by itself again, or waits for whoever files by hand. What a channel
 * has no word for, and what the service was asked about, stays for a person. Throws `ON_PAPER`, `NOT_NOW`, `NOT_FOUND`.
 */
export function takeBack(register: Register, caller: Caller, noticeId: string): Notice {
  return changeNotice(register, caller, noticeId, (record) => {
    requireOffPaper(register, record)
    const next = move(record, { type: 'taken_back' }, 'takeBack')
    if (!isForPersonByChoice(register, record)) throw deskError('NOT_NOW', { state: record.state, action: 'takeBack' })
    return { record: next, action: 'notice.taken_back', details: {} }
  })
}

/** What the colleague who holds the key has to sign or submit, most urgent first; also what somebody is filing from this list now. */
export function getHandOverList(register: Register, caller: Caller): HandOverEntry[] {
  expireLeases(register)
  const lines = register.rows.noticeLines
    .open()
    .filter(({ notification: { state, lease } }) => state === 'handover' || lease?.from === 'handover')
  const notices = viewsOf(register, caller, lines)
  return lines.flatMap(({ notification }, index) => {
    const notice = notices[index]
    if (notice === undefined) return []
    const entry = lastPutThere(register, notification.id)
    return {
      notice,
      handedOver: entry?.action === HANDED_OVER ? { by: entry.actorName, at: entry.at } : null,
      canTakeBack:
        notification.state === 'handover' && notice.paper === undefined && isForPersonByChoice(register, notification),
    }
  })
}

/** By hand everything waits for a person, signed or not; beside a machine only what a person chose to sign may go by itself again. */
function isForPersonByChoice(register: Register, { id, kind }: NotificationRecord): boolean {
  const { channel } = register
  if (channel.submission === 'human') return true
  return wayOf(kind, channel) === 'machine' && lastPutThere(register, id)?.action === HANDED_OVER
}

function lastPutThere(register: Register, noticeId: string): AuditEntry | undefined {
  return register.store.audit
    .entriesOf(noticeId)
    .findLast(({ action }) => action === HANDED_OVER || LEFT_TO_A_PERSON.includes(action))
}
