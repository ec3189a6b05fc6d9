import { expect, it } from 'vitest'
import type { LossCase } from '#shared/contract/lost-passport-contract.ts'
import { calendarDate } from '#shared/domain/calendar-date.ts'
import { LOSS_STEPS, nextLossStep } from '#shared/domain/lost-passport.ts'
import { ANNA, checkedIn, STAY, startedDesk } from '../desk-under-test.ts'

type TestDesk = Awaited<ReturnType<typeof startedDesk>>

const TODAY = calendarDate('2026-11-23')
const DAY_MS = 24 * 60 * 60_000

async function opened(desk: TestDesk, noticeId: string): Promise<LossCase> {
  return desk.client.lostPassport.open({
    caseId: desk.ports.newId(),
    noticeId,
    noticedOn: TODAY,
    place: 'Зелёный базар',
    circumstances: 'пропала сумка',
  })
}

const seen = ({ id, version }: LossCase) => ({ caseId: id, version })

it('opens with the document known then, and moves no date and no state of the notice', async () => {
  const desk = await startedDesk()
  const notice = await checkedIn(desk)
  const before = await desk.client.guest.get({ noticeId: notice.id })
  const loss = await opened(desk, notice.id)
  expect(loss).toMatchObject({
    noticeId: notice.id,
    noticedOn: TODAY,
    openedBy: 'Управляющий',
    place: 'Зелёный базар',
    circumstances: 'пропала сумка',
    lostDocument: { type: 'passport', number: 'C01X00T47', issuingState: 'DEU' },
    newDocument: null,
    nextStep: 'police',
    closed: null,
    version: 1,
  })
  const after = await desk.client.guest.get({ noticeId: notice.id })
  expect(after.notice).toEqual(before.notice)
  expect(after.deadline).toEqual(before.deadline)
  expect(after.duties).toEqual(before.duties)
  expect(after.followUps).toEqual([])
  expect(after.timeline.map(({ kind }) => kind)).toEqual(['checked_in', 'lost_passport_opened'])
  expect(await desk.client.lostPassport.openCases()).toEqual([
    {
      caseId: loss.id,
      noticeId: notice.id,
      displayName: notice.displayName,
      room: '208',
      noticedOn: TODAY,
      nextStep: 'police',
    },
  ])
})

it('goes from step to step: what was done, put right, taken back, and what comes next', async () => {
  const desk = await startedDesk()
  const notice = await checkedIn(desk)
  let loss = await opened(desk, notice.id)
  desk.ports.clock.advance(2 * DAY_MS)
  loss = await desk.client.lostPassport.recordStep({
    ...seen(loss),
    step: 'police',
    doneOn: TODAY,
    number: 'КУИ-7',
    note: null,
  })
  expect(loss.nextStep).toBe('certificate')
  // Whoever has the certificate has been at the police; an earlier step may still be entered afterwards.
  loss = await desk.client.lostPassport.recordStep({
    ...seen(loss),
    step: 'consulate',
    doneOn: calendarDate('2026-11-25'),
    number: 'P-1',
    note: 'свидетельство на возвращение',
  })
  expect(loss.nextStep).toBe('exitVisa')
  loss = await desk.client.lostPassport.recordStep({ ...seen(loss), step: 'consulate', doneOn: null })
  loss = await desk.client.lostPassport.recordStep({
    ...seen(loss),
    step: 'police',
    doneOn: TODAY,
    number: 'КУИ-77',
    note: null,
  })
  expect(loss.nextStep).toBe('certificate')
  expect(loss.steps).toEqual([
    { step: 'police', doneOn: TODAY, number: 'КУИ-77', note: null, by: 'Управляющий' },
    ...LOSS_STEPS.slice(1).map((step) => ({ step, doneOn: null, number: null, note: null, by: null })),
  ])
  const { timeline } = await desk.client.guest.get({ noticeId: notice.id })
  expect(timeline.map(({ kind }) => kind).slice(1)).toEqual([
    'lost_passport_opened',
    'lost_passport_step',
    'lost_passport_step',
    'lost_passport_step_undone',
    'lost_passport_step',
  ])
  expect((await desk.client.maintenance.verify()).isClean).toBe(true)
})

