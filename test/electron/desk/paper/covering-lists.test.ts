import { describe, expect, it } from 'vitest'
import { calendarDate } from '#shared/domain/calendar-date.ts'
import { NOTIFICATION_STATES, type NotificationState } from '#shared/domain/notification.ts'
import { ANNA, checkedIn, STAY, startedDesk } from '../desk-under-test.ts'
import { guests, idsOf, listed, nextDays, stateOf, TODAY } from './paper-desk.ts'

describe('a covering list', () => {
  it('has the next number of the year, and holds who made it of whom in which revision', async () => {
    const desk = await startedDesk({ channel: 'paper' })
    const notices = await guests(desk, 3)
    const list = await listed(desk, notices)
    expect(list).toMatchObject({
      number: '2026-001',
      madeOn: TODAY,
      madeAt: '2026-11-23T05:43:00.000Z',
      madeBy: 'Управляющий',
      language: 'ru',
      printed: null,
      notices: 3,
      waiting: 3,
      taken: 0,
      notTaken: 0,
      droppedOff: 0,
      actBy: '2026-11-25',
    })
    expect(list.entries.map(({ position, notice, revision, outcome }) => [position, notice.id, revision, outcome])).toEqual(
      notices.map(({ id }, index) => [index + 1, id, 1, null]),
    )
    expect(await stateOf(desk, notices[0]?.id ?? '')).toMatchObject({
      state: 'handover',
      lease: null,
      paper: { listId: list.id, number: '2026-001', madeAt: '2026-11-23T05:43:00.000Z', by: 'Управляющий' },
    })
    expect((await desk.client.queue.get()).byHand).toHaveLength(3)
    expect((await desk.client.maintenance.verify()).isClean).toBe(true)
  })

  it('counts from one again in a new hotel-local year', async () => {
    const desk = await startedDesk({ channel: 'paper' })
    const [a, b, c] = await guests(desk, 3)
    if (a === undefined || b === undefined || c === undefined) throw new Error('three guests')
    // 31 December 2026, 23:59 in Almaty: 18:59 UTC.
    desk.ports.clock.advance(Date.parse('2026-12-31T18:59:00Z') - desk.ports.clock.now())
    expect((await listed(desk, [a])).number).toBe('2026-001')
    expect((await listed(desk, [b])).number).toBe('2026-002')
    desk.ports.clock.advance(60_000)
    const first = await listed(desk, [c])
    expect([first.number, first.madeOn]).toEqual(['2027-001', '2027-01-01'])
    expect((await desk.client.paper.find({ number: '2026-2' })).number).toBe('2026-002')
    await expect(desk.client.paper.find({ number: '2027-2' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect((await desk.client.paper.lists({})).map(({ number }) => number)).toEqual(['2027-001', '2026-002', '2026-001'])
  })

  it('made once more with the same id is the same list, with other notices refused', async () => {
    const desk = await startedDesk({ channel: 'paper' })
    const notices = await guests(desk, 2)
    const given = { listId: desk.ports.newId(), noticeIds: idsOf(notices) }
    const list = await desk.client.paper.make(given)
    expect(await desk.at('tab-2').paper.make(given)).toEqual(list)
    await expect(desk.client.paper.make({ ...given, noticeIds: given.noticeIds.slice(1) })).rejects.toMatchObject({
      code: 'BAD_INPUT',
      data: { issues: [{ path: 'listId', code: 'already_used' }] },
    })
    expect(await desk.client.paper.lists({ all: true })).toHaveLength(1)
  })

  it('takes all or none: a guest on another list, or one whose data are not complete, leaves no list behind', async () => {
    const desk = await startedDesk({ channel: 'paper' })
    const [a, b] = await guests(desk, 2)
    if (a === undefined || b === undefined) throw new Error('two guests')
    await listed(desk, [a])
    await expect(listed(desk, [b, a])).rejects.toMatchObject({ code: 'ON_PAPER', data: { number: '2026-001' } })
    const incomplete = await checkedIn(desk, { issueDate: null, documentNumber: 'C01X0777' })
    await expect(listed(desk, [b, incomplete])).rejects.toMatchObject({ code: 'NOT_NOW' })
    expect(await stateOf(desk, b.id)).toMatchObject({ state: 'ready' })
    expect(await desk.client.paper.lists({ all: true })).toHaveLength(1)
  })

  it('belongs to the desk that was first when two put the same guest on a list', async () => {
    const desk = await startedDesk({ channel: 'paper' })
    const notices = await guests(desk, 1)
    const make = (workplace: string) => desk.at(workplace).paper.make({ listId: desk.ports.newId(), noticeIds: idsOf(notices) })
    const results = await Promise.allSettled([make('tab-1'), make('tab-2')])
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'ON_PAPER' } })
  })

  it('does not take a guest a colleague is filing, nor one who has not arrived', async () => {
    const desk = await startedDesk({ channel: 'paper' })
    const [a] = await guests(desk, 1)
    if (a === undefined) throw new Error('one guest')
    await desk.at('tab-9').filing.take({ noticeId: a.id })
    await expect(listed(desk, [a])).rejects.toMatchObject({ code: 'LEASED' })
    const expected = await checkedIn(
      desk,
      { documentNumber: 'C01X0888' },
      { arrivalAt: '2026-11-25T10:00', departureDate: calendarDate('2026-11-28'), reservation: 'B-1' },
    )
    await expect(listed(desk, [expected])).rejects.toMatchObject({
      code: 'BAD_INPUT',
      data: { issues: [{ path: 'noticeIds.0', code: 'in_future' }] },
    })
    // What the caller holds himself he may put on a list at once.
    await desk.at('tab-9').paper.make({ listId: desk.ports.newId(), noticeIds: [a.id] })
    expect(await stateOf(desk, a.id)).toMatchObject({ state: 'handover', lease: null })
  })

  it('is made only of what a person may file now', async () => {
    const found: Partial<Record<NotificationState, string>> = {}
    const desk = await startedDesk({ channel: 'paper' })
    const { database } = desk.desk().register.store
    for (const state of NOTIFICATION_STATES) {
      if (state === 'leased' || state === 'accepted') continue
      const notice = await checkedIn(desk, { documentNumber: `C01X0${500 + NOTIFICATION_STATES.indexOf(state)}` })
      database.prepare('UPDATE notification SET state = ? WHERE id = ?').run(state, notice.id)
      found[state] = await listed(desk, [notice]).then(
        ({ entries }) => entries[0]?.notice.state ?? '',
        (error: { code: string }) => error.code,
      )
    }
    expect(found).toEqual({
      ...Object.fromEntries(
        NOTIFICATION_STATES.filter((state) => state !== 'leased' && state !== 'accepted').map((state) => [state, 'NOT_NOW']),
      ),
      ready: 'handover',
      handover: 'handover',
    })
  })
})

