import { ORPCError } from '@orpc/server'
import { describe, expect, it } from 'vitest'
import { calendarDate } from '#shared/domain/calendar-date.ts'
import { NOTIFICATION_STATES, type NotificationState } from '#shared/domain/notification.ts'
import { ANNA, checkedIn, STAY, startedDesk } from './desk-under-test.ts'

type TestDesk = Awaited<ReturnType<typeof startedDesk>>
interface Named {
  readonly noticeId: string
  readonly version: number
}

const REASON = 'по решению управляющего'

/** Every change a person may ask of a notice. */
const PROCEDURES: Readonly<Record<string, (desk: TestDesk, named: Named) => Promise<unknown>>> = {
  correct: ({ client }, named) =>
    client.guest.correct({ ...named, facts: { ...ANNA, phone: '7' }, departureDate: STAY.departureDate, room: STAY.room }),
  extend: ({ client }, named) => client.guest.extend({ ...named, departureDate: calendarDate('2026-11-30') }),
  depart: ({ client }, named) => client.guest.depart({ ...named, date: calendarDate('2026-11-23') }),
  setNotRequired: ({ client }, named) => client.guest.setNotRequired({ ...named, reason: REASON }),
  setFiledElsewhere: ({ client }, named) => client.guest.setFiledElsewhere({ ...named, reason: REASON }),
  cancel: ({ client }, named) => client.guest.cancel({ ...named, reason: REASON }),
  reopen: ({ client }, named) => client.guest.reopen(named),
  take: ({ client }, { noticeId }) => client.filing.take({ noticeId }),
  handOver: ({ client }, { noticeId }) => client.filing.handOver({ noticeId }),
  recordProof: ({ client }, { noticeId }) => client.filing.recordProof({ noticeId, reference: noticeId }),
  confirmOurs: ({ client }, named) => client.filing.confirmDuplicate({ ...named, isOurs: true }),
  confirmTheirs: ({ client }, named) => client.filing.confirmDuplicate({ ...named, isOurs: false }),
}

/** Taken into the register and told when the answer is here. */
const ON_ITS_WAY = { sending: 'sending', unknown: 'unknown', deferred: 'deferred', duplicate: 'duplicate' } as const

/** What each leaves of a notice in that state, and of what follows it; everything not named here is refused as `NOT_NOW`. */
const OUTCOMES: Readonly<Record<string, Readonly<Partial<Record<NotificationState, string>>>>> = {
  correct: {
    citizenship_unknown: 'ready',
    incomplete: 'ready',
    ready: 'ready',
    leased: 'leased',
    handover: 'handover',
    rejected: 'ready',
    accepted: 'accepted, correction ready',
    ...ON_ITS_WAY,
  },
  extend: {
    citizenship_unknown: 'ready',
    incomplete: 'ready',
    ready: 'ready',
    leased: 'leased',
    handover: 'handover',
    rejected: 'ready',
    accepted: 'accepted, extension ready',
    ...ON_ITS_WAY,
  },
  depart: Object.fromEntries(NOTIFICATION_STATES.filter((state) => state !== 'cancelled').map((state) => [state, state])),
  setNotRequired: {
    ...everyOf('not_required', ['citizenship_unknown', 'incomplete', 'ready', 'handover', 'rejected']),
    ...ON_ITS_WAY,
  },
  setFiledElsewhere: everyOf('filed_elsewhere', [
    'citizenship_unknown',
    'incomplete',
    'ready',
    'handover',
    'rejected',
    'unknown',
    'duplicate',
  ]),
  cancel: {
    ...everyOf('cancelled', ['citizenship_unknown', 'incomplete', 'ready', 'handover', 'rejected']),
    accepted: 'accepted, cancellation ready',
    ...ON_ITS_WAY,
  },
  reopen: everyOf('ready', ['filed_elsewhere', 'not_required', 'cancelled']),
  take: everyOf('leased', ['ready', 'handover', 'leased']),
  handOver: everyOf('handover', ['ready', 'leased']),
  recordProof: everyOf('accepted', ['leased', 'handover', 'sending', 'unknown', 'deferred', 'duplicate']),
  confirmOurs: { duplicate: 'accepted' },
  confirmTheirs: { duplicate: 'handover' },
}

function everyOf(after: string, states: readonly NotificationState[]): Partial<Record<NotificationState, string>> {
  return Object.fromEntries(states.map((state) => [state, after]))
}

/** A complete guest, each somebody else, whose notice is in the state, as the desk and the outbox leave it. */
async function noticeIn(desk: TestDesk, state: NotificationState): Promise<Named> {
  const documentNumber = `C01X0${NOTIFICATION_STATES.indexOf(state) + 100}`
  const { id: noticeId, version } = await checkedIn(desk, { documentNumber })
  if (state === 'leased') {
    const { notice } = await desk.client.filing.take({ noticeId })
    return { noticeId, version: notice.version }
  }
  if (state === 'accepted') {
    await desk.client.filing.take({ noticeId })
    const accepted = await desk.client.filing.recordProof({ noticeId, reference: 'A-1' })
    return { noticeId, version: accepted.version }
  }
  desk
    .desk()
    .register.store.database.prepare('UPDATE notification SET state = ?, existing_reference = ?, reason = ? WHERE id = ?')
    .run(state, state === 'duplicate' ? 'OLD-7' : null, state === 'not_required' ? REASON : null, noticeId)
  return { noticeId, version }
}

describe.each(Object.entries(PROCEDURES))('%s', (name, call) => {
  it('does in every state what the table says, and is refused in the others with nothing changed', async () => {
    const desk = await startedDesk()
    const found: Record<string, string> = {}
    for (const state of NOTIFICATION_STATES) {
      const named = await noticeIn(desk, state)
      const stored = () => desk.desk().register.store.database.prepare('SELECT * FROM notification ORDER BY rowid').all()
      const before = stored()
      try {
        await call(desk, named)
        const { notice, followUps } = await desk.client.guest.get({ noticeId: named.noticeId })
        const following = followUps.map((followUp) => `${followUp.notice.kind} ${followUp.notice.state}`)
        found[state] = [notice.state, ...following].join(', ')
      } catch (error) {
        if (!(error instanceof ORPCError) || error.code !== 'NOT_NOW') throw error
        expect(stored(), state).toEqual(before)
      }
      desk
        .desk()
        .register.store.database.exec("UPDATE notification SET reference = NULL; UPDATE stay SET departure_date = '2026-11-27'")
    }
    expect(found).toEqual(OUTCOMES[name])
  })
})
