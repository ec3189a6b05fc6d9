import { describe, expect, test } from 'vitest'
import { laneSchema } from '#shared/contract/schemas.ts'
import { calendarDate } from '#shared/domain/calendar-date.ts'
import { actBy, alarmDate, channelCutoff, LANES, laneOf, workingDaysLate, workingDaysLeft } from '#shared/regulation/act-by.ts'
import { arrivalDeadline } from '#shared/regulation/arrival-deadline.ts'
import { BUILT_IN_YEARS } from '#shared/regulation/calendar/built-in-years.ts'
import { workingCalendar } from '#shared/regulation/calendar/working-calendar.ts'

const calendar = workingCalendar(BUILT_IN_YEARS)

test('the reading a property chose gives the alarm date', () => {
  const deadline = arrivalDeadline(calendarDate('2026-11-19'), calendar)
  expect([alarmDate(deadline, 'strict'), alarmDate(deadline, 'latest')]).toEqual(['2026-11-23', '2026-11-24'])
})

/** Arrivals of one week: a portal that takes arrivals up to two calendar days old is first from Thursday to Sunday. */
test.each([
  { arrival: '2026-11-16', cutoff: '2026-11-18', strict: '2026-11-18', latest: '2026-11-18' },
  { arrival: '2026-11-17', cutoff: '2026-11-19', strict: '2026-11-19', latest: '2026-11-19' },
  { arrival: '2026-11-18', cutoff: '2026-11-20', strict: '2026-11-20', latest: '2026-11-20' },
  { arrival: '2026-11-19', cutoff: '2026-11-21', strict: '2026-11-21', latest: '2026-11-21' },
  { arrival: '2026-11-20', cutoff: '2026-11-22', strict: '2026-11-22', latest: '2026-11-22' },
  { arrival: '2026-11-21', cutoff: '2026-11-23', strict: '2026-11-23', latest: '2026-11-23' },
  { arrival: '2026-11-22', cutoff: '2026-11-24', strict: '2026-11-24', latest: '2026-11-24' },
])('arrival $arrival: the portal closes on $cutoff', ({ arrival, cutoff, strict, latest }) => {
  const deadline = arrivalDeadline(calendarDate(arrival), calendar)
  const closes = channelCutoff(deadline.arrival, 2)
  expect(closes).toBe(cutoff)
  expect(actBy({ deadline, alarmReading: 'strict', channelCutoff: closes })).toBe(strict)
  expect(actBy({ deadline, alarmReading: 'latest', channelCutoff: closes })).toBe(latest)
})

test('without a known limit the alarm date stands alone; a generous limit does not postpone it', () => {
  const deadline = arrivalDeadline(calendarDate('2026-11-19'), calendar)
  expect(channelCutoff(deadline.arrival, null)).toBeNull()
  expect(actBy({ deadline, alarmReading: 'strict', channelCutoff: null })).toBe('2026-11-23')
  expect(actBy({ deadline, alarmReading: 'latest', channelCutoff: null })).toBe('2026-11-24')
  expect(actBy({ deadline, alarmReading: 'strict', channelCutoff: channelCutoff(deadline.arrival, 30) })).toBe('2026-11-23')
  expect(channelCutoff(deadline.arrival, 0)).toBe('2026-11-19')
})

describe('lanes', () => {
  test.each([
    { today: '2026-11-19', alarm: '2026-11-23', act: '2026-11-21', lane: 'later' },
    { today: '2026-11-20', alarm: '2026-11-23', act: '2026-11-21', lane: 'tomorrow' },
    { today: '2026-11-21', alarm: '2026-11-23', act: '2026-11-21', lane: 'today' },
    { today: '2026-11-22', alarm: '2026-11-23', act: '2026-11-21', lane: 'today' },
    { today: '2026-11-23', alarm: '2026-11-23', act: '2026-11-21', lane: 'today' },
    { today: '2026-11-24', alarm: '2026-11-23', act: '2026-11-21', lane: 'overdue' },
    { today: '2026-11-22', alarm: '2026-11-23', act: '2026-11-23', lane: 'tomorrow' },
    { today: '2026-11-23', alarm: '2026-11-23', act: '2026-11-23', lane: 'today' },
    { today: '2026-12-31', alarm: '2027-01-01', act: '2027-01-01', lane: 'tomorrow' },
    { today: '2026-12-30', alarm: '2027-01-01', act: '2027-01-01', lane: 'later' },
  ])('on $today, alarm $alarm, act by $act: $lane', ({ today, alarm, act, lane }) => {
    expect(laneOf({ today: calendarDate(today), alarmDate: calendarDate(alarm), actBy: calendarDate(act) })).toBe(lane)
  })

  test('are those the contract speaks of', () => {
    expect(laneSchema.options).toEqual(LANES)
  })
})

test.each([
  { alarm: '2026-11-20', today: '2026-11-20', late: 0, note: 'on the day' },
  { alarm: '2026-11-20', today: '2026-11-19', late: 0, note: 'before' },
  { alarm: '2026-11-20', today: '2026-11-21', late: 0, note: 'overdue, but no working day has begun since' },
  { alarm: '2026-11-20', today: '2026-11-23', late: 1, note: 'over a weekend' },
  { alarm: '2026-11-20', today: '2026-11-25', late: 3, note: 'three' },
  { alarm: '2026-03-20', today: '2026-03-26', late: 1, note: 'over Nauryz' },
])('alarm $alarm, today $today: $late working days late ($note)', ({ alarm, today, late }) => {
  expect(workingDaysLate(calendar, calendarDate(alarm), calendarDate(today))).toBe(late)
})

test.each([
  { today: '2026-11-23', act: '2026-11-25', left: 2 },
  { today: '2026-11-25', act: '2026-11-25', left: 0 },
  { today: '2026-11-26', act: '2026-11-25', left: 0 },
  { today: '2026-11-20', act: '2026-11-24', left: 2 },
  { today: '2026-03-20', act: '2026-03-27', left: 2 },
])('today $today, act by $act: $left working days left', ({ today, act, left }) => {
  expect(workingDaysLeft(calendar, calendarDate(today), calendarDate(act))).toBe(left)
})
