import { describe, expect, it } from 'vitest'
import { calendarDate } from '#shared/domain/calendar-date.ts'
import { ANNA, checkedIn, STAY, startedDesk } from './desk-under-test.ts'

type TestDesk = Awaited<ReturnType<typeof startedDesk>>

const TODAY = calendarDate('2026-11-23')
const LATER = calendarDate('2026-12-24')
const REASON = 'не заехали'

/** A family of three in one room; their notices in order. */
async function family({ client, ports }: TestDesk) {
  const names = ['ANNA', 'BORIS', 'CLARA']
  const guests = names.map((givenNames, place) => ({
    ...ANNA,
    givenNames,
    printedName: null,
    borderEntryDate: TODAY,
    documentNumber: `C01X00T4${place}`,
  }))
  const { notices } = await client.checkIn.create({ requestId: ports.newId(), stay: STAY, guests })
  return notices
}

async function accepted({ client }: TestDesk, noticeId: string, reference: string) {
  await client.filing.take({ noticeId })
  return client.filing.recordProof({ noticeId, reference })
}

/** Everything in the register that an act could change. */
function registerOf(desk: TestDesk) {
  const { database } = desk.desk().register.store
  const tables = ['stay', 'guest', 'document', 'notification', 'notification_revision', 'waiting_news', 'audit']
  return tables.map((table) => database.prepare(`SELECT * FROM ${table}`).all())
}

async function standing({ client }: TestDesk, noticeId: string): Promise<string> {
  const { notice, followUps, departedOn } = await client.guest.get({ noticeId })
  const chain = [notice, ...followUps.map((followUp) => followUp.notice)].map(({ kind, state }) => `${kind} ${state}`)
  return [...chain, departedOn].join(', ')
}

describe('what is foreseen', () => {
  it('is what the act then does, and nothing of it is kept', async () => {
    const desk = await startedDesk()
    const { client } = desk
    const [first] = await family(desk)
    const named = await accepted(desk, first?.id ?? '', 'A-1')
    const before = registerOf(desk)
    const foreseen = await client.guest.foresee({ noticeId: named.id, act: { act: 'extend', departureDate: LATER } })
    expect(registerOf(desk)).toEqual(before)
    expect(foreseen.notices.map(({ effect, notice }) => `${effect} ${notice.kind} ${notice.displayName}`)).toEqual([
      'made extension MUELLER ANNA',
      'rewritten arrival MUELLER BORIS',
      'rewritten arrival MUELLER CLARA',
    ])
    expect(foreseen.whatFollows).toBe('follow_up')
    expect(foreseen.warnings).toContain('stay_beyond_limit')
    await client.guest.extend({ noticeId: named.id, version: named.version, departureDate: LATER })
    const { followUps, duties } = await client.guest.get({ noticeId: named.id })
    const made = foreseen.notices.find(({ effect }) => effect === 'made')?.notice
    expect(followUps.map(({ notice }) => ({ ...notice, id: '', clientId: '' }))).toEqual([{ ...made, id: '', clientId: '' }])
    expect(duties).toEqual(foreseen.duties)
  })

  it('is refused like the act, and the views are not told', async () => {
    const desk = await startedDesk()
    const notice = await checkedIn(desk)
    const act = { act: 'extend', departureDate: STAY.departureDate } as const
    await expect(desk.client.guest.foresee({ noticeId: notice.id, act })).rejects.toMatchObject({
      code: 'BAD_INPUT',
      data: { issues: [{ path: 'departureDate', code: 'not_later' }] },
    })
  })
})

describe('a party', () => {
  it('leaves together, except who has left before; one by one it comes back', async () => {
    const desk = await startedDesk()
    const { client } = desk
    const [anna, boris, clara] = await family(desk)
    if (anna === undefined || boris === undefined || clara === undefined) throw new Error('A family is three')
    await client.guest.depart({ noticeId: clara.id, version: clara.version, date: TODAY })
    await client.guest.depart({ noticeId: anna.id, version: anna.version, date: TODAY, withParty: true })
    expect(await Promise.all([anna, boris, clara].map(({ id }) => standing(desk, id)))).toEqual(
      Array.from({ length: 3 }, () => 'arrival ready, 2026-11-23'),
    )
    const told = (await client.guest.get({ noticeId: clara.id })).timeline.filter(({ kind }) => kind === 'departed')
    expect(told).toHaveLength(1)
    const { version } = (await client.guest.get({ noticeId: boris.id })).notice
    await client.guest.undoDeparture({ noticeId: boris.id, version })
    expect(await Promise.all([anna, boris].map(({ id }) => standing(desk, id)))).toEqual([
      'arrival ready, 2026-11-23',
      'arrival ready, ',
    ])
    const again = (await client.guest.get({ noticeId: boris.id })).notice
    await expect(client.guest.undoDeparture({ noticeId: boris.id, version: again.version })).rejects.toMatchObject({
      code: 'NOT_NOW',
    })
  })

  it('is withdrawn together or not at all', async () => {
    const desk = await startedDesk()
    const { client } = desk
    const [anna, boris] = await family(desk)
    if (anna === undefined || boris === undefined) throw new Error('A family is three')
    await desk.at('back office').filing.take({ noticeId: boris.id })
    const before = await standing(desk, anna.id)
    const act = { noticeId: anna.id, version: anna.version, reason: REASON, withParty: true }
    await expect(client.guest.cancel(act)).rejects.toMatchObject({ code: 'LEASED' })
    expect(await standing(desk, anna.id)).toBe(before)
    await desk.at('back office').filing.release({ noticeId: boris.id })
    const { version } = (await client.guest.get({ noticeId: anna.id })).notice
    await client.guest.cancel({ ...act, version })
    expect(await Promise.all([anna, boris].map(({ id }) => standing(desk, id)))).toEqual([
      'arrival cancelled, ',
      'arrival cancelled, ',
    ])
    const cancelled = (await client.guest.get({ noticeId: anna.id })).notice
    await client.guest.reopen({ noticeId: anna.id, version: cancelled.version, withParty: true })
    expect(await standing(desk, boris.id)).toBe('arrival ready, ')
  })
})

