import { describe, expect, it } from 'vitest'
import type { Notice } from '#shared/contract/schemas.ts'
import { calendarDate } from '#shared/domain/calendar-date.ts'
import type { GuestFacts } from '#shared/domain/guest.ts'
import { testPorts } from '../../support/ports.ts'
import { ANNA, checkedIn, STAY, startedDesk } from './desk-under-test.ts'
import { arrivalOf, chainOf, correction, drained, REASON, startedService, type TestDesk } from './service-under-test.ts'

/** A desk whose notices go by themselves, and a guest whose arrival the service has accepted. */
async function deskWithAccepted() {
  const service = await startedService()
  const desk = await startedDesk({ channel: 'migration-api' }, { channelUrl: service.url })
  const notice = await checkedIn(desk)
  await drained(desk)
  const accepted = await arrivalOf(desk, notice.id)
  expect(accepted.state).toBe('accepted')
  return { service, desk, accepted }
}

/** Proof brought by a person: accepted without any service. */
async function acceptedByHand(desk: TestDesk, facts: Partial<GuestFacts> = {}, reference = 'EQ-1'): Promise<Notice> {
  const notice = await checkedIn(desk, facts)
  await desk.client.filing.take({ noticeId: notice.id })
  return desk.client.filing.recordProof({ noticeId: notice.id, reference })
}

