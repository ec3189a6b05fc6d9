import { describe, expect, it } from 'vitest'
import { saveWithAudit } from '#electron/desk/filing/lease.ts'
import { move } from '#electron/desk/notices.ts'
import { collectDay } from '#electron/reports/content/collect-day.ts'
import { addDays, calendarDate } from '#shared/domain/calendar-date.ts'
import type { NotificationEvent } from '#shared/domain/notification.ts'
import { ANNA, checkedIn, type DeskUnderTest, STAY, startedDesk } from '../../desk/desk-under-test.ts'

const MONDAY = calendarDate('2026-11-23')
const TUESDAY = addDays(MONDAY, 1)

describe('what an open notice waits for', () => {
  it('is a person where it stands behind a notice that needs one, as the queue counts it', async () => {
    const desk = await pausedDesk()
    const notice = await checkedIn(desk)
    await moved(desk, notice.id, ['send_started', 'deferred'])
    await accepted(desk, notice.id)
    await corrected(desk, notice.id, 'C2')
    expect(list(desk, 'goesByItself')).toMatchObject([{ kind: 'correction', state: 'ready' }])
    const [first] = desk.desk().register.rows.noticeLines.open()
    await moved(desk, first?.notification.id ?? '', ['send_started', 'duplicate_reported'])
    const extended = await desk.client.guest.get({ noticeId: notice.id })
    await desk.client.guest.extend({ ...named(extended.notice), departureDate: calendarDate('2026-12-05') })
    expect(list(desk, 'needsPerson')).toMatchObject([
      { kind: 'correction', state: 'duplicate' },
      { kind: 'extension', state: 'ready' },
    ])
    expect(list(desk, 'goesByItself')).toEqual([])
  })

  it('is an answer for everything that has left, a person for what the service calls a repeat', async () => {
    const desk = await pausedDesk()
    const ways: readonly (readonly NotificationEvent['type'][])[] = [
      ['send_started'],
      ['send_started', 'outcome_unknown'],
      ['send_started', 'deferred'],
      ['send_started', 'duplicate_reported'],
      ['send_started', 'rejected'],
      ['handed_over'],
      [],
    ]
    for (const [index, way] of ways.entries()) {
      const { id } = await checkedIn(desk, { documentNumber: `C${index}` })
      await moved(desk, id, way)
    }
    const { totals } = collectDay(desk.desk().register, MONDAY, desk.desk().register.now())
    expect(totals).toMatchObject({ open: 7, unconfirmed: 3, needsPerson: 2, rejected: 1, goesByItself: 1 })
  })
})

describe('guests', () => {
  it('who never came are not counted, also while the service has not answered yet', async () => {
    const desk = await pausedDesk()
    const notice = await checkedIn(desk)
    await checkedIn(desk, { documentNumber: 'C2' })
    await moved(desk, notice.id, ['send_started', 'outcome_unknown'])
    const { version } = (await desk.client.guest.get({ noticeId: notice.id })).notice
    const told = await desk.client.guest.cancel({ noticeId: notice.id, version, reason: 'не заехал', withParty: false })
    expect(told.whatFollows).toBe('after_answer')
    expect(totalsOf(desk)).toMatchObject({ arrivals: 1, inHouse: 1, unconfirmed: 1 })
    await desk.client.guest.reopen({ ...named(told), withParty: false })
    expect(totalsOf(desk)).toMatchObject({ arrivals: 2, inHouse: 2, unconfirmed: 1 })
  })

  it('of whom no departure is known are in house, and said to be; after a year they are not', async () => {
    const desk = await startedDesk()
    await checkedIn(desk, { citizenship: 'KAZ' }, { departureDate: null })
    const { register } = desk.desk()
    const on = (offset: number) => collectDay(register, addDays(MONDAY, offset), register.now()).totals
    expect([on(0).inHouse, on(0).inHouseWithoutDeparture, on(366).inHouse, on(367).inHouse]).toEqual([1, 1, 1, 0])
  })

  it('of a document without nationality, and without a citizenship, are one line of their own', async () => {
    const desk = await startedDesk()
    for (const [index, citizenship] of [null, 'XXX', 'XXA', 'KAZ'].entries())
      await checkedIn(desk, { citizenship, documentNumber: `C${index}` })
    const { byCitizenship } = collectDay(desk.desk().register, MONDAY, desk.desk().register.now())
    expect(byCitizenship.map(({ citizenship, arrivals }) => [citizenship, arrivals])).toEqual([
      ['KAZ', 1],
      ['XXA', 1],
      [null, 2],
    ])
  })
})