describe('a notice on a list', () => {
  it('goes by no other way: not taken for a portal, not off the colleague’s list, not sent', async () => {
    const desk = await startedDesk()
    const [a] = await guests(desk, 1)
    if (a === undefined) throw new Error('one guest')
    await listed(desk, [a])
    for (const act of [
      desk.client.filing.take({ noticeId: a.id }),
      desk.client.filing.takeBack({ noticeId: a.id }),
      listed(desk, [a]),
    ])
      await expect(act).rejects.toMatchObject({ code: 'ON_PAPER', data: { number: '2026-001' } })
    expect(await desk.client.filing.handOverList()).toMatchObject([
      { canTakeBack: false, notice: { paper: { number: '2026-001' } } },
    ])
  })

  it('is taken off to where it stood: ready, or with the colleague who signs', async () => {
    const desk = await startedDesk()
    const [a, b] = await guests(desk, 2)
    if (a === undefined || b === undefined) throw new Error('two guests')
    await desk.client.filing.handOver({ noticeId: b.id })
    const list = await listed(desk, [a, b])
    await desk.client.paper.takeOff({ listId: list.id, noticeId: a.id })
    const after = await desk.client.paper.takeOff({ listId: list.id, noticeId: b.id, reason: 'гость уехал' })
    expect(after).toMatchObject({ waiting: 0, droppedOff: 2, actBy: null })
    expect(after.entries.map(({ outcome, reason }) => [outcome, reason])).toEqual([
      ['taken_off', null],
      ['taken_off', 'гость уехал'],
    ])
    expect((await stateOf(desk, a.id)).state).toBe('ready')
    expect((await stateOf(desk, b.id)).state).toBe('handover')
    expect(await stateOf(desk, b.id)).not.toHaveProperty('paper')
    await expect(desk.client.paper.takeOff({ listId: list.id, noticeId: a.id })).rejects.toMatchObject({ code: 'NOT_NOW' })
    // Off one list it may go on the next, and the colleague may give it back.
    expect((await listed(desk, [a])).number).toBe('2026-002')
    expect((await desk.client.filing.takeBack({ noticeId: b.id })).state).toBe('ready')
  })

  it.each([
    [
      'corrected',
      'corrected',
      'handover',
      (desk, id, version) =>
        desk.client.guest.correct({
          noticeId: id,
          version,
          facts: { ...ANNA, phone: '+7 700 000 00 00' },
          departureDate: STAY.departureDate,
          room: '208',
        }),
    ],
    [
      'extended',
      'corrected',
      'handover',
      (desk, id, version) => desk.client.guest.extend({ noticeId: id, version, departureDate: calendarDate('2026-12-01') }),
    ],
    [
      'withdrawn',
      'otherwise',
      'cancelled',
      (desk, id, version) => desk.client.guest.cancel({ noticeId: id, version, reason: 'не приехал' }),
    ],
    [
      'not owed',
      'otherwise',
      'not_required',
      (desk, id, version) => desk.client.guest.setNotRequired({ noticeId: id, version, reason: 'по решению' }),
    ],
    [
      'filed elsewhere',
      'otherwise',
      'filed_elsewhere',
      (desk, id, version) => desk.client.guest.setFiledElsewhere({ noticeId: id, version, reason: 'подал владелец' }),
    ],
    [
      'accepted by a proof of its own',
      'otherwise',
      'accepted',
      (desk, id) => desk.client.filing.recordProof({ noticeId: id, reference: 'EQ-1', stampedOn: TODAY }),
    ],
  ] as const satisfies readonly (readonly [
    string,
    string,
    NotificationState,
    (desk: Awaited<ReturnType<typeof startedDesk>>, id: string, version: number) => Promise<unknown>,
  ])[])('drops off when it is %s, and says so', async (_, outcome, state, act) => {
    const desk = await startedDesk({ channel: 'paper' })
    const notice = await checkedIn(desk)
    const list = await listed(desk, [notice])
    await act(desk, notice.id, (await stateOf(desk, notice.id)).version)
    const after = await desk.client.paper.get({ listId: list.id })
    expect(after).toMatchObject({ waiting: 0, droppedOff: 1, entries: [{ outcome, settledBy: 'Управляющий' }] })
    const { notice: now, timeline } = await desk.client.guest.get({ noticeId: notice.id })
    expect(now.state).toBe(state)
    expect(now).not.toHaveProperty('paper')
    expect(timeline.findLast(({ kind }) => kind === 'dropped_off_list')).toMatchObject({
      details: { list: '2026-001', outcome },
    })
    await expect(desk.client.paper.handIn({ listId: list.id, stampedOn: TODAY, stampNumber: 'ВХ-1' })).rejects.toMatchObject({
      code: 'NOT_NOW',
    })
    expect((await desk.client.maintenance.verify()).isClean).toBe(true)
  })

  it('stays on it when its guest moves to another room, and when the correction changes nothing', async () => {
    const desk = await startedDesk({ channel: 'paper' })
    const notice = await checkedIn(desk)
    const list = await listed(desk, [notice])
    const { version } = await stateOf(desk, notice.id)
    const moved = await desk.client.guest.moveRoom({ noticeId: notice.id, version, room: '305' })
    expect(moved).toMatchObject({ room: '305', revision: 1, paper: { number: '2026-001' } })
    expect((await desk.client.paper.get({ listId: list.id })).waiting).toBe(1)
  })

  it('stays on it over the days, and is overdue like any other', async () => {
    const desk = await startedDesk({ channel: 'paper' })
    const [a] = await guests(desk, 1)
    if (a === undefined) throw new Error('one guest')
    await listed(desk, [a])
    nextDays(desk, 4)
    expect((await desk.client.board.get()).lanes.overdue).toMatchObject([{ id: a.id, paper: { number: '2026-001' } }])
  })
})
