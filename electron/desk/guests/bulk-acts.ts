import type { NotificationRecord } from '#electron/store/rows/notifications.ts'
import { CITIZEN_OF_KAZAKHSTAN, type GuestFacts } from '#shared/domain/guest.ts'
import type { BulkException, UndoableAct } from '#shared/domain/guest-filter.ts'
import { isSettled, type NotificationState } from '#shared/domain/notification.ts'
import type { Caller } from '../caller.ts'
import { correct } from '../correct.ts'
import { deskError } from '../desk-error.ts'
import { handOver, takeBack } from '../filing/hand-over.ts'
import { isOnPaper } from '../paper/on-paper.ts'
import type { Register } from '../register.ts'
import { reopen, setNotRequired } from '../set-aside.ts'

/** What an undo needs to know of how it was. Nobody's name. */
interface Before {
  readonly state: NotificationState
  readonly citizenship: string | null
}

/** An act on one guest of many: which notice it is about, the act itself – always one that exists alone as well – and its way back. */
interface ActOnOne {
  /** The notice it is about, of all about the guest, the arrival first; or why it does not concern him. */
  aim(register: Register, chain: readonly NotificationRecord[]): NotificationRecord | BulkException
  do(register: Register, caller: Caller, record: NotificationRecord, reason: string): void
  /** `record` is as the act left it. */
  undo(register: Register, caller: Caller, record: NotificationRecord, before: Before): void
}

export const ACTS_ON_ONE: Readonly<Record<UndoableAct, ActOnOne>> = {
  hand_over: {
    aim: aimOfHandOver,
    do: (register, caller, { id }) => void handOver(register, caller, id),
    undo: (register, caller, { id }) => void takeBack(register, caller, id),
  },
  citizens: {
    aim: (_, chain) => arrivalIn(chain, ['citizenship_unknown']),
    do(register, caller, record, reason) {
      setCitizenship(register, caller, record, CITIZEN_OF_KAZAKHSTAN)
      const { id: subject, stayId } = record
      register.store.audit.append({ actor: caller.actor, action: 'notice.citizen_seen', subject, stayId, details: { reason } })
    },
    undo: (register, caller, record, { citizenship }) => setCitizenship(register, caller, record, citizenship),
  },
  not_owed: {
    aim(register, chain) {
      const arrival = arrivalIn(chain, ['citizenship_unknown', 'incomplete', 'ready', 'handover'])
      return typeof arrival !== 'string' && isOnPaper(register, arrival) ? 'on_paper' : arrival
    },
    do: (register, caller, { id, version }, reason) => void setNotRequired(register, caller, { noticeId: id, version, reason }),
    undo(register, caller, { id, version }, before) {
      const { state } = reopen(register, caller, { noticeId: id, version })
      if (before.state === 'handover' && state === 'ready') handOver(register, caller, id)
    },
  },
}

/** What is next to be told about a guest: the first notice that is not settled. */
export function nextOwed(chain: readonly NotificationRecord[]): NotificationRecord | BulkException {
  return chain.find(({ state }) => !isSettled(state)) ?? 'nothing_owed'
}

function aimOfHandOver(register: Register, chain: readonly NotificationRecord[]): NotificationRecord | BulkException {
  const next = nextOwed(chain)
  if (typeof next === 'string') return next
  if (next.lease !== null) return 'leased'
  if (isOnPaper(register, next)) return 'on_paper'
  return next
}

function arrivalIn(
  [arrival]: readonly NotificationRecord[],
  states: readonly NotificationState[],
): NotificationRecord | BulkException {
  if (arrival === undefined) return 'not_found'
  if (states.includes(arrival.state)) return arrival
  if (arrival.lease !== null) return 'leased'
  return states.length === 1 ? 'citizenship_known' : isSettled(arrival.state) ? 'nothing_owed' : 'not_now'
}

/** A correction like any other, of the one fact. Throws what `correct` throws. */
function setCitizenship(register: Register, caller: Caller, record: NotificationRecord, citizenship: string | null): void {
  const guest = register.rows.guests.find(record.guestId)
  const stay = register.rows.stays.find(record.stayId)
  if (guest === undefined || stay === undefined) throw deskError('NOT_FOUND', { what: 'guest' })
  const facts: GuestFacts = { ...guest.facts, citizenship }
  const { departureDate, room } = stay
  correct(register, caller, { noticeId: record.id, version: record.version, facts, departureDate, room })
}
