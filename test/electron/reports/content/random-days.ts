import * as fc from 'fast-check'
import { saveWithAudit } from '#electron/desk/filing/lease.ts'
import { closeDay } from '#electron/reports/close/close-day.ts'
import { addDays, type CalendarDate, calendarDate } from '#shared/domain/calendar-date.ts'
import type { GuestFacts } from '#shared/domain/guest.ts'
import { type NotificationEvent, transition } from '#shared/domain/notification.ts'
import { ANNA, type DeskUnderTest } from '../../desk/desk-under-test.ts'

/** Guests of every kind the lists and counts tell apart. */
const GUESTS: readonly Partial<GuestFacts>[] = [
  {},
  { citizenship: 'KAZ', purpose: null },
  { citizenship: null },
  { citizenship: 'XXX', purpose: 'transit' },
  { issueDate: null, citizenship: 'FRA', purpose: 'business' },
  { surname: 'LOMIDZE', givenNames: 'NINO', printedName: 'ლომიძე ნინო', citizenship: 'GEO' },
  { surname: null, givenNames: null, printedName: null, citizenship: 'TUR', purpose: null },
  { printedName: 'Соколова Ольга', citizenship: 'RUS', purpose: 'private' },
]
const MOVES: readonly NotificationEvent[] = [
  { type: 'send_started' },
  { type: 'outcome_unknown' },
  { type: 'deferred' },
  { type: 'rejected' },
  { type: 'duplicate_reported' },
  { type: 'handed_over' },
  { type: 'not_sent' },
  { type: 'found_absent' },
]

const pick = fc.nat({ max: 40 })
const dayOffset = fc.integer({ min: -6, max: 6 })

/** What people, the line and time do at a desk, in any order; what the desk refuses is refused. */
export const act = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('checkIn'), who: pick, party: pick, arrival: dayOffset, nights: pick }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('correct'), notice: pick, who: pick, departure: dayOffset }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('extend'), notice: pick, departure: dayOffset }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('depart'), notice: pick, departure: dayOffset }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('undoDeparture', 'cancel', 'reopen'), notice: pick }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('setNotRequired', 'setFiledElsewhere'), notice: pick }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('file'),
      notice: pick,
      hasFile: fc.boolean(),
      stamped: fc.option(fc.nat({ max: 3 })),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('take', 'release'), notice: pick }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('move'), notice: pick, event: pick }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('wait'), halfMinutes: fc.integer({ min: 0, max: 2 * 60 * 30 }) }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('outage'), ago: fc.integer({ min: 0, max: 4000 }), lasts: fc.nat({ max: 4200 }) }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('close') }) },
)
type Act = typeof act extends fc.Arbitrary<infer Value> ? Value : never

const HALF_MINUTE_MS = 30_000

/** Carries out one act. A refusal in the words of the contract is as good an end as any; everything else is thrown. */
export async function carryOut(desk: DeskUnderTest, given: Act, onClosed: (date: CalendarDate) => void): Promise<void> {
  try {
    await carriedOut(desk, given, onClosed)
  } catch (error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined
    if (!['NOT_NOW', 'BAD_INPUT', 'STALE', 'LEASED', 'PROOF_REQUIRED', 'NOT_FOUND'].includes(String(code))) throw error
  }
}

