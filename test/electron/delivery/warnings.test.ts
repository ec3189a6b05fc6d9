import { describe, expect, it } from 'vitest'
import { calendarDate } from '#shared/domain/calendar-date.ts'
import { checkedIn } from '../desk/desk-under-test.ts'
import { recipient, warnedDesk } from './delivery-under-test.ts'

/** Arrived on Monday 23 November 2026: the third working day is Wednesday the 25th by the strict reading. */
const STAY = { arrivalAt: '2026-11-23T10:00', departureDate: calendarDate('2026-12-20') }
/** No portal that closes earlier than the law. */
const LAW_ALONE = { channel: 'migration-api' } as const
const REASON = 'по решению управляющего'

type WarnedDesk = Awaited<ReturnType<typeof warnedDesk>>

async function texts({ client }: WarnedDesk) {
  const { deliveries } = await client.delivery.list({})
  return deliveries
    .toReversed()
    .map(({ content, state, cause }) => [
      content.kind === 'warning'
        ? `${content.date} ${content.at} ${content.overdue}/${content.today}/${content.tomorrow}`
        : content.kind,
      state,
      ...(cause === null ? [] : [cause]),
    ])
}

describe('an owner who is away', () => {
  it('is warned in the morning and the afternoon of the last day, each morning after, and told when it is over', async () => {
    const desk = await warnedDesk()
    const notice = await checkedIn(desk, {}, STAY)
    const { actBy } = (await desk.client.guest.get({ noticeId: notice.id })).notice
    expect(actBy).toBe('2026-11-25')
    await desk.until('2026-11-27T12:00')
    expect(await texts(desk)).toEqual([
      ['2026-11-25 09:13 0/1/0', 'done'],
      ['2026-11-25 17:13 0/1/0', 'done'],
      ['2026-11-26 09:13 1/0/0', 'done'],
      ['2026-11-27 09:13 1/0/0', 'done'],
    ])
    await desk.client.guest.setFiledElsewhere({ noticeId: notice.id, version: notice.version, reason: REASON })
    await desk.until('2026-11-29T12:00')
    expect((await texts(desk)).slice(4)).toEqual([['solved', 'done']])
    expect(desk.telegram.texts.map(({ text }) => text.split('\n')[0])).toEqual([
      'ПРОВЕРКА',
      'ПРОВЕРКА',
      'ПРОВЕРКА',
      'ПРОВЕРКА',
      'ПРОВЕРКА',
    ])
    expect(desk.telegram.texts[0]?.text).toContain('Подать сегодня до 23:59: 1')
    expect(desk.telegram.texts[2]?.text).toContain('Просрочено: 1')
    expect(desk.telegram.texts[4]?.text).toContain('То, о чём предупреждал Qabyl, больше не срочно')
  })

  it('hears nothing while nothing is close, and not of holidays that are no last days', async () => {
    const desk = await warnedDesk(LAW_ALONE)
    // A Friday: the count steps over Saturday and Sunday.
    await desk.until('2026-11-27T16:00')
    await checkedIn(desk, {}, { ...STAY, arrivalAt: '2026-11-27T15:00' })
    await desk.until('2026-11-30T23:45')
    expect(await texts(desk)).toEqual([])
    await desk.until('2026-12-01T10:00')
    expect(await texts(desk)).toEqual([['2026-12-01 09:13 0/1/0', 'done']])
  })

  it('is warned on a Sunday where that is the last day the portal takes the arrival, and while the law still leaves a way', async () => {
    const desk = await warnedDesk()
    await desk.until('2026-11-27T16:00')
    const { id } = await checkedIn(desk, {}, { ...STAY, arrivalAt: '2026-11-27T15:00' })
    expect((await desk.client.guest.get({ noticeId: id })).notice).toMatchObject({
      actBy: '2026-11-29',
      strictDue: '2026-12-01',
    })
    await desk.until('2026-11-30T10:00')
    expect(await texts(desk)).toEqual([
      ['2026-11-29 09:13 0/1/0', 'done'],
      ['2026-11-29 17:13 0/1/0', 'done'],
      ['2026-11-30 09:13 0/1/0', 'done'],
    ])
  })

  it('is warned late rather than not at all when the PC was off, once for what was missed', async () => {
    const desk = await warnedDesk()
    await checkedIn(desk, {}, STAY)
    desk.ports.clock.setWallTime('2026-11-25T14:00:00.000Z')
    await desk.look()
    await desk.look()
    expect(await texts(desk)).toEqual([['2026-11-25 19:00 0/1/0', 'done']])
  })

  it('is called once where several hours say the same, and where the clock goes over them again', async () => {
    const desk = await warnedDesk()
    await desk.client.delivery.setSchedule({
      ladder: [
        { when: 'day_before', at: '18:00' },
        { when: 'last_day', at: '09:00' },
        { when: 'overdue', at: '09:00' },
      ],
      summaryAt: '09:00',
    })
    await checkedIn(desk, {}, STAY)
    await desk.until('2026-11-24T19:00')
    await checkedIn(desk, { documentNumber: 'C01X00T48', surname: 'OTHER' }, { ...STAY, arrivalAt: '2026-11-24T12:00' })
    await desk.until('2026-11-26T10:00')
    const said = [
      ['2026-11-24 18:13 0/0/1', 'done'],
      ['2026-11-25 09:13 0/1/1', 'done'],
      ['2026-11-25 18:13 0/1/1', 'done'],
      ['2026-11-26 09:13 1/1/0', 'done'],
    ]
    expect(await texts(desk)).toEqual(said)
    desk.ports.clock.setWallTime('2026-11-26T03:00:00.000Z')
    await desk.until('2026-11-26T11:00')
    desk.ports.clock.setWallTime('2028-01-01T05:00:00.000Z')
    await desk.look()
    desk.ports.clock.setWallTime('2026-11-26T05:00:00.000Z')
    await desk.until('2026-11-26T17:00')
    const after = await texts(desk)
    expect(after.slice(0, 4)).toEqual(said)
    expect(after.slice(4)).toEqual([['2028-01-01 10:00 2/0/0', 'done']])
  })

  it('does not get what is no longer true when the line comes back', async () => {
    const desk = await warnedDesk()
    const notice = await checkedIn(desk, {}, STAY)
    desk.telegram.answers('busy')
    await desk.until('2026-11-25T18:00')
    expect(await texts(desk)).toEqual([
      ['2026-11-25 09:13 0/1/0', 'withdrawn', 'newer'],
      ['2026-11-25 17:13 0/1/0', 'waiting', 'server_error'],
    ])
    await desk.client.guest.setFiledElsewhere({ noticeId: notice.id, version: notice.version, reason: REASON })
    desk.telegram.answers('ok')
    await desk.look()
    expect(await texts(desk)).toEqual([
      ['2026-11-25 09:13 0/1/0', 'withdrawn', 'newer'],
      ['2026-11-25 17:13 0/1/0', 'withdrawn', 'solved'],
    ])
    expect(desk.telegram.texts).toEqual([])
  })

  it('is reached by whoever gets warnings, each once; a folder warns nobody', async () => {
    const desk = await warnedDesk()
    const second = recipient({ id: desk.ports.newId(), name: 'Бухгалтер', address: '78', language: 'kk' })
    const silent = recipient({ id: desk.ports.newId(), name: 'Архив', address: '79', warnings: false })
    await desk.client.delivery.setRecipients({ recipients: [recipient(), second, silent] })
    await checkedIn(desk, {}, STAY)
    await desk.until('2026-11-25T10:00')
    expect(desk.telegram.texts.map(({ chat_id }) => chat_id)).toEqual(['77', '78'])
    expect(desk.telegram.texts[1]?.text).toContain('Бүгін 23:59-ға дейін беру керек: 1')
    await expect(
      desk.client.delivery.setRecipients({ recipients: [recipient({ way: 'folder', address: '/reports' })] }),
    ).rejects.toMatchObject({ code: 'BAD_INPUT', data: { issues: [{ path: 'recipients.0.warnings' }] } })
  })

  it('by the reading of the law that the property follows', async () => {
    const desk = await warnedDesk({ ...LAW_ALONE, alarmReading: 'latest' })
    await checkedIn(desk, {}, STAY)
    await desk.until('2026-11-27T12:00')
    expect((await texts(desk)).map(([what]) => what)).toEqual([
      '2026-11-26 09:13 0/1/0',
      '2026-11-26 17:13 0/1/0',
      '2026-11-27 09:13 1/0/0',
    ])
  })

  it('writes into the chain that he was, and how it went', async () => {
    const desk = await warnedDesk()
    await checkedIn(desk, {}, STAY)
    await desk.until('2026-11-25T10:00')
    const entries = desk
      .desk()
      .register.store.database.prepare("SELECT action FROM audit WHERE action LIKE 'delivery.warning%' ORDER BY sequence")
      .all()
    expect(entries).toEqual([{ action: 'delivery.warning_raised' }, { action: 'delivery.warning_ended' }])
    expect(desk.desk().register.store.audit.verify().brokenAt).toBeNull()
  })
})
