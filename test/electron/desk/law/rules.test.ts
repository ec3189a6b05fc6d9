import { describe, expect, it } from 'vitest'
import { calendarDate } from '#shared/domain/calendar-date.ts'
import type { GuestFacts } from '#shared/domain/guest.ts'
import { DUTY_KINDS } from '#shared/regulation/duties/duty.ts'
import { ANNA, checkedIn, type DeskUnderTest, STAY, startedDesk, startedProcess } from '../desk-under-test.ts'

const REASON = 'решение управляющего'
/** Bound by the registration of 2026 beyond doubt. */
const IVAN: GuestFacts = {
  ...ANNA,
  surname: 'PETROV',
  givenNames: 'IVAN',
  printedName: 'Петров Иван',
  sex: 'M',
  citizenship: 'RUS',
  issuingState: 'RUS',
  documentNumber: 'R1',
}

/** What the journal says about the law, oldest first. */
function lawEntries(desk: DeskUnderTest): readonly { action: string; details: unknown }[] {
  const rows = desk
    .desk()
    .register.store.database.prepare(`SELECT action, details FROM audit WHERE action LIKE 'law.%' ORDER BY sequence`)
    .all() as { action: string; details: Buffer }[]
  return rows.map(({ action, details }) => ({ action, details: JSON.parse(details.toString('utf8')) }))
}

function noticeTable(desk: DeskUnderTest): unknown[] {
  return desk.desk().register.store.database.prepare('SELECT * FROM notification ORDER BY id').all()
}

describe('the rules', () => {
  it('list every duty with its act, what is followed, and what a late notice costs', async () => {
    const { client } = await startedDesk()
    const rules = await client.rules.get()
    expect(rules).toMatchObject({
      businessDate: '2026-11-23',
      alarmReading: 'strict',
      notifyAlsoRegistered: true,
      exposure: { kind: 'small_business', mciByKind: { small_business: 10, large_business: 20 } },
    })
    expect(rules.duties.map(({ kind }) => kind)).toEqual(DUTY_KINDS)
    expect(rules.duties.every(({ isFollowed, isInForce }) => isFollowed && isInForce)).toBe(true)
    expect(rules.duties.filter(({ canBeSwitched }) => !canBeSwitched).map(({ kind }) => kind)).toEqual(['arrival_notice'])
    expect(rules.duties[0]).toMatchObject({ rule: 'arrival-notice@2020-01-11', days: { count: 3, unit: 'working' } })
    expect(rules.duties[0]?.acts.map(({ number }) => number)).toEqual([null, '148', '83'])
    expect(rules.exposure.indexes.map(({ year, tenge, isOwn }) => [year, tenge, isOwn])).toEqual([
      [2024, 3692, false],
      [2025, 3932, false],
      [2026, 4325, false],
    ])
  })

  it('have the duties of 2026 waiting until their day', async () => {
    const desk = await startedDesk()
    const inForceOn = async (instant: string) => {
      desk.ports.clock.setWallTime(instant)
      const { duties } = await desk.client.rules.get()
      return duties.filter(({ isInForce }) => isInForce).map(({ kind }) => kind)
    }
    expect(await inForceOn('2026-06-30T18:59:00.000Z')).not.toContain('registration')
    expect(await inForceOn('2026-06-30T19:00:00.000Z')).toEqual(DUTY_KINDS)
  })

  it('name the regime of every state, current and older list side by side', async () => {
    const { client } = await startedDesk()
    const regimes = await client.rules.regimes()
    expect(regimes.find(({ code }) => code === 'TUR')).toMatchObject({ current: { perEntryDays: 90 }, seedPerEntryDays: 30 })
    expect(regimes.length).toBeGreaterThan(150)
  })
})

