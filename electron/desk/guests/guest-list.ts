import type { GuestListQuestion } from '#electron/store/rows/guest-list.ts'
import type { GuestRow } from '#shared/contract/guest-list-schemas.ts'
import { type GuestFilter, MOST_CHOSEN } from '#shared/domain/guest-filter.ts'
import { localDateTimeOf } from '#shared/regulation/local-time.ts'
import type { Caller } from '../caller.ts'
import { expireLeases } from '../filing/lease.ts'
import { ROUNDED_UP_MS } from '../law/plausible-stay.ts'
import type { Register } from '../register.ts'
import { viewsOf } from '../viewpoint.ts'

interface GuestsAsked {
  readonly query: string
  readonly filter: GuestFilter
}

interface PageAsked extends GuestsAsked {
  readonly offset: number
  readonly limit: number
}

/** A piece of the list of guests, and how many there are in all. */
export function listGuests(register: Register, caller: Caller, asked: PageAsked): { rows: GuestRow[]; total: number | null } {
  expireLeases(register)
  const { guestList, noticeLines } = register.rows
  const question = questionOf(register, asked)
  const guestIds = guestList.page(question, asked.offset, asked.limit)
  const notices = viewsOf(register, caller, noticeLines.ofGuests(guestIds))
  const followUps = Map.groupBy(viewsOf(register, caller, noticeLines.openFollowUpsOf(guestIds)), ({ guestId }) => guestId)
  const byGuest = new Map(notices.map((notice) => [notice.guestId, notice]))
  return {
    rows: guestIds.flatMap((guestId) => {
      const notice = byGuest.get(guestId)
      return notice === undefined ? [] : [{ notice, openFollowUps: followUps.get(guestId) ?? [] }]
    }),
    total: asked.offset === 0 ? guestList.total(question) : null,
  }
}

/** The arrivals of all that match, in the order of the list, as many as one act takes. */
export function allGuests(register: Register, asked: GuestsAsked): { noticeIds: string[]; total: number } {
  const question = questionOf(register, asked)
  const guestIds = register.rows.guestList.page(question, 0, MOST_CHOSEN)
  return {
    noticeIds: guestIds.flatMap((guestId) => register.rows.notifications.ofGuest(guestId)?.id ?? []),
    total: register.rows.guestList.total(question),
  }
}

function questionOf({ ports, property, today }: Register, { query, filter }: GuestsAsked): GuestListQuestion {
  const hereBy = localDateTimeOf(ports.clock.now() + ROUNDED_UP_MS, property.zone)
  return { query, filter, today: today(), hereBy, reading: property.alarmReading }
}
