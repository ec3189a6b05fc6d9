import { describe, expect, it } from 'vitest'
import { calendarDate } from '#shared/domain/calendar-date.ts'
import { checkedIn, startedDesk } from '../desk-under-test.ts'
import {
  calendarFile,
  dumpOf,
  jsonFile,
  putInForce,
  refusalOf,
  takenBack,
  withTransfer,
  type YearContent,
  yearInForce,
} from './calendar-fixture.ts'

/** Saturday 28 November 2026 is worked instead of Wednesday 25. */
const transferred = (year: YearContent) => withTransfer(year, '2026-11-28', '2026-11-25')

describe('the calendar as it is read', () => {
  it('has every year of the program, this one and the next', async () => {
    const { client } = await startedDesk()
    const years = await client.calendar.years()
    expect(years.map(({ year, version, status }) => `${year} ${version} ${status}`)).toEqual([
      '2024 2024.1 official',
      '2025 2025.1 official',
      '2026 2026.1 official',
      '2027 2027.1 forecast',
    ])
    // 261 Mondays to Fridays of 2026 without its 14 days off.
    expect(years.find(({ year }) => year === 2026)).toMatchObject({ workingDays: 247, available: null })
  })

  it('shows a year day by day, with its versions and what is due on it', async () => {
    const desk = await startedDesk()
    await checkedIn(desk, {}, { arrivalAt: '2026-11-23T10:00' })
    await checkedIn(desk, { documentNumber: 'C01X00T48' }, { arrivalAt: '2026-11-22T10:00' })
    const view = await desk.client.calendar.year({ year: 2026 })
    expect(view.days).toHaveLength(365)
    expect(view.days[0]).toEqual({
      date: '2026-01-01',
      weekday: 4,
      isWorking: false,
      reason: { kind: 'holiday', holiday: 'new_year' },
    })
    expect(view.days.find(({ date }) => date === '2026-03-25')).toMatchObject({
      isWorking: false,
      reason: { kind: 'substitute', holiday: 'nauryz', instead: '2026-03-22' },
    })
    expect(view.versions).toMatchObject([{ version: '2026.1', origin: 'program', isInForce: true, status: 'official' }])
    expect(view).toMatchObject({ openDeadlines: 2, available: null, workingDays: 247 })
    // The portal takes arrivals of two days.
    expect(view.deadlinesByDay).toEqual([
      { date: '2026-11-24', count: 1 },
      { date: '2026-11-25', count: 1 },
    ])
    expect(await desk.client.calendar.year({ year: 2025 })).toMatchObject({ openDeadlines: 0, deadlinesByDay: [] })
  })

  it('shows a year without data as plain weeks', async () => {
    const { client, ports } = await startedDesk()
    const view = await client.calendar.year({ year: 2028 })
    expect(view).toMatchObject({ content: null, versions: [], openDeadlines: 0, workingDays: 260 })
    expect(view.days).toHaveLength(366)
    ports.clock.setWallTime('2027-12-30T05:00:00.000Z')
    expect((await client.calendar.years()).at(-1)).toEqual({
      year: 2028,
      version: 'none',
      status: 'none',
      workingDays: 260,
      available: null,
    })
  })
})

