import { describe, expect, it } from 'vitest'
import { takeProgramYears } from '#electron/desk/law/calendar-program.ts'
import { calendarDate } from '#shared/domain/calendar-date.ts'
import { checkedIn, type DeskUnderTest, startedDesk } from '../desk-under-test.ts'
import { dumpOf, putInForce, takenBack, withTransfer, type YearContent, yearInForce } from './calendar-fixture.ts'

/** 1 December 2026 turns out to be a holiday: nobody's date stands on it. */
function withQuietHoliday(year: YearContent): YearContent {
  const day = calendarDate('2026-12-01')
  return {
    ...year,
    source: 'Decree of November 2026',
    nonWorking: [...year.nonWorking, day].toSorted(),
    holidays: { ...year.holidays, [day]: 'other_holiday' },
  }
}

/** Every screen reads the calendar anew when a program's year has come in. */
function take(desk: DeskUnderTest, years: readonly YearContent[]): void {
  takeProgramYears(desk.desk().register, years)
}

describe('newer years of the program, at opening', () => {
  it('change nothing where they are known', async () => {
    const desk = await startedDesk()
    const before = dumpOf(desk)
    take(desk, [await yearInForce(desk.client, 2026), { ...(await yearInForce(desk.client, 2027)), version: 9 }])
    expect(dumpOf(desk)).toEqual(before)
  })

  it('come in by themselves where no date moves, and are written down', async () => {
    const desk = await startedDesk({ channel: 'migration-api' })
    const anna = await checkedIn(desk)
    const newer = withQuietHoliday(await yearInForce(desk.client, 2026))
    take(desk, [newer])
    expect(await yearInForce(desk.client, 2026)).toEqual({ ...newer, version: 2 })
    expect(await desk.client.calendar.changes()).toMatchObject([
      { by: 'Qabyl', kind: 'program', years: [{ year: 2026, from: '2026.1', to: '2026.2' }], moved: 0, canBeUndone: true },
    ])
    expect(dumpOf(desk)['notification']).toMatchObject([{ id: anna.id, calendar_version: '2026.2', version: anna.version }])
    const before = dumpOf(desk)
    take(desk, [newer])
    expect(dumpOf(desk)).toEqual(before)
    await takenBack(desk.client)
    // Taken back on purpose: the next opening offers it and does not insist.
    take(desk, [newer])
    expect(await desk.client.calendar.year({ year: 2026 })).toMatchObject({
      content: { version: 1 },
      available: { ...newer, version: 2 },
    })
  })

  it('wait to be looked at where a date would move', async () => {
    const desk = await startedDesk({ channel: 'migration-api' })
    const anna = await checkedIn(desk)
    const before = dumpOf(desk)
    const newer = withTransfer(await yearInForce(desk.client, 2026), '2026-11-28', '2026-11-25')
    take(desk, [newer])
    expect(dumpOf(desk)['notification']).toEqual(before['notification'])
    expect(dumpOf(desk)['calendar_in_force']).toEqual(before['calendar_in_force'])
    expect((await desk.client.calendar.years()).map(({ version, available }) => [version, available])).toEqual([
      ['2024.1', null],
      ['2025.1', null],
      ['2026.1', '2026.2'],
      ['2027.1', null],
    ])
    expect(await desk.client.calendar.changes()).toEqual([])
    expect(dumpOf(desk)['audit']).toHaveLength((before['audit']?.length ?? 0) + 1)

    const { available, versions } = await desk.client.calendar.year({ year: 2026 })
    expect(versions).toMatchObject([
      { version: '2026.2', origin: 'program', isInForce: false },
      { version: '2026.1', isInForce: true },
    ])
    if (available === null) throw new Error('The newer days are not offered')
    const { preview, change } = await putInForce(desk.client, [available])
    expect(preview.moves).toMatchObject([{ noticeId: anna.id, after: { strictDue: '2026-11-26' } }])
    expect(change).toMatchObject({ moved: 1, years: [{ from: '2026.1', to: '2026.2' }] })
    expect(await desk.client.calendar.year({ year: 2026 })).toMatchObject({ available: null })
    await takenBack(desk.client)
    expect(dumpOf(desk)['notification']).toEqual(before['notification'])
  })

  it('wait where the year was changed here, even if no date moves', async () => {
    const desk = await startedDesk()
    const original = await yearInForce(desk.client, 2026)
    await putInForce(desk.client, [withTransfer(original, '2026-12-19', '2026-12-18')], 'edit')
    take(desk, [withQuietHoliday(original)])
    expect(await desk.client.calendar.year({ year: 2026 })).toMatchObject({
      content: { version: 2 },
      available: { version: 3, source: 'Decree of November 2026' },
    })
    // Whoever edits on top has seen it.
    await putInForce(desk.client, [withTransfer(original, '2026-12-20', '2026-12-17')], 'edit')
    expect((await desk.client.calendar.year({ year: 2026 })).available).toBeNull()
  })

  it('come in at once where there was no calendar', async () => {
    const desk = await startedDesk({ channel: 'migration-api' })
    const { id } = await checkedIn(desk, {}, { arrivalAt: '2026-12-30T10:00', departureDate: null, reservation: 'NY-1' })
    // As a program left it that knew the years up to 2026.
    const { database } = desk.desk().register.store
    database.exec(`
      DROP TRIGGER calendar_year_is_never_deleted;
      DELETE FROM calendar_in_force WHERE year = 2027;
      DELETE FROM calendar_year WHERE year = 2027;
      UPDATE notification SET strict_due = '2027-01-01', latest_due = '2027-01-04', act_by = '2027-01-01',
        calendar_version = '2026.1+none', is_forecast = 0`)
    desk.desk().register.reload()
    expect((await desk.client.guest.get({ noticeId: id })).notice).toMatchObject({
      hasNoCalendar: true,
      strictDue: '2027-01-01',
    })
    await desk.process.stop()

    const again = await startedDesk({}, { directory: desk.directory })
    expect((await again.client.guest.get({ noticeId: id })).notice).toMatchObject({
      hasNoCalendar: false,
      isForecast: true,
      strictDue: '2027-01-05',
    })
    expect(await again.client.calendar.changes()).toMatchObject([
      { by: 'Qabyl', kind: 'program', years: [{ year: 2027, from: 'none', to: '2027.1' }], moved: 1 },
    ])
    expect((await again.client.guest.get({ noticeId: id })).timeline.at(-1)).toMatchObject({
      kind: 'deadline_moved',
      by: 'Qabyl',
    })
  })

  it('are left for the next opening by a folder that cannot be written', async () => {
    const desk = await startedDesk()
    const newer = withQuietHoliday(await yearInForce(desk.client, 2026))
    const { database } = desk.desk().register.store
    const before = dumpOf(desk)
    database.pragma('query_only = ON')
    take(desk, [newer])
    expect(await yearInForce(desk.client, 2026)).toMatchObject({ version: 1 })
    database.pragma('query_only = OFF')
    expect(dumpOf(desk)).toEqual(before)
    take(desk, [newer])
    expect(await yearInForce(desk.client, 2026)).toMatchObject({ version: 2 })
  })
})
