import { describe, expect, it } from 'vitest'
import type { DirectDeskClient } from '#electron/desk/router.ts'
import { addDays, calendarDate } from '#shared/domain/calendar-date.ts'
import { EMPTY_GUEST } from '#shared/domain/guest.ts'
import { ANNA, checkedIn, type DeskUnderTest, STAY, startedDesk } from '../../desk/desk-under-test.ts'

const MONDAY = calendarDate('2026-11-23')
const TUESDAY = addDays(MONDAY, 1)
const TUESDAY_MORNING = '2026-11-24T04:00:00.000Z'

type OpenDesk = DeskUnderTest & { readonly client: DirectDeskClient }

/** Monday is closed by hand at 10:43; it is Tuesday, nine o'clock. */
async function closed(desk: OpenDesk): Promise<void> {
  await desk.client.report.close({ date: MONDAY })
  desk.ports.clock.setWallTime(TUESDAY_MORNING)
}

async function changes({ client }: OpenDesk) {
  const { report } = await client.report.day({ date: TUESDAY })
  return report.laterChanges.map(({ what, date, number, person, by, at }) => ({
    what,
    date,
    number,
    name: person?.name,
    by,
    at,
  }))
}

const said = { date: MONDAY, number: '2026-327', name: 'Müller Anna', by: 'Управляющий', at: TUESDAY_MORNING }

describe('what is entered about a closed day', () => {
  it('is nothing before a day was closed, and nothing where only the open day is told of', async () => {
    const desk = await startedDesk()
    const notice = await checkedIn(desk)
    await desk.client.guest.depart({ ...named(notice), date: MONDAY, withParty: false })
    expect(await changes(desk)).toEqual([])
    await closed(desk)
    await checkedIn(desk, { documentNumber: 'C2' }, { arrivalAt: '2026-11-24T08:00' })
    expect(await changes(desk)).toEqual([])
  })

  it('is an arrival dated back, under the day it belongs to', async () => {
    const desk = await startedDesk()
    await closed(desk)
    await checkedIn(desk)
    expect(await changes(desk)).toEqual([{ ...said, what: 'arrived' }])
    // Before the first closed day: in house on it all the same, unless he had left.
    await checkedIn(desk, { documentNumber: 'C2' }, { arrivalAt: '2026-11-20T10:00' })
    await checkedIn(
      desk,
      { documentNumber: 'C3' },
      { arrivalAt: '2026-11-20T10:00', departureDate: calendarDate('2026-11-22') },
    )
    expect(await changes(desk)).toEqual([
      { ...said, what: 'arrived' },
      { ...said, what: 'arrived' },
    ])
  })

  it('is somebody else than was said, in name, citizenship or purpose; what a closed day does not say is none of it', async () => {
    const desk = await startedDesk()
    const notice = await checkedIn(desk)
    await closed(desk)
    const correct = async (facts: object) => {
      const { version } = (await desk.client.guest.get({ noticeId: notice.id })).notice
      const { departureDate, room, reservation } = STAY
      await desk.client.guest.correct({
        noticeId: notice.id,
        version,
        facts: { ...EMPTY_GUEST, ...ANNA, ...facts },
        departureDate,
        room,
        reservation,
      })
    }
    await correct({ documentNumber: 'C99' })
    expect(await changes(desk)).toEqual([])
    await correct({ documentNumber: 'C99', citizenship: 'AUT' })
    expect(await changes(desk)).toEqual([{ ...said, what: 'corrected' }])
  })

  it('is a departure that the closed day did not count, or counted and was none', async () => {
    const desk = await startedDesk()
    const left = await checkedIn(desk, { documentNumber: 'C1', printedName: 'Left' })
    const asPlanned = await checkedIn(desk, { documentNumber: 'C2', printedName: 'Planned' }, { departureDate: MONDAY })
    const stayed = await checkedIn(desk, { documentNumber: 'C3', printedName: 'Stayed' }, { departureDate: MONDAY })
    const undone = await checkedIn(desk, { documentNumber: 'C4', printedName: 'Undone' })
    await desk.client.guest.depart({ ...named(undone), date: MONDAY, withParty: false })
    await closed(desk)
    const gone = await desk.client.guest.get({ noticeId: undone.id })
    await desk.client.guest.depart({ ...named(left), date: MONDAY, withParty: false })
    await desk.client.guest.depart({ ...named(asPlanned), date: MONDAY, withParty: false })
    await desk.client.guest.extend({ ...named(stayed), departureDate: calendarDate('2026-11-26') })
    await desk.client.guest.undoDeparture({ ...named(gone.notice), withParty: false })
    expect((await changes(desk)).map(({ what, name, date }) => `${name} ${what} ${date}`)).toEqual([
      'Left departed 2026-11-23',
      'Stayed stayed 2026-11-23',
      'Undone stayed 2026-11-23',
    ])
  })

  it('goes for companions who leave with the stay, not for those who had left by themselves', async () => {
    const desk = await startedDesk()
    const { notices } = await desk.client.checkIn.create({
      requestId: desk.ports.newId(),
      stay: { ...STAY, departureDate: MONDAY },
      guests: ['Anna', 'Berta', 'Carla'].map((printedName, index) => ({ ...ANNA, printedName, documentNumber: `C${index}` })),
    })
    const [anna, , carla] = notices
    if (anna === undefined || carla === undefined) throw new Error('three notices')
    await desk.client.guest.depart({ ...named(carla), date: MONDAY, withParty: false })
    await closed(desk)
    await desk.client.guest.extend({ ...named(anna), departureDate: calendarDate('2026-11-26') })
    expect((await changes(desk)).map(({ what, name }) => `${name} ${what}`)).toEqual(['Anna stayed', 'Berta stayed'])
  })

  it('is a withdrawal, a decision that no notice is owed, and each taken back', async () => {
    const desk = await startedDesk()
    const first = await checkedIn(desk, { documentNumber: 'C1', printedName: 'Never' })
    const second = await checkedIn(desk, { documentNumber: 'C2', printedName: 'Diplomat' })
    await closed(desk)
    const { cancel, reopen, setNotRequired } = desk.client.guest
    const cancelled = await cancel({ ...named(first), reason: 'не заехал', withParty: false })
    await setNotRequired({ ...named(second), reason: 'дипломат' })
    await reopen({ ...named(cancelled), withParty: false })
    expect((await changes(desk)).map(({ what, name }) => `${name} ${what}`)).toEqual([
      'Never withdrawn',
      'Diplomat set_aside',
      'Never reopened',
    ])
  })

  it('says nothing of an arrival that was entered and withdrawn since', async () => {
    const desk = await startedDesk()
    await closed(desk)
    const notice = await checkedIn(desk)
    await desk.client.guest.cancel({ ...named(notice), reason: 'ошибка', withParty: false })
    expect(await changes(desk)).toEqual([])
  })

  it('stands in the next close and no more in the one after; the close before stays as it was', async () => {
    const desk = await startedDesk()
    await closed(desk)
    const before = await desk.client.report.day({ date: MONDAY })
    await checkedIn(desk)
    await desk.client.report.close({ date: TUESDAY })
    expect(await changes(desk)).toEqual([{ ...said, what: 'arrived' }])
    desk.ports.clock.setWallTime('2026-11-25T04:00:00.000Z')
    expect((await desk.client.report.day({ date: addDays(TUESDAY, 1) })).report.laterChanges).toEqual([])
    expect(await desk.client.report.day({ date: MONDAY })).toEqual(before)
    expect(before.report.totals.arrivals).toBe(0)
  })
})

