import { describe, expect, it } from 'vitest'
import { NOTIFICATION_STATES } from '#shared/domain/notification.ts'
import { startedDesk } from '../desk-under-test.ts'
import { calendarFile, dumpOf, type TableDump, takenBack, withTransfer, yearInForce } from './calendar-fixture.ts'
import { addManyStays } from './many-stays.ts'

/**
 * An oracle of its own, typed from the published calendars: days off on weekdays and worked weekends from October 2026 to January 2027,
 * walked day by day. Nothing of the program is used.
 */
const DAYS_OFF = ['2026-10-26', '2026-12-16', '2027-01-01', '2027-01-04', '2027-01-07']
/** The order that comes late: Saturday 28 November is worked, Wednesday 25 is off. */
const TRANSFER = { worked: '2026-11-28', off: '2026-11-25' }

interface Dates {
  readonly strict: string
  readonly latest: string
}

function oracle(arrival: string, isTransferred: boolean): Dates {
  const off = new Set(isTransferred ? [...DAYS_OFF, TRANSFER.off] : DAYS_OFF)
  const found: string[] = []
  let strict = ''
  const from = Date.parse(`${arrival}T00:00:00Z`)
  for (let ahead = 0; found.length < 3; ahead += 1) {
    const at = new Date(from + ahead * 86_400_000)
    const day = at.toISOString().slice(0, 10)
    const isWeekend = at.getUTCDay() === 0 || at.getUTCDay() === 6
    const isWorking = isWeekend ? isTransferred && day === TRANSFER.worked : !off.has(day)
    if (!isWorking) continue
    if (ahead > 0) found.push(day)
    const counted = found.length + (isOnWorkingDay(arrival, isTransferred, off) ? 1 : 0)
    if (counted === 3 && strict === '') strict = day
  }
  return { strict, latest: found[2] ?? '' }
}

function isOnWorkingDay(arrival: string, isTransferred: boolean, off: ReadonlySet<string>): boolean {
  const weekday = new Date(`${arrival}T00:00:00Z`).getUTCDay()
  return weekday === 0 || weekday === 6 ? isTransferred && arrival === TRANSFER.worked : !off.has(arrival)
}

function plusDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

const SETTLED = ['accepted', 'filed_elsewhere', 'not_required', 'cancelled']
const DATE_COLUMNS = ['strict_due', 'latest_due', 'act_by', 'calendar_version']
/** More than 500 of them open. */
const STAYS = 720
const TODAY = '2026-11-23'

type ExpectedDates = ReturnType<typeof expectedDates> & { readonly isForecast: boolean }

interface ExpectedMove {
  readonly arrival: string
  readonly state: unknown
  readonly before: ExpectedDates
  readonly after: ExpectedDates
  readonly becomesOverdue: boolean
}

interface Case {
  readonly alarmReading: 'strict' | 'latest'
  readonly channel: 'migration-api' | 'assisted-portal'
}

const CASES: readonly Case[] = [
  { alarmReading: 'strict', channel: 'migration-api' },
  { alarmReading: 'latest', channel: 'migration-api' },
  { alarmReading: 'strict', channel: 'assisted-portal' },
]

function expectedDates(arrival: string, isTransferred: boolean, { alarmReading, channel }: Case) {
  const { strict, latest } = oracle(arrival, isTransferred)
  const alarmDate = alarmReading === 'strict' ? strict : latest
  const cutoff = channel === 'assisted-portal' ? plusDays(arrival, 2) : null
  const actBy = cutoff !== null && cutoff < alarmDate ? cutoff : alarmDate
  return { strictDue: strict, latestDue: latest, alarmDate, actBy }
}

/** The rows a change may touch, without the columns it may touch there. */
function untouched(dump: TableDump): TableDump {
  const { audit: _, calendar_year, calendar_in_force, calendar_change, notification, ...rest } = dump
  const kept = (notification ?? []).map((row) =>
    Object.fromEntries(
      Object.entries(row).filter(([column]) => SETTLED.includes(String(row['state'])) || !DATE_COLUMNS.includes(column)),
    ),
  )
  return { ...rest, notification: kept }
}

describe('the oracle', () => {
  it.each([
    ['2026-11-23', false, '2026-11-25', '2026-11-26'],
    ['2026-11-28', false, '2026-12-02', '2026-12-02'],
    ['2026-12-31', false, '2027-01-06', '2027-01-08'],
    ['2026-11-23', true, '2026-11-26', '2026-11-27'],
    ['2026-11-28', true, '2026-12-01', '2026-12-02'],
  ])('knows the worked example of %s (transferred: %s)', (arrival, isTransferred, strict, latest) => {
    expect(oracle(arrival, isTransferred)).toEqual({ strict, latest })
  })
})

