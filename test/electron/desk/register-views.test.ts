import { describe, expect, it } from 'vitest'
import { idMaker } from '#electron/desk/system-ports.ts'
import { calendarDate } from '#shared/domain/calendar-date.ts'
import { manualClock } from '../../support/ports.ts'
import { ANNA, checkedIn, STAY, startedDesk } from './desk-under-test.ts'

const NOT_YET_COMPLETE = { issueDate: null, documentNumber: 'I1' }

describe('the board', () => {
  it('sorts by the last moment, and never lets a side list hide a date', async () => {
    const desk = await startedDesk()
    // On Monday the 23rd: the portal takes the 21st until today; strict and latest date of the 16th have passed.
    const overdue = await checkedIn(desk, { documentNumber: 'O1' }, { arrivalAt: '2026-11-16T12:00' })
    const today = await checkedIn(desk, { documentNumber: 'T1' }, { arrivalAt: '2026-11-21T12:00' })
    const tomorrow = await checkedIn(desk, { documentNumber: 'M1' }, { arrivalAt: '2026-11-22T12:00' })
    const later = await checkedIn(desk, { documentNumber: 'L1' })
    const earlierToday = await checkedIn(desk, { documentNumber: 'T2' }, { arrivalAt: '2026-11-21T08:00' })
    const incompleteToday = await checkedIn(desk, NOT_YET_COMPLETE, { arrivalAt: '2026-11-21T13:00' })
    const incompleteLater = await checkedIn(desk, { ...NOT_YET_COMPLETE, documentNumber: 'I2' })
    const stranger = await checkedIn(desk, { citizenship: null, documentNumber: 'U1' }, { arrivalAt: '2026-11-16T13:00' })
    const signed = await checkedIn(desk, { documentNumber: 'H1' })
    await desk.client.filing.handOver({ noticeId: signed.id })
    await checkedIn(desk, { citizenship: 'KAZ', documentNumber: 'K1' })

    const board = await desk.client.board.get()
    const ids = (notices: readonly { readonly id: string }[]) => notices.map(({ id }) => id)
    expect(ids(board.lanes.overdue)).toEqual([overdue.id, stranger.id])
    expect(ids(board.lanes.today)).toEqual([earlierToday.id, today.id, incompleteToday.id])
    expect(ids(board.lanes.tomorrow)).toEqual([tomorrow.id])
    expect(ids(board.lanes.later)).toEqual([later.id, signed.id])
    expect(ids(board.citizenshipUnknown)).toEqual([stranger.id])
    expect(ids(board.incomplete)).toEqual([incompleteToday.id, incompleteLater.id])
    expect(ids(board.needsPerson)).toEqual([signed.id])
    expect(board).toMatchObject({ businessDate: '2026-11-23', readyCount: 5, exposure: { mci: 10, tenge: 43_250 } })
    expect(board.lanes.overdue[0]).toMatchObject({ strictDue: '2026-11-18', workingDaysLate: 3 })
    expect(await desk.client.desk.status()).toMatchObject({ queueDepth: 9, urgentCount: 5 })
  })

  it('names the days off before the first later deadline', async () => {
    const desk = await startedDesk({ channel: 'migration-api' })
    desk.ports.clock.setWallTime('2026-11-26T05:00:00.000Z')
    await checkedIn(desk, {}, { arrivalAt: '2026-11-26T09:00' })
    const { lanes, daysOffAhead } = await desk.client.board.get()
    expect(lanes.later[0]?.actBy).toBe('2026-11-30')
    expect(daysOffAhead.map(({ date, reason }) => [date, reason.kind])).toEqual([
      ['2026-11-28', 'weekend'],
      ['2026-11-29', 'weekend'],
    ])
  })

  it('counts the hotel’s own day, not a slice of UTC', async () => {
    const desk = await startedDesk()
    desk.ports.clock.setWallTime('2026-11-23T18:59:59.000Z')
    expect((await desk.client.desk.status()).businessDate).toBe('2026-11-23')
    desk.ports.clock.setWallTime('2026-11-23T19:00:00.000Z')
    expect((await desk.client.desk.status()).businessDate).toBe('2026-11-24')
  })
})