async function carriedOut(desk: DeskUnderTest, given: Act, onClosed: (date: CalendarDate) => void): Promise<void> {
  const { register } = desk.desk()
  const { ports } = desk
  const client = desk.at('front')
  const today = register.today()
  const around = (offset: number) => addDays(today, offset)
  const notices = register.rows.noticeLines.all()
  const named = 'notice' in given ? notices[given.notice % Math.max(1, notices.length)] : undefined
  if ('notice' in given && named === undefined) return
  const notice = { noticeId: named?.notification.id ?? '', version: named?.notification.version ?? 0 }
  const at = { ...notice, withParty: false }
  switch (given.do) {
    case 'checkIn': {
      if (!('arrival' in given)) return
      const arrival = around(given.arrival)
      await client.checkIn.create({
        requestId: ports.newId(),
        stay: {
          arrivalAt: `${arrival}T10:00`,
          departureDate: given.nights % 5 === 0 ? null : addDays(arrival, given.nights % 7),
          room: String(100 + given.who),
          reservation: arrival > today || given.who % 3 === 0 ? `R-${ports.newId()}` : null,
        },
        guests: Array.from({ length: 1 + (given.party % 3) }, (_, index) => factsOf(given.who + index)),
      })
      return
    }
    case 'correct': {
      if (!('who' in given)) return
      const { facts, stay } = await client.guest.get({ noticeId: notice.noticeId })
      const { reservation, room } = stay
      const departureDate = given.who % 2 === 0 ? stay.departureDate : around(given.departure)
      await client.guest.correct({
        ...notice,
        facts: { ...facts, ...GUESTS[given.who % GUESTS.length] },
        departureDate,
        room,
        reservation,
      })
      return
    }
    case 'extend':
      if ('departure' in given) await client.guest.extend({ ...notice, departureDate: around(given.departure) })
      return
    case 'depart':
      if ('departure' in given) await client.guest.depart({ ...at, date: around(given.departure) })
      return
    case 'undoDeparture':
      return void (await client.guest.undoDeparture(at))
    case 'cancel':
      return void (await client.guest.cancel({ ...at, reason: 'не заехал' }))
    case 'reopen':
      return void (await client.guest.reopen(at))
    case 'setNotRequired':
      return void (await client.guest.setNotRequired({ ...notice, reason: 'дипломат' }))
    case 'setFiledElsewhere':
      return void (await client.guest.setFiledElsewhere({ ...notice, reason: 'подано на бумаге' }))
    case 'file': {
      await client.filing.take({ noticeId: notice.noticeId })
      const reference = `E-${ports.newId()}`
      const file = 'hasFile' in given && given.hasFile ? new Blob([`%PDF-1.7\n% ${reference}\n%%EOF\n`]) : null
      // A stamp of the counter, of today or of a day before.
      const stamped = 'stamped' in given && given.stamped !== null ? { stampedOn: around(-given.stamped) } : {}
      return void (await client.filing.recordProof({ noticeId: notice.noticeId, reference, file, ...stamped }))
    }
    case 'take':
      return void (await client.filing.take({ noticeId: notice.noticeId }))
    case 'release':
      return void (await client.filing.release({ noticeId: notice.noticeId }))
    case 'move':
      if ('event' in given) moveOn(desk, notice.noticeId, MOVES[given.event % MOVES.length])
      return
    case 'wait':
      if ('halfMinutes' in given) ports.clock.advance(given.halfMinutes * HALF_MINUTE_MS)
      return
    case 'outage':
      if ('lasts' in given) addOutage(desk, given.ago, given.lasts)
      return
    case 'close': {
      const { openDate } = await client.report.days()
      if (openDate > today) return
      onClosed(openDate)
      closeDay(register, desk.process.contextFor('front'), { date: openDate })
      return
    }
  }
}

function factsOf(who: number): GuestFacts {
  return { ...ANNA, documentNumber: `N${who}`, ...GUESTS[who % GUESTS.length] }
}

/** What the line does, by the state machine's own moves. */
function moveOn(desk: DeskUnderTest, noticeId: string, event: NotificationEvent | undefined): void {
  const { register } = desk.desk()
  register.write(() => {
    const record = register.rows.notifications.find(noticeId)
    if (record === undefined || event === undefined || record.lease !== null) return
    const next = transition(record.state, event)
    if (!next.ok) return
    const refusal = next.value === 'rejected' ? { field: 'documentNumber', message: 'номер не найден' } : null
    const cause = next.value === 'unknown' ? (noticeId.endsWith('0') ? 'program_error' : 'timeout') : null
    saveWithAudit(
      register,
      desk.process.contextFor('front').actor,
      { ...record, state: next.value, refusal, cause },
      `notice.${event.type}`,
      {},
    )
  })
}

/** As the outbox writes them: one after the other began, and the last may last. */
function addOutage(desk: DeskUnderTest, ago: number, lasts: number): void {
  const { register } = desk.desk()
  const now = register.ports.clock.now()
  const startedMs = now - ago * HALF_MINUTE_MS
  const endedMs = startedMs + lasts * HALF_MINUTE_MS
  register.write(() => {
    register.store
      .statement(
        'test.outage',
        'INSERT INTO outage (id, property_id, channel, started_at, ended_at, cause) VALUES (?, ?, ?, ?, ?, ?)',
      )
      .run(
        register.ports.newId(),
        register.store.propertyId(),
        'migration-api',
        new Date(startedMs).toISOString(),
        endedMs > now ? null : new Date(endedMs).toISOString(),
        'offline',
      )
  })
}

/** Days worth a look: the closed ones, those around today, and one a year on, of which the calendar is a forecast. */
export function daysToLookAt(today: CalendarDate): readonly CalendarDate[] {
  return [...[-7, -4, -3, -2, -1, 0, 1, 2, 3].map((offset) => addDays(today, offset)), calendarDate('2027-01-11')]
}
