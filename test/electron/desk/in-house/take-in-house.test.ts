import { expect, test } from 'vitest'
import type { DirectDeskClient } from '#electron/desk/router.ts'
import { calendarDate } from '#shared/domain/calendar-date.ts'
import { EMPTY_GUEST } from '#shared/domain/guest.ts'
import { ANNA, PROPERTY, STAY, startedProcess } from '../desk-under-test.ts'

const ELSEWHERE = { reason: 'eQonaq, до установки программы', reference: 'EQ-2026-118', filedOn: calendarDate('2026-11-11') }
const IVAN = {
  ...ANNA,
  surname: 'PROBA',
  givenNames: 'IVAN',
  sex: 'M',
  documentNumber: 'C01X00T48',
  citizenship: 'UZB',
} as const
const NAMELESS = { ...EMPTY_GUEST, surname: 'BEZDOKUMENTA', citizenship: 'CHN' }
const UNKNOWN = { ...EMPTY_GUEST, surname: 'NEIZVESTNAYA' }
const CITIZEN = { ...ANNA, surname: 'AHMETOVA', documentNumber: 'N00000001', citizenship: 'KAZ' }

/** Arrived a fortnight before: the last moment is past. */
const LONG_HERE = { ...STAY, arrivalAt: '2026-11-10T00:00', room: '101' }

const PARTY = {
  requestId: '0199a000-0000-7000-8000-000000000001',
  stay: LONG_HERE,
  guests: [
    { facts: ANNA, filedElsewhere: ELSEWHERE },
    { facts: IVAN },
    { facts: NAMELESS },
    { facts: UNKNOWN },
    { facts: CITIZEN, filedElsewhere: ELSEWHERE },
  ],
}

async function hotel() {
  const started = await startedProcess()
  const desk = started.at('reception')
  await desk.setup.createProperty(PROPERTY)
  return { ...started, client: started.at('reception') }
}

async function standing(client: DirectDeskClient) {
  const { notices, total } = await client.guest.search({ query: '' })
  return { total, states: notices.map(({ displayName, state, lane }) => ({ displayName, state, lane })) }
}

test('a party in the house: one filed elsewhere with its proof, one overdue, two incomplete, a citizen – nobody is dropped', async () => {
  const { client } = await hotel()
  const { notices } = await client.inHouse.take(PARTY)
  expect(notices.map(({ state, lane }) => ({ state, lane }))).toEqual([
    { state: 'filed_elsewhere', lane: null },
    { state: 'ready', lane: 'overdue' },
    { state: 'incomplete', lane: 'overdue' },
    { state: 'citizenship_unknown', lane: 'overdue' },
    { state: 'not_required', lane: null },
  ])
  const filed = await client.guest.get({ noticeId: notices[0]?.id ?? '' })
  expect(JSON.stringify(filed)).toContain(ELSEWHERE.reference)
  expect((await client.maintenance.verify()).isClean).toBe(true)
})

test('the same request again changes nothing, also where the clerk decided otherwise meanwhile', async () => {
  const { client } = await hotel()
  const first = await client.inHouse.take(PARTY)
  const filed = first.notices[0]
  if (filed === undefined) throw new Error('The party has guests')
  await client.guest.reopen({ noticeId: filed.id, version: filed.version })
  const again = await client.inHouse.take(PARTY)
  expect(again.stayId).toBe(first.stayId)
  expect(again.notices.map(({ id }) => id)).toEqual(first.notices.map(({ id }) => id))
  expect(again.notices.find(({ id }) => id === filed.id)?.state).toBe('ready')
  expect((await standing(client)).total).toBe(PARTY.guests.length)
})

test('what a list would leave is what it then leaves, and looking keeps nothing', async () => {
  const { client } = await hotel()
  const nothing = await standing(client)
  const today = {
    requestId: '0199a000-0000-7000-8000-000000000002',
    stay: STAY,
    guests: [{ facts: { ...IVAN, documentNumber: 'C2' } }],
  }
  const foreseen = await client.inHouse.foresee({ parties: [PARTY, today] })
  expect(foreseen).toEqual({
    guests: 6,
    known: 0,
    overdue: 3,
    today: 0,
    tomorrow: 0,
    later: 1,
    filedElsewhere: 1,
    notRequired: 1,
    settled: 0,
    incomplete: 1,
    citizenshipUnknown: 1,
  })
  expect(await standing(client)).toEqual(nothing)
  await client.inHouse.take(PARTY)
  await client.inHouse.take(today)
  expect((await standing(client)).total).toBe(foreseen.guests)
  expect(await client.inHouse.foresee({ parties: [PARTY, today] })).toEqual({ ...foreseen, known: 6 })
})

test('a guest known under the same booking is set filed elsewhere; an impossible day refuses the whole party', async () => {
  const { client } = await hotel()
  const stay = { ...LONG_HERE, reservation: 'R-7' }
  await client.checkIn.create({ requestId: '0199a000-0000-7000-8000-000000000003', stay, guests: [ANNA] })
  const { notices } = await client.inHouse.take({
    requestId: '0199a000-0000-7000-8000-000000000004',
    stay,
    guests: [{ facts: ANNA, filedElsewhere: ELSEWHERE }],
  })
  expect(notices.map(({ state }) => state)).toEqual(['filed_elsewhere'])
  const backwards = { ...PARTY, stay: { ...LONG_HERE, departureDate: calendarDate('2026-11-09') } }
  await expect(client.inHouse.take(backwards)).rejects.toMatchObject({ code: 'BAD_INPUT' })
  expect((await standing(client)).total).toBe(1)
})