describe('the queue', () => {
  it('says what each notice waits for', async () => {
    const desk = await startedDesk()
    const byHand = await checkedIn(desk)
    const decision = await checkedIn(desk, NOT_YET_COMPLETE)
    const settled = await checkedIn(desk, { citizenship: 'KAZ', documentNumber: 'K1' })
    const queue = await desk.client.queue.get()
    expect(queue.automatic).toEqual([])
    expect(queue.byHand.map(({ id }) => id)).toEqual([byHand.id])
    expect(queue.decision.map(({ id }) => id)).toEqual([decision.id])
    expect((await desk.client.queue.list({ state: 'not_required' })).map(({ id }) => id)).toEqual([settled.id])
    await expect(desk.client.queue.sendNow({ noticeIds: [byHand.id] })).rejects.toMatchObject({
      code: 'CHANNEL_NOT_AUTOMATIC',
      data: { channel: 'assisted-portal' },
    })
  })

  it('puts what can still be on time before the late, and who has not come yet last', async () => {
    const desk = await startedDesk({ channel: 'migration-api' })
    const late = await checkedIn(desk, { documentNumber: 'A1' }, { arrivalAt: '2026-11-10T10:00' })
    const expected = await checkedIn(desk, { documentNumber: 'A2' }, { arrivalAt: '2026-11-24T10:00', reservation: 'B-1' })
    const onTime = await checkedIn(desk, { documentNumber: 'A3' })
    const urgent = await checkedIn(desk, { documentNumber: 'A4' }, { arrivalAt: '2026-11-20T10:00' })
    const { automatic } = await desk.client.queue.get()
    expect(automatic.map(({ id }) => id)).toEqual([urgent.id, onTime.id, late.id, expected.id])
    expect((await desk.client.desk.status()).connection.state).toBe('unknown')
    expect(await desk.client.queue.drain({ untilEmpty: true, timeoutMs: 1_000 })).toMatchObject({ accepted: 0 })
  })
})

describe('search', () => {
  it('finds a guest by either script, room, document and booking', async () => {
    const desk = await startedDesk()
    const olga = await checkedIn(
      desk,
      {
        surname: 'ВЕТРОВА',
        givenNames: 'ОЛЬГА',
        printedName: 'Ветрова Ольга',
        documentNumber: '701234567',
        citizenship: 'RUS',
      },
      { room: '221', reservation: 'R-9' },
    )
    const anna = await checkedIn(desk)
    for (const query of ['ветр', 'VETROVA', '221', '701234', 'r-9', 'ольга вет']) {
      const { notices, total } = await desk.client.guest.search({ query })
      expect([query, notices.map(({ id }) => id), total]).toEqual([query, [olga.id], 1])
    }
    expect((await desk.client.guest.search({})).notices.map(({ id }) => id)).toEqual([anna.id, olga.id])
    expect(await desk.client.guest.search({ query: 'mull' })).toMatchObject({ total: 1 })
    await desk.client.guest.correct({
      noticeId: anna.id,
      version: anna.version,
      facts: { ...ANNA, surname: 'SCHMIDT', printedName: 'Schmidt Anna' },
      departureDate: STAY.departureDate,
      room: '777',
    })
    expect((await desk.client.guest.search({ query: 'mull' })).total).toBe(0)
    expect((await desk.client.guest.search({ query: '777' })).total).toBe(1)
  })
})

