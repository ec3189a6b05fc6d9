import type { Stay } from '#electron/store/rows/stays.ts'
import { StoreWriteError } from '#electron/store/write-error.ts'
import type { Notice } from '#shared/contract/schemas.ts'
import { calendarDate } from '#shared/domain/calendar-date.ts'
import type { GuestFacts } from '#shared/domain/guest.ts'
import type { Caller } from './caller.ts'
import { requireArrivalYear, requireOrderOfDays, requirePlausible } from './law/plausible-stay.ts'
import { openNotice } from './notices.ts'
import type { Register } from './register.ts'
import { dutiesOf } from './same-duty.ts'
import { viewsOf } from './viewpoint.ts'

export interface StayInput {
  /** Hotel-local, `YYYY-MM-DDTHH:mm`. */
  readonly arrivalAt: string
  readonly departureDate: Stay['departureDate']
  readonly room: string | null
  readonly reservation: string | null
}

export interface CheckInRequest {
  /** The same id is the same check-in: a lost answer is safe to repeat, also after a restart. */
  readonly requestId: string
  readonly stay: StayInput
  readonly guests: readonly GuestFacts[]
}

export interface CheckInAnswer {
  readonly stayId: string
  readonly notices: Notice[]
}

/**
 * Guests, documents, stay, notices, revisions and audit in one transaction. A person already registered under the same booking
 * number for the same arrival day is the same duty and is answered, not added. Throws `BAD_INPUT`, `StoreWriteError`.
 */
export function checkIn(register: Register, caller: Caller, request: CheckInRequest): CheckInAnswer {
  requireDays(request.stay)
  const { stayId, noticeIds } = writeOrLookUp(register, request.requestId, () =>
    checkInWithin(register, caller, request, 'desk'),
  )
  register.changed(['status', 'board', 'queue', 'guest'], noticeIds.length === 1 ? (noticeIds[0] ?? null) : null)
  const lines = noticeIds.map((id) => register.rows.noticeLines.find(id)).filter((line) => line !== undefined)
  return { stayId, notices: viewsOf(register, caller, lines) }
}

/** Days that can be meant. Throws `BAD_INPUT` at `stay.arrivalAt` or `stay.departureDate`. */
export function requireDays({ arrivalAt, departureDate }: StayInput): void {
  const arrival = calendarDate(arrivalAt.slice(0, 10))
  requireArrivalYear('stay.arrivalAt', arrival)
  requireOrderOfDays('stay.departureDate', arrival, departureDate)
}

/** A COMMIT that failed may have reached the disk all the same. The register, read afresh, knows whether it has not. */
export function writeOrLookUp(register: Register, requestId: string, work: () => CheckedIn): CheckedIn {
  try {
    return register.write(work)
  } catch (error) {
    if (error instanceof StoreWriteError && error.saved === 'unknown' && isSurelyNotSaved(register, requestId)) {
      throw new StoreWriteError('no', error.cause, error.sqliteCode)
    }
    throw error
  }
}

function isSurelyNotSaved(register: Register, requestId: string): boolean {
  try {
    return register.rows.stays.findByRequest(requestId) === undefined
  } catch {
    return false
  }
}

export interface CheckedIn {
  readonly stayId: string
  /** In the order of the guests given. */
  readonly noticeIds: readonly string[]
  /** The notice of each guest given, place by place, also where two are one duty; empty for a request that was saved before. */
  readonly ofGuests: readonly string[]
  /** Notices that were not there before. */
  readonly createdCount: number
}

/** The work of {@link checkIn} inside a transaction of the caller's. */
export function checkInWithin(register: Register, caller: Caller, request: CheckInRequest, source: Stay['source']): CheckedIn {
  const { rows } = register
  const arrivalDate = calendarDate(request.stay.arrivalAt.slice(0, 10))
  const known = request.guests.map(
    (facts) =>
      dutiesOf(register, request.stay.reservation, facts).find(({ stay }) => stay.arrivalDate === arrivalDate)?.notification,
  )
  const earlier = rows.stays.findByRequest(request.requestId)
  if (earlier !== undefined) {
    const ids = [
      ...known.flatMap((notification) => notification?.id ?? []),
      ...rows.notifications.ofStay(earlier.id).map(({ id }) => id),
    ]
    return { stayId: earlier.id, noticeIds: [...new Set(ids)], ofGuests: [], createdCount: 0 }
  }

  let stay: Stay | undefined
  const noticeIds = request.guests.map((facts, position) => {
    const existing = known[position]
    if (existing !== undefined) return existing.id
    stay ??= openStay(register, request, arrivalDate, source)
    return openNotice(register, caller.actor, stay, facts).id
  })
  const stayId = stay?.id ?? known.find((notification) => notification !== undefined)?.stayId
  if (stayId === undefined) throw new Error('A check-in has at least one guest')
  return {
    stayId,
    noticeIds: [...new Set(noticeIds)],
    ofGuests: noticeIds,
    createdCount: known.filter((notification) => notification === undefined).length,
  }
}

function openStay(register: Register, request: CheckInRequest, arrivalDate: Stay['arrivalDate'], source: Stay['source']): Stay {
  // Here and not before the look-up: a repeat of what is saved already is answered, whatever the clock says meanwhile.
  requirePlausible(register, request.stay)
  const stay: Stay = { ...request.stay, id: register.ports.newId(), requestId: request.requestId, source, arrivalDate }
  register.rows.stays.insert(stay, register.now())
  register.store.stayKeys.create(stay.id)
  return stay
}
