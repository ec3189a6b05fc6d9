import { describe, expect, it } from 'vitest'
import { LATEST_DELIVERY_MS } from '#electron/outbox/answer-follower.ts'
import type { Notice } from '#shared/contract/schemas.ts'
import { calendarDate } from '#shared/domain/calendar-date.ts'
import { ANNA, checkedIn, STAY, startedDesk } from './desk-under-test.ts'
import {
  arrivalOf,
  chainOf,
  correction,
  drained,
  type Fate,
  REASON,
  startedService,
  startedWay,
  type TestDesk,
} from './service-under-test.ts'

const DAY_MS = 86_400_000
const NEW_PHONE = '+7 701 222 22 22'
const CLERK = { actor: { staffId: '01934f00-0000-7000-8000-00000000000a', name: 'Айгерим', role: 'manager' } } as const

interface InFlight {
  readonly desk: TestDesk
  readonly service: Awaited<ReturnType<typeof startedService>>
  readonly way: Awaited<ReturnType<typeof startedWay>>
}

async function deskOnTheWay(): Promise<InFlight> {
  const service = await startedService()
  const way = await startedWay(service.url)
  const desk = await startedDesk({ channel: 'migration-api' }, { channelUrl: way.url })
  return { desk, service, way }
}

/** An arrival that is with the service, its answer held back. */
async function arrivalInFlight() {
  const inFlight = await deskOnTheWay()
  const { desk, way } = inFlight
  const held = way.hold()
  const { id } = await checkedIn(desk)
  const done = desk.client.queue.drain({ untilEmpty: true, timeoutMs: 20_000 })
  const goOn = await held
  const notice = await arrivalOf(desk, id)
  expect(notice.state).toBe('sending')
  return { ...inFlight, notice, goOn, done }
}

/** A guest whose cancellation is with the service, its answer held back. */
async function cancellationInFlight() {
  const inFlight = await deskOnTheWay()
  const { desk, way } = inFlight
  const { id } = await checkedIn(desk)
  await drained(desk)
  const held = way.hold()
  const accepted = await arrivalOf(desk, id)
  await desk.client.guest.cancel({ noticeId: id, version: accepted.version, reason: REASON })
  const done = desk.client.queue.drain({ untilEmpty: true, timeoutMs: 20_000 })
  const goOn = await held
  expect(await chainOf(desk, id)).toEqual(['1 arrival accepted r1', '2 cancellation sending r1'])
  return { ...inFlight, notice: await arrivalOf(desk, id), goOn, done }
}

/** The answer comes, or not; then the line is looked at until nothing waits. */
async function settled(
  desk: TestDesk,
  { goOn, done }: { readonly goOn: (fate: Fate) => void; readonly done: Promise<unknown> },
  fate: Fate,
): Promise<void> {
  goOn(fate)
  if (fate === 'answered') await done
  else await askAgain(desk)
}

/** Lost on the way; the service says that it has nothing, however often it is asked. */
async function settledButAsking(desk: TestDesk, { goOn }: { readonly goOn: (fate: Fate) => void }, id: string): Promise<void> {
  goOn('request lost')
  for (let asked = 0; asked < 3; asked += 1) {
    desk.ports.clock.advance(60_000)
    await desk.client.queue.checkConnection()
    const { state } = await desk.client.queue.reconcile({ noticeId: id })
    expect(state).toBe('unknown')
  }
}

/** Lost on the way; the service says so once, and nothing goes for now. */
async function saidToBeAbsent(
  desk: TestDesk,
  { goOn, done }: { readonly goOn: (fate: Fate) => void; readonly done: Promise<unknown> },
  id: string,
): Promise<void> {
  await desk.client.queue.pause()
  goOn('request lost')
  await done
  desk.ports.clock.advance(60_000)
  const { state } = await desk.client.queue.reconcile({ noticeId: id })
  expect(state).toBe('ready')
}

/** What nobody knows is asked about, and all else goes. */
async function askAgain(desk: TestDesk): Promise<void> {
  desk.ports.clock.advance(60_000)
  const ids = (await desk.client.queue.list({})).map(({ id }) => id)
  await desk.client.queue.checkConnection()
  await desk.client.queue.sendNow({ noticeIds: ids })
  await drained(desk)
}

