import { describe, expect, it } from 'vitest'
import { calendarDate } from '#shared/domain/calendar-date.ts'
import { ANNA, checkedIn, STAY, startedDesk } from '../desk-under-test.ts'

const REFUSED_AS_FUTURE = {
  code: 'BAD_INPUT',
  data: { issues: [{ path: 'stay.arrivalAt', code: 'future_needs_reservation' }] },
}
const csv = (rows: string) =>
  new Blob([`reservation,arrival,departure,surname,given_names,citizenship,document_number\n${rows}`], { type: 'text/csv' })

describe('a stay at ten past midnight', () => {
  // 19:10 UTC on the 1st is 00:10 on the 2nd in Almaty.
  const NIGHT = '2026-12-01T19:12:00.000Z'

  it.each([
    ['typed at the desk', '2026-12-02T00:10'],
    ['ten minutes before', '2026-12-01T23:50'],
  ])('arrived on the local day it says: %s', async (_title, arrivalAt) => {
    const desk = await startedDesk()
    desk.ports.clock.setWallTime(NIGHT)
    expect((await desk.client.desk.status()).businessDate).toBe('2026-12-02')
    const notice = await checkedIn(desk, {}, { arrivalAt, departureDate: null })
    const { deadline } = await desk.client.guest.get({ noticeId: notice.id })
    expect(deadline?.arrival).toBe(arrivalAt.slice(0, 10))
    expect(deadline?.explanation[0]).toMatchObject({ date: arrivalAt.slice(0, 10), strictDay: 1, isArrival: true })
  })

  it.each([
    ['an instant in UTC', '2026-12-01T19:10:00Z'],
    ['an instant with the offset of Almaty', '2026-12-02T00:10:00+05:00'],
    ['hotel time', '2026-12-02T00:10'],
  ])('is the 2nd in a file that gives %s', async (_title, arrival) => {
    const desk = await startedDesk()
    desk.ports.clock.setWallTime(NIGHT)
    const { rows } = await desk.client.checkIn.importCsv({ fileName: 'a.csv', content: csv(`,${arrival},,MEYER,EVA,DEU,M1\n`) })
    const [notice] = await desk.client.queue.list({})
    expect(rows[0]).toMatchObject({ outcome: 'created', strictDue: '2026-12-04', latestDue: '2026-12-07' })
    expect(notice?.arrivalAt).toBe('2026-12-02T00:10')
  })
})

describe('a stay of one day', () => {
  it('is a stay, from the desk to the notice and in a file', async () => {
    const desk = await startedDesk()
    const dayUse = { departureDate: calendarDate('2026-11-23') }
    expect((await desk.client.checkIn.preview({ stay: { ...STAY, ...dayUse }, guest: ANNA })).assessment).toBe('ready')
    const notice = await checkedIn(desk, {}, dayUse)
    expect(notice).toMatchObject({ state: 'ready', departureDate: '2026-11-23', strictDue: '2026-11-25' })
    const sheet = await desk.client.filing.take({ noticeId: notice.id })
    expect(sheet.fields.filter(({ key }) => key === 'stayFrom' || key === 'stayTo').map(({ value }) => value)).toEqual([
      expect.stringContaining('23'),
      expect.stringContaining('23'),
    ])
    const { rows } = await desk.client.checkIn.importCsv({
      fileName: 'a.csv',
      content: csv('B-9,2026-11-23T08:00,2026-11-23,MEYER,EVA,DEU,M1\n'),
    })
    expect(rows[0]?.issues).toEqual([])
    expect((await desk.client.queue.list({})).every(({ departureDate }) => departureDate === '2026-11-23')).toBe(true)
  })

  it('cannot end before it began: at check-in and in a correction', async () => {
    const desk = await startedDesk()
    await expect(checkedIn(desk, {}, { departureDate: calendarDate('2026-11-22') })).rejects.toMatchObject({
      data: { issues: [{ path: 'stay.departureDate', code: 'departure_before_arrival' }] },
    })
    const { id, version } = await checkedIn(desk)
    const correction = { noticeId: id, version, facts: ANNA, room: '208' }
    await expect(desk.client.guest.correct({ ...correction, departureDate: calendarDate('2026-11-22') })).rejects.toMatchObject(
      { data: { issues: [{ path: 'departureDate', code: 'departure_before_arrival' }] } },
    )
    expect(await desk.client.guest.correct({ ...correction, departureDate: calendarDate('2026-11-23') })).toMatchObject({
      departureDate: '2026-11-23',
    })
  })
})

describe('an arrival that was recorded late', () => {
  it('counts from the day of arrival', async () => {
    const desk = await startedDesk()
    const notice = await checkedIn(desk, {}, { arrivalAt: '2026-11-12T10:00' })
    expect(notice).toMatchObject({ strictDue: '2026-11-16', lane: 'overdue', workingDaysLate: 5 })
  })
})

describe('an arrival that is still to come', () => {
  it.each([
    ['a quarter of an hour is rounding', '2026-11-23T10:58', null, 'taken'],
    ['a minute more is not', '2026-11-23T10:59', null, 'refused'],
    ['tonight', '2026-11-23T23:00', null, 'refused'],
    ['tomorrow', '2026-11-24T00:00', null, 'refused'],
    ['tomorrow, with a booking', '2026-11-24T00:00', 'B-1', 'taken'],
    ['in a month, with a booking', '2026-12-23T14:00', 'B-1', 'taken'],
  ] as const)('needs a booking number: %s', async (_title, arrivalAt, reservation, outcome) => {
    const desk = await startedDesk()
    const recorded = checkedIn(desk, {}, { arrivalAt, reservation, departureDate: null })
    if (outcome === 'refused') {
      await expect(recorded).rejects.toMatchObject(REFUSED_AS_FUTURE)
      expect(await desk.client.queue.list({})).toEqual([])
    } else {
      expect(await recorded).toMatchObject({ arrivalAt, state: 'incomplete' })
    }
  })

  it('is left out of a file, row by row', async () => {
    const desk = await startedDesk()
    const content = csv(
      [
        ',2026-11-24,,MUELLER,ANNA,DEU,C1',
        'B-1,2026-11-24,,MEYER,EVA,DEU,C2',
        ',2026-11-23T05:50:00Z,,BRANDT,JONAS,DEU,C3',
        ',2026-11-23T06:00:00Z,,WEISS,JONAS,DEU,C4',
      ].join('\n'),
    )
    const { rows } = await desk.client.checkIn.importCsv({ fileName: 'a.csv', content })
    expect(rows.map(({ outcome }) => outcome)).toEqual(['refused', 'created', 'created', 'refused'])
    expect(rows[0]?.issues).toMatchObject([{ path: 'arrival', code: 'future_needs_reservation' }])
  })

  it('is answered again when the request is repeated by a clock that was set back meanwhile', async () => {
    const desk = await startedDesk()
    const request = { requestId: desk.ports.newId(), stay: STAY, guests: [ANNA] }
    const first = await desk.client.checkIn.create(request)
    desk.ports.clock.setWallTime('2026-11-22T05:43:00.000Z')
    expect((await desk.client.checkIn.create(request)).notices[0]?.id).toBe(first.notices[0]?.id)
  })
})

describe('a year that cannot be meant', () => {
  it('is refused with its place, not answered with an error of the program', async () => {
    const desk = await startedDesk()
    await expect(checkedIn(desk, {}, { arrivalAt: '9999-12-31T10:00', departureDate: null })).rejects.toMatchObject({
      code: 'BAD_INPUT',
      data: { issues: [{ path: 'stay.arrivalAt', code: 'not_a_date' }] },
    })
  })
})