describe('after acceptance, with a service', () => {
  it('a correction goes as a notice of its own; the arrival and its proof stay as they are', async () => {
    const { service, desk, accepted } = await deskWithAccepted()
    const corrected = await desk.client.guest.correct(correction(accepted, { phone: '+7 701 222 22 22' }))
    expect(corrected).toMatchObject({ id: accepted.id, state: 'accepted', reference: accepted.reference, revision: 1 })
    await drained(desk)
    expect(await chainOf(desk, accepted.id)).toEqual(['1 arrival accepted r1', '2 correction accepted r1'])
    expect(await service.inForce()).toMatchObject([
      {
        payload: {
          kind: 'correction',
          sequence: 2,
          follows: { clientId: accepted.clientId, reference: accepted.reference },
          person: { phone: '+7 701 222 22 22' },
        },
      },
    ])
    const detail = await desk.client.guest.get({ noticeId: accepted.id })
    const [followUp] = detail.followUps
    expect(followUp).toMatchObject({
      certainty: 'open',
      deadline: { rule: 'follow-up-notice@open', arrival: '2026-11-23', strictDue: '2026-11-25', channelCutoff: null },
    })
    expect(followUp?.receipts).toHaveLength(1)
    expect(followUp?.timeline.map(({ kind }) => kind)).toEqual(['followed', 'attempt', 'accepted'])
    expect(detail.receipts).toHaveLength(1)
    expect((await desk.client.maintenance.verify()).isClean).toBe(true)
  })

  it('corrections made while nothing goes become one, with everything in it; taken back, none is left', async () => {
    const { service, desk, accepted } = await deskWithAccepted()
    await desk.client.queue.pause()
    const first = await desk.client.guest.correct(correction(accepted, { phone: '+7 701 111 11 11' }))
    const second = await desk.client.guest.correct(correction(first, { phone: '+7 701 111 11 11', email: 'a@example.com' }))
    expect(await chainOf(desk, accepted.id)).toEqual(['1 arrival accepted r1', '2 correction ready r2'])
    const undone = await desk.client.guest.correct(correction(second, {}))
    expect(await chainOf(desk, accepted.id)).toEqual(['1 arrival accepted r1', '2 correction cancelled r2'])
    await desk.client.guest.correct(correction(undone, { phone: '+7 701 333 33 33' }))
    expect(await chainOf(desk, accepted.id)).toEqual([
      '1 arrival accepted r1',
      '2 correction cancelled r2',
      '3 correction ready r1',
    ])
    await desk.client.queue.resume()
    await drained(desk)
    expect(await service.inForce()).toMatchObject([{ payload: { sequence: 3, person: { phone: '+7 701 333 33 33' } } }])
  })

  it('a move to another room tells the service nothing, and saving without a change neither', async () => {
    const { desk, accepted } = await deskWithAccepted()
    const moved = await desk.client.guest.correct(correction(accepted, {}, { room: '305' }))
    expect(moved.room).toBe('305')
    await desk.client.guest.correct(correction(moved, {}, { room: '305' }))
    expect(await chainOf(desk, accepted.id)).toEqual(['1 arrival accepted r1'])
  })

  it('two clerks: the second who corrects against the same version is told', async () => {
    const { desk, accepted } = await deskWithAccepted()
    await desk.at('first').guest.correct(correction(accepted, { phone: '1' }))
    await expect(desk.at('second').guest.correct(correction(accepted, { phone: '2' }))).rejects.toMatchObject({ code: 'STALE' })
  })

  it('an extension, a departure, then a correction: in that order, each with its own proof', async () => {
    const { service, desk, accepted } = await deskWithAccepted()
    await desk.client.queue.pause()
    const longer = await desk.client.guest.extend({
      noticeId: accepted.id,
      version: accepted.version,
      departureDate: calendarDate('2026-11-30'),
    })
    expect(longer.departureDate).toBe('2026-11-30')
    const renamed = await desk.client.guest.correct(correction(longer, { phone: '7' }, { departureDate: '2026-11-30' }))
    expect(await chainOf(desk, accepted.id)).toEqual(['1 arrival accepted r1', '2 extension ready r2', '3 correction ready r1'])
    await desk.client.queue.resume()
    await drained(desk)
    desk.ports.clock.advance(2 * 86_400_000)
    await desk.client.guest.depart({
      noticeId: accepted.id,
      version: renamed.version,
      date: calendarDate('2026-11-25'),
    })
    await drained(desk)
    expect(await chainOf(desk, accepted.id)).toEqual([
      '1 arrival accepted r1',
      '2 extension accepted r2',
      '3 correction accepted r1',
      '4 departure accepted r1',
    ])
    const detail = await desk.client.guest.get({ noticeId: accepted.id })
    expect(detail.departedOn).toBe('2026-11-25')
    expect(detail.followUps.map(({ certainty }) => certainty)).toEqual(['open', 'open', 'advisory'])
    expect(detail.followUps.at(-1)?.deadline).toMatchObject({ strictDue: '2026-11-26', explanation: [] })
    expect(new Set(detail.followUps.map(({ notice }) => notice.reference)).size).toBe(3)
    expect(await service.inForce()).toMatchObject([{ payload: { kind: 'departure', stay: { departureDate: '2026-11-25' } } }])
    const { version } = detail.notice
    const stays = await desk.client.guest.extend({
      noticeId: accepted.id,
      version,
      departureDate: calendarDate('2026-12-05'),
    })
    expect(stays).toMatchObject({ departureDate: '2026-12-05', whatFollows: 'follow_up' })
    await drained(desk)
    // Reported as gone and here again: one notice puts all of it right.
    expect((await chainOf(desk, accepted.id)).at(-1)).toBe('5 correction accepted r1')
    expect(await service.inForce()).toMatchObject([{ payload: { kind: 'correction', stay: { departureDate: '2026-12-05' } } }])
    expect((await desk.client.guest.get({ noticeId: accepted.id })).departedOn).toBe(null)
  })

  it('a cancellation is the last word: what was not sent is withdrawn, nothing follows, and the service keeps it as cancelled', async () => {
    const { service, desk, accepted } = await deskWithAccepted()
    await desk.client.queue.pause()
    const corrected = await desk.client.guest.correct(correction(accepted, { phone: '7' }))
    const cancelled = await desk.client.guest.cancel({ noticeId: accepted.id, version: corrected.version, reason: REASON })
    expect(cancelled).toMatchObject({ id: accepted.id, state: 'accepted' })
    await desk.client.queue.resume()
    await drained(desk)
    expect(await chainOf(desk, accepted.id)).toEqual([
      '1 arrival accepted r1',
      '2 correction cancelled r1',
      '3 cancellation accepted r1',
    ])
    expect(await service.inForce()).toMatchObject([{ payload: { kind: 'cancellation', person: { phone: '7' } } }])
    const { version } = await arrivalOf(desk, accepted.id)
    for (const call of [
      () => desk.client.guest.correct(correction({ ...accepted, version }, { phone: '8' })),
      () => desk.client.guest.cancel({ noticeId: accepted.id, version, reason: REASON }),
      () => desk.client.guest.depart({ noticeId: accepted.id, version, date: calendarDate('2026-11-23') }),
    ])
      await expect(call()).rejects.toMatchObject({ code: 'NOT_NOW' })
    // Whoever comes after all is a new arrival, which the service takes.
    const again = await checkedIn(desk)
    await drained(desk)
    expect((await arrivalOf(desk, again.id)).state).toBe('accepted')
  })

  it('a cancellation taken back before it went leaves the notice in force', async () => {
    const { service, desk, accepted } = await deskWithAccepted()
    await desk.client.queue.pause()
    await desk.client.guest.cancel({ noticeId: accepted.id, version: accepted.version, reason: REASON })
    const { automatic } = await desk.client.queue.get()
    expect(automatic).toMatchObject([{ kind: 'cancellation', reason: REASON, sequence: 2 }])
    const [waiting] = automatic
    if (waiting === undefined) throw new Error('no cancellation')
    const back = await desk.client.guest.cancel({
      noticeId: waiting.id,
      version: waiting.version,
      reason: 'гость всё же приехал',
    })
    expect(back).toMatchObject({ state: 'cancelled', whatFollows: 'follow_up' })
    await expect(desk.client.guest.reopen({ noticeId: waiting.id, version: back.version })).rejects.toMatchObject({
      code: 'NOT_NOW',
    })
    await desk.client.queue.resume()
    await drained(desk)
    expect(await service.inForce()).toMatchObject([{ payload: { kind: 'arrival' } }])
    const { version } = await arrivalOf(desk, accepted.id)
    await desk.client.guest.correct(correction({ ...accepted, version }, { phone: '8' }))
    await drained(desk)
    expect(await service.inForce()).toMatchObject([{ payload: { kind: 'correction', sequence: 3 } }])
  })

  it('a cancellation that the service turned away can be taken back too, and more may follow', async () => {
    const { service, desk, accepted } = await deskWithAccepted()
    await service.fail({ 'reject-field': 1 })
    await desk.client.guest.cancel({ noticeId: accepted.id, version: accepted.version, reason: REASON })
    await drained(desk)
    const [refused] = (await desk.client.queue.get()).decision
    if (refused === undefined) throw new Error('no cancellation')
    expect(refused).toMatchObject({ kind: 'cancellation', state: 'rejected' })
    await desk.client.guest.cancel({ noticeId: refused.id, version: refused.version, reason: 'гость всё же приехал' })
    await service.fail({})
    const { version } = await arrivalOf(desk, accepted.id)
    await desk.client.guest.correct(correction({ ...accepted, version }, { phone: '8' }))
    await drained(desk)
    expect(await chainOf(desk, accepted.id)).toEqual([
      '1 arrival accepted r1',
      '2 cancellation cancelled r1',
      '3 correction accepted r1',
    ])
    expect(await service.inForce()).toMatchObject([{ payload: { kind: 'correction', sequence: 3, person: { phone: '8' } } }])
  })

  it('companions follow a longer stay, each in the way of its own state', async () => {
    const service = await startedService()
    const desk = await startedDesk({ channel: 'migration-api' }, { channelUrl: service.url })
    const { notices } = await desk.client.checkIn.create({
      requestId: desk.ports.newId(),
      stay: STAY,
      guests: [
        ANNA,
        { ...ANNA, givenNames: 'BERTA', documentNumber: 'C01X00T48' },
        { ...ANNA, givenNames: 'CARL', documentNumber: 'C01X00T49', issueDate: null },
      ],
    })
    const [anna, berta, carl] = notices
    if (anna === undefined || berta === undefined || carl === undefined) throw new Error('no notices')
    await desk.client.queue.drain({ untilEmpty: true, timeoutMs: 20_000 })
    const { version } = await arrivalOf(desk, anna.id)
    await desk.client.guest.extend({ noticeId: anna.id, version, departureDate: calendarDate('2026-12-01') })
    await desk.client.queue.drain({ untilEmpty: true, timeoutMs: 20_000 })
    expect(await chainOf(desk, anna.id)).toEqual(['1 arrival accepted r1', '2 extension accepted r1'])
    expect(await chainOf(desk, berta.id)).toEqual(['1 arrival accepted r1', '2 extension accepted r1'])
    expect(await chainOf(desk, carl.id)).toEqual(['1 arrival incomplete r0'])
    expect((await arrivalOf(desk, carl.id)).departureDate).toBe('2026-12-01')
    expect((await service.inForce()).map(({ payload }) => payload.stay.departureDate)).toEqual(['2026-12-01', '2026-12-01'])
  })
})

