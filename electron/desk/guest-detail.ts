import type { z } from 'zod'
import type { Guest } from '#electron/store/rows/guests.ts'
import type { ReceiptRecord } from '#electron/store/rows/receipts.ts'
import type { Stay } from '#electron/store/rows/stays.ts'
import type { guestDetailSchema, Notice, receiptSchema } from '#shared/contract/schemas.ts'
import { spellingsOf } from '#shared/documents/spellings.ts'
import type { Caller } from './caller.ts'
import { deskError } from './desk-error.ts'
import { expireLeases } from './filing/lease.ts'
import { explainDeadline, explainNotice } from './law/deadline-view.ts'
import { dutiesAndRegime } from './law/duties-view.ts'
import { earlierPresences } from './law/earlier-presences.ts'
import { isClosedAsRegistered } from './law/registered-instead.ts'
import { earlierGuests } from './preview.ts'
import type { Register } from './register.ts'
import { timelineOf } from './timeline.ts'
import { viewOf, viewsOf } from './viewpoint.ts'

type GuestDetail = z.infer<typeof guestDetailSchema>
export type ReceiptView = z.infer<typeof receiptSchema>

/** Search over names in both scripts, room, document and booking number; an empty query gives the latest arrivals. */
export function searchGuests(
  register: Register,
  caller: Caller,
  query: string,
  limit: number,
): { notices: Notice[]; total: number } {
  const { noticeLines } = register.rows
  expireLeases(register)
  if (query.trim() === '')
    return { notices: viewsOf(register, caller, noticeLines.newest(limit)), total: noticeLines.guestTotal() }
  const hits = register.store.search.find(query, limit)
  return { notices: viewsOf(register, caller, noticeLines.ofGuests(hits.guestIds)), total: hits.total }
}

/** Everything about one guest of one stay. `chainIntact` as of the last check of the audit chain. Throws `NOT_FOUND`. */
export function getGuest(register: Register, caller: Caller, noticeId: string, isChainIntact: () => boolean): GuestDetail {
  expireLeases(register)
  const { rows, store } = register
  const { guestId } = viewOf(register, caller, noticeId)
  const notice = viewOf(register, caller, rows.notifications.ofGuest(guestId)?.id ?? noticeId)
  const guest = rows.guests.find(guestId)
  const stay = rows.stays.find(notice.stayId)
  if (guest === undefined || stay === undefined) throw deskError('NOT_FOUND', { what: 'guest' })
  const { arrivalAt, departureDate, room, reservation } = stay
  const chain = rows.notifications.chainOf(guestId)
  return {
    notice,
    followUps: followUpsOf(register, caller, guestId),
    departedOn: guest.departedOn,
    facts: { ...guest.facts },
    stay: { arrivalAt, departureDate, room, reservation },
    deadline: notice.actBy === null ? null : explainDeadline(register, stay.arrivalDate),
    ...clocksOf(register, guest, stay),
    spellings: spellingsOf(guest.facts),
    timeline: timelineOf(register, notice.id, stay.id),
    receipts: rows.receipts.ofNotification(notice.id).flatMap((receipt) => receiptView(receipt) ?? []),
    companions: viewsOf(
      register,
      caller,
      rows.noticeLines.ofStay(stay.id).filter((line) => line.notification.id !== notice.id),
    ),
    earlierStays: earlierStays(register, othersThan(register, guest), notice),
    audit: { entries: chain.reduce((sum, { id }) => sum + store.audit.entriesOf(id).length, 0), chainIntact: isChainIntact() },
  }
}

/** Every clock of one guest's stay, as known now. Who has left stayed until that day, whatever was planned. */
export function clocksOf(register: Register, guest: Guest, stay: Stay): Pick<GuestDetail, 'duties' | 'regime'> {
  const { facts } = guest
  const departure = guest.departedOn ?? stay.departureDate
  const clocks = { arrival: stay.arrivalDate, departure, borderEntry: facts.borderEntryDate }
  const first = register.rows.notifications.ofGuest(guest.id)
  return dutiesAndRegime(register, {
    arrival: stay.arrivalDate,
    departure,
    facts,
    earlier: earlierPresences(register, othersThan(register, guest), clocks),
    isRegisteredInstead: first !== undefined && isClosedAsRegistered(first),
  })
}

/** The same person's other stays. */
function othersThan(register: Register, guest: Guest): readonly Guest[] {
  return earlierGuests(register, guest.facts).filter(({ id }) => id !== guest.id)
}

function followUpsOf(register: Register, caller: Caller, guestId: string): GuestDetail['followUps'] {
  const { rows } = register
  const views = viewsOf(register, caller, rows.noticeLines.followUpsOf(guestId))
  return views.map((notice) => {
    const record = rows.notifications.find(notice.id)
    return {
      notice,
      deadline: record === undefined || notice.actBy === null ? null : explainNotice(register, record),
      timeline: timelineOf(register, notice.id, notice.stayId),
      certainty: notice.kind === 'departure' ? 'advisory' : 'open',
      receipts: rows.receipts.ofNotification(notice.id).flatMap((receipt) => receiptView(receipt) ?? []),
    }
  })
}

/** `undefined` for a proof that is a reference alone. */
export function receiptView(receipt: ReceiptRecord): ReceiptView | undefined {
  if (receipt.file === null) return undefined
  return {
    id: receipt.id,
    reference: receipt.reference,
    mediaType: receipt.file.mediaType,
    fileName: receipt.file.fileName,
    sizeBytes: receipt.file.sizeBytes,
    sha256: receipt.file.sha256,
    storedAt: receipt.storedAt,
    source: receipt.source,
    portal: receipt.portal,
    ...(receipt.stampedOn === null ? {} : { stampedOn: receipt.stampedOn }),
    ...(receipt.paperListId === null ? {} : { paperListId: receipt.paperListId }),
  }
}

function earlierStays(register: Register, others: readonly Guest[], notice: Notice): GuestDetail['earlierStays'] {
  return others.flatMap((earlier) => {
    const stay = register.rows.stays.find(earlier.stayId)
    const notification = register.rows.notifications.ofGuest(earlier.id)
    if (stay === undefined || notification === undefined || stay.arrivalAt > notice.arrivalAt) return []
    return [{ noticeId: notification.id, arrivalAt: stay.arrivalAt, departureDate: stay.departureDate, room: stay.room }]
  })
}
