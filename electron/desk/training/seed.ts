import { setImmediate as nextTurn } from 'node:timers/promises'
import { seededRandom } from '#electron/simulator/seeded-random.ts'
import { addDays, type CalendarDate } from '#shared/domain/calendar-date.ts'
import { alarmDate, type Lane, laneOf } from '#shared/regulation/act-by.ts'
import type { Caller } from '../caller.ts'
import { checkInWithin, type StayInput } from '../check-in.ts'
import { deskError } from '../desk-error.ts'
import { leased, saveWithAudit } from '../filing/lease.ts'
import { acceptedByHand } from '../filing/record-proof.ts'
import { deadlineFor } from '../law/due-dates.ts'
import { move } from '../notices.ts'
import type { Register } from '../register.ts'
import { fictionalGuest, type Gap } from './fictional-guests.ts'

/** Guests whose notices are open; more than these stayed earlier and were filed. */
const OPEN_GUESTS = 40
/** How the open guests spread over the lanes, as far as the calendar lets a notice fall due on those days. */
const LANES: readonly Lane[] = [
  'later',
  'tomorrow',
  'today',
  'later',
  'tomorrow',
  'today',
  'later',
  'overdue',
  'tomorrow',
  'later',
]
const GAPS: readonly Gap[] = [
  'none',
  'none',
  'none',
  'issueDate',
  'none',
  'none',
  'citizenship',
  'none',
  'expiryDate',
  'none',
  'none',
  'none',
  'none',
  'citizenOfKazakhstan',
  'none',
  'none',
]
/** Every so many open guests one waits for the colleague who signs. */
const HANDED_OVER_EVERY = 11
const GUESTS_PER_TRANSACTION = 50
const PAST_GUESTS_PER_DAY = 40

/**
 * Fictional guests, the same for the same seed and day, through the same check-in as real ones. Refused (`FORBIDDEN`) in production,
 * where every guest is real.
 */
export async function seedGuests(
  register: Register,
  caller: Caller,
  given: { readonly guests: number; readonly seed: number },
): Promise<{ guests: number; seed: number }> {
  if (register.property.environment === 'production') throw deskError('FORBIDDEN', { permission: 'maintenance.seed' })
  const random = seededRandom(given.seed)
  const arrivals = arrivalsByLane(register)
  for (let first = 0; first < given.guests; first += GUESTS_PER_TRANSACTION) {
    const last = Math.min(first + GUESTS_PER_TRANSACTION, given.guests)
    register.write(() => {
      for (let position = first; position < last; position += 1)
        seedGuest(register, caller, random, arrivals, given.seed, position)
    })
    await nextTurn()
  }
  register.changed(['status', 'board', 'queue', 'guest'], null)
  return { guests: given.guests, seed: given.seed }
}

function seedGuest(
  register: Register,
  caller: Caller,
  random: () => number,
  arrivals: ReadonlyMap<Lane, readonly CalendarDate[]>,
  seed: number,
  position: number,
): void {
  const isOpen = position < OPEN_GUESTS
  const arrival = isOpen ? openArrival(register, arrivals, position, random) : pastArrival(register, position)
  const facts = fictionalGuest(random, arrival, isOpen ? (GAPS[position % GAPS.length] ?? 'none') : 'none')
  const stay: StayInput = {
    arrivalAt: `${arrival}T${twoDigits(Math.floor(random() * 24))}:${twoDigits(Math.floor(random() * 60))}`,
    departureDate: addDays(arrival, 1 + Math.floor(random() * 9)),
    room: String(101 + Math.floor(random() * 4) * 100 + Math.floor(random() * 20)),
    reservation: `T-${seed}-${position + 1}`,
  }
  const { noticeIds } = checkInWithin(register, caller, { requestId: register.ports.newId(), stay, guests: [facts] }, 'desk')
  const record = register.rows.notifications.find(noticeIds[0] ?? '')
  if (record?.state !== 'ready') return
  if (!isOpen) {
    const proof = { reference: `T-${seed}-${position + 1}`, file: null, portal: null }
    const change = acceptedByHand(register, leased(register, caller, record), proof)
    saveWithAudit(register, caller.actor, change.record, change.action, change.details)
  } else if (position % HANDED_OVER_EVERY === 0) {
    saveWithAudit(register, caller.actor, move(record, { type: 'handed_over' }, 'handOver'), 'notice.handed_over', {})
  }
}

/** The arrival days of the last two weeks by the lane their notices stand in today. */
function arrivalsByLane(register: Register): ReadonlyMap<Lane, readonly CalendarDate[]> {
  const today = register.today()
  const days = new Map<Lane, CalendarDate[]>()
  for (let back = 0; back <= 14; back += 1) {
    const arrival = addDays(today, -back)
    const deadline = deadlineFor(register, arrival)
    const lane = laneOf({ today, alarmDate: alarmDate(deadline, deadline.alarmReading), actBy: deadline.actBy })
    // Overdue by the first day or two is a lesson, by two weeks it is a ruin.
    if (lane !== 'overdue' || (days.get(lane)?.length ?? 0) < 2) days.set(lane, [...(days.get(lane) ?? []), arrival])
  }
  return days
}

function openArrival(
  register: Register,
  arrivals: ReadonlyMap<Lane, readonly CalendarDate[]>,
  position: number,
  random: () => number,
): CalendarDate {
  const lane = LANES[position % LANES.length] ?? 'later'
  const days = arrivals.get(lane) ?? []
  return days[Math.floor(random() * days.length)] ?? register.today()
}

function pastArrival(register: Register, position: number): CalendarDate {
  return addDays(register.today(), -15 - Math.floor((position - OPEN_GUESTS) / PAST_GUESTS_PER_DAY))
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}