describe('a day that was closed before it was over', () => {
  it('leaves what was filed and decided afterwards to the next one: each in the report of exactly one day', async () => {
    const desk = await startedDesk()
    const notices = []
    for (const number of ['C1', 'C2', 'C3', 'C4']) notices.push(await checkedIn(desk, { documentNumber: number }))
    const [early, sameMoment, evening, tomorrow] = notices
    if (early === undefined || sameMoment === undefined || evening === undefined || tomorrow === undefined)
      throw new Error('four')
    const file = async ({ id }: { readonly id: string }) => {
      await desk.client.filing.take({ noticeId: id })
      await desk.client.filing.recordProof({ noticeId: id, reference: `E-${id}` })
    }
    await file(early)
    await desk.client.report.close({ date: MONDAY })
    // The clock stands still: the very millisecond of the close.
    await file(sameMoment)
    desk.ports.clock.setWallTime('2026-11-23T15:00:00.000Z')
    await file(evening)
    desk.ports.clock.setWallTime(TUESDAY_MORNING)
    await file(tomorrow)
    const filedOn = async (date: typeof MONDAY) => {
      const { report } = await desk.client.report.day({ date })
      return report.lists.filed.map((place) => report.rows[place]?.noticeId)
    }
    expect(await filedOn(MONDAY)).toEqual([early.id])
    expect(await filedOn(TUESDAY)).toEqual([sameMoment.id, evening.id, tomorrow.id])
    const { report } = await desk.client.report.day({ date: TUESDAY })
    expect(report.leadDays).toEqual([2, 1, 0, 0, 0])
  })
})

describe('a stamp of an earlier day', () => {
  it('is counted where it was entered, and judged by its own day', async () => {
    const desk = await startedDesk()
    const thursday = { arrivalAt: '2026-11-19T10:00' }
    const inTime = await checkedIn(desk, { documentNumber: 'C1' }, thursday)
    const late = await checkedIn(desk, { documentNumber: 'C2' }, thursday)
    desk.ports.clock.setWallTime('2026-11-25T04:00:00.000Z')
    for (const date of [MONDAY, TUESDAY]) await desk.client.report.close({ date })
    for (const [{ id }, stampedOn] of [
      [inTime, MONDAY],
      [late, TUESDAY],
    ] as const)
      await desk.client.filing.recordProof({ ...(await taken(desk, id)), reference: `P-${id}`, stampedOn })
    const { report } = await desk.client.report.day({ date: addDays(TUESDAY, 1) })
    // Owed by Monday the 23rd: the third working day, Thursday counted.
    expect(report.rows.map(({ noticeId, isAcceptedLate }) => [noticeId, isAcceptedLate])).toEqual([
      [inTime.id, false],
      [late.id, true],
    ])
    expect(report.totals).toMatchObject({ open: 0, filed: 2, filedArrivals: 2, filedLate: 1 })
    expect(report.leadDays).toEqual([0, 0, 1, 1, 0])
  })
})

async function taken(desk: OpenDesk, noticeId: string) {
  await desk.client.filing.take({ noticeId })
  return { noticeId }
}

function named({ id, version }: { readonly id: string; readonly version: number }) {
  return { noticeId: id, version }
}