async function inForce({ service }: Pick<InFlight, 'service'>) {
  return (await service.inForce()).map(({ payload }) => `${payload.kind} ${payload.stay.departureDate} ${payload.person.phone}`)
}

describe('news while the arrival is on its way', () => {
  it('accepted: what was entered meanwhile follows, in the name of who entered it, due from that day', async () => {
    const { desk, service, notice, ...flight } = await arrivalInFlight()
    const first = await desk.as(CLERK).guest.correct(correction(notice, { phone: NEW_PHONE }))
    expect(first).toMatchObject({
      state: 'sending',
      whatFollows: 'after_answer',
      waitingNews: [{ kind: 'corrected', by: 'Айгерим' }],
    })
    const second = await desk.client.guest.extend({
      noticeId: notice.id,
      version: first.version,
      departureDate: calendarDate('2026-11-30'),
    })
    expect(second.waitingNews.map(({ kind }) => kind)).toEqual(['corrected', 'extended'])
    desk.ports.clock.advance(2 * DAY_MS)
    await settled(desk, flight, 'answered')

    expect(await chainOf(desk, notice.id)).toEqual([
      '1 arrival accepted r1',
      '2 correction accepted r1',
      '3 extension accepted r1',
    ])
    expect(await inForce({ service })).toEqual([`extension 2026-11-30 ${NEW_PHONE}`])
    const { notice: arrival, followUps } = await desk.client.guest.get({ noticeId: notice.id })
    expect(arrival.waitingNews).toEqual([])
    expect(followUps.map(({ deadline }) => [deadline?.arrival, deadline?.strictDue])).toEqual([
      ['2026-11-23', '2026-11-25'],
      ['2026-11-23', '2026-11-25'],
    ])
    const made = followUps[0]?.timeline.find(({ kind }) => kind === 'followed')
    expect(made).toMatchObject({ by: 'Айгерим', details: { enteredAt: first.waitingNews[0]?.at } })
    expect((await desk.client.maintenance.verify()).isClean).toBe(true)
  })

  it('lost on the way: written anew before it goes again, and nothing outdated is ever sent', async () => {
    const { desk, service, notice, ...flight } = await arrivalInFlight()
    await desk.client.guest.correct(correction(notice, { phone: NEW_PHONE }))
    await settled(desk, flight, 'request lost')
    expect(await chainOf(desk, notice.id)).toEqual(['1 arrival accepted r2'])
    const received = await service.inForce()
    expect(received).toMatchObject([{ payload: { kind: 'arrival', revision: 2, person: { phone: NEW_PHONE } } }])
    expect(received[0]?.clientId).not.toBe(notice.clientId)
  })

  it('the answer lost: asked about, then the correction follows', async () => {
    const { desk, service, notice, ...flight } = await arrivalInFlight()
    await desk.client.guest.correct(correction(notice, { phone: NEW_PHONE }))
    await settled(desk, flight, 'answer lost')
    expect(await chainOf(desk, notice.id)).toEqual(['1 arrival accepted r1', '2 correction accepted r1'])
    expect(await inForce({ service })).toEqual([`correction 2026-11-27 ${NEW_PHONE}`])
  })

  it('refused: what was entered meanwhile goes instead', async () => {
    const { desk, service, way, notice, goOn, done } = await arrivalInFlight()
    await desk.client.guest.correct(correction(notice, { documentNumber: 'C01X00T99' }))
    await service.fail({ 'reject-field': 1 })
    const again = way.hold()
    goOn('answered')
    const goOnAgain = await again
    expect(await chainOf(desk, notice.id)).toEqual(['1 arrival sending r2'])
    await service.fail({})
    goOnAgain('answered')
    await done
    expect(await chainOf(desk, notice.id)).toEqual(['1 arrival accepted r2'])
    expect(await service.inForce()).toHaveLength(1)
  })

  it('refused, and nothing was entered: it waits for a person', async () => {
    const { desk, service, notice, ...flight } = await arrivalInFlight()
    await service.fail({ 'reject-field': 1 })
    await settled(desk, flight, 'answered')
    expect(await chainOf(desk, notice.id)).toEqual(['1 arrival rejected r1'])
  })

  it.each<[Fate, string[], string[]]>([
    ['answered', ['1 arrival accepted r1', '2 cancellation accepted r1'], ['cancellation 2026-11-27 null']],
    ['answer lost', ['1 arrival accepted r1', '2 cancellation accepted r1'], ['cancellation 2026-11-27 null']],
  ])('the guest never came, %s', async (fate, chain, held) => {
    const { desk, service, notice, ...flight } = await arrivalInFlight()
    const { id: noticeId, version } = notice
    const cancelled = await desk.client.guest.cancel({ noticeId, version, reason: REASON })
    expect(cancelled).toMatchObject({ state: 'sending', whatFollows: 'after_answer', waitingNews: [{ kind: 'never_came' }] })
    await expect(
      desk.client.guest.correct(correction({ ...notice, version: cancelled.version }, { phone: '8' })),
    ).rejects.toMatchObject({ code: 'NOT_NOW' })
    await settled(desk, flight, fate)
    expect(await chainOf(desk, noticeId)).toEqual(chain)
    expect(await inForce({ service })).toEqual(held)
    const { followUps } = await desk.client.guest.get({ noticeId })
    expect(followUps[0]?.notice.reason).toBe(REASON)
  })

  it('the guest never came, and his arrival may still turn up: it is asked about, not sent, until it cannot come any more', async () => {
    const { desk, service, notice, ...flight } = await arrivalInFlight()
    const { id: noticeId, version } = notice
    await desk.client.guest.cancel({ noticeId, version, reason: REASON })
    await settledButAsking(desk, flight, noticeId)
    desk.ports.clock.advance(LATEST_DELIVERY_MS)
    await desk.client.queue.checkConnection()
    await drained(desk)
    expect(await arrivalOf(desk, noticeId)).toMatchObject({ state: 'cancelled', reason: REASON, waitingNews: [] })
    expect(await service.inForce()).toEqual([])
  })

  it('the guest never came and the service refused him: withdrawn, nothing goes', async () => {
    const { desk, service, notice, ...flight } = await arrivalInFlight()
    const { id: noticeId, version } = notice
    await desk.client.guest.cancel({ noticeId, version, reason: REASON })
    await service.fail({ 'reject-field': 1 })
    await settled(desk, flight, 'answered')
    expect(await arrivalOf(desk, noticeId)).toMatchObject({ state: 'cancelled', reason: REASON, waitingNews: [] })
    expect(await service.inForce()).toEqual([])
  })

  it('never came, and came after all before the answer: as if nothing had been said', async () => {
    const { desk, service, notice, ...flight } = await arrivalInFlight()
    const { id: noticeId, version } = notice
    const gone = await desk.client.guest.cancel({ noticeId, version, reason: REASON })
    const back = await desk.client.guest.reopen({ noticeId, version: gone.version })
    expect(back).toMatchObject({ waitingNews: [], whatFollows: 'nothing' })
    await settled(desk, flight, 'answered')
    expect(await chainOf(desk, noticeId)).toEqual(['1 arrival accepted r1'])
    expect(await inForce({ service })).toEqual(['arrival 2026-11-27 null'])
  })

  it('no notice is owed, and the arrival may still turn up: asked about, not sent, until it cannot come any more', async () => {
    const { desk, service, notice, ...flight } = await arrivalInFlight()
    const { id: noticeId, version } = notice
    const decided = await desk.client.guest.setNotRequired({ noticeId, version, reason: REASON })
    expect(decided).toMatchObject({
      state: 'sending',
      whatFollows: 'after_answer',
      waitingNews: [{ kind: 'not_required', reason: REASON }],
    })
    await expect(desk.client.guest.correct(correction(decided, { phone: '8' }))).rejects.toMatchObject({ code: 'NOT_NOW' })
    await settledButAsking(desk, flight, noticeId)
    desk.ports.clock.advance(LATEST_DELIVERY_MS)
    await desk.client.queue.checkConnection()
    await drained(desk)
    expect(await arrivalOf(desk, noticeId)).toMatchObject({ state: 'not_required', reason: REASON, waitingNews: [] })
    expect(await service.inForce()).toEqual([])
    expect((await desk.client.maintenance.verify()).isClean).toBe(true)
  })

  it('no notice is owed, and the service has it: it stays filed, with its proof', async () => {
    const { desk, service, notice, ...flight } = await arrivalInFlight()
    const { id: noticeId, version } = notice
    await desk.client.guest.setNotRequired({ noticeId, version, reason: REASON })
    await settled(desk, flight, 'answer lost')
    expect(await arrivalOf(desk, noticeId)).toMatchObject({ state: 'accepted', waitingNews: [] })
    expect(await inForce({ service })).toEqual(['arrival 2026-11-27 null'])
  })

  it('said after the service had answered that it has none: nothing goes, and it is asked again', async () => {
    const { desk, service, notice, ...flight } = await arrivalInFlight()
    const { id: noticeId } = notice
    await saidToBeAbsent(desk, flight, noticeId)
    const atRest = await arrivalOf(desk, noticeId)
    expect(atRest.state).toBe('ready')
    const decided = await desk.client.guest.setNotRequired({ noticeId, version: atRest.version, reason: REASON })
    expect(decided).toMatchObject({ state: 'unknown', waitingNews: [{ kind: 'not_required' }] })
    const open = await desk.client.guest.reopen({ noticeId, version: decided.version })
    expect(open).toMatchObject({ waitingNews: [] })
    await desk.client.queue.resume()
    await askAgain(desk)
    expect(await arrivalOf(desk, noticeId)).toMatchObject({ state: 'accepted' })
    expect(await service.inForce()).toHaveLength(1)
  })

  it.each(['not owed', 'never came'] as const)(
    'something was left out after that, then %s: it is asked again all the same',
    async (how) => {
      const { desk, service, notice, ...flight } = await arrivalInFlight()
      const { id: noticeId } = notice
      await saidToBeAbsent(desk, flight, noticeId)
      const atRest = await arrivalOf(desk, noticeId)
      const lacking = await desk.client.guest.correct(correction(atRest, { purpose: null }))
      expect(lacking).toMatchObject({ state: 'incomplete', revision: 1 })
      const given = { noticeId, version: lacking.version, reason: REASON }
      const { guest } = desk.client
      const decided = how === 'not owed' ? await guest.setNotRequired(given) : await guest.cancel(given)
      expect(decided).toMatchObject({ state: 'unknown', whatFollows: 'after_answer' })
      // Taken back: what is known now counts, and nothing goes without what was left out.
      const open = await guest.reopen({ noticeId, version: decided.version })
      expect(open.waitingNews).toMatchObject([{ kind: 'corrected' }])
      await desk.client.queue.resume()
      await askAgain(desk)
      expect(await arrivalOf(desk, noticeId)).toMatchObject({ state: 'incomplete', revision: 1, waitingNews: [] })
      expect(await service.inForce()).toEqual([])
      // Said again, and this time it stays so.
      const again = { noticeId, version: (await arrivalOf(desk, noticeId)).version, reason: REASON }
      expect((how === 'not owed' ? await guest.setNotRequired(again) : await guest.cancel(again)).state).toBe('unknown')
      expect((await desk.client.queue.reconcile({ noticeId })).state).toBe('unknown')
      desk.ports.clock.advance(LATEST_DELIVERY_MS)
      await desk.client.queue.checkConnection()
      await drained(desk)
      const end = how === 'not owed' ? 'not_required' : 'cancelled'
      expect(await arrivalOf(desk, noticeId)).toMatchObject({ state: end, reason: REASON, waitingNews: [] })
      expect(await service.inForce()).toEqual([])
      expect((await desk.client.maintenance.verify()).isClean).toBe(true)
    },
  )

  it('a citizen of Kazakhstan after all: as if a person had said so, until the data say otherwise', async () => {
    const { desk, service, notice, ...flight } = await arrivalInFlight()
    const { id: noticeId } = notice
    const citizen = await desk.client.guest.correct(correction(notice, { citizenship: 'KAZ' }))
    expect(citizen.waitingNews).toMatchObject([{ kind: 'not_required', reason: 'citizen_of_kazakhstan' }])
    await expect(desk.client.guest.reopen({ noticeId, version: citizen.version })).rejects.toMatchObject({ code: 'NOT_NOW' })
    const foreigner = await desk.client.guest.correct(correction(citizen, { phone: NEW_PHONE }))
    expect(foreigner.waitingNews.map(({ kind }) => kind)).toEqual(['corrected'])
    await desk.client.guest.correct(correction(foreigner, { citizenship: 'KAZ' }))
    await settledButAsking(desk, flight, noticeId)
    desk.ports.clock.advance(LATEST_DELIVERY_MS)
    await desk.client.queue.checkConnection()
    await drained(desk)
    expect(await arrivalOf(desk, noticeId)).toMatchObject({ state: 'not_required', reason: 'citizen_of_kazakhstan' })
    expect(await service.inForce()).toEqual([])
  })

  it('a citizen after all, called filed elsewhere and opened again: what may still turn up is asked about', async () => {
    const { desk, service, notice, ...flight } = await arrivalInFlight()
    const { id: noticeId } = notice
    await saidToBeAbsent(desk, flight, noticeId)
    const atRest = await arrivalOf(desk, noticeId)
    const citizen = await desk.client.guest.correct(correction(atRest, { citizenship: 'KAZ' }))
    expect(citizen).toMatchObject({ state: 'unknown', waitingNews: [{ kind: 'not_required' }] })
    const { version } = citizen
    const elsewhere = await desk.client.guest.setFiledElsewhere({ noticeId, version, reason: REASON })
    const open = await desk.client.guest.reopen({ noticeId, version: elsewhere.version })
    expect(open).toMatchObject({ state: 'unknown', waitingNews: [{ kind: 'not_required', reason: 'citizen_of_kazakhstan' }] })
    await desk.client.queue.resume()
    desk.ports.clock.advance(60_000)
    await desk.client.queue.checkConnection()
    expect((await desk.client.queue.reconcile({ noticeId })).state).toBe('unknown')
    desk.ports.clock.advance(LATEST_DELIVERY_MS)
    await desk.client.queue.checkConnection()
    await drained(desk)
    expect(await arrivalOf(desk, noticeId)).toMatchObject({ state: 'not_required', reason: 'citizen_of_kazakhstan' })
    expect(await service.inForce()).toEqual([])
  })

  it('a citizen who has left turns out to be a foreigner: reported as arrived, then as gone', async () => {
    const { desk, service } = await deskOnTheWay()
    const { id, version } = await checkedIn(desk, { citizenship: 'KAZ' })
    const gone = await desk.client.guest.depart({ noticeId: id, version, date: calendarDate('2026-11-23') })
    expect(gone).toMatchObject({ state: 'not_required', waitingNews: [] })
    await desk.client.guest.correct(correction(gone, {}))
    await drained(desk)
    expect(await chainOf(desk, id)).toEqual(['1 arrival accepted r1', '2 departure accepted r1'])
    expect(await inForce({ service })).toEqual(['departure 2026-11-23 null'])
  })

  it('a correction that may have arrived and is not to be sent is followed by one that says what is known', async () => {
    const { desk, service, way } = await deskOnTheWay()
    const { id } = await checkedIn(desk)
    await drained(desk)
    const held = way.hold()
    await desk.client.guest.correct(correction(await arrivalOf(desk, id), { phone: '1' }))
    const done = desk.client.queue.drain({ untilEmpty: true, timeoutMs: 20_000 })
    const goOn = await held
    const doubtful = async () => (await desk.client.guest.get({ noticeId: id })).followUps[0]?.notice
    await saidToBeAbsent(desk, { goOn, done }, (await doubtful())?.id ?? '')
    const { id: noticeId = '', version = 0 } = (await doubtful()) ?? {}
    await desk.client.guest.setNotRequired({ noticeId, version, reason: REASON })
    expect(await chainOf(desk, id)).toEqual(['1 arrival accepted r1', '2 correction not_required r1', '3 correction ready r1'])
    await desk.client.queue.resume()
    await askAgain(desk)
    expect(await inForce({ service })).toEqual(['correction 2026-11-27 1'])
  })

  it('a correction of a correction that is on its way goes behind it; taken back, nothing is left to say', async () => {
    const { desk, service, way } = await deskOnTheWay()
    const { id } = await checkedIn(desk)
    await drained(desk)
    const held = way.hold()
    const first = await desk.client.guest.correct(correction(await arrivalOf(desk, id), { phone: '1' }))
    const done = desk.client.queue.drain({ untilEmpty: true, timeoutMs: 20_000 })
    const goOn = await held
    const second = await desk.client.guest.correct(correction(first, { phone: NEW_PHONE }))
    expect(second.whatFollows).toBe('follow_up')
    const back = await desk.client.guest.correct(correction(second, { phone: '1' }))
    expect(await chainOf(desk, id)).toEqual(['1 arrival accepted r1', '2 correction sending r1', '3 correction cancelled r1'])
    await desk.client.guest.correct(correction(back, { phone: NEW_PHONE }))
    await settled(desk, { goOn, done }, 'request lost')
    // The first never arrived: it says all that is known, and the later one is not needed.
    expect((await chainOf(desk, id)).slice(0, 3)).toEqual([
      '1 arrival accepted r1',
      '2 correction accepted r2',
      '3 correction cancelled r1',
    ])
    expect(await inForce({ service })).toEqual([`correction 2026-11-27 ${NEW_PHONE}`])
  })

  it('an answer and what follows from it are one transaction: neither is there without the other', async () => {
    const { desk, service, notice, ...flight } = await arrivalInFlight()
    await desk.client.guest.correct(correction(notice, { phone: NEW_PHONE }))
    const { database } = desk.desk().register.store
    database.exec(`CREATE TEMP TRIGGER no_follow_up BEFORE INSERT ON main.notification WHEN NEW.kind = 'correction'
      BEGIN SELECT RAISE(ABORT, 'broken off'); END`)
    flight.goOn('answered')
    // The step fails, and what is left wakes as after a death.
    await expect.poll(async () => (await arrivalOf(desk, notice.id)).state, { timeout: 20_000 }).toBe('unknown')
    expect(await arrivalOf(desk, notice.id)).toMatchObject({ reference: null, waitingNews: [{ kind: 'corrected' }] })
    database.exec('DROP TRIGGER no_follow_up')
    await askAgain(desk)
    expect(await chainOf(desk, notice.id)).toEqual(['1 arrival accepted r1', '2 correction accepted r1'])
    expect(await inForce({ service })).toEqual([`correction 2026-11-27 ${NEW_PHONE}`])
  })
})