describe('the guest', () => {
  it('shows companions, earlier stays, spellings and the explained deadline', async () => {
    const desk = await startedDesk()
    const earlier = await checkedIn(desk, {}, { arrivalAt: '2026-11-02T10:00', departureDate: calendarDate('2026-11-05') })
    const { notices } = await desk.client.checkIn.create({
      requestId: desk.ports.newId(),
      stay: STAY,
      guests: [
        { ...ANNA, printedName: 'Мюллер Анна' },
        { ...ANNA, givenNames: 'BERTA', documentNumber: 'C2' },
      ],
    })
    const [anna, berta] = notices
    if (anna === undefined || berta === undefined) throw new Error('two notices')
    const detail = await desk.client.guest.get({ noticeId: anna.id })
    expect(detail.notice).toEqual(anna)
    expect(detail.facts).toEqual({ ...ANNA, printedName: 'Мюллер Анна' })
    expect(detail.stay).toEqual(STAY)
    expect(detail.companions.map(({ id }) => id)).toEqual([berta.id])
    expect(detail.earlierStays).toEqual([
      { noticeId: earlier.id, arrivalAt: '2026-11-02T10:00', departureDate: '2026-11-05', room: '208' },
    ])
    expect(detail.spellings).toEqual({ mrz: null, printed: 'Мюллер Анна', sent: 'MUELLER ANNA' })
    expect(detail.deadline?.explanation).toHaveLength(4)
    expect(detail.timeline).toMatchObject([{ kind: 'checked_in', by: 'Управляющий', details: { state: 'ready', revision: 1 } }])
    await expect(desk.client.guest.get({ noticeId: desk.ports.newId() })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('the report of a day', () => {
  it('adds up to the database', async () => {
    const desk = await startedDesk()
    const filed = await checkedIn(desk, { documentNumber: 'F1' })
    await desk.client.filing.take({ noticeId: filed.id })
    await desk.client.filing.recordProof({ noticeId: filed.id, reference: 'EQ-1' })
    await checkedIn(desk, { documentNumber: 'O1' }, { arrivalAt: '2026-11-16T10:00' })
    await checkedIn(desk, NOT_YET_COMPLETE)
    await checkedIn(desk, { citizenship: 'KAZ', documentNumber: 'K1' })
    const elsewhere = await checkedIn(desk, { documentNumber: 'E1' })
    await desk.client.guest.setFiledElsewhere({
      noticeId: elsewhere.id,
      version: elsewhere.version,
      reason: 'подано на бумаге',
    })

    const { report, close } = await desk.client.report.day({ date: calendarDate('2026-11-23') })
    expect(close).toBeNull()
    expect(report).toMatchObject({
      date: '2026-11-23',
      totals: {
        arrivals: 4,
        filed: 1,
        filedWithReceiptFile: 0,
        open: 2,
        overdue: 1,
        dueToday: 0,
        dueTomorrow: 0,
        dueLater: 1,
        incomplete: 1,
        notRequired: 0,
        filedElsewhere: 1,
        exposureMci: 10,
        exposureTenge: 43_250,
      },
      basis: { calendars: [{ year: 2026, version: 1, isForecast: false }], alarmReading: 'strict', program: '0.0.0-test' },
    })
    expect(report.basis.rules).toContain('arrival-notice@2020-01-11')
    expect(report.lists.filedElsewhere.map((place) => report.rows[place]?.person?.reason)).toEqual(['подано на бумаге'])
  })
})

describe('drafts', () => {
  it('are kept per key until discarded', async () => {
    const desk = await startedDesk()
    expect(await desk.client.draft.get({ key: 'front' })).toEqual({ content: null, savedAt: null })
    await desk.client.draft.save({ key: 'front', content: '{"surname":"M"}' })
    await desk.client.draft.save({ key: 'front', content: '{"surname":"MU"}' })
    expect(await desk.client.draft.get({ key: 'front' })).toEqual({
      content: '{"surname":"MU"}',
      savedAt: '2026-11-23T05:43:00.000Z',
    })
    expect(await desk.client.draft.get({ key: 'office' })).toEqual({ content: null, savedAt: null })
    await desk.client.draft.discard({ key: 'front' })
    expect((await desk.client.draft.get({ key: 'front' })).content).toBeNull()
  })
})

describe('fictional guests', () => {
  it('are the same for the same seed, and never stand in production', async () => {
    const names = async () => {
      const desk = await startedDesk()
      await desk.client.maintenance.seed({ guests: 60, seed: 7 })
      expect((await desk.client.maintenance.verify()).isClean).toBe(true)
      return (await desk.client.queue.list({})).map(({ displayName, arrivalAt, state, room }) => [
        displayName,
        arrivalAt,
        state,
        room,
      ])
    }
    const [first, second] = [await names(), await names()]
    expect(first).toHaveLength(60)
    expect(second).toEqual(first)
    expect(new Set(first.map(([, , state]) => state))).toEqual(
      new Set(['ready', 'incomplete', 'citizenship_unknown', 'not_required', 'handover', 'accepted']),
    )
    const production = await startedDesk({ environment: 'production' })
    await expect(production.client.maintenance.seed({ guests: 1, seed: 1 })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect(await production.client.queue.list({})).toEqual([])
  })
})

describe('ids', () => {
  it('sort by the time they were made, also within one millisecond', () => {
    const clock = manualClock()
    const newId = idMaker(clock, (length) => Buffer.alloc(length, 0xff))
    const made = Array.from({ length: 2_000 }, (_, index) => {
      if (index % 100 === 99) clock.advance(1)
      return newId()
    })
    expect(new Set(made).size).toBe(2_000)
    expect(made.toSorted()).toEqual(made)
    expect(made[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  })
})