describe('a decision', () => {
  it('stays on its day, whatever is entered about the guest later', async () => {
    const desk = await startedDesk()
    const notice = await checkedIn(desk, { documentNumber: 'C1' })
    const filed = await checkedIn(desk, { documentNumber: 'C2' })
    await desk.client.filing.take({ noticeId: filed.id })
    const accepted = await desk.client.filing.recordProof({ noticeId: filed.id, reference: 'E-1' })
    const decided = await desk.client.guest.setNotRequired({ ...named(notice), reason: 'дипломат' })
    desk.ports.clock.setWallTime('2026-11-24T06:00:00.000Z')
    for (const one of [decided, accepted]) await desk.client.guest.depart({ ...named(one), date: TUESDAY, withParty: false })
    const { register } = desk.desk()
    const on = (date: typeof MONDAY) => {
      const { notRequired, filed: accepted } = collectDay(register, date, register.now()).totals
      return { notRequired, filed: accepted }
    }
    expect([on(MONDAY), on(TUESDAY)]).toEqual([
      { notRequired: 1, filed: 1 },
      { notRequired: 0, filed: 0 },
    ])
  })

  it('taken back and made again is one of the later day', async () => {
    const desk = await startedDesk()
    const notice = await checkedIn(desk)
    const first = await desk.client.guest.setNotRequired({ ...named(notice), reason: 'дипломат' })
    desk.ports.clock.setWallTime('2026-11-24T06:00:00.000Z')
    const open = await desk.client.guest.reopen({ ...named(first), withParty: false })
    await desk.client.guest.setFiledElsewhere({ ...named(open), reason: 'подано на бумаге' })
    const { register } = desk.desk()
    const on = (date: typeof MONDAY) => collectDay(register, date, register.now()).totals
    expect([on(MONDAY).notRequired, on(TUESDAY).notRequired, on(TUESDAY).filedElsewhere]).toEqual([0, 0, 1])
  })
})

/** A desk whose notices go by machine, and do not go. */
async function pausedDesk() {
  const desk = await startedDesk({ channel: 'migration-api' })
  await desk.client.queue.pause()
  return desk
}

type PausedDesk = Awaited<ReturnType<typeof pausedDesk>>

async function moved(desk: DeskUnderTest, noticeId: string, events: readonly NotificationEvent['type'][]): Promise<void> {
  const { register } = desk.desk()
  const { actor } = desk.process.contextFor('front')
  for (const type of events)
    register.write(() => {
      const record = register.rows.notifications.find(noticeId)
      if (record === undefined) throw new Error('A notice is there')
      saveWithAudit(register, actor, move(record, { type } as NotificationEvent, 'test'), `notice.${type}`, {})
    })
}

async function accepted(desk: PausedDesk, noticeId: string): Promise<void> {
  const { register } = desk.desk()
  register.write(() => {
    const record = register.rows.notifications.find(noticeId)
    if (record === undefined) throw new Error('A notice is there')
    const next = { ...move(record, { type: 'accepted' }, 'test'), reference: 'E-1', acceptedAt: register.now() }
    saveWithAudit(register, desk.process.contextFor('front').actor, next, 'notice.accepted', {})
  })
}

async function corrected(desk: PausedDesk, noticeId: string, documentNumber: string): Promise<void> {
  const { version } = (await desk.client.guest.get({ noticeId })).notice
  const { departureDate, room, reservation } = STAY
  await desk.client.guest.correct({ noticeId, version, facts: { ...ANNA, documentNumber }, departureDate, room, reservation })
}

function list(desk: DeskUnderTest, name: 'goesByItself' | 'needsPerson') {
  const { register } = desk.desk()
  const { lists, rows } = collectDay(register, MONDAY, register.now())
  return lists[name].map((place) => rows[place])
}

function totalsOf(desk: DeskUnderTest) {
  const { register } = desk.desk()
  return collectDay(register, MONDAY, register.now()).totals
}

function named({ id, version }: { readonly id: string; readonly version: number }) {
  return { noticeId: id, version }
}
