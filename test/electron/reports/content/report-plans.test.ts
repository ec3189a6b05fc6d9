import { expect, test } from 'vitest'
import { closeDay } from '#electron/reports/close/close-day.ts'
import { collectDay } from '#electron/reports/content/collect-day.ts'
import { collectHandover } from '#electron/reports/content/collect-handover.ts'
import { addDays, calendarDate } from '#shared/domain/calendar-date.ts'
import { checkedIn, startedDesk } from '../../desk/desk-under-test.ts'
import { explained } from '../explained.ts'

const DAY = calendarDate('2026-11-23')

test('a report looks up what it says: no statement walks through what the register holds of earlier guests', async () => {
  const desk = await startedDesk()
  const stayed = await checkedIn(desk)
  closeDay(desk.desk().register, desk.process.contextFor('front'), { date: DAY })
  await desk.client.guest.depart({ noticeId: stayed.id, version: stayed.version, date: DAY, withParty: false })
  const { register, plans } = explained(desk)
  const report = collectDay(register, addDays(DAY, 1), register.now())
  expect(report.laterChanges).toMatchObject([{ what: 'departed', date: DAY }])
  collectHandover(register, desk.process.contextFor('front'))
  expect([...plans.keys()].sort()).toEqual([
    'business_day.after',
    'business_day.last',
    'guest_day.present',
    'later_entry.after',
    'later_entry.count',
    'notice_line.by_id',
    'notice_line.open',
    'notice_line.settled_between',
    'notification.by_id',
    'outage.overlapping',
  ])
  for (const [name, plan] of plans) {
    const scans = plan.filter((step) => /^SCAN/.test(step) && !SMALL.test(step))
    expect(scans, name).toEqual([])
  }
  expect(plans.get('guest_day.present')).toEqual(
    expect.arrayContaining([
      'SEARCH s USING INDEX stay_by_departure (property_id=? AND departure_date>?)',
      'SEARCH s USING INDEX stay_by_departure (property_id=? AND departure_date=? AND arrival_date>? AND arrival_date<?)',
      'SEARCH g USING INDEX guest_by_departure (property_id=? AND departed_on>?)',
    ]),
  )
  expect(plans.get('notice_line.settled_between')).toContain(
    'SEARCH n USING INDEX notification_settled (property_id=? AND settled_at>? AND settled_at<?)',
  )
  expect(plans.get('outage.overlapping')).toContain('SEARCH outage USING INDEX outage_by_end (property_id=? AND ended_at>?)')
  expect(plans.get('later_entry.after')).toContain('SEARCH a USING INTEGER PRIMARY KEY (rowid>?)')
})

/** The list of actions asked for. */
const SMALL = /^SCAN (json_each)\b/