describe('a guest who was cancelled after acceptance', () => {
  it('is no duty any more: under the same booking he is a new arrival, also when the cancellation has not gone yet', async () => {
    const desk = await startedDesk({}, {})
    const stay = { reservation: 'B-7' }
    const notice = await checkedIn(desk, {}, stay)
    await desk.client.filing.take({ noticeId: notice.id })
    const accepted = await desk.client.filing.recordProof({ noticeId: notice.id, reference: 'EQ-9' })
    expect((await checkedIn(desk, {}, stay)).id).toBe(notice.id)
    await desk.client.guest.cancel({ noticeId: notice.id, version: accepted.version, reason: REASON })
    const again = await checkedIn(desk, {}, stay)
    expect(again).toMatchObject({ kind: 'arrival', state: 'ready' })
    expect(again.id).not.toBe(notice.id)
  })
})

describe('after acceptance, where a person files', () => {
  it('a correction waits for hands; its number may be that of the arrival, but not that of another guest', async () => {
    const desk = await startedDesk()
    const accepted = await acceptedByHand(desk)
    await acceptedByHand(desk, { documentNumber: 'C01X00T48', givenNames: 'BERTA' }, 'EQ-2')
    await desk.client.guest.correct(correction(accepted, { phone: '7' }))
    const { byHand } = await desk.client.queue.get()
    expect(byHand).toMatchObject([{ kind: 'correction', state: 'ready', channelCutoff: null, lane: 'later' }])
    const [waiting] = byHand
    if (waiting === undefined) throw new Error('no correction')
    await desk.client.filing.take({ noticeId: waiting.id })
    await expect(desk.client.filing.recordProof({ noticeId: waiting.id, reference: 'EQ-2' })).rejects.toMatchObject({
      data: { issues: [{ path: 'reference', code: 'already_used' }] },
    })
    await desk.client.filing.recordProof({ noticeId: waiting.id, reference: 'EQ-1' })
    expect(await chainOf(desk, accepted.id)).toEqual(['1 arrival accepted r1', '2 correction accepted r1'])
    expect((await desk.client.maintenance.verify()).isClean).toBe(true)
  })

  it('a colleague who files one is not disturbed; a clerk’s own lease stays over a correction', async () => {
    const desk = await startedDesk()
    const accepted = await acceptedByHand(desk)
    const corrected = await desk.client.guest.correct(correction(accepted, { phone: '7' }))
    const [waiting] = (await desk.client.queue.get()).byHand
    if (waiting === undefined) throw new Error('no correction')
    await desk.at('first').filing.take({ noticeId: waiting.id })
    await expect(desk.at('second').guest.correct(correction(corrected, { phone: '8' }))).rejects.toMatchObject({
      code: 'LEASED',
    })
    await desk.at('first').guest.correct(correction(corrected, { phone: '9' }))
    expect(await chainOf(desk, accepted.id)).toEqual(['1 arrival accepted r1', '2 correction leased r2'])
  })

  it('what became known later is filed later', async () => {
    const desk = await startedDesk()
    const accepted = await acceptedByHand(desk)
    const corrected = await desk.client.guest.correct(correction(accepted, { phone: '7' }))
    await desk.client.guest.extend({
      noticeId: accepted.id,
      version: corrected.version,
      departureDate: calendarDate('2026-11-30'),
    })
    const { followUps } = await desk.client.guest.get({ noticeId: accepted.id })
    const [first, second] = followUps.map(({ notice }) => notice)
    if (first === undefined || second === undefined) throw new Error('no follow-ups')
    await expect(desk.client.filing.take({ noticeId: second.id })).rejects.toMatchObject({ code: 'NOT_NOW' })
    await desk.client.guest.setFiledElsewhere({ noticeId: first.id, version: first.version, reason: REASON })
    await desk.client.filing.take({ noticeId: second.id })
  })

  it('a departure is written down and tells nobody; a guest who came back after all stays on', async () => {
    const desk = await startedDesk()
    const accepted = await acceptedByHand(desk)
    const gone = await desk.client.guest.depart({
      noticeId: accepted.id,
      version: accepted.version,
      date: calendarDate('2026-11-23'),
    })
    expect(await chainOf(desk, accepted.id)).toEqual(['1 arrival accepted r1'])
    expect((await desk.client.guest.get({ noticeId: accepted.id })).departedOn).toBe('2026-11-23')
    await desk.client.guest.extend({ noticeId: gone.id, version: gone.version, departureDate: calendarDate('2026-11-29') })
    const detail = await desk.client.guest.get({ noticeId: accepted.id })
    expect([detail.departedOn, detail.stay.departureDate]).toEqual([null, '2026-11-29'])
  })

  it.each([
    ['extend', { departureDate: '2026-11-27' }, 'departureDate', 'not_later'],
    ['depart', { date: '2026-11-24' }, 'date', 'in_future'],
    ['depart', { date: '2026-11-22' }, 'date', 'departure_before_arrival'],
  ] as const)('%s %o is refused', async (procedure, given, path, code) => {
    const desk = await startedDesk()
    const { id: noticeId, version } = await acceptedByHand(desk)
    const days = Object.fromEntries(Object.entries(given).map(([key, day]) => [key, calendarDate(day)]))
    const call =
      procedure === 'extend'
        ? desk.client.guest.extend({ noticeId, version, departureDate: calendarDate('2026-11-27'), ...days })
        : desk.client.guest.depart({ noticeId, version, date: calendarDate('2026-11-23'), ...days })
    await expect(call).rejects.toMatchObject({ code: 'BAD_INPUT', data: { issues: [{ path, code }] } })
    expect((await desk.client.guest.get({ noticeId })).departedOn).toBe(null)
  })

  it('lists guests once, notices each on a line of its own', async () => {
    const desk = await startedDesk()
    const accepted = await acceptedByHand(desk)
    await desk.client.guest.correct(correction(accepted, { phone: '7' }))
    for (const query of ['', 'mueller']) {
      const { notices, total } = await desk.client.guest.search({ query, limit: 10 })
      expect([notices.map(({ kind }) => kind), total]).toEqual([['arrival'], 1])
    }
    expect((await desk.client.queue.list({})).map(({ kind, state }) => [kind, state])).toEqual([
      ['arrival', 'accepted'],
      ['correction', 'ready'],
    ])
    const [waiting] = (await desk.client.queue.get()).byHand
    const detail = await desk.client.guest.get({ noticeId: waiting?.id ?? '' })
    expect([detail.notice.id, detail.followUps[0]?.notice.id]).toEqual([accepted.id, waiting?.id])
  })
})

