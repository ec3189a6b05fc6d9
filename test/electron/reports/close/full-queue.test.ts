import { expect, it } from 'vitest'
import { calendarDate } from '#shared/domain/calendar-date.ts'
import { checkedIn, startedDesk } from '../../desk/desk-under-test.ts'
import { startedService } from '../../desk/service-under-test.ts'
import { storeOf } from './closing-desk.ts'

const MONDAY = calendarDate('2026-11-23')
const OPEN_STATES = "state NOT IN ('accepted', 'filed_elsewhere', 'not_required', 'cancelled')"

/**
 * What the register holds, counted by SQL and nothing else. With the strict reading and a channel that takes any arrival, a notice is owed by
 * its `strict_due`.
 */
function counted(desk: Awaited<ReturnType<typeof startedDesk>>) {
  const { database } = storeOf(desk)
  const count = (sql: string) => database.prepare<[], number>(`SELECT count(*) FROM ${sql}`).pluck().get() ?? -1
  return {
    open: count(`notification WHERE ${OPEN_STATES}`),
    overdue: count(`notification WHERE ${OPEN_STATES} AND strict_due < '2026-11-23'`),
    dueToday: count(`notification WHERE ${OPEN_STATES} AND strict_due = '2026-11-23'`),
    dueTomorrow: count(`notification WHERE ${OPEN_STATES} AND strict_due = '2026-11-24'`),
    dueLater: count(`notification WHERE ${OPEN_STATES} AND strict_due > '2026-11-24'`),
    incomplete: count("notification WHERE state = 'incomplete'"),
    citizenshipUnknown: count("notification WHERE state = 'citizenship_unknown'"),
    rejected: count("notification WHERE state = 'rejected'"),
    goesByItself: count("notification WHERE state = 'ready'"),
    unconfirmed: count("notification WHERE state IN ('sending', 'unknown', 'deferred')"),
    filed: count("notification WHERE state = 'accepted'"),
    arrivals: count("guest g JOIN stay s ON s.id = g.stay_id WHERE s.arrival_date = '2026-11-23'"),
    exposureMci: 10 * count(`notification WHERE ${OPEN_STATES} AND strict_due < '2026-11-23'`),
  }
}

it('a day closed while the service is gone and the queue is full says what the register holds', async () => {
  const service = await startedService()
  const desk = await startedDesk({ channel: 'migration-api' })
  await desk.client.setup.setChannelAddress({ url: service.url })
  const arrivals = ['2026-11-16', '2026-11-18', '2026-11-19', '2026-11-20', '2026-11-23', '2026-11-23']
  for (const [index, day] of arrivals.entries()) {
    await checkedIn(
      desk,
      { documentNumber: `F${index}` },
      { arrivalAt: `${day}T09:00`, departureDate: calendarDate('2026-11-30') },
    )
  }
  await desk.client.queue.drain({ untilEmpty: true, timeoutMs: 20_000 })
  await service.fail({ 'http-503': 1 })
  for (const [index, day] of [...arrivals, ...arrivals, ...arrivals].entries()) {
    const facts = index % 5 === 0 ? { citizenship: null } : index % 4 === 0 ? { purpose: null } : {}
    await checkedIn(
      desk,
      { documentNumber: `Q${index}`, ...facts },
      { arrivalAt: `${day}T09:30`, departureDate: calendarDate('2026-11-29') },
    )
  }
  await desk.client.queue.drain({ untilEmpty: false, timeoutMs: 1_000 })
  desk.desk().suspend()
  for (const documentNumber of ['W1', 'W2']) {
    await checkedIn(desk, { documentNumber }, { arrivalAt: '2026-11-23T10:00', departureDate: calendarDate('2026-11-28') })
  }

  const expected = counted(desk)
  expect(expected).toMatchObject({ open: 20, goesByItself: 2, unconfirmed: 10, filed: 6 })
  expect([expected.overdue, expected.incomplete, expected.citizenshipUnknown].every((n) => n > 0)).toBe(true)
  const close = await desk.client.report.close({ date: MONDAY })
  const { report } = await desk.client.report.day({ date: MONDAY })
  expect(report.totals).toMatchObject(expected)
  expect(counted(desk)).toEqual(expected)

  // The line comes back and everything goes: the closed day says what it said.
  await service.fail({})
  desk.desk().wakeUp()
  desk.ports.clock.advance(3_600_000)
  await desk.client.queue.drain({ untilEmpty: true, timeoutMs: 20_000 })
  expect(counted(desk).filed).toBeGreaterThan(6)
  expect(await desk.client.report.day({ date: MONDAY })).toEqual({ report, close })
})