describe('another room', () => {
  it('is everybody’s, tells the service nothing, moves no date and stands in the journal', async () => {
    const desk = await startedDesk()
    const { client } = desk
    const [anna, boris] = await family(desk)
    if (anna === undefined || boris === undefined) throw new Error('A family is three')
    const named = await accepted(desk, anna.id, 'A-1')
    const moved = await client.guest.moveRoom({ noticeId: anna.id, version: named.version, room: '305' })
    expect([moved.room, moved.actBy, moved.revision]).toEqual(['305', named.actBy, named.revision])
    expect(await standing(desk, anna.id)).toBe('arrival accepted, ')
    const other = await client.guest.get({ noticeId: boris.id })
    expect([other.notice.room, other.notice.revision, other.notice.actBy]).toEqual(['305', 2, boris.actBy])
    expect(other.timeline.at(-1)).toMatchObject({ kind: 'room_moved', details: { roomBefore: '208', room: '305' } })
    expect((await client.guest.search({ query: '305' })).total).toBe(3)
    await expect(client.guest.moveRoom({ noticeId: anna.id, version: moved.version, room: '305' })).rejects.toMatchObject({
      data: { issues: [{ path: 'room', code: 'same_room' }] },
    })
  })
})

describe('a booking number', () => {
  const correction = { facts: ANNA, departureDate: STAY.departureDate, room: STAY.room }

  it('can be corrected after acceptance: nothing follows, and the guest is found under it', async () => {
    const desk = await startedDesk()
    const { client } = desk
    const notice = await checkedIn(desk, {}, { reservation: 'B-17' })
    const named = await accepted(desk, notice.id, 'A-1')
    const answer = await client.guest.correct({
      noticeId: notice.id,
      version: named.version,
      ...correction,
      reservation: 'B-71',
    })
    expect([answer.reservation, answer.whatFollows]).toEqual(['B-71', 'nothing'])
    const { timeline, stay } = await client.guest.get({ noticeId: notice.id })
    expect(stay.reservation).toBe('B-71')
    expect(timeline.at(-1)).toMatchObject({
      kind: 'booking_corrected',
      details: { reservationBefore: 'B-17', reservation: 'B-71' },
    })
    const found = await Promise.all(['B-17', 'B-71'].map((query) => client.guest.search({ query })))
    expect(found.map(({ total }) => total)).toEqual([0, 1])
    // The next file with the new number meets this stay and not a second one.
    const again = await checkedIn(desk, {}, { reservation: 'B-71' })
    expect(again.id).toBe(notice.id)
  })

  it('may not make two notices of one duty, and a refusal changes nothing', async () => {
    const desk = await startedDesk()
    await checkedIn(desk, {}, { reservation: 'B-1' })
    const second = await checkedIn(desk, {}, { reservation: 'B-2' })
    const before = registerOf(desk)
    await expect(
      desk.client.guest.correct({ noticeId: second.id, version: second.version, ...correction, reservation: 'B-1' }),
    ).rejects.toMatchObject({ data: { issues: [{ path: 'reservation', code: 'already_recorded' }] } })
    expect(registerOf(desk)).toEqual(before)
  })
})

it('the journal names what a correction changed, and no old document number', async () => {
  const desk = await startedDesk()
  const { client } = desk
  const notice = await checkedIn(desk)
  await client.guest.correct({
    noticeId: notice.id,
    version: notice.version,
    facts: { ...ANNA, documentNumber: 'C01X00T99', phone: '+7 701 000 00 00' },
    departureDate: calendarDate('2026-11-25'),
    room: '210',
  })
  const { timeline } = await client.guest.get({ noticeId: notice.id })
  expect(timeline.at(-1)).toMatchObject({
    kind: 'corrected',
    details: {
      changed: 'documentNumber departureDate room phone',
      departureBefore: '2026-11-27',
      departureDate: '2026-11-25',
      roomBefore: '208',
      room: '210',
    },
  })
  expect(JSON.stringify(timeline)).not.toMatch(/C01X00T/)
})