describe('a change of the calendar', () => {
  it('says which days and deadlines it moves, moves them, and takes them back', async () => {
    const desk = await startedDesk({ channel: 'migration-api' })
    const { client } = desk
    const anna = await checkedIn(desk)
    await checkedIn(desk, { documentNumber: 'C01X00T48' }, { arrivalAt: '2026-11-18T10:00' })
    const year = transferred(await yearInForce(client, 2026))
    const before = dumpOf(desk)
    const preview = await client.calendar.preview({ years: [year] })
    expect(dumpOf(desk)).toEqual(before)
    expect(preview.years).toEqual([{ year: 2026, from: '2026.1', to: '2026.2', status: 'official', source: year.source }])
    expect(preview.days).toEqual([
      {
        date: '2026-11-25',
        weekday: 3,
        before: { isWorking: true, reason: { kind: 'working' } },
        after: { isWorking: false, reason: { kind: 'transferred_off', instead: '2026-11-28' } },
      },
      {
        date: '2026-11-28',
        weekday: 6,
        before: { isWorking: false, reason: { kind: 'weekend' } },
        after: { isWorking: true, reason: { kind: 'working_weekend' } },
      },
    ])
    expect(preview).toMatchObject({ openDeadlines: 2 })
    expect(preview.moves).toEqual([
      {
        noticeId: anna.id,
        displayName: 'Müller Anna',
        room: '208',
        citizenship: 'DEU',
        arrival: '2026-11-23',
        state: 'ready',
        before: {
          strictDue: '2026-11-25',
          latestDue: '2026-11-26',
          alarmDate: '2026-11-25',
          actBy: '2026-11-25',
          isForecast: false,
        },
        after: {
          strictDue: '2026-11-26',
          latestDue: '2026-11-27',
          alarmDate: '2026-11-26',
          actBy: '2026-11-26',
          isForecast: false,
        },
        becomesOverdue: false,
      },
    ])

    const change = await client.calendar.apply({ years: [year], basis: preview.basis, origin: 'edit', reason: ' приказ № 5 ' })
    expect(change).toMatchObject({
      by: 'Управляющий',
      kind: 'edit',
      years: [{ year: 2026, from: '2026.1', to: '2026.2' }],
      moved: 1,
      reason: 'приказ № 5',
      canBeUndone: true,
    })
    expect(await client.deadline.explain({ arrival: calendarDate('2026-11-24') })).toMatchObject({
      calendar: { version: '2026.2' },
    })
    const moved = await client.guest.get({ noticeId: anna.id })
    expect(moved.notice).toMatchObject({ strictDue: '2026-11-26', actBy: '2026-11-26', lane: 'later', version: anna.version })
    expect(moved.deadline).toMatchObject({ strictDue: '2026-11-26', calendar: { version: '2026.2' } })
    expect(moved.timeline.at(-1)).toMatchObject({
      kind: 'deadline_moved',
      by: 'Управляющий',
      details: {
        because: 'calendar',
        change: change.id,
        alarmDateBefore: '2026-11-25',
        alarmDate: '2026-11-26',
        calendarBefore: '2026.1',
        calendar: '2026.2',
      },
    })
    expect((await client.desk.status()).calendar).toEqual({ version: '2026.2', forecast: false })
    expect((await client.calendar.year({ year: 2026 })).versions).toMatchObject([
      { version: '2026.2', origin: 'edit', isInForce: true },
      { version: '2026.1', origin: 'program', isInForce: false },
    ])

    const { undo } = await takenBack(client)
    expect(undo).toMatchObject({ kind: 'undo', years: [{ year: 2026, from: '2026.2', to: '2026.1' }], moved: 1 })
    expect(undo.canBeUndone).toBe(false)
    expect(dumpOf(desk)['notification']).toEqual(before['notification'])
    expect((await client.calendar.changes()).map(({ kind, canBeUndone }) => [kind, canBeUndone])).toEqual([
      ['undo', false],
      ['edit', false],
    ])
    expect(await refusalOf(client.calendar.previewUndo({ changeId: change.id }))).toMatchObject({ code: 'STALE' })
    expect(await refusalOf(client.calendar.previewUndo({ changeId: undo.id }))).toMatchObject({ code: 'STALE' })
    expect(await refusalOf(client.calendar.previewUndo({ changeId: desk.ports.newId() }))).toMatchObject({ code: 'NOT_FOUND' })
  })

  it('tells who becomes overdue first, and the board follows at once', async () => {
    const desk = await startedDesk({ channel: 'migration-api' })
    // Friday 20 November: due on Tuesday 24. With Saturday and Sunday worked it was due on Sunday 22, yesterday.
    const anna = await checkedIn(desk, {}, { arrivalAt: '2026-11-20T10:00' })
    const berta = await checkedIn(desk, { documentNumber: 'C01X00T48' }, { arrivalAt: '2026-11-21T10:00' })
    expect((await desk.client.board.get()).lanes.overdue).toEqual([])
    const year = withTransfer(
      withTransfer(await yearInForce(desk.client, 2026), '2026-11-21', '2026-12-14'),
      '2026-11-22',
      '2026-12-15',
    )
    const { preview } = await putInForce(desk.client, [year])
    expect(preview.moves.map(({ noticeId, becomesOverdue }) => ({ noticeId, becomesOverdue }))).toEqual([
      { noticeId: anna.id, becomesOverdue: true },
      { noticeId: berta.id, becomesOverdue: false },
    ])
    const { lanes } = await desk.client.board.get()
    expect(lanes.overdue).toMatchObject([{ id: anna.id, strictDue: '2026-11-22', workingDaysLate: 1 }])
    expect(lanes.today).toMatchObject([{ id: berta.id, strictDue: '2026-11-23' }])
    expect((await desk.client.desk.status()).urgentCount).toBe(2)
    const { report } = await desk.client.report.day({ date: calendarDate('2026-11-23') })
    expect(report.basis.calendars).toEqual([{ year: 2026, version: 2, isForecast: false }])
  })

  it('wakes every screen', async () => {
    const { client } = await startedDesk()
    const events = await client.desk.events()
    await events.next()
    await putInForce(client, [transferred(await yearInForce(client, 2026))])
    expect((await events.next()).value).toEqual({
      topics: ['status', 'board', 'queue', 'guest', 'setup', 'law', 'filing', 'report', 'delivery'],
      noticeId: null,
    })
    await events.return()
  })

  it('is refused when someone was faster, and nothing is written', async () => {
    const desk = await startedDesk()
    const [one, other] = [desk.at('office'), desk.at('front')]
    const year = await yearInForce(one, 2026)
    const mine = await one.calendar.preview({ years: [transferred(year)] })
    const theirs = await other.calendar.preview({ years: [withTransfer(year, '2026-12-19', '2026-12-18')] })
    expect(mine.basis).toBe(theirs.basis)
    await one.calendar.apply({ years: [transferred(year)], basis: mine.basis, origin: 'edit' })
    const before = dumpOf(desk)
    expect(
      await refusalOf(
        other.calendar.apply({
          years: [withTransfer(year, '2026-12-19', '2026-12-18')],
          basis: theirs.basis,
          origin: 'edit',
        }),
      ),
    ).toMatchObject({ code: 'STALE' })
    const [change] = await one.calendar.changes()
    expect(await refusalOf(other.calendar.undo({ changeId: change?.id ?? '', basis: theirs.basis }))).toMatchObject({
      code: 'STALE',
    })
    expect(dumpOf(desk)).toEqual(before)
  })

  it('stands on the alarm reading as well, and is taken back under the one chosen since', async () => {
    const desk = await startedDesk({ channel: 'migration-api' })
    const { client } = desk
    const { id } = await checkedIn(desk)
    const dates = async () => {
      const { strictDue, latestDue, actBy } = (await client.guest.get({ noticeId: id })).notice
      return [strictDue, latestDue, actBy]
    }
    const years = [transferred(await yearInForce(client, 2026))]
    const { basis } = await client.calendar.preview({ years })
    await client.rules.setAlarmReading({ alarmReading: 'latest', basis, reason: 'приказ' })
    expect(await refusalOf(client.calendar.apply({ years, basis, origin: 'import' }))).toMatchObject({ code: 'STALE' })
    expect(await dates()).toEqual(['2026-11-25', '2026-11-26', '2026-11-26'])

    const { preview } = await putInForce(client, years)
    expect(preview.moves).toMatchObject([
      { before: { alarmDate: '2026-11-26', actBy: '2026-11-26' }, after: { alarmDate: '2026-11-27', actBy: '2026-11-27' } },
    ])
    const stale = await client.rules.previewAlarmReading({ alarmReading: 'strict' })
    await client.rules.setAlarmReading({ alarmReading: 'strict', basis: stale.basis, reason: 'приказ отменён' })
    expect(await dates()).toEqual(['2026-11-26', '2026-11-27', '2026-11-26'])
    await takenBack(client)
    expect(await dates()).toEqual(['2026-11-25', '2026-11-26', '2026-11-25'])
  })

  it('that the disk does not take changes nothing, and says so', async () => {
    const desk = await startedDesk({ channel: 'migration-api' })
    await checkedIn(desk)
    const years = [transferred(await yearInForce(desk.client, 2026))]
    const { basis } = await desk.client.calendar.preview({ years })
    const before = dumpOf(desk)
    const { database } = desk.desk().register.store
    database.pragma('query_only = ON')
    expect(await refusalOf(desk.client.calendar.apply({ years, basis, origin: 'import' }))).toMatchObject({
      code: 'STORE_FAILED',
    })
    expect((await desk.client.calendar.year({ year: 2026 })).content).toMatchObject({ version: 1 })
    database.pragma('query_only = OFF')
    expect(dumpOf(desk)).toEqual(before)
    expect((await putInForce(desk.client, years)).change.moved).toBe(1)
  })

  it('numbers versions itself and knows a year again', async () => {
    const { client } = await startedDesk()
    const original = await yearInForce(client, 2026)
    const changed = transferred({ ...original, version: 77 })
    expect((await putInForce(client, [changed])).preview.years).toMatchObject([{ from: '2026.1', to: '2026.2' }])
    expect(await yearInForce(client, 2026)).toMatchObject({ version: 2 })

    const nothing = await client.calendar.preview({ years: [{ ...changed, version: 5 }] })
    expect(nothing).toMatchObject({ days: [], moves: [], years: [{ from: '2026.2', to: '2026.2' }] })
    expect(await refusalOf(client.calendar.apply({ years: [changed], basis: nothing.basis, origin: 'import' }))).toEqual({
      code: 'BAD_INPUT',
      places: ['years: calendar_unchanged'],
    })

    expect((await putInForce(client, [original])).change.years).toEqual([{ year: 2026, from: '2026.2', to: '2026.1' }])
    const shuffled = { ...changed, nonWorking: changed.nonWorking.toReversed() }
    expect((await putInForce(client, [shuffled])).change.years).toEqual([{ year: 2026, from: '2026.1', to: '2026.2' }])
    const another = withTransfer(original, '2026-12-19', '2026-12-18')
    expect((await putInForce(client, [another])).change.years).toEqual([{ year: 2026, from: '2026.2', to: '2026.3' }])
  })

  it('passes over the years that count already', async () => {
    const { client } = await startedDesk()
    const [y2026, y2027] = [await yearInForce(client, 2026), await yearInForce(client, 2027)]
    const { preview, change } = await putInForce(client, [y2027, transferred(y2026)])
    expect(preview.years.map(({ year, from, to }) => [year, from, to])).toEqual([
      [2027, '2027.1', '2027.1'],
      [2026, '2026.1', '2026.2'],
    ])
    expect(change.years).toEqual([{ year: 2026, from: '2026.1', to: '2026.2' }])
    expect((await client.calendar.year({ year: 2027 })).versions).toHaveLength(1)
  })

  it('goes back step by step to where it began', async () => {
    const desk = await startedDesk({ channel: 'migration-api' })
    const { client } = desk
    await checkedIn(desk)
    const states = [dumpOf(desk)['notification']]
    const year = await yearInForce(client, 2026)
    for (const next of [
      transferred(year),
      withTransfer(year, '2026-11-28', '2026-11-24'),
      withTransfer(year, '2026-12-19', '2026-11-25'),
    ]) {
      await putInForce(client, [next])
      states.push(dumpOf(desk)['notification'])
    }
    expect(new Set(states.map((state) => JSON.stringify(state))).size).toBe(4)
    for (const expected of states.toReversed().slice(1)) {
      await takenBack(client)
      expect(dumpOf(desk)['notification']).toEqual(expected)
    }
    expect((await client.calendar.changes()).some(({ canBeUndone }) => canBeUndone)).toBe(false)
    expect(await client.maintenance.verify()).toMatchObject({ isClean: true })
  })

  it('leaves the form a clerk has open as it is', async () => {
    const desk = await startedDesk({ channel: 'migration-api' })
    const { client } = desk
    const anna = await checkedIn(desk)
    const { notice, facts, stay } = await client.guest.get({ noticeId: anna.id })
    await client.draft.save({ key: 'check-in', content: '{"half":"typed"}' })
    await putInForce(client, [transferred(await yearInForce(client, 2026))])
    const corrected = await client.guest.correct({
      noticeId: anna.id,
      version: notice.version,
      facts: { ...facts, phone: '+7 700 000 00 00' },
      departureDate: stay.departureDate,
      room: '301',
    })
    expect(corrected).toMatchObject({ room: '301', strictDue: '2026-11-26', version: notice.version + 1 })
    expect(await client.draft.get({ key: 'check-in' })).toMatchObject({ content: '{"half":"typed"}' })
  })

  it('is for administrators; whoever reads the register reads it', async () => {
    const desk = await startedDesk()
    const receptionist = desk.as({ actor: { staffId: desk.ports.newId(), name: 'Probe', role: 'receptionist' } })
    const year = transferred(await yearInForce(receptionist, 2026))
    const { basis } = await desk.client.calendar.preview({ years: [year] })
    const changeId = desk.ports.newId()
    for (const call of [
      receptionist.calendar.preview({ years: [year] }),
      receptionist.calendar.apply({ years: [year], basis, origin: 'edit' }),
      receptionist.calendar.previewUndo({ changeId }),
      receptionist.calendar.undo({ changeId, basis }),
      receptionist.calendar.readFile({ content: calendarFile([year]) }),
    ]) {
      expect(await refusalOf(call)).toMatchObject({ code: 'FORBIDDEN' })
    }
    expect(await receptionist.calendar.changes()).toEqual([])
    expect((await receptionist.calendar.exportFile({ years: [2026], format: 'json' })).mediaType).toBe('application/json')
  })

  it('survives a restart', async () => {
    const desk = await startedDesk({ channel: 'migration-api' })
    const anna = await checkedIn(desk)
    await putInForce(desk.client, [transferred(await yearInForce(desk.client, 2026))])
    await desk.process.stop()
    const again = await startedDesk({}, { directory: desk.directory })
    expect((await again.client.guest.get({ noticeId: anna.id })).notice).toMatchObject({ strictDue: '2026-11-26' })
    expect((await again.client.desk.status()).calendar.version).toBe('2026.2')
    expect((await takenBack(again.client)).undo.moved).toBe(1)
    expect((await again.client.guest.get({ noticeId: anna.id })).notice).toMatchObject({ strictDue: '2026-11-25' })
  })
})

