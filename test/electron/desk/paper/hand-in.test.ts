import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { calendarDate } from '#shared/domain/calendar-date.ts'
import { checkedIn, startedDesk } from '../desk-under-test.ts'
import { guests, idsOf, JPEG, listed, nextDays, photo, stateOf, TODAY } from './paper-desk.ts'

const TOMORROW = calendarDate('2026-11-24')

describe('the stamped copy', () => {
  it('makes everybody on the list accepted, each with the same number, day and photo', async () => {
    const desk = await startedDesk({ channel: 'paper' })
    const notices = await guests(desk, 3)
    const list = await listed(desk, notices)
    const { list: after, late } = await desk.client.paper.handIn({
      listId: list.id,
      stampedOn: TODAY,
      stampNumber: ' ВХ-481 ',
      file: photo(),
      fileName: 'C:\\photos\\опись.jpeg',
    })
    expect(late).toEqual([])
    expect(after).toMatchObject({ waiting: 0, taken: 3, notTaken: 0, actBy: null })
    const sha256 = createHash('sha256').update(JPEG).digest('hex')
    for (const { id } of notices) {
      const { notice, receipts, timeline } = await desk.client.guest.get({ noticeId: id })
      expect(notice).toMatchObject({
        state: 'accepted',
        reference: 'ВХ-481',
        acceptedAt: '2026-11-23T05:43:00.000Z',
        hasReceipt: true,
        cause: null,
      })
      expect(receipts).toEqual([
        {
          id: expect.any(String),
          reference: 'ВХ-481',
          mediaType: 'image/jpeg',
          fileName: 'опись.jpg',
          sizeBytes: JPEG.length,
          sha256,
          storedAt: '2026-11-23T05:43:00.000Z',
          source: 'clerk',
          portal: null,
          stampedOn: TODAY,
          paperListId: list.id,
        },
      ])
      expect(timeline.at(-1)).toMatchObject({
        kind: 'accepted',
        by: 'Управляющий',
        details: { list: '2026-001', stampedOn: TODAY, reference: 'ВХ-481' },
      })
      const opened = await desk.client.receipt.get({ receiptId: receipts[0]?.id ?? '' })
      expect(Buffer.from(await opened.content.arrayBuffer()).equals(JPEG)).toBe(true)
    }
    expect(after.entries.map(({ outcome, proof }) => [outcome, proof?.reference, proof?.stampedOn])).toEqual(
      notices.map(() => ['taken', 'ВХ-481', TODAY]),
    )
    const { database } = desk.desk().register.store
    // Once for all of them, and sealed.
    const stored = database.prepare('SELECT sealed_content FROM paper_scan').pluck().all() as Buffer[]
    expect(stored.map((bytes) => bytes.includes('JFIF'))).toEqual([false])
    expect((await desk.client.maintenance.verify()).isClean).toBe(true)
    await expect(desk.client.paper.handIn({ listId: list.id, stampedOn: TODAY, stampNumber: 'ВХ-481' })).rejects.toMatchObject({
      code: 'NOT_NOW',
      data: { action: 'handIn' },
    })
  })

  it('counts from the day of the stamp, and both moments are kept', async () => {
    const desk = await startedDesk({ channel: 'paper' })
    const notices = await guests(desk, 1)
    const list = await listed(desk, notices)
    nextDays(desk, 5)
    const { late } = await desk.client.paper.handIn({ listId: list.id, stampedOn: TOMORROW, stampNumber: 'ВХ-7' })
    // Entered on the 28th, handed in on the 24th: before the last day, the 25th.
    expect(late).toEqual([])
    const { notice, timeline } = await desk.client.guest.get({ noticeId: notices[0]?.id ?? '' })
    expect(notice.acceptedAt).toBe('2026-11-24T18:59:59.000Z')
    expect(timeline.at(-1)?.at).toBe('2026-11-28T05:43:00.000Z')
    const [receipt] = desk.desk().register.rows.receipts.ofNotification(notice.id)
    expect(receipt).toMatchObject({ stampedOn: TOMORROW, storedAt: '2026-11-28T05:43:00.000Z', file: null })
  })

  it('after the last day is accepted and said to be late, by the reading of the property', async () => {
    const stampOn = async (alarmReading: 'strict' | 'latest', day: string) => {
      const desk = await startedDesk({ channel: 'paper', alarmReading })
      const notices = await guests(desk, 2)
      const list = await listed(desk, notices)
      nextDays(desk, 7)
      const { late } = await desk.client.paper.handIn({
        listId: list.id,
        stampedOn: calendarDate(day),
        stampNumber: 'ВХ-9',
      })
      expect((await stateOf(desk, notices[0]?.id ?? '')).state).toBe('accepted')
      return late.length
    }
    // Monday 23 November: the third working day is the 25th, or the 26th when the count begins the day after.
    expect([
      await stampOn('strict', '2026-11-25'),
      await stampOn('strict', '2026-11-26'),
      await stampOn('latest', '2026-11-26'),
      await stampOn('latest', '2026-11-27'),
    ]).toEqual([0, 2, 0, 2])
  })

  it('without a number of its own is known by the number of the list', async () => {
    const desk = await startedDesk({ channel: 'paper' })
    const notices = await guests(desk, 1)
    const list = await listed(desk, notices)
    await desk.client.paper.handIn({ listId: list.id, stampedOn: TODAY, file: photo() })
    expect(await stateOf(desk, notices[0]?.id ?? '')).toMatchObject({
      state: 'accepted',
      reference: '2026-001',
      hasReceipt: true,
    })
  })

  it('3 of 5 taken: one refused and to be corrected, one back where it was, each with the reason', async () => {
    const desk = await startedDesk()
    const notices = await guests(desk, 5)
    const [a, b] = notices
    if (a === undefined || b === undefined) throw new Error('five guests')
    const list = await listed(desk, notices)
    const { list: after } = await desk.client.paper.handIn({
      listId: list.id,
      stampedOn: TODAY,
      stampNumber: 'ВХ-12',
      exceptions: [
        { noticeId: a.id, outcome: 'refused', reason: 'дата выдачи паспорта неверна' },
        { noticeId: b.id, outcome: 'not_handed_in', reason: 'не хватило копии' },
      ],
    })
    expect(after).toMatchObject({ waiting: 0, taken: 3, notTaken: 2, droppedOff: 0 })
    expect(after.entries.map(({ outcome, reason }) => [outcome, reason])).toEqual([
      ['refused', 'дата выдачи паспорта неверна'],
      ['not_handed_in', 'не хватило копии'],
      ...Array.from({ length: 3 }, () => ['taken', null]),
    ])
    expect(await stateOf(desk, a.id)).toMatchObject({
      state: 'rejected',
      cause: 'content_refused',
      refusal: { field: null, message: 'дата выдачи паспорта неверна' },
    })
    expect(await stateOf(desk, b.id)).toMatchObject({ state: 'ready', refusal: null })
    expect((await desk.client.queue.get()).decision.map(({ id }) => id)).toEqual([a.id])
    // Both may go on the next list, the refused one when it says something else.
    const fixed = await desk.client.guest.get({ noticeId: a.id })
    await desk.client.guest.correct({
      noticeId: a.id,
      version: fixed.notice.version,
      facts: { ...fixed.facts, issueDate: calendarDate('2021-01-10') },
      departureDate: fixed.stay.departureDate,
      room: fixed.stay.room,
    })
    const next = await listed(desk, [a, b])
    expect([next.number, next.entries.map(({ revision }) => revision)]).toEqual(['2026-002', [2, 1]])
    // The reasons are a person's words about guests: sealed.
    const { database } = desk.desk().register.store
    const sealed = database
      .prepare('SELECT sealed_reason FROM paper_entry WHERE sealed_reason IS NOT NULL')
      .pluck()
      .all() as Buffer[]
    expect(sealed.map((bytes) => bytes.includes('копии'))).toEqual([false, false])
    expect((await desk.client.maintenance.verify()).isClean).toBe(true)
  })

  it('with nobody taken needs no proof, and keeps none', async () => {
    const desk = await startedDesk({ channel: 'paper' })
    const [a] = await guests(desk, 1)
    if (a === undefined) throw new Error('one guest')
    const list = await listed(desk, [a])
    const given = {
      listId: list.id,
      stampedOn: TODAY,
      exceptions: [{ noticeId: a.id, outcome: 'not_handed_in' as const, reason: 'приёма нет' }],
    }
    await expect(desk.client.paper.handIn({ ...given, file: photo() })).rejects.toMatchObject({
      code: 'BAD_INPUT',
      data: { issues: [{ path: 'file', code: 'nobody_taken' }] },
    })
    await desk.client.paper.handIn(given)
    expect(await stateOf(desk, a.id)).toMatchObject({ state: 'ready' })
  })

  it.each([
    ['in_future', 'stampedOn', { stampedOn: TOMORROW }],
    ['stamp_before_arrival', 'stampedOn', { stampedOn: calendarDate('2026-11-22') }],
    ['not_taken', 'file', { file: new Blob(['GIF89a'], { type: 'image/gif' }) }],
    [
      'not_on_list',
      'exceptions.0.noticeId',
      { exceptions: [{ noticeId: '0190b0c0-0000-7000-8000-000000000000', outcome: 'refused' as const, reason: 'нет такого' }] },
    ],
  ])('is refused as %s, and nothing changes', async (code, path, wrong) => {
    const desk = await startedDesk({ channel: 'paper' })
    const notices = await guests(desk, 2)
    const list = await listed(desk, notices)
    await expect(
      desk.client.paper.handIn({ listId: list.id, stampedOn: TODAY, stampNumber: 'ВХ-1', ...wrong }),
    ).rejects.toMatchObject({ code: 'BAD_INPUT', data: { issues: [{ path, code }] } })
    expect((await desk.client.paper.get({ listId: list.id })).waiting).toBe(2)
  })

  it('is refused as older than the list, which could not have been stamped before it was printed', async () => {
    const desk = await startedDesk({ channel: 'paper' })
    const notices = await guests(desk, 1)
    nextDays(desk, 2)
    const list = await listed(desk, notices)
    await expect(desk.client.paper.handIn({ listId: list.id, stampedOn: TOMORROW, stampNumber: 'ВХ-1' })).rejects.toMatchObject(
      { data: { issues: [{ path: 'stampedOn', code: 'stamp_before_list' }] } },
    )
  })

  it('needs a number or a file, and neither may be the proof of somebody else', async () => {
    const desk = await startedDesk({ channel: 'paper' })
    const [a, b, c] = await guests(desk, 3)
    if (a === undefined || b === undefined || c === undefined) throw new Error('three guests')
    const [first, second] = [await listed(desk, [a]), await listed(desk, [b])]
    await expect(desk.client.paper.handIn({ listId: first.id, stampedOn: TODAY })).rejects.toMatchObject({
      code: 'PROOF_REQUIRED',
    })
    await desk.client.paper.handIn({ listId: first.id, stampedOn: TODAY, stampNumber: 'ВХ-1', file: photo() })
    const issue = (path: string) => ({ code: 'BAD_INPUT', data: { issues: [{ path, code: 'already_used' }] } })
    const other = { listId: second.id, stampedOn: TODAY }
    await expect(desk.client.paper.handIn({ ...other, stampNumber: 'ВХ-1' })).rejects.toMatchObject(issue('stampNumber'))
    await expect(desk.client.paper.handIn({ ...other, file: photo() })).rejects.toMatchObject(issue('file'))
    await desk.client.filing.take({ noticeId: c.id })
    await expect(desk.client.filing.recordProof({ noticeId: c.id, reference: 'ВХ-1' })).rejects.toMatchObject(
      issue('reference'),
    )
    await expect(desk.client.filing.recordProof({ noticeId: c.id, file: photo() })).rejects.toMatchObject(issue('file'))
  })

  it('proves the guest who dropped off its list as well, when the counter took him all the same', async () => {
    const desk = await startedDesk({ channel: 'paper' })
    const [a, b] = await guests(desk, 2)
    if (a === undefined || b === undefined) throw new Error('two guests')
    const list = await listed(desk, [a, b])
    await desk.client.paper.takeOff({ listId: list.id, noticeId: b.id })
    await desk.client.paper.handIn({ listId: list.id, stampedOn: TODAY, stampNumber: 'ВХ-3', file: photo() })
    await desk.client.filing.take({ noticeId: b.id })
    const accepted = await desk.client.filing.recordProof({
      noticeId: b.id,
      reference: 'ВХ-3',
      file: photo(),
      stampedOn: TODAY,
    })
    expect(accepted).toMatchObject({ state: 'accepted', reference: 'ВХ-3' })
  })

  it('opens for nobody once one of its guests is erased; number, day and hash stay', async () => {
    const desk = await startedDesk({ channel: 'paper' })
    const notices = await guests(desk, 2)
    const list = await listed(desk, notices)
    await desk.client.paper.handIn({ listId: list.id, stampedOn: TODAY, stampNumber: 'ВХ-5', file: photo() })
    const { store } = desk.desk().register
    const [kept, erased] = notices
    if (kept === undefined || erased === undefined) throw new Error('two guests')
    store.transaction(() => store.stayKeys.erase(erased.stayId))
    const { receipts } = await desk.client.guest.get({ noticeId: kept.id })
    expect(receipts).toMatchObject([{ reference: 'ВХ-5', stampedOn: TODAY, sizeBytes: JPEG.length }])
    await expect(desk.client.receipt.get({ receiptId: receipts[0]?.id ?? '' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect((await desk.client.maintenance.verify()).receiptsBroken).toBe(0)
  })

  it('changed on disk is found', async () => {
    const desk = await startedDesk({ channel: 'paper' })
    const list = await listed(desk, await guests(desk, 2))
    await desk.client.paper.handIn({ listId: list.id, stampedOn: TODAY, file: photo() })
    const { database } = desk.desk().register.store
    database.exec(
      `DROP TRIGGER paper_scan_never_changes; UPDATE paper_scan SET sealed_content = zeroblob(length(sealed_content))`,
    )
    expect(await desk.client.maintenance.verify()).toMatchObject({ isClean: false, receiptsBroken: 1 })
  })

  it('tells what waited for acceptance: the departure of a guest on it is no news for the counter, his later extension is', async () => {
    const desk = await startedDesk({ channel: 'paper' })
    const [a] = await guests(desk, 1)
    if (a === undefined) throw new Error('one guest')
    const list = await listed(desk, [a])
    await desk.client.paper.handIn({ listId: list.id, stampedOn: TODAY, stampNumber: 'ВХ-6' })
    const { version } = await stateOf(desk, a.id)
    await desk.client.guest.extend({ noticeId: a.id, version, departureDate: calendarDate('2026-12-04') })
    const { followUps } = await desk.client.guest.get({ noticeId: a.id })
    expect(followUps.map(({ notice }) => [notice.kind, notice.state])).toEqual([['extension', 'ready']])
    const next = await desk.client.paper.make({
      listId: desk.ports.newId(),
      noticeIds: idsOf(followUps.map(({ notice }) => notice)),
    })
    expect(next.entries.map(({ notice }) => notice.kind)).toEqual(['extension'])
  })
})

it('a single notice handed in without a list takes the day of its stamp', async () => {
  const desk = await startedDesk({ channel: 'paper' })
  const notice = await checkedIn(desk)
  await desk.client.filing.handOver({ noticeId: notice.id })
  nextDays(desk, 2)
  const given = { noticeId: notice.id, reference: 'ВХ-2' }
  await expect(desk.client.filing.recordProof({ ...given, stampedOn: calendarDate('2026-11-26') })).rejects.toMatchObject({
    data: { issues: [{ path: 'stampedOn', code: 'in_future' }] },
  })
  expect(await desk.client.filing.recordProof({ ...given, stampedOn: TOMORROW })).toMatchObject({
    state: 'accepted',
    acceptedAt: '2026-11-24T18:59:59.000Z',
  })
})
