import { describe, expect, it } from 'vitest'
import type { DutyView } from '#shared/contract/law-schemas.ts'
import { type CalendarDate, calendarDate } from '#shared/domain/calendar-date.ts'
import type { GuestFacts } from '#shared/domain/guest.ts'
import { DUTY_KINDS, type DutyKind } from '#shared/regulation/duties/duty.ts'
import { ANNA, checkedIn, STAY, startedDesk } from '../desk-under-test.ts'
import { putInForce, withTransfer, yearInForce } from './calendar-fixture.ts'

const day = calendarDate
const IVAN: Partial<GuestFacts> = { citizenship: 'RUS', issuingState: 'RUS', documentNumber: 'R1' }
/** 14 days per entry, 42 in any 180. */
const ROHAN: Partial<GuestFacts> = { citizenship: 'IND', issuingState: 'IND', documentNumber: 'I1' }

function dated(duties: readonly DutyView[], kind: DutyKind) {
  const duty = duties.find((candidate) => candidate.kind === kind)
  if (duty?.state !== 'dated') throw new Error(`${kind} has no date`)
  return duty
}

function usedDays(duties: readonly DutyView[]): number {
  const { explanation } = dated(duties, 'window_limit')
  if (explanation.kind !== 'window') throw new Error('The window explains itself as a window')
  return explanation.usedDays
}

describe('the clocks of a guest', () => {
  it('stand on the guest, the notice first, with the days left from the business date', async () => {
    const desk = await startedDesk()
    const { id } = await checkedIn(desk, { ...IVAN, borderEntryDate: day('2026-11-20') })
    const { duties, regime, deadline } = await desk.client.guest.get({ noticeId: id })
    const order = duties.map(({ kind }) => DUTY_KINDS.indexOf(kind))
    expect(order).toEqual(order.toSorted((a, b) => a - b))
    expect(dated(duties, 'arrival_notice')).toMatchObject({
      strictDue: deadline?.strictDue,
      latestDue: deadline?.latestDue,
      daysLeft: 2,
      explanation: { kind: 'working_days', days: deadline?.explanation },
    })
    expect(dated(duties, 'registration')).toMatchObject({ strictDue: '2026-12-19', daysLeft: 26, binds: 'host_and_guest' })
    expect(dated(duties, 'reregistration')).toMatchObject({ strictDue: '2026-11-27', latestDue: '2026-11-30' })
    expect(dated(duties, 'stay_limit')).toMatchObject({ strictDue: '2027-02-17' })
    expect(regime).toMatchObject({ code: 'RUS', current: { perEntryDays: 90, window: { maxDays: 90, periodDays: 180 } } })

    desk.ports.clock.setWallTime('2026-12-20T06:00:00.000Z')
    const later = await desk.client.guest.get({ noticeId: id })
    expect(dated(later.duties, 'registration').daysLeft).toBe(-1)
  })

  it('wait for what nobody has told', async () => {
    const desk = await startedDesk()
    const { id } = await checkedIn(desk, { citizenship: null, issuingState: null })
    const unknown = await desk.client.guest.get({ noticeId: id })
    expect(unknown.regime).toBeNull()
    expect(unknown.duties.find(({ kind }) => kind === 'stay_limit')).toMatchObject({
      state: 'waiting',
      needs: ['citizenship', 'border_entry_date'],
    })
    const ivan = await desk.client.checkIn.preview({ stay: STAY, guest: { ...ANNA, ...IVAN } })
    expect(ivan.duties.find(({ kind }) => kind === 'registration')).toMatchObject({
      state: 'waiting',
      needs: ['border_entry_date'],
    })
  })

  it('are none for a citizen of Kazakhstan', async () => {
    const desk = await startedDesk()
    const { id } = await checkedIn(desk, { citizenship: 'KAZ', issuingState: 'KAZ' })
    const { duties, regime } = await desk.client.guest.get({ noticeId: id })
    expect([duties, regime]).toEqual([[], null])
  })

  it('use the working calendar in force here', async () => {
    const desk = await startedDesk()
    await putInForce(desk.client, [withTransfer(await yearInForce(desk.client, 2026), '2026-11-28', '2026-11-24')])
    const { duties, deadline } = await desk.client.deadline.calculate({ arrival: day('2026-11-23'), citizenship: 'RUS' })
    expect(deadline?.strictDue).toBe('2026-11-26')
    expect(dated(duties, 'arrival_notice').strictDue).toBe('2026-11-26')
  })
})