describe('a clock that is not followed', () => {
  it('is still computed, shown as switched off, and warns nobody', async () => {
    const desk = await startedDesk()
    const stay = { ...STAY, departureDate: calendarDate('2027-01-15') }
    const guest = { ...ANNA, borderEntryDate: calendarDate('2026-11-20') }
    const followed = await desk.client.checkIn.preview({ stay, guest })
    expect(followed.warnings).toEqual(['stay_beyond_limit'])

    const rules = await desk.client.rules.setDuty({ kind: 'stay_limit', isFollowed: false, reason: REASON })
    expect(rules.duties.filter(({ isFollowed }) => !isFollowed).map(({ kind }) => kind)).toEqual(['stay_limit'])
    const after = await desk.client.checkIn.preview({ stay, guest })
    expect(after.warnings).toEqual([])
    const clockOf = ({ duties }: typeof after) => duties.find(({ kind }) => kind === 'stay_limit')
    expect(clockOf(after)).toEqual({
      ...clockOf(followed),
      isFollowed: false,
      notes: [...(clockOf(followed)?.notes ?? []), 'switched_off'],
    })
    expect(after.duties.filter(({ isFollowed }) => isFollowed)).toHaveLength(followed.duties.length - 1)

    await desk.client.rules.setDuty({ kind: 'stay_limit', isFollowed: true, reason: 'передумали' })
    expect((await desk.client.checkIn.preview({ stay, guest })).warnings).toEqual(['stay_beyond_limit'])
  })

  it('is on record with its reason, before and after; what was so already is not', async () => {
    const desk = await startedDesk()
    const events = await desk.client.desk.events()
    await events.next()
    const next = events.next()
    await desk.client.rules.setDuty({ kind: 'permit_reminder', isFollowed: false, reason: REASON })
    expect((await next).value).toMatchObject({ topics: expect.arrayContaining(['law', 'guest']) })
    await desk.client.rules.setDuty({ kind: 'permit_reminder', isFollowed: false, reason: REASON })
    expect(lawEntries(desk)).toEqual([
      {
        action: 'law.duty_switched',
        details: { kind: 'permit_reminder', before: true, after: false, reason: REASON },
      },
    ])
    await desk.process.stop()
    const again = await startedProcess({ directory: desk.directory })
    const { duties } = await again.at('front').rules.get()
    expect(duties.find(({ kind }) => kind === 'permit_reminder')?.isFollowed).toBe(false)
  })

  it('is never the notice of arrival, and never without a reason', async () => {
    const desk = await startedDesk()
    await expect(
      desk.client.rules.setDuty({ kind: 'arrival_notice', isFollowed: false, reason: REASON }),
    ).rejects.toMatchObject({ code: 'BAD_INPUT', data: { issues: [{ path: 'kind', code: 'arrival_notice_stays' }] } })
    await expect(desk.client.rules.setDuty({ kind: 'stay_limit', isFollowed: false, reason: ' ' })).rejects.toMatchObject({
      code: 'BAD_INPUT',
      data: { issues: [{ path: 'reason', code: 'too_short' }] },
    })
    expect(lawEntries(desk)).toEqual([])
  })
})