describe('a year that is a forecast or has no calendar', () => {
  it('says so on every date it decides, and no longer once it is official', async () => {
    const desk = await startedDesk({ channel: 'migration-api' })
    const { client } = desk
    const { id } = await checkedIn(desk, {}, { arrivalAt: '2026-12-30T10:00', departureDate: null, reservation: 'NY-1' })
    const noticeNow = async () => (await client.guest.get({ noticeId: id })).notice
    expect(await noticeNow()).toMatchObject({ strictDue: '2027-01-05', isForecast: true, hasNoCalendar: false })
    const forecast = await yearInForce(client, 2027)
    const official: YearContent = { ...forecast, status: 'official', source: 'eGov, December 2026' }
    const before = dumpOf(desk)
    const { preview, change } = await putInForce(client, [official])
    // No date moves: nobody is told of a move, but "forecast" is gone.
    expect(preview).toMatchObject({ moves: [], days: [], openDeadlines: 1, years: [{ to: '2027.2', status: 'official' }] })
    expect(change.moved).toBe(0)
    expect(await noticeNow()).toMatchObject({ strictDue: '2027-01-05', isForecast: false, hasNoCalendar: false })
    expect(dumpOf(desk)['audit']).toHaveLength((before['audit']?.length ?? 0) + 1)

    // The fifth is found to be off after all.
    const corrected: YearContent = {
      ...official,
      nonWorking: [...official.nonWorking, calendarDate('2027-01-05')].toSorted(),
      holidays: { ...official.holidays, [calendarDate('2027-01-05')]: 'other_holiday' },
    }
    expect((await putInForce(client, [corrected])).preview.moves).toMatchObject([
      { before: { strictDue: '2027-01-05', isForecast: false }, after: { strictDue: '2027-01-06' } },
    ])
    expect(await noticeNow()).toMatchObject({ strictDue: '2027-01-06' })
    await takenBack(client)
    await takenBack(client)
    expect(dumpOf(desk)['notification']).toEqual(before['notification'])
  })

  it('comes in for the first time, and is empty again when that is taken back', async () => {
    const desk = await startedDesk({ channel: 'migration-api' })
    const { client, ports } = desk
    ports.clock.setWallTime('2027-12-30T05:00:00.000Z')
    const { id } = await checkedIn(desk, {}, { arrivalAt: '2027-12-30T09:00', departureDate: null })
    const noticeNow = async () => (await client.guest.get({ noticeId: id })).notice
    // Monday 3 January 2028 counts, though it is New Year's holiday moved from Sunday the 2nd: nothing is known of 2028.
    expect(await noticeNow()).toMatchObject({ strictDue: '2028-01-03', isForecast: true, hasNoCalendar: true })
    const before = dumpOf(desk)
    const year: YearContent = {
      ...(await yearInForce(client, 2027)),
      year: 2028,
      nonWorking: ['2028-01-03', '2028-01-04', '2028-01-07'].map(calendarDate),
      workingWeekends: [],
      holidays: {
        [calendarDate('2028-01-01')]: 'new_year',
        [calendarDate('2028-01-02')]: 'new_year',
        [calendarDate('2028-01-07')]: 'christmas',
      },
      substitutes: {
        [calendarDate('2028-01-01')]: calendarDate('2028-01-03'),
        [calendarDate('2028-01-02')]: calendarDate('2028-01-04'),
      },
      ministerialTransfers: [],
      watch: [],
    }
    const { preview } = await putInForce(client, [year])
    expect(preview.years).toMatchObject([{ year: 2028, from: 'none', to: '2028.1', status: 'forecast' }])
    expect(preview.moves).toMatchObject([{ after: { strictDue: '2028-01-05' } }])
    expect(await noticeNow()).toMatchObject({ strictDue: '2028-01-05', isForecast: true, hasNoCalendar: false })
    const { preview: back, undo } = await takenBack(client)
    expect(back.years).toEqual([{ year: 2028, from: '2028.1', to: 'none', status: 'none', source: null }])
    expect(undo.years).toEqual([{ year: 2028, from: '2028.1', to: 'none' }])
    expect(await client.calendar.year({ year: 2028 })).toMatchObject({
      content: null,
      versions: [{ version: '2028.1', isInForce: false }],
      available: null,
    })
    expect(dumpOf(desk)['notification']).toEqual(before['notification'])
    // Imported once more it is the same version again.
    expect((await putInForce(client, [year])).change.years).toEqual([{ year: 2028, from: 'none', to: '2028.1' }])
  })
})

