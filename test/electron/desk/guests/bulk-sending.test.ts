import { expect, test } from 'vitest'
import { calendarDate } from '#shared/domain/calendar-date.ts'
import { checkedIn, STAY, startedDesk } from '../desk-under-test.ts'
import { arrivalOf, drained, startedService } from '../service-under-test.ts'

test('sending many now: the preview says who goes and why not the others, the service has each once, nobody else is touched', async () => {
  const service = await startedService()
  const desk = await startedDesk({ channel: 'migration-api' }, { channelUrl: service.url })
  await desk.client.queue.pause()
  const goes = [await checkedIn(desk, { documentNumber: 'C1X' }), await checkedIn(desk, { documentNumber: 'C2X' })]
  const [incomplete, citizen, handed] = [
    await checkedIn(desk, { documentNumber: 'C3X', purpose: null }),
    await checkedIn(desk, { documentNumber: 'C4X', citizenship: 'KAZ' }),
    await checkedIn(desk, { documentNumber: 'C5X' }),
  ]
  const { notices } = await desk.client.checkIn.create({
    requestId: desk.ports.newId(),
    stay: { ...STAY, arrivalAt: '2026-12-03T14:00', departureDate: calendarDate('2026-12-05'), reservation: 'R-1' },
    guests: [{ surname: 'NOVAK', givenNames: 'CLARA', citizenship: 'CZE' }],
  })
  const expected = notices[0]?.id ?? ''
  await desk.client.filing.handOver({ noticeId: handed.id })
  const noticeIds = [...goes, incomplete, citizen, handed].map(({ id }) => id).concat(expected)

  const why = [
    [incomplete.id, 'not_now'],
    [citizen.id, 'nothing_owed'],
    [handed.id, 'not_now'],
    [expected, 'not_now'],
  ]
  const preview = await desk.client.guestList.preview({ act: 'send', noticeIds })
  expect(preview.applies).toEqual(goes.map(({ id }) => id))
  expect(preview.exceptions.map((exception) => [exception.noticeId, exception.why])).toEqual(why)
  expect(await service.inForce()).toEqual([])

  await desk.client.queue.resume()
  const sent = await desk.client.guestList.send({ noticeIds })
  expect([sent.done, sent.exceptions.map((exception) => [exception.noticeId, exception.why])]).toEqual([2, why])
  await drained(desk)
  // A second time there is nothing left to send, and nothing is.
  const again = await desk.client.guestList.send({ noticeIds })
  expect(again.done).toBe(0)
  await drained(desk)
  expect(await service.inForce()).toHaveLength(2)
  for (const { id } of goes) {
    expect((await arrivalOf(desk, id)).state).toBe('accepted')
    const { timeline } = await desk.client.guest.get({ noticeId: id })
    expect(timeline.filter(({ kind }) => kind === 'accepted')).toHaveLength(1)
  }
  expect((await arrivalOf(desk, handed.id)).state).toBe('handover')
  expect((await desk.client.maintenance.verify()).isClean).toBe(true)
})
