import { expect, test } from 'vitest'
import { collectEvidence } from '#electron/reports/evidence/collect-evidence.ts'
import { calendarDate } from '#shared/domain/calendar-date.ts'
import { startedDesk } from '../../desk/desk-under-test.ts'
import { explained } from '../explained.ts'
import { threeDays } from './evidence-scene.ts'

test('evidence about one guest or a period walks through nobody else', async () => {
  const desk = await startedDesk()
  const { anna } = await threeDays(desk)
  const { register, plans } = explained(desk)
  const caller = desk.process.contextFor('front')
  collectEvidence(register, caller, { what: 'guest', noticeId: anna.id }, 'ru')
  const [from, to] = [calendarDate('2026-11-23'), calendarDate('2026-11-24')]
  expect(collectEvidence(register, caller, { what: 'period', from, to }, 'ru').evidence.guests).toHaveLength(2)
  expect([...plans.keys()]).toEqual(
    expect.arrayContaining(['arrival.between', 'journal.last', 'outage.overlapping', 'receipt.by_notification']),
  )
  // Of the closes, one small row a day is read, without what they say.
  for (const [name, plan] of plans) {
    if (name !== 'business_day.newest')
      expect(
        plan.filter((step) => /^SCAN (?!json_each)/.test(step)),
        name,
      ).toEqual([])
  }
  // Two indexes begin with the day of arrival; either reads the days asked for and no other.
  expect(plans.get('arrival.between')?.[0]).toMatch(
    /USING INDEX notification_(by_arrival|guest_list) \(property_id=\? AND arrival_date>\? AND arrival_date<\?\)/,
  )
})