it('refuses days that cannot be, a second open case, and a change of what somebody else has changed', async () => {
  const desk = await startedDesk()
  const { client } = desk
  const notice = await checkedIn(desk)
  const given = { caseId: desk.ports.newId(), noticeId: notice.id, noticedOn: TODAY, place: 'такси' }
  await expect(client.lostPassport.open({ ...given, noticedOn: calendarDate('2026-11-24') })).rejects.toMatchObject({
    code: 'BAD_INPUT',
    data: { issues: [{ path: 'noticedOn', code: 'in_future' }] },
  })
  const loss = await client.lostPassport.open(given)
  // A lost answer is safe to repeat.
  expect(await client.lostPassport.open(given)).toEqual(loss)
  await expect(opened(desk, notice.id)).rejects.toMatchObject({ code: 'STALE', data: { what: 'lost_passport' } })
  for (const [doneOn, code] of [
    ['2026-11-22', 'before_loss'],
    ['2026-11-24', 'in_future'],
  ] as const)
    await expect(
      client.lostPassport.recordStep({ ...seen(loss), step: 'police', doneOn: calendarDate(doneOn) }),
    ).rejects.toMatchObject({ code: 'BAD_INPUT', data: { issues: [{ path: 'doneOn', code }] } })
  await client.lostPassport.recordStep({ ...seen(loss), step: 'police', doneOn: TODAY })
  await expect(client.lostPassport.close({ ...seen(loss), ending: 'found' })).rejects.toMatchObject({ code: 'STALE' })
  await expect(client.lostPassport.close({ ...seen(loss), version: 2, ending: 'unresolved' })).rejects.toMatchObject({
    code: 'BAD_INPUT',
    data: { issues: [{ path: 'note', code: 'required' }] },
  })
  await expect(client.lostPassport.get({ noticeId: desk.ports.newId() })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

it('ends, is opened again, and leaves room for another loss', async () => {
  const desk = await startedDesk()
  const { client } = desk
  const notice = await checkedIn(desk)
  const loss = await opened(desk, notice.id)
  const closed = await client.lostPassport.close({ ...seen(loss), ending: 'found', note: 'нашли в сейфе' })
  expect(closed).toMatchObject({ closed: { ending: 'found', note: 'нашли в сейфе', by: 'Управляющий' }, version: 2 })
  expect(await client.lostPassport.openCases()).toEqual([])
  await expect(client.lostPassport.recordStep({ ...seen(closed), step: 'police', doneOn: TODAY })).rejects.toMatchObject({
    code: 'STALE',
  })
  const again = await client.lostPassport.reopen(seen(closed))
  expect(again).toMatchObject({ closed: null, version: 3 })
  await client.lostPassport.close({ ...seen(again), ending: 'found' })
  const second = await opened(desk, notice.id)
  await expect(client.lostPassport.reopen({ caseId: loss.id, version: 4 })).rejects.toMatchObject({ code: 'STALE' })
  const cases = await client.lostPassport.get({ noticeId: notice.id })
  expect(new Set(cases.map(({ id }) => id))).toEqual(new Set([second.id, loss.id]))
})

it('knows the new document by the correction that brings it, and the old one stays', async () => {
  const desk = await startedDesk()
  const { client } = desk
  const notice = await checkedIn(desk)
  await opened(desk, notice.id)
  const { version } = (await client.guest.get({ noticeId: notice.id })).notice
  const given = { noticeId: notice.id, version, departureDate: STAY.departureDate, room: STAY.room }
  const told = await client.guest.correct({
    ...given,
    facts: {
      ...ANNA,
      documentType: 'travel_document',
      documentNumber: 'R0077',
      issueDate: TODAY,
      expiryDate: calendarDate('2027-02-23'),
    },
  })
  const [loss] = await client.lostPassport.get({ noticeId: notice.id })
  expect(loss).toMatchObject({
    lostDocument: { type: 'passport', number: 'C01X00T47' },
    newDocument: { type: 'travel_document', number: 'R0077' },
  })
  // The existing rules decide how the service comes to know, and the clock goes on as it was.
  expect(told).toMatchObject({ whatFollows: 'next_revision', strictDue: notice.strictDue, actBy: notice.actBy })
})

it('says nothing of a guest who was erased, and is not lost from sight for it', async () => {
  const desk = await startedDesk()
  const notice = await checkedIn(desk)
  const loss = await opened(desk, notice.id)
  const { store, write } = desk.desk().register
  write(() => store.stayKeys.erase(notice.stayId))
  const [left] = await desk.client.lostPassport.get({ noticeId: notice.id })
  expect(left).toMatchObject({ id: loss.id, noticedOn: TODAY, place: null, circumstances: null, lostDocument: null })
  for (const act of [
    desk.client.lostPassport.close({ ...seen(loss), ending: 'found' }),
    desk.client.lostPassport.print({ caseId: loss.id, sheet: 'manager' }),
  ])
    await expect(act).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

it('keeps what a guest says out of the plain columns of the register', async () => {
  const desk = await startedDesk()
  const notice = await checkedIn(desk)
  const loss = await opened(desk, notice.id)
  await desk.client.lostPassport.recordStep({ ...seen(loss), step: 'police', doneOn: TODAY, number: 'КУИ-7', note: 'сумка' })
  const { database } = desk.desk().register.store
  const stored = ['lost_passport', 'lost_passport_step', 'audit'].flatMap((table) =>
    database
      .prepare<[], Record<string, unknown>>(`SELECT * FROM ${table}`)
      .all()
      .flatMap((row) => Object.values(row).map((value) => (Buffer.isBuffer(value) ? value.toString('utf8') : String(value)))),
  )
  expect(stored.length).toBeGreaterThan(20)
  for (const word of ['базар', 'сумка', 'КУИ-7', 'C01X00T47']) expect(stored.filter((text) => text.includes(word))).toEqual([])
})

it('the next step is the one after the last that was done', () => {
  expect([
    nextLossStep([]),
    nextLossStep(['police']),
    nextLossStep(['certificate']),
    nextLossStep(['exitVisa', 'police']),
    nextLossStep([...LOSS_STEPS]),
  ]).toEqual(['police', 'certificate', 'consulate', null, null])
})