describe('guests who are registered by day 30', () => {
  it('are notified about unless the property decides otherwise; then their new arrivals are not', async () => {
    const desk = await startedDesk()
    const before = await checkedIn(desk, IVAN)
    expect(before.state).toBe('ready')
    expect((await desk.client.desk.status()).lawNotices).toEqual([])

    const rules = await desk.client.rules.setNotifyAlsoRegistered({ isOn: false, reason: REASON })
    expect(rules.notifyAlsoRegistered).toBe(false)
    expect((await desk.client.desk.status()).lawNotices).toEqual(['notice_switched_off_for_registered'])

    const preview = await desk.client.checkIn.preview({ stay: STAY, guest: { ...IVAN, documentNumber: 'R2' } })
    expect(preview).toMatchObject({
      assessment: 'not_required',
      notRequiredReason: 'registered_instead',
      deadline: null,
      workingDaysLeft: null,
    })
    expect(preview.duties[0]).toMatchObject({ kind: 'arrival_notice', isFollowed: false })
    expect(preview.duties[0]?.notes).toEqual(expect.arrayContaining(['may_replace_arrival_notice', 'switched_off']))

    const after = await checkedIn(desk, { ...IVAN, documentNumber: 'R2' })
    expect(after).toMatchObject({ state: 'not_required', reason: 'registered_instead', revision: 0, lane: null })
    expect((await desk.client.guest.get({ noticeId: after.id })).duties[0]).toMatchObject({ isFollowed: false })
    const open = await desk.client.guest.get({ noticeId: before.id })
    expect([open.notice, open.duties[0]?.isFollowed]).toEqual([before, true])
    const imported = await desk.client.checkIn.importCsv({
      fileName: 'a.csv',
      content: new Blob(['arrival,surname,citizenship\n2026-11-23T10:00,Сидоров,RUS\n2026-11-23T10:00,Brandt,DEU\n']),
    })
    expect(imported.rows.map(({ state }) => state)).toEqual(['not_required', 'incomplete'])
    expect(await desk.client.maintenance.verify()).toMatchObject({ isClean: true })
  })

  it.each<[string, Partial<GuestFacts>, string, string]>([
    ['bound', {}, '2026-11-23T10:00', 'not_required'],
    ['arrived before the decision', {}, '2026-11-22T10:00', 'ready'],
    ['30 days per entry', { citizenship: 'DEU', issuingState: 'DEU' }, '2026-11-23T10:00', 'ready'],
    ['sources disagree whether bound', { citizenship: 'TUR', issuingState: 'TUR' }, '2026-11-23T10:00', 'ready'],
    ['a citizen of Kazakhstan', { citizenship: 'KAZ', issuingState: 'KAZ' }, '2026-11-23T10:00', 'not_required'],
    ['nobody knows whose citizen', { citizenship: null, issuingState: null }, '2026-11-23T10:00', 'citizenship_unknown'],
  ])('owe none only beyond doubt: %s', async (_title, facts, arrivalAt, state) => {
    const desk = await startedDesk()
    await desk.client.rules.setNotifyAlsoRegistered({ isOn: false, reason: REASON })
    const notice = await checkedIn(desk, { ...IVAN, ...facts }, { arrivalAt })
    const reason =
      state === 'not_required' ? (facts.citizenship === 'KAZ' ? 'citizen_of_kazakhstan' : 'registered_instead') : null
    expect([notice.state, notice.reason]).toEqual([state, reason])
  })

  it('may be notified about all the same, guest by guest, and stay so', async () => {
    const desk = await startedDesk()
    await desk.client.rules.setNotifyAlsoRegistered({ isOn: false, reason: REASON })
    const closed = await checkedIn(desk, IVAN)
    const reopened = await desk.client.guest.reopen({ noticeId: closed.id, version: closed.version })
    expect(reopened).toMatchObject({ state: 'ready', reason: null, strictDue: '2026-11-25', revision: 1, lane: 'later' })
    const corrected = await desk.client.guest.correct({
      noticeId: closed.id,
      version: reopened.version,
      facts: { ...IVAN, phone: '+7 701 000 00 00' },
      departureDate: STAY.departureDate,
      room: '209',
    })
    expect(corrected).toMatchObject({ state: 'ready', room: '209' })
  })

  it('follow a correction of the facts, while what is open stays open', async () => {
    const desk = await startedDesk()
    const open = await checkedIn(desk, { ...IVAN, documentNumber: 'R9' })
    await desk.client.rules.setNotifyAlsoRegistered({ isOn: false, reason: REASON })
    const correctedTo = async ({ id, version }: { id: string; version: number }, facts: GuestFacts) => {
      const correction = { noticeId: id, version, facts, departureDate: STAY.departureDate, room: STAY.room }
      return desk.client.guest.correct(correction)
    }
    expect(await correctedTo(open, { ...IVAN, documentNumber: 'R10' })).toMatchObject({ state: 'ready', revision: 2 })

    const unknown = await checkedIn(desk, { ...IVAN, documentNumber: 'R3', citizenship: null, issuingState: null })
    const known = await correctedTo(unknown, { ...IVAN, documentNumber: 'R3' })
    expect(known).toMatchObject({ state: 'not_required', reason: 'registered_instead' })
    const still = await correctedTo(known, { ...IVAN, documentNumber: 'R3', phone: '+7 701 000 00 00' })
    expect(still).toMatchObject({ state: 'not_required', reason: 'registered_instead' })
    const german = await correctedTo(still, { ...ANNA, documentNumber: 'R3' })
    expect(german).toMatchObject({ state: 'ready', reason: null, revision: 1 })
  })

  it('are notified about again from the next arrival on when the switch is back on', async () => {
    const desk = await startedDesk()
    await desk.client.rules.setNotifyAlsoRegistered({ isOn: false, reason: REASON })
    const closed = await checkedIn(desk, IVAN)
    await desk.client.rules.setNotifyAlsoRegistered({ isOn: true, reason: 'передумали' })
    expect((await desk.client.desk.status()).lawNotices).toEqual([])
    expect(await checkedIn(desk, { ...IVAN, documentNumber: 'R2' })).toMatchObject({ state: 'ready' })
    expect((await desk.client.guest.get({ noticeId: closed.id })).notice.state).toBe('not_required')
    expect(lawEntries(desk).map(({ details }) => details)).toEqual([
      { before: true, after: false, since: '2026-11-23', reason: REASON },
      { before: false, after: true, since: '2026-11-23', reason: 'передумали' },
    ])
  })
})