describe('a mistake in telling', () => {
  it('does not cost the answer: the news go on waiting, for everybody to see', async () => {
    const { desk, service, notice, ...flight } = await arrivalInFlight()
    await desk.client.guest.correct(correction(notice, { phone: NEW_PHONE }))
    const { database } = desk.desk().register.store
    // What was told cannot be read any more, so nobody can say what is new.
    database.exec('DROP TRIGGER notification_revision_never_changes')
    database.exec("UPDATE notification_revision SET sealed_payload = x'00'")
    await settled(desk, flight, 'answered')
    expect(await arrivalOf(desk, notice.id)).toMatchObject({ state: 'accepted', waitingNews: [{ kind: 'corrected' }] })
    expect((await desk.client.guest.get({ noticeId: notice.id })).receipts).toHaveLength(1)
    expect(await inForce({ service })).toEqual(['arrival 2026-11-27 null'])
  })
})

describe('a departure before the arrival was accepted', () => {
  it('is told after it', async () => {
    const { desk, service } = await deskOnTheWay()
    await desk.client.queue.pause()
    const notice = await checkedIn(desk)
    const gone = await desk.client.guest.depart({
      noticeId: notice.id,
      version: notice.version,
      date: calendarDate('2026-11-23'),
    })
    expect(gone).toMatchObject({ state: 'ready', whatFollows: 'after_answer', waitingNews: [{ kind: 'departed' }] })
    // Completed and corrected meanwhile it is not forgotten.
    await desk.client.guest.correct(correction(gone, { phone: NEW_PHONE }))
    await desk.client.queue.resume()
    await drained(desk)
    expect(await chainOf(desk, notice.id)).toEqual(['1 arrival accepted r2', '2 departure accepted r1'])
    expect(await inForce({ service })).toEqual([`departure 2026-11-23 ${NEW_PHONE}`])
  })

  it('interests nobody where a person files', async () => {
    const desk = await startedDesk()
    const { id: noticeId, version } = await checkedIn(desk)
    const gone = await desk.client.guest.depart({ noticeId, version, date: calendarDate('2026-11-23') })
    expect(gone).toMatchObject({ whatFollows: 'nothing', waitingNews: [] })
  })
})

