import { describe, expect, it } from 'vitest'
import { canonicalBytes } from '#electron/desk/notice-payload.ts'
import { calendarDate } from '#shared/domain/calendar-date.ts'
import type { GuestFacts } from '#shared/domain/guest.ts'
import type { NotificationState } from '#shared/domain/notification.ts'
import { ANNA, checkedIn, type DeskUnderTest, STAY, startedDesk, startedProcess } from './desk-under-test.ts'

const TABLES = [
  'stay',
  'stay_key',
  'guest',
  'document',
  'notification',
  'notification_revision',
  'audit',
  'search_guest',
  'search',
]

function rowCounts(desk: DeskUnderTest): Readonly<Record<string, number>> {
  const { store } = desk.desk().register
  return Object.fromEntries(
    TABLES.map((table) => [table, (store.database.prepare(`SELECT count(*) AS n FROM ${table}`).get() as { n: number }).n]),
  )
}

describe('check-in', () => {
  it('puts a complete guest into the queue with both legal dates and what to act on', async () => {
    const desk = await startedDesk()
    const before = rowCounts(desk)
    const notice = await checkedIn(desk)
    expect(notice).toMatchObject({
      displayName: 'Müller Anna',
      state: 'ready',
      missing: [],
      strictDue: '2026-11-25',
      latestDue: '2026-11-26',
      channelCutoff: '2026-11-25',
      actBy: '2026-11-25',
      isForecast: false,
      revision: 1,
      lane: 'later',
      workingDaysLate: 0,
      workingDaysLeft: 2,
    })
    const after = rowCounts(desk)
    expect(Object.fromEntries(TABLES.map((table) => [table, (after[table] ?? 0) - (before[table] ?? 0)]))).toEqual({
      stay: 1,
      stay_key: 1,
      guest: 1,
      document: 1,
      notification: 1,
      notification_revision: 1,
      audit: 1,
      search_guest: 1,
      search: 1,
    })
  })

  it.each<[string | null, string]>([
    ['Müller Anna', 'Müller Anna'],
    ['Лукашэнка Алесь', 'Лукашэнка Алесь'],
    ['Nguyễn Văn An', 'Nguyễn Văn An'],
    ['王小明', 'MUELLER ANNA'],
    ['ლომიძე გიორგი', 'MUELLER ANNA'],
    [null, 'MUELLER ANNA'],
  ])('shows the name printed as %s the way a clerk can say it: %s', async (printedName, shown) => {
    const desk = await startedDesk()
    expect((await checkedIn(desk, { printedName })).displayName).toBe(shown)
  })

  it.each<[string, Partial<GuestFacts>, NotificationState, readonly string[], string | null]>([
    ['a citizen of Kazakhstan owes nothing', { citizenship: 'KAZ' }, 'not_required', [], null],
    [
      'unknown citizenship is its own state and the clock runs',
      { citizenship: null },
      'citizenship_unknown',
      ['citizenship'],
      '2026-11-25',
    ],
    ['no date of issue is incomplete and the clock runs', { issueDate: null }, 'incomplete', ['issueDate'], '2026-11-25'],
    ['stateless is foreign', { citizenship: 'XXA' }, 'ready', [], '2026-11-25'],
    [
      'one name and no expiry are complete',
      { hasSingleName: true, givenNames: null, hasNoExpiry: true, expiryDate: null },
      'ready',
      [],
      '2026-11-25',
    ],
    [
      'a child on a parent’s document is complete',
      { documentType: 'none', documentNumber: null, issueDate: null, expiryDate: null, guardianDocument: 'C01X00T47' },
      'ready',
      [],
      '2026-11-25',
    ],
  ])('%s', async (_title, facts, state, missing, strictDue) => {
    const desk = await startedDesk()
    const notice = await checkedIn(desk, facts)
    expect({ state: notice.state, missing: notice.missing, strictDue: notice.strictDue }).toEqual({ state, missing, strictDue })
    expect(notice.reason).toBe(state === 'not_required' ? 'citizen_of_kazakhstan' : null)
    expect(notice.revision).toBe(state === 'ready' ? 1 : 0)
    expect((await desk.client.maintenance.verify()).isClean).toBe(true)
  })

  it('seals the exact payload under the key of the stay', async () => {
    const desk = await startedDesk()
    const notice = await checkedIn(desk)
    const { rows, store } = desk.desk().register
    const revision = rows.revisions.find(notice.id, 1)
    if (revision === undefined) throw new Error('no revision')
    const opened = store.stayKeys.open(notice.stayId, `revision:${revision.clientId}`, revision.sealedPayload)
    const payload = JSON.parse(opened?.toString('utf8') ?? '')
    expect(payload).toEqual({
      schemaVersion: 2,
      kind: 'arrival',
      sequence: 1,
      revision: 1,
      follows: null,
      host: { bin: '000140000002', name: 'Hotel Probe', address: 'г. Алматы, ул. Пробная, 2', phone: null },
      stay: {
        arrivalAt: '2026-11-23T10:00',
        departureDate: '2026-11-27',
        room: '208',
        purpose: 'tourism',
        borderEntryDate: null,
        borderCheckpoint: null,
        visaNumber: null,
        visaValidUntil: null,
        visaEntries: null,
      },
      person: {
        surname: 'MUELLER',
        givenNames: 'ANNA',
        patronymic: null,
        printedName: 'Müller Anna',
        sex: 'F',
        birthDate: '1990-05-17',
        citizenship: 'DEU',
        phone: null,
        email: null,
      },
      document: {
        type: 'passport',
        series: null,
        number: 'C01X00T47',
        issuingState: 'DEU',
        issueDate: '2022-01-10',
        expiryDate: '2032-01-09',
        guardianDocument: null,
      },
    })
    expect(opened?.equals(canonicalBytes(payload))).toBe(true)
    expect(revision.payloadHash).toBe(store.stayKeys.hmac(notice.stayId, canonicalBytes(payload)))
    expect(revision.clientId).toBe(notice.clientId)
  })

  it.each(['guest', 'document', 'notification', 'notification_revision', 'audit'])(
    'writes nothing at all when the %s cannot be written',
    async (table) => {
      const desk = await startedDesk()
      const before = rowCounts(desk)
      desk
        .desk()
        .register.store.database.exec(
          `CREATE TEMP TRIGGER fault BEFORE INSERT ON main.${table} BEGIN SELECT RAISE(ABORT, 'fault'); END`,
        )
      await expect(checkedIn(desk)).rejects.toMatchObject({ code: 'INTERNAL_SERVER_ERROR' })
      expect(rowCounts(desk)).toEqual(before)
    },
  )

  it('answers the same request with the same notices, at once, again and after a restart', async () => {
    const desk = await startedDesk()
    const request = {
      requestId: desk.ports.newId(),
      stay: STAY,
      guests: [ANNA, { ...ANNA, givenNames: 'BERTA', documentNumber: 'C01X00T48' }],
    }
    const [first, second] = await Promise.all([desk.client.checkIn.create(request), desk.client.checkIn.create(request)])
    expect(first.notices).toHaveLength(2)
    expect(second).toEqual(first)
    await desk.process.stop()
    const again = await startedProcess({ directory: desk.directory })
    const third = await again.at('front').checkIn.create(request)
    expect(third).toEqual(first)
    expect(rowCounts(again)['stay']).toBe(1)
  })

  it('takes the same guest under the same booking and arrival day for the same duty', async () => {
    const desk = await startedDesk()
    const first = await checkedIn(desk, {}, { reservation: 'B-1' })
    const repeated = await checkedIn(desk, { phone: '+7 701 000 00 00' }, { reservation: 'B-1', arrivalAt: '2026-11-23T15:30' })
    expect(repeated.id).toBe(first.id)
    const other = await checkedIn(desk, { givenNames: 'BERTA', documentNumber: 'C01X00T48' }, { reservation: 'B-1' })
    expect(other.id).not.toBe(first.id)
  })

  it('knows a guest without a document by name, within one booking', async () => {
    const desk = await startedDesk()
    const nameless = { documentNumber: null, documentType: null }
    const first = await checkedIn(desk, nameless, { reservation: 'B-1' })
    expect((await checkedIn(desk, { ...nameless, surname: 'Mueller' }, { reservation: 'B-1' })).id).toBe(first.id)
    expect((await checkedIn(desk, { ...nameless, surname: 'Meyer' }, { reservation: 'B-1' })).id).not.toBe(first.id)
  })

  it('makes a new duty of a new arrival, with the same passport', async () => {
    const desk = await startedDesk()
    const first = await checkedIn(desk, {}, { reservation: 'B-1' })
    const second = await checkedIn(desk, {}, { reservation: 'B-2', arrivalAt: '2026-11-24T09:00' })
    expect(second.id).not.toBe(first.id)
    expect([first.strictDue, second.strictDue]).toEqual(['2026-11-25', '2026-11-26'])
  })

  it('does not take a cancelled notice for the duty of a guest who came after all', async () => {
    const desk = await startedDesk()
    const first = await checkedIn(desk, {}, { reservation: 'B-1' })
    await desk.client.guest.cancel({ noticeId: first.id, version: first.version, reason: 'не приехала' })
    const second = await checkedIn(desk, {}, { reservation: 'B-1' })
    expect(second).toMatchObject({ state: 'ready', strictDue: first.strictDue })
    expect(second.id).not.toBe(first.id)
  })

  it('refuses a departure before the arrival and says where', async () => {
    const desk = await startedDesk()
    await expect(checkedIn(desk, {}, { departureDate: calendarDate('2026-11-22') })).rejects.toMatchObject({
      code: 'BAD_INPUT',
      data: { issues: [{ path: 'stay.departureDate', code: 'departure_before_arrival' }] },
    })
  })
})