describe('what a late notice may cost', () => {
  it('is counted with the property’s own index where it gave one, guest by guest in the report', async () => {
    const desk = await startedDesk()
    await checkedIn(desk, {}, { arrivalAt: '2026-11-16T10:00' })
    await checkedIn(desk, { documentNumber: 'D2' })
    const exposures = async () => {
      const { report } = await desk.client.report.day({ date: calendarDate('2026-11-23') })
      return [
        (await desk.client.board.get()).exposure,
        report.totals.exposureTenge,
        ...report.rows.map(({ exposure }) => exposure),
      ]
    }
    const brought = { penalty: 'fine', mci: 10, tenge: 43_250 }
    expect(await exposures()).toEqual([{ mci: 10, tenge: 43_250 }, 43_250, brought, null])

    const rules = await desk.client.rules.setMonthlyIndex({ year: 2026, tenge: 4400 })
    expect(rules.exposure.indexes.at(-1)).toEqual({ year: 2026, tenge: 4400, confidence: 'high', isOwn: true })
    const own = { penalty: 'fine', mci: 10, tenge: 44_000 }
    expect(await exposures()).toEqual([{ mci: 10, tenge: 44_000 }, 44_000, own, null])

    await desk.client.rules.setMonthlyIndex({ year: 2026, tenge: null })
    expect(await exposures()).toEqual([{ mci: 10, tenge: 43_250 }, 43_250, brought, null])
    expect(lawEntries(desk).map(({ details }) => details)).toEqual([
      { year: 2026, before: null, after: 4400 },
      { year: 2026, before: 4400, after: null },
    ])
  })

  it('is said to be unknown for a year without an index, never zero', async () => {
    const desk = await startedDesk()
    await checkedIn(desk)
    desk.ports.clock.setWallTime('2027-01-15T06:00:00.000Z')
    expect((await desk.client.board.get()).exposure).toEqual({ mci: 10, tenge: null })
    const { report } = await desk.client.report.day({ date: calendarDate('2027-01-15') })
    expect(report).toMatchObject({
      totals: { exposureMci: 10, exposureTenge: null },
      rows: [{ exposure: { penalty: 'fine', mci: 10, tenge: null } }],
    })
    await desk.client.rules.setMonthlyIndex({ year: 2027, tenge: 4500 })
    expect((await desk.client.board.get()).exposure).toEqual({ mci: 10, tenge: 45_000 })
  })
})

