import type { NotificationRecord } from '#electron/store/rows/notifications.ts'
import type { Stay } from '#electron/store/rows/stays.ts'
import type { Notice } from '#shared/contract/schemas.ts'
import type { NotificationState } from '#shared/domain/notification.ts'
import type { Caller } from './caller.ts'
import { changeNotice, requireVersion } from './change-notice.ts'
import { badInput, deskError } from './desk-error.ts'
import { keptInPlace, saveWithAudit } from './filing/lease.ts'
import { firstOf } from './follow-ups.ts'
import { indexGuest, reassessed } from './notices.ts'
import { isOnPaper } from './paper/on-paper.ts'
import { companionsOf } from './party.ts'
import type { Register } from './register.ts'

export interface RoomMove {
  readonly noticeId: string
  readonly version: number
  readonly room: string
}

/** Complete and still here: the room stands in what they will send. What lies printed at the counter keeps the room it names. */
const CARRIES_ROOM: readonly NotificationState[] = ['ready', 'handover']

/**
 * Everybody of the stay lives in another room from now on. It is no news for the service and moves no date, so it works in every state;
 * what was not sent yet will name the new room. Throws `NOT_FOUND`, `STALE`, `BAD_INPUT`.
 */
export function moveRoom(register: Register, caller: Caller, { noticeId, version, room }: RoomMove): Notice {
  return changeNotice(register, caller, noticeId, (named) => {
    requireVersion(named, version)
    const first = firstOf(register, named)
    const before = register.rows.stays.find(first.stayId)
    if (before === undefined) throw deskError('NOT_FOUND', { what: 'stay' })
    if (before.room === room) throw badInput('room', 'same_room', 'The guest lives in this room already.')
    const stay = { ...before, room }
    register.rows.stays.change(stay.id, room, stay.departureDate, register.now())
    const details = { roomBefore: before.room, room }
    for (const companion of companionsOf(register, first))
      saveWithAudit(register, caller.actor, inRoom(register, companion, stay), 'notice.room_moved', details)
    return { record: inRoom(register, first, stay), action: 'notice.room_moved', details }
  })
}

function inRoom(register: Register, record: NotificationRecord, stay: Stay): NotificationRecord {
  const guest = register.rows.guests.find(record.guestId)
  if (guest === undefined) throw deskError('NOT_FOUND', { what: 'guest' })
  indexGuest(register, stay, guest)
  if (!CARRIES_ROOM.includes(record.state) || isOnPaper(register, record)) return record
  return keptInPlace(register, record, reassessed(register, record, stay, guest.facts))
}