describe('preview', () => {
  it('says what would happen and writes nothing', async () => {
    const desk = await startedDesk()
    const before = rowCounts(desk)
    const preview = await desk.client.checkIn.preview({ stay: STAY, guest: { ...ANNA, issueDate: null } })
    expect(preview).toMatchObject({
      assessment: 'incomplete',
      missing: ['issueDate'],
      workingDaysLeft: 2,
      returning: null,
      warnings: [],
      deadline: { strictDue: '2026-11-25', latestDue: '2026-11-26', channelCutoff: '2026-11-25', actBy: '2026-11-25' },
    })
    expect(preview.deadline?.explanation.map(({ date, strictDay }) => [date, strictDay])).toEqual([
      ['2026-11-23', 1],
      ['2026-11-24', 2],
      ['2026-11-25', 3],
      ['2026-11-26', null],
    ])
    expect(rowCounts(desk)).toEqual(before)
  })

  it('recognises a returning guest and warns of what a clerk may have overlooked', async () => {
    const desk = await startedDesk()
    const first = await checkedIn(desk, { phone: '+7 701 111 11 11' })
    const again = await desk.client.checkIn.preview({ stay: STAY, guest: { ...ANNA, expiryDate: calendarDate('2026-11-25') } })
    expect(again.returning).toMatchObject({ noticeId: first.id, room: '208', phone: '+7 701 111 11 11' })
    expect(again.warnings).toEqual(['document_expires_during_stay', 'already_checked_in'])
    const future = await desk.client.checkIn.preview({
      stay: { ...STAY, arrivalAt: '2026-11-26T10:00', reservation: 'B-1' },
      guest: { ...ANNA, documentNumber: 'X1', expiryDate: calendarDate('2026-01-01') },
    })
    expect(future.warnings).toEqual(['document_expired', 'arrival_in_future'])
  })

  it('shows no deadline for a citizen of Kazakhstan', async () => {
    const desk = await startedDesk()
    const preview = await desk.client.checkIn.preview({ stay: STAY, guest: { ...ANNA, citizenship: 'KAZ' } })
    expect([preview.assessment, preview.deadline, preview.missing]).toEqual(['not_required', null, []])
  })
})