describe('calendar files', () => {
  it('go out and come in again, byte order mark or not', async () => {
    const { client } = await startedDesk()
    const changed = transferred(await yearInForce(client, 2026))
    await putInForce(client, [changed])
    const file = await client.calendar.exportFile({ years: [2027, 2026], format: 'json' })
    expect(file).toMatchObject({ fileName: 'qabyl-calendar-2026-2027.json', mediaType: 'application/json' })
    const text = Buffer.from(await file.content.arrayBuffer()).toString('utf8')
    const expected = { years: [await yearInForce(client, 2026), await yearInForce(client, 2027)] }
    expect(await client.calendar.readFile({ content: new Blob([text]) })).toEqual(expected)
    expect(await client.calendar.readFile({ content: new Blob(['\uFEFF', text]) })).toEqual(expected)
    expect(await client.calendar.readFile({ content: jsonFile(changed) })).toMatchObject({ years: [{ year: 2026 }] })
  })

  it('go out for any calendar program, in the language of the property', async () => {
    const { client } = await startedDesk()
    const file = await client.calendar.exportFile({ years: [2026], format: 'ics' })
    expect(file).toMatchObject({ fileName: 'qabyl-calendar-2026.ics', mediaType: 'text/calendar' })
    const text = Buffer.from(await file.content.arrayBuffer()).toString('utf8')
    expect(text.startsWith('BEGIN:VCALENDAR\r\n')).toBe(true)
    expect(text).toContain('DTSTART;VALUE=DATE:20260323')
    expect(text).toContain('Наурыз')
  })

  it('cannot be made of a year without data', async () => {
    const { client } = await startedDesk()
    expect(await refusalOf(client.calendar.exportFile({ years: [2026, 2030], format: 'json' }))).toEqual({
      code: 'BAD_INPUT',
      places: ['years.1: no_calendar'],
    })
  })

  it.each<[string, (year: YearContent) => Blob, readonly string[]]>([
    ['nothing', () => new Blob([]), ['content: not_json']],
    ['another kind of file', () => new Blob(['%PDF-1.7\n']), ['content: not_json']],
    ['half a file', () => new Blob(['{"format":"qabyl-calendar",']), ['content: not_json']],
    ['UTF-16', (year) => new Blob([Buffer.from(JSON.stringify(year), 'utf16le')]), ['content: not_json']],
    ['letters that are not UTF-8', () => new Blob([Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d])]), ['content: not_text']],
    ['more than a megabyte', () => new Blob([' '.repeat(1024 * 1024 + 1)]), ['content: too_large']],
    ['a list nested without end', () => new Blob(['['.repeat(500_000)]), ['content: not_json']],
    ['deep JSON', () => new Blob(['['.repeat(100_000) + ']'.repeat(100_000)]), [': not_an_object']],
    ['another format', () => jsonFile({ format: 'ics', formatVersion: 1, years: [] }), ['format: unknown_value']],
    [
      'a newer format',
      () => jsonFile({ format: 'qabyl-calendar', formatVersion: 9, years: [] }),
      ['formatVersion: newer_format'],
    ],
    ['no year', () => calendarFile([]), ['years: out_of_range']],
    ['the same year twice', (year) => calendarFile([year, { ...year, version: 9 }]), ['years.1.year: duplicate_year']],
    [
      'days of another year',
      (year) => calendarFile([{ ...year, nonWorking: [...year.nonWorking, '2025-12-31'] }]),
      ['years.0.nonWorking.14: other_year'],
    ],
    [
      'a day off without a reason',
      (year) => calendarFile([{ ...year, nonWorking: [...year.nonWorking, '2026-11-25'] }]),
      ['years.0.nonWorking.14: unexplained_day_off'],
    ],
    [
      'a prototype to poison',
      (year) => new Blob([JSON.stringify(year).replace('"watch"', '"__proto__":{"isAdmin":true},"watch"')]),
      ['__proto__: unknown_key'],
    ],
    [
      'a hundred thousand days',
      (year) => calendarFile([{ ...year, nonWorking: Array.from({ length: 50_000 }, () => '2026-01-01') }]),
      ['years.0.nonWorking: too_long'],
    ],
  ])('are refused with the place: %s', async (_, make, places) => {
    const desk = await startedDesk()
    const content = make(await yearInForce(desk.client, 2026))
    const before = dumpOf(desk)
    expect(await refusalOf(desk.client.calendar.readFile({ content }))).toEqual({ code: 'BAD_INPUT', places })
    expect(dumpOf(desk)).toEqual(before)
  })

  it('that are wrong are refused by preview and apply as well, each field with its place', async () => {
    const desk = await startedDesk()
    const year = await yearInForce(desk.client, 2026)
    const { basis } = await desk.client.calendar.preview({ years: [year] })
    const before = dumpOf(desk)
    const wrong: readonly [YearContent[], readonly string[]][] = [
      [
        [{ ...year, nonWorking: [...year.nonWorking, calendarDate('2026-11-25')] }],
        ['years.0.nonWorking.14: unexplained_day_off'],
      ],
      [[year, { ...year, source: 'elsewhere' }], ['years.1.year: duplicate_year']],
      [[year, { ...year, year: 1999 }], ['years.1.year: out_of_range']],
    ]
    for (const [years, places] of wrong) {
      expect(await refusalOf(desk.client.calendar.preview({ years }))).toEqual({ code: 'BAD_INPUT', places })
      expect(await refusalOf(desk.client.calendar.apply({ years, basis, origin: 'import' }))).toEqual({
        code: 'BAD_INPUT',
        places,
      })
    }
    expect(await refusalOf(desk.client.calendar.preview({ years: [] }))).toEqual({
      code: 'BAD_INPUT',
      places: ['years: too_short'],
    })
    expect(dumpOf(desk)).toEqual(before)
  })
})