describe('came after all', () => {
  it('while the cancellation is accepted: a new arrival on the clock of the first', async () => {
    const { desk, service, notice, ...flight } = await cancellationInFlight()
    const { id: noticeId, version } = notice
    const back = await desk.as(CLERK).guest.reopen({ noticeId, version })
    expect(back).toMatchObject({ whatFollows: 'after_answer', waitingNews: [{ kind: 'came_after_all', by: 'Айгерим' }] })
    desk.ports.clock.advance(2 * DAY_MS)
    await settled(desk, flight, 'answered')
    expect(await chainOf(desk, noticeId)).toEqual(['1 arrival accepted r1', '2 cancellation accepted r1'])
    const { companions } = await desk.client.guest.get({ noticeId })
    expect(companions).toMatchObject([
      { kind: 'arrival', state: 'accepted', strictDue: notice.strictDue, displayName: notice.displayName },
    ])
    expect(await inForce({ service })).toEqual(['cancellation 2026-11-27 null', 'arrival 2026-11-27 null'])
  })

  it('while the service refuses the cancellation: withdrawn, the notice stays in force', async () => {
    const { desk, service, notice, ...flight } = await cancellationInFlight()
    await service.fail({ 'reject-field': 1 })
    await desk.client.guest.reopen({ noticeId: notice.id, version: notice.version })
    await settled(desk, flight, 'answered')
    expect(await chainOf(desk, notice.id)).toEqual(['1 arrival accepted r1', '2 cancellation cancelled r1'])
    expect(await inForce({ service })).toEqual(['arrival 2026-11-27 null'])
  })

  it('while the cancellation may still turn up: it is asked about, not sent, until it cannot come any more', async () => {
    const { desk, service, notice, ...flight } = await cancellationInFlight()
    const { id: noticeId, version } = notice
    const back = await desk.client.guest.reopen({ noticeId, version })
    const corrected = await desk.client.guest.correct(correction({ ...notice, version: back.version }, { phone: NEW_PHONE }))
    expect(corrected.whatFollows).toBe('after_answer')
    const { followUps } = await desk.client.guest.get({ noticeId })
    await settledButAsking(desk, flight, followUps[0]?.notice.id ?? '')
    expect(await chainOf(desk, noticeId)).toEqual(['1 arrival accepted r1', '2 cancellation unknown r1'])
    desk.ports.clock.advance(LATEST_DELIVERY_MS)
    await desk.client.queue.checkConnection()
    await drained(desk)
    expect(await chainOf(desk, noticeId)).toEqual([
      '1 arrival accepted r1',
      '2 cancellation cancelled r1',
      '3 correction accepted r1',
    ])
    expect(await inForce({ service })).toEqual([`correction 2026-11-27 ${NEW_PHONE}`])
  })

  it('after the cancellation was accepted: at once', async () => {
    const { desk, service, notice, ...flight } = await cancellationInFlight()
    await settled(desk, flight, 'answered')
    const { version } = await arrivalOf(desk, notice.id)
    const back = await desk.client.guest.reopen({ noticeId: notice.id, version })
    expect(back.whatFollows).toBe('follow_up')
    await drained(desk)
    expect(await inForce({ service })).toEqual(['cancellation 2026-11-27 null', 'arrival 2026-11-27 null'])
    // The one that was withdrawn stays withdrawn; the new one is the guest's notice under the same booking.
    const [again] = (await desk.client.guest.get({ noticeId: notice.id })).companions
    expect(again?.state).toBe('accepted')
  })

  it('checked in once more while the cancellation waits: first the cancellation goes, then the new arrival', async () => {
    const { desk, service } = await deskOnTheWay()
    const { id } = await checkedIn(desk)
    await drained(desk)
    await desk.client.queue.pause()
    const accepted = await arrivalOf(desk, id)
    await desk.client.guest.cancel({ noticeId: id, version: accepted.version, reason: REASON })
    const again = await checkedIn(desk)
    expect(again.id).not.toBe(id)
    // By their dates the new arrival would be the first.
    desk.ports.clock.advance(DAY_MS)
    await desk.client.queue.resume()
    await drained(desk)
    expect(await chainOf(desk, id)).toEqual(['1 arrival accepted r1', '2 cancellation accepted r1'])
    expect((await arrivalOf(desk, again.id)).state).toBe('accepted')
    expect(await inForce({ service })).toEqual(['cancellation 2026-11-27 null', 'arrival 2026-11-27 null'])
  })

  it('the new arrival waits with the cancellation for a person, and is not filed by hand before it', async () => {
    const desk = await startedDesk()
    const { id } = await checkedIn(desk)
    await desk.client.filing.take({ noticeId: id })
    const accepted = await desk.client.filing.recordProof({ noticeId: id, reference: 'EQ-1' })
    await desk.client.guest.cancel({ noticeId: id, version: accepted.version, reason: REASON })
    const again = await checkedIn(desk)
    await expect(desk.client.filing.take({ noticeId: again.id })).rejects.toMatchObject({ code: 'NOT_NOW' })
    const [cancellation] = (await desk.client.queue.get()).byHand.filter(({ kind }) => kind === 'cancellation')
    await desk.client.filing.take({ noticeId: cancellation?.id ?? '' })
    await desk.client.filing.recordProof({ noticeId: cancellation?.id ?? '', reference: 'EQ-1' })
    expect((await desk.client.filing.take({ noticeId: again.id })).notice.state).toBe('leased')
  })
})