describe('the reading that raises the alarm', () => {
  it('shows whose date moves before it is chosen, then moves them all and nothing else', async () => {
    const desk = await startedDesk({ channel: 'migration-api' })
    const monday = await checkedIn(desk)
    const weekend = await checkedIn(desk, { documentNumber: 'W1' }, { arrivalAt: '2026-11-21T10:00' })
    const overdue = await checkedIn(desk, { documentNumber: 'O1' }, { arrivalAt: '2026-11-18T10:00' })
    const filed = await checkedIn(desk, { documentNumber: 'F1' })
    await desk.client.guest.setFiledElsewhere({ noticeId: filed.id, version: filed.version, reason: 'на бумаге' })
    const before = noticeTable(desk)

    const preview = await desk.client.rules.previewAlarmReading({ alarmReading: 'latest' })
    expect(preview).toMatchObject({ years: [], days: [], openDeadlines: 3 })
    expect(preview.moves.map(({ noticeId, before: from, after: to }) => [noticeId, from.alarmDate, to.alarmDate])).toEqual([
      [overdue.id, '2026-11-20', '2026-11-23'],
      [monday.id, '2026-11-25', '2026-11-26'],
    ])
    expect(noticeTable(desk)).toEqual(before)

    const { basis } = preview
    const rules = await desk.client.rules.setAlarmReading({ alarmReading: 'latest', basis, reason: REASON })
    expect(rules.alarmReading).toBe('latest')
    const status = await desk.client.desk.status()
    expect(status.property?.alarmReading).toBe('latest')
    const views = new Map((await desk.client.queue.list({})).map((notice) => [notice.id, notice]))
    expect(views.get(monday.id)).toEqual({ ...monday, actBy: '2026-11-26', workingDaysLeft: 3 })
    expect(views.get(overdue.id)).toMatchObject({ lane: 'today', actBy: '2026-11-23', workingDaysLate: 0 })
    expect(views.get(weekend.id)).toEqual(weekend)
    expect(views.get(filed.id)).toMatchObject({ strictDue: '2026-11-25', actBy: '2026-11-25' })
    const { timeline } = await desk.client.guest.get({ noticeId: monday.id })
    expect(timeline.at(-1)).toMatchObject({
      kind: 'deadline_moved',
      by: 'Управляющий',
      details: { because: 'alarm_reading', actByBefore: '2026-11-25', actBy: '2026-11-26' },
    })
    expect(lawEntries(desk)).toEqual([
      {
        action: 'law.alarm_reading_changed',
        details: { before: 'strict', after: 'latest', openDeadlines: 3, moved: 2, reason: REASON },
      },
    ])

    const back = await desk.client.rules.previewAlarmReading({ alarmReading: 'strict' })
    expect(back.moves.find(({ noticeId }) => noticeId === overdue.id)?.becomesOverdue).toBe(true)
    await desk.client.rules.setAlarmReading({ alarmReading: 'strict', basis: back.basis, reason: 'передумали' })
    expect(noticeTable(desk)).toEqual(before)
    expect(await desk.client.maintenance.verify()).toMatchObject({ isClean: true })
  })

  it('is not chosen on a preview that another change has overtaken', async () => {
    const desk = await startedDesk()
    const { basis } = await desk.client.rules.previewAlarmReading({ alarmReading: 'latest' })
    await desk.client.rules.setAlarmReading({ alarmReading: 'latest', basis, reason: REASON })
    await expect(desk.client.rules.setAlarmReading({ alarmReading: 'strict', basis, reason: REASON })).rejects.toMatchObject({
      code: 'STALE',
      data: { what: 'law' },
    })
    expect((await desk.client.rules.get()).alarmReading).toBe('latest')
  })

  it('counts for arrivals from then on, and after a restart', async () => {
    const desk = await startedDesk({ channel: 'migration-api' })
    const { basis } = await desk.client.rules.previewAlarmReading({ alarmReading: 'latest' })
    await desk.client.rules.setAlarmReading({ alarmReading: 'latest', basis, reason: REASON })
    expect((await checkedIn(desk)).actBy).toBe('2026-11-26')
    await desk.process.stop()
    const again = await startedProcess({ directory: desk.directory })
    expect((await again.at('front').rules.get()).alarmReading).toBe('latest')
  })

  it('is left as it was when the change cannot be written', async () => {
    const desk = await startedDesk()
    const notice = await checkedIn(desk)
    const { basis } = await desk.client.rules.previewAlarmReading({ alarmReading: 'latest' })
    const { database } = desk.desk().register.store
    database.exec(`CREATE TEMP TRIGGER fault BEFORE INSERT ON main.audit BEGIN SELECT RAISE(ABORT, 'fault'); END`)
    await expect(desk.client.rules.setAlarmReading({ alarmReading: 'latest', basis, reason: REASON })).rejects.toMatchObject({
      code: 'INTERNAL_SERVER_ERROR',
    })
    database.exec('DROP TRIGGER temp.fault')
    expect((await desk.client.rules.get()).alarmReading).toBe('strict')
    expect((await desk.client.guest.get({ noticeId: notice.id })).notice).toEqual(notice)
  })
})