describe('the days of earlier stays', () => {
  const stayed = (arrivalAt: string, departureDate: CalendarDate | null, reservation: string | null = null) => ({
    arrivalAt,
    departureDate,
    reservation,
  })

  it('count in the window, from the border where it was written down, and a cancelled stay does not', async () => {
    const desk = await startedDesk()
    await checkedIn(desk, ROHAN, stayed('2026-09-01T10:00', day('2026-09-10')))
    await checkedIn(desk, { ...ROHAN, borderEntryDate: day('2026-10-01') }, stayed('2026-10-05T10:00', day('2026-10-12')))
    const never = await checkedIn(desk, ROHAN, stayed('2026-10-20T10:00', day('2026-10-30')))
    await desk.client.guest.cancel({ noticeId: never.id, version: never.version, reason: 'не приехал' })
    // Another person with the same number of a document is somebody else.
    await checkedIn(desk, { ...ROHAN, birthDate: '1991-01-01' }, stayed('2026-11-01T10:00', day('2026-11-10')))
    const facts = { ...ROHAN, borderEntryDate: day('2026-11-21') }

    const preview = await desk.client.checkIn.preview({ stay: STAY, guest: { ...ANNA, ...facts } })
    expect(usedDays(preview.duties)).toBe(10 + 12 + 3)
    expect(dated(preview.duties, 'window_limit')).toMatchObject({ strictDue: '2026-12-10', daysLeft: 17 })

    const { id } = await checkedIn(desk, facts)
    const { duties } = await desk.client.guest.get({ noticeId: id })
    expect(duties).toEqual(preview.duties)
  })

  it('without a departure count until today, unless a later entry shows that the guest was gone', async () => {
    const desk = await startedDesk()
    await checkedIn(desk, ROHAN, stayed('2026-11-10T10:00', null))
    const previewed = async (borderEntryDate: CalendarDate) =>
      (await desk.client.checkIn.preview({ stay: STAY, guest: { ...ANNA, ...ROHAN, borderEntryDate } })).duties
    expect(usedDays(await previewed(day('2026-11-22')))).toBe(1 + 2)
    expect(usedDays(await previewed(day('2026-11-08')))).toBe(16)
  })

  it('are those before the stay that is looked at', async () => {
    const desk = await startedDesk()
    const first = await checkedIn(
      desk,
      { ...ROHAN, borderEntryDate: day('2026-10-01') },
      stayed('2026-10-01T10:00', day('2026-10-05')),
    )
    await checkedIn(desk, { ...ROHAN, borderEntryDate: day('2026-11-01') }, stayed('2026-11-01T10:00', day('2026-11-10')))
    const { duties } = await desk.client.guest.get({ noticeId: first.id })
    expect(usedDays(duties)).toBe(5)
  })
})

describe('the calculator', () => {
  it('answers like the desk and keeps nothing', async () => {
    const desk = await startedDesk()
    const notice = await checkedIn(desk, { ...IVAN, borderEntryDate: day('2026-11-20') })
    const { deadline, duties, regime } = await desk.client.guest.get({ noticeId: notice.id })
    const asked = {
      arrival: day('2026-11-23'),
      departure: STAY.departureDate,
      citizenship: 'RUS',
      issuingState: 'RUS',
      documentType: 'passport',
      borderEntry: day('2026-11-20'),
      documentExpiry: ANNA.expiryDate,
    } as const
    expect(await desk.client.deadline.calculate(asked)).toEqual({ deadline, duties, regime })
    expect(await desk.client.queue.list({})).toHaveLength(1)
  })

  it('gives the dates of the published examples', async () => {
    const { client } = await startedDesk()
    const calculated = await client.deadline.calculate({ arrival: day('2026-03-20'), citizenship: 'DEU' })
    expect(calculated.deadline).toMatchObject({ strictDue: '2026-03-27', latestDue: '2026-03-30', actBy: '2026-03-22' })
    const russian = await client.deadline.calculate({
      arrival: day('2026-07-12'),
      citizenship: 'RUS',
      borderEntry: day('2026-07-10'),
    })
    expect(dated(russian.duties, 'registration').strictDue).toBe('2026-08-08')
    expect(dated(russian.duties, 'window_limit').explanation).toMatchObject({ kind: 'window', maxDays: 90 })
  })

  it('counts earlier stays and needs no citizenship', async () => {
    const { client } = await startedDesk()
    const earlier = [{ from: day('2026-09-01'), to: day('2026-09-10') }]
    const asked = { arrival: day('2026-11-23'), citizenship: 'IND', borderEntry: day('2026-11-23') }
    expect(usedDays((await client.deadline.calculate({ ...asked, earlier })).duties)).toBe(11)
    const nothing = await client.deadline.calculate({ arrival: day('2026-11-23') })
    expect(nothing).toMatchObject({ deadline: { strictDue: '2026-11-25' }, regime: null })
    expect(nothing.duties.map(({ kind }) => kind)).toContain('arrival_notice')
  })

  it('owes nothing for a citizen of Kazakhstan', async () => {
    const { client } = await startedDesk()
    expect(await client.deadline.calculate({ arrival: day('2026-11-23'), citizenship: 'KAZ' })).toEqual({
      deadline: null,
      duties: [],
      regime: null,
    })
  })

  it('follows the same clocks as the property', async () => {
    const { client } = await startedDesk()
    await client.rules.setDuty({ kind: 'registration', isFollowed: false, reason: 'решение управляющего' })
    await client.rules.setNotifyAlsoRegistered({ isOn: false, reason: 'решение управляющего' })
    const { deadline, duties } = await client.deadline.calculate({ arrival: day('2026-11-23'), citizenship: 'RUS' })
    expect(deadline?.strictDue).toBe('2026-11-25')
    expect(duties.filter(({ isFollowed }) => !isFollowed).map(({ kind }) => kind)).toEqual(['arrival_notice', 'registration'])
  })

  it.each([
    [{ arrival: day('9999-12-31') }, 'arrival', 'not_a_date'],
    [{ arrival: day('2026-11-23'), departure: day('2026-11-22') }, 'departure', 'departure_before_arrival'],
    [
      { arrival: day('2026-11-23'), earlier: [{ from: day('2026-09-10'), to: day('2026-09-01') }] },
      'earlier.0.to',
      'departure_before_arrival',
    ],
  ])('says what is wrong and where: %j', async (input, path, code) => {
    const { client } = await startedDesk()
    await expect(client.deadline.calculate(input)).rejects.toMatchObject({
      code: 'BAD_INPUT',
      data: { issues: [{ path, code }] },
    })
  })

  it('explains a deadline alone as well, but not in a year that cannot be meant', async () => {
    const { client } = await startedDesk()
    expect(await client.deadline.explain({ arrival: day('2026-11-23') })).toMatchObject({ strictDue: '2026-11-25' })
    await expect(client.deadline.explain({ arrival: day('9999-12-31') })).rejects.toMatchObject({
      code: 'BAD_INPUT',
      data: { issues: [{ path: 'arrival', code: 'not_a_date' }] },
    })
  })
})
