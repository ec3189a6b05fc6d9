import { expect, test } from 'vitest'
import { calendarDate } from '#shared/domain/calendar-date.ts'
import type { GuestFilter } from '#shared/domain/guest-filter.ts'
import { checkedIn, startedDesk } from '../desk-under-test.ts'

type TestDesk = Awaited<ReturnType<typeof startedDesk>>

/** Room numbers in the order of the list; every guest of these tests has one of his own. */
async function rooms({ client }: TestDesk, filter: Partial<GuestFilter> = {}, query = ''): Promise<string[]> {
  const { rows, total } = await client.guestList.page({
    query,
    filter: { presence: filter.presence ?? 'all', marks: [...(filter.marks ?? [])] },
  })
  expect(total).toBe(rows.length)
  return rows.map(({ notice }) => notice.room ?? '')
}

/** A hotel on Monday 23 November 2026, 10:43: one of everything. */
async function hotel() {
  const desk = await startedDesk()
  const add = (room: string, facts: object, stay: object) =>
    checkedIn(desk, { documentNumber: `N${room}`, ...facts }, { room, reservation: `B-${room}`, ...stay })
  await add('101', {}, { arrivalAt: '2026-11-23T10:00', departureDate: calendarDate('2026-11-27') })
  await add('102', { citizenship: null }, { arrivalAt: '2026-11-23T09:00', departureDate: null })
  await add('103', { purpose: null }, { arrivalAt: '2026-11-20T14:00', departureDate: calendarDate('2026-11-25') })
  await add('104', {}, { arrivalAt: '2026-11-30T14:00', departureDate: calendarDate('2026-12-02') })
  await add('105', {}, { arrivalAt: '2026-10-01T14:00', departureDate: calendarDate('2026-10-05') })
  const early = await add('106', {}, { arrivalAt: '2026-11-21T14:00', departureDate: calendarDate('2026-11-28') })
  await desk.client.guest.depart({ noticeId: early.id, version: early.version, date: calendarDate('2026-11-23') })
  const absent = await add('107', {}, { arrivalAt: '2026-11-22T14:00', departureDate: calendarDate('2026-11-28') })
  await desk.client.guest.cancel({ noticeId: absent.id, version: absent.version, reason: 'не приехал' })
  await add('108', { citizenship: 'KAZ', surname: 'Қасымова' }, { arrivalAt: '2026-11-22T18:00' })
  const told = await add('109', {}, { arrivalAt: '2026-11-19T18:00', departureDate: calendarDate('2026-11-29') })
  await desk.client.filing.take({ noticeId: told.id })
  const { version } = await desk.client.filing.recordProof({ noticeId: told.id, reference: 'A-109' })
  await desk.client.guest.extend({ noticeId: told.id, version, departureDate: calendarDate('2026-12-01') })
  return desk
}

test.each<readonly [Partial<GuestFilter>, readonly string[]]>([
  [{}, ['104', '102', '101', '108', '107', '106', '103', '109', '105']],
  [{ presence: 'in_house' }, ['102', '101', '108', '103', '109']],
  [{ presence: 'arriving' }, ['104']],
  [{ presence: 'departed' }, ['106', '105']],
  [{ marks: ['citizenship_unknown'] }, ['102']],
  [{ marks: ['incomplete'] }, ['103']],
  [{ marks: ['follow_up'] }, ['109']],
  [{ marks: ['accepted'] }, ['109']],
  [{ marks: ['set_aside'] }, ['108', '107']],
  [{ marks: ['overdue'] }, ['105']],
  [{ marks: ['open'] }, ['104', '102', '101', '106', '103', '109', '105']],
  [{ presence: 'departed', marks: ['open'] }, ['106', '105']],
  [{ presence: 'departed', marks: ['accepted'] }, []],
  [{ presence: 'in_house', marks: ['accepted', 'follow_up'] }, ['109']],
  [{ presence: 'in_house', marks: ['open', 'incomplete'] }, ['103']],
])('%j shows %j, latest arrivals first', async (filter, expected) => {
  expect(await rooms(await hotel(), filter)).toEqual(expected)
})

test('what is typed narrows the filter: name in either script, room, document, booking', async () => {
  const desk = await hotel()
  expect(await rooms(desk, {}, 'касым')).toEqual([])
  expect(await rooms(desk, {}, 'қасым')).toEqual(['108'])
  expect(await rooms(desk, {}, 'n103')).toEqual(['103'])
  expect(await rooms(desk, { presence: 'in_house' }, 'mueller')).toEqual(['102', '101', '103', '109'])
  expect(await rooms(desk, { presence: 'departed' }, 'mueller')).toEqual(['106', '105'])
  expect(await rooms(desk, { marks: ['accepted'] }, 'b-109')).toEqual(['109'])
})

test('a row says what is still to go after an accepted arrival', async () => {
  const { client } = await hotel()
  const { rows } = await client.guestList.page({ filter: { marks: ['accepted'] } })
  expect(
    rows.map(({ notice, openFollowUps }) => [notice.state, openFollowUps.map(({ kind, state }) => `${kind} ${state}`)]),
  ).toEqual([['accepted', ['extension ready']]])
})

test('pages follow one another without gap or repeat, and the total is that of all', async () => {
  const { client } = await hotel()
  const page = (offset: number) => client.guestList.page({ filter: {}, offset, limit: 4 })
  const pages = [await page(0), await page(4), await page(8)]
  expect(pages.map(({ rows }) => rows.length)).toEqual([4, 4, 1])
  expect(new Set(pages.flatMap(({ rows }) => rows.map(({ notice }) => notice.id))).size).toBe(9)
  expect(pages.map(({ total }) => total)).toEqual([9, null, null])
  const { noticeIds, total } = await client.guestList.all({ filter: {} })
  expect(noticeIds).toEqual(pages.flatMap(({ rows }) => rows.map(({ notice }) => notice.id)))
  expect(total).toBe(9)
})