describe.each(CASES)('a ministerial transfer imported over $alarmReading deadlines by $channel', (given) => {
  it('moves exactly the open deadlines it touches, and taking it back restores every one', { timeout: 120_000 }, async () => {
    const desk = await startedDesk(given)
    addManyStays(desk, STAYS)
    const { client } = desk
    const before = dumpOf(desk)
    const rows = before['notification'] ?? []
    const open = rows.filter((row) => !SETTLED.includes(String(row['state'])))
    expect(new Set(rows.map((row) => row['state']))).toEqual(new Set(NOTIFICATION_STATES))
    expect(open.length).toBeGreaterThanOrEqual(500)

    const expected = new Map(
      open.flatMap((row): [string, ExpectedMove][] => {
        const arrival = String(row['arrival_date'])
        const [was, becomes] = [expectedDates(arrival, false, given), expectedDates(arrival, true, given)]
        if (JSON.stringify(was) === JSON.stringify(becomes)) return []
        const isForecast = Number(row['is_forecast']) === 1
        return [
          [
            String(row['id']),
            {
              arrival,
              state: row['state'],
              before: { ...was, isForecast },
              after: { ...becomes, isForecast },
              becomesOverdue: was.alarmDate >= TODAY && becomes.alarmDate < TODAY,
            },
          ],
        ]
      }),
    )
    // Both directions occur: a worked Saturday brings dates forward, a Wednesday off puts them back.
    const directions = [...expected.values()].map(({ before: was, after: becomes }) =>
      Math.sign(becomes.alarmDate.localeCompare(was.alarmDate)),
    )
    expect(directions).toEqual(expect.arrayContaining([-1, 1]))
    expect(expected.size).toBeGreaterThan(30)

    const corrected = withTransfer(await yearInForce(client, 2026), TRANSFER.worked, TRANSFER.off)
    const { years } = await client.calendar.readFile({ content: calendarFile([corrected]) })
    const preview = await client.calendar.preview({ years })
    expect(dumpOf(desk)).toEqual(before)
    expect(preview.openDeadlines).toBe(open.length)
    expect(
      new Map(
        preview.moves.map(({ noticeId, arrival, state, before: was, after, becomesOverdue }) => [
          noticeId,
          { arrival, state, before: was, after, becomesOverdue },
        ]),
      ),
    ).toEqual(expected)
    expect(preview.moves).toHaveLength(expected.size)

    const change = await client.calendar.apply({ years, basis: preview.basis, origin: 'import', reason: 'приказ' })
    expect(change.moved).toBe(expected.size)
    const applied = dumpOf(desk)
    for (const row of applied['notification'] ?? []) {
      if (SETTLED.includes(String(row['state']))) continue
      const { strictDue, latestDue, actBy } = expectedDates(String(row['arrival_date']), true, given)
      const versions = [...new Set([String(row['arrival_date']), latestDue].map((day) => day.slice(0, 4)))]
      expect(row).toMatchObject({
        strict_due: strictDue,
        latest_due: latestDue,
        act_by: actBy,
        calendar_version: versions.map((year) => (year === '2026' ? '2026.2' : `${year}.1`)).join('+'),
      })
    }
    expect(untouched(applied)).toEqual(untouched(before))
    expect(applied['audit']?.slice(0, before['audit']?.length)).toEqual(before['audit'])
    const written = applied['audit']?.slice(before['audit']?.length) ?? []
    expect(written[0]).toMatchObject({ action: 'calendar.changed', subject: change.id })
    expect(written.slice(1).every(({ action }) => action === 'notice.deadline_moved')).toBe(true)
    expect(new Set(written.slice(1).map(({ subject }) => subject))).toEqual(new Set(expected.keys()))
    expect(written).toHaveLength(1 + expected.size)
    expect(await client.maintenance.verify()).toMatchObject({ isClean: true })

    // The screens: lanes follow the new dates without a restart.
    for (const { lane, arrivalAt, state } of await client.queue.list({})) {
      if (SETTLED.includes(state)) continue
      const { alarmDate, actBy } = expectedDates(arrivalAt.slice(0, 10), true, given)
      const expectedLane =
        alarmDate < TODAY ? 'overdue' : actBy <= TODAY ? 'today' : actBy === plusDays(TODAY, 1) ? 'tomorrow' : 'later'
      expect(lane, `arrival ${arrivalAt}`).toBe(expectedLane)
    }

    const { preview: back, undo } = await takenBack(client)
    expect(back.moves).toHaveLength(expected.size)
    expect(undo.moved).toBe(expected.size)
    const restored = dumpOf(desk)
    expect(restored['notification']).toEqual(before['notification'])
    expect(restored['audit']?.slice(0, applied['audit']?.length)).toEqual(applied['audit'])
    expect(restored['audit']).toHaveLength((applied['audit']?.length ?? 0) + 1 + expected.size)
    expect(untouched(restored)).toEqual(untouched(before))
    expect(await client.maintenance.verify()).toMatchObject({ isClean: true })
  })
})
