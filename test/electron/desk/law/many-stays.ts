import { checkInWithin } from '#electron/desk/check-in.ts'
import { leased, saveWithAudit } from '#electron/desk/filing/lease.ts'
import { acceptedByHand } from '#electron/desk/filing/record-proof.ts'
import { move } from '#electron/desk/notices.ts'
import type { NotificationRecord } from '#electron/store/rows/notifications.ts'
import { addDays, calendarDate } from '#shared/domain/calendar-date.ts'
import { CITIZEN_OF_KAZAKHSTAN, type GuestFacts } from '#shared/domain/guest.ts'
import { NOTIFICATION_STATES, type NotificationEvent, type NotificationState } from '#shared/domain/notification.ts'
import { ANNA, type DeskUnderTest } from '../desk-under-test.ts'

const FIRST_ARRIVAL = calendarDate('2026-10-20')
const ARRIVAL_DAYS = 80

/** How each state is reached from `ready`, by the moves the desk and the outbox make. */
const WAYS: Readonly<Partial<Record<NotificationState, readonly NotificationEvent[]>>> = {
  ready: [],
  handover: [{ type: 'handed_over' }],
  sending: [{ type: 'send_started' }],
  unknown: [{ type: 'send_started' }, { type: 'outcome_unknown' }],
  deferred: [{ type: 'send_started' }, { type: 'deferred' }],
  rejected: [{ type: 'send_started' }, { type: 'rejected' }],
  duplicate: [{ type: 'send_started' }, { type: 'duplicate_reported' }],
  filed_elsewhere: [{ type: 'set_filed_elsewhere' }],
  cancelled: [{ type: 'cancelled' }],
}

/**
 * Stays on every day from 20 October 2026 to early January, their notices in every state there is by turns. Written through the desk's own
 * functions, in few transactions.
 */
export function addManyStays(desk: DeskUnderTest, count: number): void {
  const { register } = desk.desk()
  const caller = desk.process.contextFor('front')
  const states = [...NOTIFICATION_STATES, 'ready', 'ready', 'ready', 'incomplete'] as const
  register.write(() => {
    for (let index = 0; index < count; index += 1) {
      // 18 and 80 have 2 in common: every state meets every other day; the shift makes it every day.
      const state = states[(index + Math.floor(index / ARRIVAL_DAYS)) % states.length] ?? 'ready'
      const arrival = addDays(FIRST_ARRIVAL, index % ARRIVAL_DAYS)
      const { noticeIds } = checkInWithin(
        register,
        caller,
        {
          requestId: desk.ports.newId(),
          stay: {
            arrivalAt: `${arrival}T${String(index % 24).padStart(2, '0')}:15`,
            departureDate: addDays(arrival, 3),
            room: String(100 + (index % 200)),
            reservation: `R-${index}`,
          },
          guests: [factsFor(state, index)],
        },
        'desk',
      )
      const record = register.rows.notifications.find(noticeIds[0] ?? '')
      if (record === undefined) throw new Error('A stay has its notice')
      bring(desk, record, state)
    }
  })
}

function factsFor(state: NotificationState, index: number): GuestFacts {
  const facts: GuestFacts = { ...ANNA, documentNumber: `N${String(index).padStart(8, '0')}` }
  switch (state) {
    case 'citizenship_unknown':
      return { ...facts, citizenship: null }
    case 'incomplete':
      return { ...facts, issueDate: null }
    case 'not_required':
      // Every other one by the law, every other one by a person.
      return index % 2 === 0 ? { ...facts, citizenship: CITIZEN_OF_KAZAKHSTAN } : facts
    default:
      return facts
  }
}

function bring(desk: DeskUnderTest, record: NotificationRecord, state: NotificationState): void {
  const { register } = desk.desk()
  const caller = desk.process.contextFor('front')
  if (record.state === state) return
  if (state === 'leased' || state === 'accepted') {
    const held = leased(register, caller, record)
    const saved = saveWithAudit(register, caller.actor, held, 'notice.lease_taken', {})
    if (state === 'leased') return
    const change = acceptedByHand(register, saved, { reference: `E-${record.id}`, file: null, portal: null })
    saveWithAudit(register, caller.actor, change.record, change.action, change.details)
    return
  }
  if (state === 'not_required') {
    const aside = { ...move(record, { type: 'set_not_required' }, 'test'), reason: 'probe' }
    saveWithAudit(register, caller.actor, aside, 'notice.set_not_required', {})
    return
  }
  for (const event of WAYS[state] ?? []) {
    const saved = saveWithAudit(
      register,
      caller.actor,
      move(current(desk, record.id), event, 'test'),
      `notice.${event.type}`,
      {},
    )
    if (saved.state === 'deferred')
      register.rows.notifications.save(
        { ...saved, nextAttemptAt: '2026-11-23T06:00:00.000Z', batchReference: 'B-1' },
        register.now(),
      )
  }
}

function current(desk: DeskUnderTest, id: string): NotificationRecord {
  const record = desk.desk().register.rows.notifications.find(id)
  if (record === undefined) throw new Error('A notice vanished')
  return record
}