describe('the service says it has one already', () => {
  /** A duplicate as the outbox leaves it. */
  async function deskWithDuplicate(reference: string | null) {
    const service = await startedService()
    // Ids of its own: another desk, not this one again.
    const other = await startedDesk({ channel: 'migration-api' }, { channelUrl: service.url, ports: testPorts({ seed: 2 }) })
    await checkedIn(other)
    await drained(other)
    const desk = await startedDesk({ channel: 'migration-api' }, { channelUrl: service.url })
    const notice = await checkedIn(desk)
    await desk.client.queue.drain({ untilEmpty: true, timeoutMs: 20_000 })
    const [existing] = await service.inForce()
    if (reference === null) desk.desk().register.store.database.exec('UPDATE notification SET existing_reference = NULL')
    return { desk, notice: await arrivalOf(desk, notice.id), reference: existing?.reference ?? '' }
  }

  it('ours: accepted, with its number as the proof', async () => {
    const { desk, notice, reference } = await deskWithDuplicate('known')
    expect(notice).toMatchObject({ state: 'duplicate', existingReference: reference, refusal: null, reference: null })
    const stale = desk.client.filing.confirmDuplicate({ noticeId: notice.id, version: notice.version - 1, isOurs: true })
    await expect(stale).rejects.toMatchObject({ code: 'STALE' })
    const ours = await desk.client.filing.confirmDuplicate({ noticeId: notice.id, version: notice.version, isOurs: true })
    expect(ours).toMatchObject({ state: 'accepted', reference, existingReference: null })
    await expect(
      desk.client.filing.confirmDuplicate({ noticeId: notice.id, version: ours.version, isOurs: true }),
    ).rejects.toMatchObject({ code: 'NOT_NOW' })
    expect((await desk.client.maintenance.verify()).isClean).toBe(true)
  })

  it('not ours: it waits for a person', async () => {
    const { desk, notice } = await deskWithDuplicate('known')
    const theirs = await desk.client.filing.confirmDuplicate({ noticeId: notice.id, version: notice.version, isOurs: false })
    expect(theirs).toMatchObject({ state: 'handover', cause: 'already_there' })
    expect((await desk.client.filing.handOverList()).map((entry) => entry.notice.id)).toEqual([notice.id])
    expect((await desk.client.guest.get({ noticeId: notice.id })).timeline.at(-1)?.kind).toBe('duplicate_disowned')
  })

  it('without a number there is no proof to take', async () => {
    const { desk, notice } = await deskWithDuplicate(null)
    await expect(
      desk.client.filing.confirmDuplicate({ noticeId: notice.id, version: notice.version, isOurs: true }),
    ).rejects.toMatchObject({ code: 'PROOF_REQUIRED' })
  })
})