describe('where somebody is filing', () => {
  it('companions’ news wait until he is done', async () => {
    const desk = await startedDesk()
    const { notices } = await desk.client.checkIn.create({
      requestId: desk.ports.newId(),
      stay: STAY,
      guests: [ANNA, { ...ANNA, givenNames: 'BERTA', documentNumber: 'C01X00T48' }],
    })
    const [anna, berta] = notices as [Notice, Notice]
    await desk.at('back').filing.take({ noticeId: berta.id })
    await desk.client.guest.extend({ noticeId: anna.id, version: anna.version, departureDate: calendarDate('2026-12-01') })
    expect((await arrivalOf(desk, berta.id)).waitingNews).toMatchObject([{ kind: 'extended' }])
    await desk.at('back').filing.recordProof({ noticeId: berta.id, reference: 'EQ-7' })
    expect(await chainOf(desk, berta.id)).toEqual(['1 arrival accepted r1', '2 extension ready r1'])
  })

  it('a duplicate that is ours is corrected after it is confirmed; one that is not is written anew', async () => {
    for (const isOurs of [true, false]) {
      const desk = await startedDesk({ channel: 'migration-api' }, {})
      const { id: noticeId } = await checkedIn(desk)
      desk
        .desk()
        .register.store.database.prepare(
          "UPDATE notification SET state = 'duplicate', existing_reference = 'OLD-7' WHERE id = ?",
        )
        .run(noticeId)
      const corrected = await desk.client.guest.correct(correction(await arrivalOf(desk, noticeId), { phone: NEW_PHONE }))
      await desk.client.filing.confirmDuplicate({ noticeId, version: corrected.version, isOurs })
      expect(await chainOf(desk, noticeId)).toEqual(
        isOurs ? ['1 arrival accepted r1', '2 correction ready r1'] : ['1 arrival handover r2'],
      )
    }
  })
})
