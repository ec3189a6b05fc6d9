import { v5 } from 'uuid'
import { type CheckInForm, type GuestForm, isBlankGuest } from '../form-state.ts'

/** More guests are not taken in one check-in call; a larger party without rooms goes in several. */
const MOST_PER_CALL = 40

/** Guests of the form who are one stay: one call, one request id. */
export interface RoomGroup {
  /** Empty = no room is known. */
  readonly room: string
  readonly requestId: string
  /** Indices in the form of those not saved yet. */
  readonly guests: readonly number[]
}

/** The room a guest sleeps in: his own, else that of the stay. */
export function roomOf(form: CheckInForm, guest: Pick<GuestForm, 'ownRoom'>): string {
  return guest.ownRoom.trim() || form.stay.room.trim()
}

/**
 * The calls that save the form, one for each room, in the order of the guests. The request id of each follows from the form's and the room, so
 * that trying again – after a refusal, a lost answer, a crash – repeats every call under its own id and makes no second stay.
 */
export function roomGroups(form: CheckInForm): readonly RoomGroup[] {
  const byRoom = new Map<string, number[]>()
  for (const [index, guest] of form.guests.entries()) {
    if (isBlankGuest(guest)) continue
    const room = roomOf(form, guest)
    byRoom.set(room, [...(byRoom.get(room) ?? []), index])
  }
  // Saved guests keep their places in the parts: what a part holds must not shift while some are saved and others not.
  const parts = [...byRoom].flatMap(([room, guests]) =>
    inParts(guests).map((part, number) => ({
      room,
      requestId: requestIdOf(form, room, number),
      guests: part.filter((index) => form.guests[index]?.isSaved === false),
    })),
  )
  return parts.filter(({ guests }) => guests.length > 0)
}

function requestIdOf(form: CheckInForm, room: string, part: number): string {
  const isOwn = part === 0 && room === form.stay.room.trim()
  return isOwn ? form.requestId : v5(`${part}:${room}`, form.requestId)
}

function inParts(guests: readonly number[]): readonly (readonly number[])[] {
  const count = Math.ceil(guests.length / MOST_PER_CALL)
  return Array.from({ length: count }, (_, part) => guests.slice(part * MOST_PER_CALL, (part + 1) * MOST_PER_CALL))
}
