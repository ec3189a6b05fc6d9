import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Verdict } from '#electron/channels/adapter.ts'
import { addDays } from '#shared/domain/calendar-date.ts'
import {
  addNotice,
  noticeOf,
  openRegister,
  outboxOver,
  type RegisterUnderTest,
  ScriptedChannel,
  statesOf,
  TODAY,
} from './outbox-under-test.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

function desk(options: Parameters<typeof openRegister>[0] = {}) {
  const register = openRegister(options)
  const channel = new ScriptedChannel(register.ports.clock)
  const isSettled =
    (...ids: readonly string[]) =>
    () =>
      ids.every((id) => noticeOf(register, id).state === 'accepted')
  return { register, channel, isSettled, clock: register.ports.clock, ...outboxOver(register, channel) }
}

const attemptsOf = ({ rows }: RegisterUnderTest, id: string) =>
  rows.attempts.ofNotification(id).map(({ kind, number, outcome, cause }) => ({ kind, number, outcome, cause }))
const actionsOf = ({ store }: RegisterUnderTest, id: string) => store.audit.entriesOf(id).map(({ action }) => action)
const outagesOf = ({ rows }: RegisterUnderTest) =>
  rows.outages
    .overlapping('2000-01-01T00:00:00.000Z', '2100-01-01T00:00:00.000Z')
    .map(({ startedAt, endedAt, cause }) => ({ startedAt, endedAt, cause }))

const unknown = (cause: 'timeout' | 'server_error' = 'timeout'): Verdict => ({ kind: 'unknown', cause, retryAfterMs: null })
const refused: Verdict = { kind: 'notSent', cause: 'refused', retryAfterMs: null }

describe('sending', () => {
  it('writes `sending` and the attempt to disk before the call, and everything about the acceptance after it', async () => {
    const { register, channel, outbox, time, isSettled, changes } = desk()
    const id = addNotice(register)
    const pdf = Buffer.from('%PDF-1.4 proof')
    channel.onSend = () => {
      expect(statesOf(register, [id])).toEqual(['sending'])
      expect(attemptsOf(register, id)).toEqual([{ kind: 'send', number: 1, outcome: null, cause: null }])
      expect(register.store.database.inTransaction).toBe(false)
      return { kind: 'accepted', reference: 'KZ-1', receipt: { bytes: pdf, mediaType: 'application/pdf' }, warnings: ['late'] }
    }
    outbox.start()
    await time.run(isSettled(id))

    const record = noticeOf(register, id)
    expect(record).toMatchObject({
      state: 'accepted',
      cause: null,
      reference: 'KZ-1',
      attemptCount: 1,
      version: 3,
      nextAttemptAt: null,
    })
    expect(record.acceptedAt).toBe('2026-11-23T05:43:00.000Z')
    const [receipt, ...more] = register.rows.receipts.ofNotification(id)
    expect(more).toEqual([])
    expect(receipt).toMatchObject({
      revision: 1,
      source: 'channel',
      reference: 'KZ-1',
      file: {
        mediaType: 'application/pdf',
        fileName: 'KZ-1.pdf',
        sizeBytes: pdf.length,
        sha256: createHash('sha256').update(pdf).digest('hex'),
      },
    })
    const sealed = register.rows.receipts.sealedContent(receipt?.id ?? '')
    expect(register.store.stayKeys.open(record.stayId, `receipt:${receipt?.id}`, sealed ?? pdf)).toEqual(pdf)
    expect(attemptsOf(register, id)).toEqual([{ kind: 'send', number: 1, outcome: 'accepted', cause: null }])
    expect(actionsOf(register, id)).toEqual(['notice.send_started', 'notice.accepted'])
    expect(register.store.audit.entriesOf(id).at(-1)?.details).toEqual({
      state: 'accepted',
      revision: 1,
      receiptId: receipt?.id,
      sha256: receipt?.file?.sha256,
      reference: 'KZ-1',
      warnings: 'late',
    })
    expect(register.store.audit.verify().brokenAt).toBeNull()
    expect(changes).toEqual([[id], [id]])
    await outbox.stop()
    expect(channel.isClosed).toBe(true)
  })

  it('goes by batches, in the stated order, and leaves out those who have not arrived until their day begins in the hotel', async () => {
    const { register, channel, outbox, time, isSettled, clock } = desk()
    const late = addNotice(register, { arrivalDate: addDays(TODAY, -9), actBy: addDays(TODAY, -2) })
    const tomorrow = addNotice(register, { arrivalDate: addDays(TODAY, 1) })
    const calm = Array.from({ length: 20 }, () => addNotice(register, { actBy: addDays(TODAY, 2) }))
    const urgent = addNotice(register, { actBy: TODAY })
    outbox.start()
    await time.run(isSettled(late, urgent, ...calm))
    expect(channel.calls.map(({ notices }) => notices.map(({ notificationId }) => notificationId))).toEqual([
      [urgent, ...calm.slice(0, 19)],
      [calm[19], late],
    ])
    expect(statesOf(register, [tomorrow])).toEqual(['ready'])
    await time.run(isSettled(tomorrow))
    // 18:59 UTC is 23:59 in Almaty.
    expect(new Date(clock.now()).toISOString() >= '2026-11-23T19:00:00.000Z').toBe(true)
    expect(new Date(clock.now()).toISOString() < '2026-11-23T19:02:00.000Z').toBe(true)
  })

  it('takes each verdict to its own state', async () => {
    const { register, channel, outbox, time } = desk()
    const verdicts: readonly Verdict[] = [
      { kind: 'rejected', issues: [{ field: 'documentNumber', code: 'format', message: 'Not a number' }] },
      { kind: 'duplicate', existingReference: 'OLD-7' },
      { kind: 'deferred', batchReference: 'B-1', askAgainAfterMs: 20 * MINUTE },
      { kind: 'needsHuman' },
      { kind: 'accepted', reference: null, receipt: null, warnings: [] },
    ]
    const ids = verdicts.map(() => addNotice(register))
    channel.onSend = (notice) => verdicts[ids.indexOf(notice.notificationId)] ?? refused
    channel.onLookUp = () => ({ kind: 'no_answer', cause: 'timeout', retryAfterMs: null, exchange: null })
    outbox.start()
    await time.run(() => channel.calls.length > 1)
    expect(statesOf(register, ids)).toEqual([
      'rejected: content_refused',
      'duplicate: already_there',
      'deferred',
      'handover',
      'unknown: unreadable_answer',
    ])
    expect(noticeOf(register, ids[0] ?? '').refusal).toEqual({ field: 'documentNumber', message: 'Not a number' })
    expect(noticeOf(register, ids[1] ?? '')).toMatchObject({ refusal: null, existingReference: 'OLD-7' })
    expect(noticeOf(register, ids[2] ?? '')).toMatchObject({ batchReference: 'B-1', nextAttemptAt: '2026-11-23T06:03:00.000Z' })
  })

  it('asks about a deferred notice when the service said to', async () => {
    const { register, channel, outbox, time, isSettled, clock } = desk()
    const id = addNotice(register)
    channel.onSend = () => ({ kind: 'deferred', batchReference: 'B-1', askAgainAfterMs: 20 * MINUTE })
    channel.onLookUp = (notice) => {
      channel.take(notice)
      return channel.know(notice)
    }
    outbox.start()
    await time.run(isSettled(id))
    expect(channel.ofKind('look_up').map(({ atMs }) => atMs)).toEqual([20 * MINUTE])
    expect(clock.monotonicMs()).toBe(20 * MINUTE)
  })

  it('hands over what it cannot read any more instead of losing it', async () => {
    const { register, channel, outbox, time, isSettled } = desk()
    const [erased, fine] = [addNotice(register), addNotice(register)]
    register.store.transaction(() => register.store.stayKeys.erase(noticeOf(register, erased).stayId))
    outbox.start()
    await time.run(isSettled(fine))
    expect(statesOf(register, [erased])).toEqual(['handover: program_error'])
    expect(channel.story()).toEqual(['send 1'])
  })
})

describe('when nothing leaves this PC', () => {
  it('backs off, opens the circuit after five, never gives up, and stays within bounds per hour', {
    timeout: 60_000,
  }, async () => {
    const { register, channel, outbox, time, isSettled, clock } = desk()
    const ids = Array.from({ length: 150 }, () => addNotice(register, { actBy: addDays(TODAY, 9) }))
    let isDown = true
    channel.onSend = (notice) => (isDown ? refused : channel.take(notice))
    channel.onProbe = () =>
      isDown ? { isUp: false, cause: 'refused', retryAfterMs: null } : { isUp: true, cause: null, retryAfterMs: null }
    outbox.start()
    await time.run(() => false, 8 * HOUR)
    const perHour = Array.from(
      { length: 8 },
      (_, hour) => channel.calls.filter(({ atMs }) => Math.floor(atMs / HOUR) === hour).length,
    )
    expect(Math.max(...perHour.slice(1))).toBeLessThan(60)
    expect(Math.min(...perHour)).toBeGreaterThan(10)
    expect(channel.calls.slice(0, 5).map(({ notices }) => notices.length)).toEqual([20, 20, 20, 20, 20])
    expect(channel.calls.slice(5).every(({ notices }) => notices.length <= 1)).toBe(true)
    expect(outbox.connection()).toMatchObject({ state: 'unreachable', cause: 'refused', since: '2026-11-23T05:43:00.000Z' })
    expect(Date.parse(outbox.connection().nextProbeAt ?? '') - clock.now()).toBeLessThanOrEqual(5 * MINUTE)

    isDown = false
    const healedAt = clock.monotonicMs()
    await time.run(isSettled(...ids))
    expect(clock.monotonicMs() - healedAt).toBeLessThanOrEqual(5 * MINUTE)
    expect(outbox.connection()).toMatchObject({ state: 'online', cause: null })
    expect(outagesOf(register)).toEqual([
      { startedAt: '2026-11-23T05:43:00.000Z', endedAt: expect.stringMatching(/^2026-11-23T13:4/), cause: 'refused' },
    ])
    expect(register.store.audit.verify().brokenAt).toBeNull()
  })

  it('lets a single notice through after recovery before the rest, then ends every wait', async () => {
    const { register, channel, outbox, time, isSettled } = desk()
    const ids = Array.from({ length: 45 }, () => addNotice(register))
    let isDown = true
    channel.onSend = (notice) => (isDown ? refused : channel.take(notice))
    channel.onProbe = () => ({ isUp: false, cause: 'refused', retryAfterMs: null })
    outbox.start()
    await time.run(() => false, HOUR)
    isDown = false
    const before = channel.calls.length
    await time.run(isSettled(...ids))
    const after = channel.ofKind('send').filter((call) => channel.calls.indexOf(call) >= before)
    expect(after.map(({ notices }) => notices.length)).toEqual([1, 20, 20, 4])
    expect(after.slice(1).every(({ atMs }) => atMs === after[0]?.atMs)).toBe(true)
  })

  it('probes at least each minute while something must go today', async () => {
    const { register, channel, outbox, time } = desk()
    addNotice(register, { actBy: TODAY })
    channel.onSend = () => refused
    channel.onProbe = () => ({ isUp: false, cause: 'refused', retryAfterMs: null })
    outbox.start()
    await time.run(() => false, 6 * HOUR)
    const gaps = channel.calls.slice(1).map(({ atMs }, index) => atMs - (channel.calls[index]?.atMs ?? 0))
    expect(Math.max(...gaps)).toBeLessThanOrEqual(MINUTE)
  })
})

describe('when the answer is lost', () => {
  it('asks first: what arrived is accepted with its proof and not sent again', async () => {
    const { register, channel, outbox, time, isSettled } = desk()
    const ids = [addNotice(register), addNotice(register), addNotice(register)]
    channel.onSend = (notice) => {
      channel.take(notice)
      return unknown()
    }
    outbox.start()
    await time.run(isSettled(...ids))
    expect(channel.story()).toEqual(['send 3', 'look_up 1', 'look_up 1', 'look_up 1'])
    expect(attemptsOf(register, ids[0] ?? '')).toEqual([
      { kind: 'send', number: 1, outcome: 'unknown', cause: 'timeout' },
      { kind: 'look_up', number: 1, outcome: 'present', cause: null },
    ])
    expect(ids.map((id) => noticeOf(register, id).reference)).toEqual(['R-1', 'R-2', 'R-3'])
  })

  it('what did not arrive goes again under the same client id, one notice first', async () => {
    const { register, channel, outbox, time, isSettled } = desk()
    const ids = Array.from({ length: 5 }, () => addNotice(register))
    let lost = 5
    channel.onSend = (notice) => (lost-- > 0 ? unknown() : channel.take(notice))
    outbox.start()
    await time.run(isSettled(...ids))
    expect(channel.story()).toEqual(['send 5', ...Array.from({ length: 5 }, () => 'look_up 1'), 'send 1', 'send 4'])
    const clientIds = (call: number) => channel.ofKind('send')[call]?.notices.map(({ clientId }) => clientId)
    expect([...(clientIds(1) ?? []), ...(clientIds(2) ?? [])]).toEqual(clientIds(0))
    expect(channel.ofKind('send')[0]?.notices[0]?.payload).toEqual(channel.ofKind('send')[1]?.notices[0]?.payload)
    expect(actionsOf(register, ids[0] ?? '')).toEqual([
      'notice.send_started',
      'notice.outcome_unknown',
      'notice.found_absent',
      'notice.send_started',
      'notice.accepted',
    ])
  })

  it('sends nothing while the question is not answered, and probes singly', async () => {
    const { register, channel, outbox, time, isSettled } = desk()
    const ids = Array.from({ length: 30 }, () => addNotice(register))
    let isDown = true
    channel.onSend = (notice) => (isDown ? unknown() : channel.take(notice))
    channel.onLookUp = (notice) =>
      isDown ? { kind: 'no_answer', cause: 'timeout', retryAfterMs: null, exchange: null } : channel.know(notice)
    channel.onProbe = () => ({ isUp: false, cause: 'timeout', retryAfterMs: null })
    outbox.start()
    await time.run(() => false, HOUR)
    expect(channel.ofKind('send').length).toBeLessThan(channel.ofKind('look_up').length)
    expect(channel.ofKind('send')[0]?.notices).toHaveLength(20)
    expect(
      channel
        .ofKind('send')
        .slice(1)
        .every(({ notices }) => notices.length === 1),
    ).toBe(true)
    expect(channel.calls.length).toBeLessThan(60)
    isDown = false
    await time.run(isSettled(...ids))
    expect(channel.received.size).toBe(30)
  })

  it('a notice on which the service breaks does not hold up the others for long', { timeout: 60_000 }, async () => {
    const { register, channel, outbox, time, isSettled, clock } = desk()
    const poison = addNotice(register, { actBy: TODAY })
    const others = Array.from({ length: 200 }, () => addNotice(register))
    channel.onSend = (notice, batch) =>
      batch.some(({ notificationId }) => notificationId === poison) ? unknown('server_error') : channel.take(notice)
    outbox.start()
    await time.run(isSettled(...others), 2 * HOUR)
    expect(clock.monotonicMs()).toBeLessThan(5 * MINUTE)
    expect(statesOf(register, others).every((state) => state === 'accepted')).toBe(true)
    await time.run(() => false, 2 * HOUR)
    expect(noticeOf(register, poison)).toMatchObject({ state: 'ready', cause: 'found_absent' })
    const sendsOfPoison = channel
      .ofKind('send')
      .filter(({ notices }) => notices.some(({ notificationId }) => notificationId === poison))
    expect(sendsOfPoison.slice(3).every(({ notices }) => notices.length === 1)).toBe(true)
  })
})

describe('a batch refused as a whole', () => {
  it('goes one by one: the one at fault needs a person, the others go on', async () => {
    const { register, channel, outbox, time } = desk()
    const ids = Array.from({ length: 6 }, () => addNotice(register))
    const wrong = ids[2] ?? ''
    const issues = [{ field: 'issueDate', code: 'missing', message: 'Required' }]
    channel.onSend = (notice, batch) => {
      if (!batch.some(({ notificationId }) => notificationId === wrong)) return channel.take(notice)
      return batch.length > 1 ? { kind: 'notSent', cause: 'content_refused', retryAfterMs: null } : { kind: 'rejected', issues }
    }
    outbox.start()
    await time.run(() => statesOf(register, ids).every((state) => state === 'accepted' || state.startsWith('rejected')))
    expect(channel.story()).toEqual(['send 6', 'send 1', 'send 1', 'send 1', 'send 1', 'send 1', 'send 1'])
    expect(statesOf(register, ids)).toEqual(ids.map((id) => (id === wrong ? 'rejected: content_refused' : 'accepted')))
  })
})

describe('Retry-After', () => {
  const held = (retryAfterMs: number | null): Verdict => ({ kind: 'notSent', cause: 'rate_limited', retryAfterMs })

  it('holds everything until then; send now does not skip it', async () => {
    const { register, channel, outbox, time, isSettled, clock } = desk()
    const ids = [addNotice(register), addNotice(register)]
    let answers = 0
    channel.onSend = (notice) => (answers++ < 2 ? held(10 * MINUTE) : channel.take(notice))
    outbox.start()
    await time.run(() => false, MINUTE)
    expect(outbox.connection()).toEqual({
      state: 'held',
      cause: 'rate_limited',
      since: '2026-11-23T05:43:00.000Z',
      nextProbeAt: '2026-11-23T05:53:00.000Z',
    })
    expect(outbox.sendNow(ids)).toBe(2)
    expect(await outbox.reconcile(ids[0] ?? '')).toBe('not_asked')
    await outbox.checkConnection()
    await time.run(isSettled(...ids))
    expect(channel.story()).toEqual(['send 2', 'send 2'])
    expect(clock.monotonicMs()).toBe(10 * MINUTE)
    expect(outagesOf(register)).toEqual([])
  })

  it.each([
    ['none', null, 0, 5 * MINUTE],
    ['no wait', 0, 1_000, 1_000],
    ['years', 1e12, HOUR, HOUR],
  ])('%s is believed within reason', async (_name, asked, least, most) => {
    const { register, channel, outbox, time, isSettled, clock } = desk()
    const id = addNotice(register)
    let answers = 0
    channel.onSend = (notice) => (answers++ < 1 ? held(asked) : channel.take(notice))
    outbox.start()
    await time.run(isSettled(id))
    expect(clock.monotonicMs()).toBeGreaterThanOrEqual(least)
    expect(clock.monotonicMs()).toBeLessThanOrEqual(most)
  })

  it('of a 503 holds the questions too', async () => {
    const { register, channel, outbox, time, isSettled } = desk()
    const id = addNotice(register)
    channel.onSend = (notice) => {
      channel.take(notice)
      return { kind: 'unknown', cause: 'server_error', retryAfterMs: 7 * MINUTE }
    }
    outbox.start()
    await time.run(() => false, MINUTE)
    expect(await outbox.reconcile(id)).toBe('held')
    await time.run(isSettled(id))
    expect(channel.calls.map(({ kind, atMs }) => [kind, atMs])).toEqual([
      ['send', 0],
      ['look_up', 7 * MINUTE],
    ])
  })

  it('of a question counts although a person has settled the notice meanwhile', async () => {
    const { register, channel, outbox, time, isSettled } = desk()
    const asked = addNotice(register)
    channel.onSend = () => unknown()
    channel.onLookUp = () => {
      register.store.transaction(() => {
        const settled = { ...noticeOf(register, asked), state: 'filed_elsewhere', cause: null } as const
        register.rows.notifications.save(settled, '2026-11-23T06:00:00.000Z')
      })
      return { kind: 'no_answer', cause: 'rate_limited', retryAfterMs: 7 * MINUTE, exchange: null }
    }
    outbox.start()
    await time.run(() => channel.ofKind('look_up').length > 0)
    const next = addNotice(register)
    channel.onSend = (notice) => channel.take(notice)
    outbox.wake()
    await time.run(isSettled(next), HOUR)
    const [question] = channel.ofKind('look_up')
    expect(channel.ofKind('send').at(-1)?.atMs).toBe((question?.atMs ?? 0) + 7 * MINUTE)
  })

  it('and pause are not forgotten by a process that dies', async () => {
    const first = desk()
    const id = addNotice(first.register)
    first.channel.onSend = () => held(30 * MINUTE)
    first.outbox.start()
    await first.time.run(() => false, MINUTE)
    first.register.store.close()

    first.clock.advance(4 * MINUTE)
    const second = desk({ directory: first.register.directory, ports: first.register.ports })
    second.outbox.start()
    expect(second.outbox.connection()).toMatchObject({ state: 'held', nextProbeAt: '2026-11-23T06:13:00.000Z' })
    await second.time.run(second.isSettled(id), 24 * MINUTE)
    expect(second.channel.story()).toEqual([])
    second.outbox.pause()
    await second.time.run(() => false, HOUR)
    second.register.store.close()

    const third = desk({ directory: first.register.directory, ports: first.register.ports })
    third.outbox.start()
    await third.time.run(() => false, HOUR)
    expect(third.channel.story()).toEqual([])
    expect(third.outbox.connection().state).toBe('paused')
    third.outbox.resume()
    await third.time.run(third.isSettled(id))
    expect(third.channel.ofKind('send')).toHaveLength(1)
  })
})

describe('a clock that jumps', () => {
  it.each([400, -400])('by %i days neither holds a notice for ever nor lets loose a crowd', async (days) => {
    const { register, channel, outbox, time, clock } = desk()
    // A guest who came long ago is there on either side of the jump.
    const ids = Array.from({ length: 30 }, () =>
      addNotice(register, { arrivalDate: addDays(TODAY, -1000), actBy: addDays(TODAY, -998) }),
    )
    channel.onSend = () => refused
    channel.onProbe = () => ({ isUp: false, cause: 'refused', retryAfterMs: null })
    outbox.start()
    await time.run(() => false, HOUR)
    const before = channel.calls.length
    clock.setWallTime(new Date(clock.now() + days * 24 * HOUR).toISOString())
    await time.run(() => false, HOUR)
    const during = channel.calls.length - before
    expect(during).toBeGreaterThan(5)
    expect(during).toBeLessThan(60)
    channel.onSend = (notice) => channel.take(notice)
    const healedAt = clock.monotonicMs()
    await time.run(() => ids.every((id) => noticeOf(register, id).state === 'accepted'))
    expect(clock.monotonicMs() - healedAt).toBeLessThanOrEqual(5 * MINUTE)
  })

  it('back by 400 days over a restart does not make a back-off longer than the longest', async () => {
    const first = desk()
    const id = addNotice(first.register, { arrivalDate: addDays(TODAY, -1000) })
    first.channel.onSend = () => refused
    first.channel.onProbe = () => ({ isUp: false, cause: 'refused', retryAfterMs: null })
    first.outbox.start()
    await first.time.run(() => false, HOUR)
    first.register.store.close()
    first.clock.setWallTime(new Date(first.clock.now() - 400 * 24 * HOUR).toISOString())
    const second = desk({ directory: first.register.directory, ports: first.register.ports })
    const startedAt = second.clock.monotonicMs()
    second.outbox.start()
    await second.time.run(second.isSettled(id))
    expect(second.clock.monotonicMs() - startedAt).toBeLessThanOrEqual(5 * MINUTE)
  })
})

describe('what people may do', () => {
  it('send now skips the back-off', async () => {
    const { register, channel, outbox, time, isSettled, clock } = desk()
    const id = addNotice(register)
    let isDown = true
    channel.onSend = (notice) => (isDown ? refused : channel.take(notice))
    channel.onProbe = () => ({ isUp: false, cause: 'refused', retryAfterMs: null })
    outbox.start()
    await time.run(() => false, HOUR)
    isDown = false
    const askedAt = clock.monotonicMs()
    expect(outbox.sendNow([id])).toBe(1)
    await time.run(isSettled(id))
    expect(clock.monotonicMs()).toBe(askedAt)
    expect(outbox.sendNow([id])).toBe(0)
  })

  it('send now does nothing for a guest who has not arrived, or a notice that needs a person', async () => {
    const { register, channel, outbox, time } = desk()
    const ids = [addNotice(register, { arrivalDate: addDays(TODAY, 2) }), addNotice(register, { state: 'rejected' })]
    outbox.start()
    expect(outbox.sendNow([...ids, '01934f00-0000-7000-8000-000000000000'])).toBe(0)
    await time.run(() => channel.calls.length > 0, HOUR)
    expect(channel.story()).toEqual(['probe'])
  })

  it('pause lets the call in hand end and starts no other', async () => {
    const { register, channel, outbox, time } = desk()
    const ids = Array.from({ length: 25 }, () => addNotice(register))
    channel.onSend = (notice) => {
      outbox.pause()
      return channel.take(notice)
    }
    outbox.start()
    await time.run(() => false, HOUR)
    expect(channel.story()).toEqual(['send 20'])
    expect(statesOf(register, ids).filter((state) => state === 'accepted')).toHaveLength(20)
    outbox.resume()
    await time.run(() => channel.calls.length > 1)
    expect(channel.story()).toEqual(['send 20', 'send 5'])
  })

  it('send now goes through a pause, for the notices a person names and no other', async () => {
    const { register, channel, outbox, time } = desk()
    const ids = Array.from({ length: 5 }, () => addNotice(register))
    outbox.start()
    outbox.pause()
    expect(outbox.sendNow([ids[3] ?? ''])).toBe(1)
    await time.run(() => false, HOUR)
    expect(statesOf(register, ids)).toEqual(['ready', 'ready', 'ready', 'accepted', 'ready'])
    expect(channel.story()).toEqual(['send 1'])
    expect(outbox.connection().state).toBe('paused')
    outbox.resume()
    await time.run(() => channel.calls.length > 1)
    expect(channel.story()).toEqual(['send 1', 'send 4'])
  })

  it('a notice whose wait a correction has ended goes at once, the others wait on', async () => {
    const { register, channel, outbox, time, clock } = desk()
    const ids = [addNotice(register), addNotice(register)]
    channel.onSend = () => refused
    outbox.start()
    const untilOf = (id: string): string => noticeOf(register, id).nextAttemptAt ?? ''
    await time.run(() => ids.every((id) => untilOf(id) !== ''))
    const [first, last] = ids.sort((a, b) => (untilOf(a) < untilOf(b) ? -1 : 1))
    const firstUntil = untilOf(first ?? '')
    expect(firstUntil < untilOf(last ?? '')).toBe(true)
    register.store.database.prepare('UPDATE notification SET next_attempt_at = NULL WHERE id = ?').run(last)
    outbox.wake()
    await time.run(() => channel.calls.length > 1, HOUR)
    expect(channel.calls.at(1)?.notices.map(({ notificationId }) => notificationId)).toEqual([last])
    expect(clock.now()).toBeLessThan(Date.parse(firstUntil))
  })

  it('a question that waits for the call in hand is not put any more when somebody pauses meanwhile', async () => {
    const { register, channel, outbox, time } = desk()
    const inDoubt = addNotice(register, { state: 'unknown' })
    channel.onLookUp = () => ({ kind: 'no_answer', cause: 'offline', retryAfterMs: null, exchange: null })
    outbox.start()
    await time.run(() => channel.ofKind('look_up').length === 1, HOUR)
    const answer = Promise.withResolvers<Verdict>()
    channel.onSend = () => answer.promise
    const inHand = addNotice(register)
    outbox.sendNow([inHand])
    await time.run(() => channel.ofKind('send').length === 1, HOUR)
    const asked = outbox.reconcile(inDoubt)
    outbox.pause()
    const before = channel.calls.length
    answer.resolve(refused)
    expect(await asked).toBe('not_asked')
    expect(channel.calls).toHaveLength(before)
  })

  it('pause pressed a second time stops what was asked for by name in between', async () => {
    const { register, channel, outbox, time } = desk()
    const id = addNotice(register)
    channel.onSend = () => ({ kind: 'notSent', cause: 'refused', retryAfterMs: null })
    outbox.start()
    outbox.pause()
    outbox.sendNow([id])
    await time.run(() => channel.calls.length > 3, HOUR)
    outbox.pause()
    const before = channel.calls.length
    await time.run(() => false, HOUR)
    expect(channel.calls.slice(before)).toEqual([])
    outbox.resume()
    await time.run(() => channel.calls.length > before, HOUR)
  })

  it('reconcile: a duplicate that is ours after all is accepted, one that is not stays for a person', async () => {
    const { register, channel, outbox, time } = desk()
    const [ours, theirs, rejected] = [addNotice(register), addNotice(register), addNotice(register, { state: 'rejected' })]
    channel.onSend = (notice) => {
      if (notice.notificationId === ours) channel.take(notice)
      return { kind: 'duplicate', existingReference: 'OLD-7' }
    }
    outbox.start()
    await time.run(() => statesOf(register, [ours, theirs]).every((state) => state.startsWith('duplicate')))
    expect(await outbox.reconcile(ours)).toBe('answered')
    expect(await outbox.reconcile(theirs)).toBe('answered')
    expect(await outbox.reconcile(rejected)).toBe('not_asked')
    expect(statesOf(register, [ours, theirs])).toEqual(['accepted', 'duplicate: already_there'])
    expect(noticeOf(register, ours).reference).toBe('R-1')
    channel.onLookUp = () => ({ kind: 'no_answer', cause: 'timeout', retryAfterMs: null, exchange: null })
    expect(await outbox.reconcile(theirs)).toBe('no_answer')
    expect(statesOf(register, [theirs])).toEqual(['duplicate: already_there'])
  })

  it('file by hand while the question is under way: the proof stands, the answer is only noted', async () => {
    const { register, channel, outbox, time, isSettled } = desk()
    const id = addNotice(register)
    channel.onSend = () => unknown()
    channel.onLookUp = (notice) => {
      const record = noticeOf(register, id)
      register.store.transaction(() => {
        register.rows.notifications.save(
          { ...record, state: 'accepted', reference: 'HAND', acceptedAt: '2026-11-23T06:00:00.000Z', cause: null },
          '2026-11-23T06:00:00.000Z',
        )
      })
      return channel.know(notice)
    }
    outbox.start()
    await time.run(isSettled(id))
    await time.run(() => false, MINUTE)
    expect(noticeOf(register, id)).toMatchObject({ state: 'accepted', reference: 'HAND' })
    expect(attemptsOf(register, id).at(-1)).toEqual({ kind: 'look_up', number: 1, outcome: 'absent', cause: null })
  })

  it('check the connection: the answer is on the screen at once', async () => {
    const { register, channel, outbox, time } = desk()
    channel.onProbe = () => ({ isUp: false, cause: 'dns', retryAfterMs: null })
    expect(outbox.connection()).toEqual({ state: 'unknown', since: null, cause: null, nextProbeAt: null })
    await outbox.checkConnection()
    expect(outbox.connection()).toMatchObject({ state: 'unreachable', cause: 'dns' })
    channel.onProbe = () => ({ isUp: true, cause: null, retryAfterMs: null })
    await outbox.checkConnection()
    expect(outbox.connection()).toMatchObject({ state: 'online', cause: null })
    expect(outagesOf(register)).toHaveLength(1)
    await time.run(() => true)
  })
})

describe('sign-in refused', () => {
  it('is said so, asked about sparingly, and over when the service knows us again', async () => {
    const { register, channel, outbox, time, isSettled } = desk()
    const id = addNotice(register)
    let isKnown = false
    channel.onSend = (notice) =>
      isKnown ? channel.take(notice) : { kind: 'notSent', cause: 'sign_in_refused', retryAfterMs: null }
    channel.onProbe = () => ({ isUp: false, cause: 'sign_in_refused', retryAfterMs: null })
    outbox.start()
    await time.run(() => false, HOUR)
    expect(outbox.connection()).toMatchObject({ state: 'sign_in_refused', cause: 'sign_in_refused' })
    expect(channel.calls.length).toBeLessThan(60)
    expect(statesOf(register, [id])).toEqual(['ready: sign_in_refused'])
    isKnown = true
    await time.run(isSettled(id))
    expect(outbox.connection().state).toBe('online')
  })
})

describe('a mistake of our own', () => {
  it('leaves the notice unknown and is not tried again as if it were the network, until a person wants it', async () => {
    const { register, channel, outbox, time, isSettled } = desk()
    const id = addNotice(register)
    channel.onSend = () => {
      throw new TypeError('Guest Erika Mustermann is undefined')
    }
    outbox.start()
    await time.run(() => false, HOUR)
    expect(statesOf(register, [id])).toEqual(['unknown: program_error'])
    expect(channel.ofKind('send')).toHaveLength(1)
    expect(channel.ofKind('look_up')).toHaveLength(0)
    expect(attemptsOf(register, id)).toEqual([{ kind: 'send', number: 1, outcome: 'unknown', cause: 'program_error' }])
    expect(outagesOf(register)).toEqual([])
    expect(JSON.stringify(register.lines)).not.toContain('Erika')
    expect(register.lines.filter(({ level }) => level === 'error').map(({ text }) => text)).toEqual([
      'sending failed by a mistake in the program',
    ])
    channel.onSend = (notice) => channel.take(notice)
    expect(outbox.sendNow([id])).toBe(1)
    await time.run(isSettled(id))
    expect(channel.ofKind('look_up')).toHaveLength(1)
  })

  it('in asking or probing slows down like any failure and is not forgotten', async () => {
    const { register, channel, outbox, time, isSettled } = desk()
    const id = addNotice(register)
    channel.onSend = (notice) => {
      channel.take(notice)
      return unknown()
    }
    channel.onLookUp = () => {
      throw new TypeError('x is not a function')
    }
    channel.onProbe = () => {
      throw new TypeError('y is not a function')
    }
    outbox.start()
    await time.run(() => false, HOUR)
    expect(channel.calls.length).toBeLessThan(60)
    expect(channel.ofKind('look_up')).toHaveLength(1)
    expect(statesOf(register, [id])).toEqual(['unknown: program_error'])
    channel.onLookUp = (notice) => channel.know(notice)
    expect(await outbox.reconcile(id)).toBe('answered')
    expect(isSettled(id)()).toBe(true)
  })
})

describe('stopping', () => {
  it('lets the call in hand end and saves its outcome', async () => {
    const { register, channel, outbox, time } = desk()
    const id = addNotice(register)
    const answer = Promise.withResolvers<Verdict>()
    channel.onSend = () => answer.promise
    outbox.start()
    await time.run(() => channel.calls.length === 1)
    const stopped = outbox.stop()
    answer.resolve({ kind: 'accepted', reference: 'R-1', receipt: null, warnings: [] })
    await stopped
    expect(statesOf(register, [id])).toEqual(['accepted'])
    expect(await outbox.reconcile(id)).toBe('not_asked')
  })

  it('breaks off a call that does not end in time, and writes down that its fate is unknown', async () => {
    const { register, channel, outbox, time, clock } = desk()
    const id = addNotice(register)
    const send = channel.send.bind(channel)
    channel.send = async (notices) => send(notices)
    const answer = Promise.withResolvers<Verdict>()
    channel.onSend = () => answer.promise
    const withSignal = Object.assign(channel, {
      send: (notices: Parameters<typeof send>[0], signal?: AbortSignal) => {
        signal?.addEventListener('abort', () =>
          answer.resolve({ kind: 'unknown', cause: 'connection_cut', retryAfterMs: null }),
        )
        return send(notices)
      },
    })
    expect(withSignal).toBe(channel)
    outbox.start()
    await time.run(() => channel.calls.length === 1)
    const startedAt = clock.monotonicMs()
    const stopped = outbox.stop(3_000)
    await time.run(() => false, 3_000)
    await stopped
    expect(clock.monotonicMs() - startedAt).toBe(3_000)
    expect(statesOf(register, [id])).toEqual(['unknown: connection_cut'])
  })
})

describe('drain', () => {
  it('works until nothing can go by itself any more, and counts what is left for whom', async () => {
    const { register, channel, outbox, time } = desk()
    const ids = Array.from({ length: 25 }, () => addNotice(register))
    addNotice(register, { arrivalDate: addDays(TODAY, 3) })
    addNotice(register, { state: 'incomplete' })
    addNotice(register, { state: 'not_required' })
    const wrong = ids[3]
    channel.onSend = (notice) => (notice.notificationId === wrong ? { kind: 'rejected', issues: [] } : channel.take(notice))
    outbox.start()
    const draining = outbox.drain({ untilEmpty: true, timeoutMs: HOUR })
    await time.run(() => false, 10 * MINUTE)
    expect(await draining).toEqual({ isEmpty: true, accepted: 24, pending: 0, needsPerson: 2, notYetArrived: 1 })
    expect(await outbox.drain({ untilEmpty: true, timeoutMs: HOUR })).toMatchObject({ isEmpty: true, accepted: 0 })
  })

  it('ends when time is up, and says that it is not empty', async () => {
    const { register, channel, outbox, time, clock } = desk()
    addNotice(register)
    channel.onSend = () => refused
    outbox.start()
    const draining = outbox.drain({ untilEmpty: true, timeoutMs: 20 * MINUTE })
    await time.run(() => false, HOUR)
    expect(await draining).toMatchObject({ isEmpty: false, accepted: 0, pending: 1 })
    expect(clock.monotonicMs()).toBeGreaterThanOrEqual(20 * MINUTE)
  })

  it('without "until empty" ends as soon as everything left has to wait', async () => {
    const { register, channel, outbox, time, clock } = desk()
    addNotice(register)
    channel.onSend = () => refused
    outbox.start()
    let end = 0
    const draining = outbox.drain({ untilEmpty: false, timeoutMs: HOUR }).then((result) => {
      end = clock.monotonicMs()
      return result
    })
    await time.run(() => end > 0, 2 * HOUR)
    expect(await draining).toMatchObject({ isEmpty: false, pending: 1 })
    expect(end).toBeLessThan(MINUTE)
  })

  it('ends at once while paused', async () => {
    const { register, outbox } = desk()
    addNotice(register)
    outbox.start()
    outbox.pause()
    expect(await outbox.drain({ untilEmpty: true, timeoutMs: HOUR })).toMatchObject({ isEmpty: false, pending: 1 })
  })
})

describe('a property that files by hand', () => {
  it('sends nothing; everything ready is for a person', async () => {
    const register = openRegister({ channel: 'assisted-portal' })
    const [ready, interrupted] = [addNotice(register), addNotice(register, { state: 'sending' })]
    const { outbox, time } = outboxOver(register, null)
    outbox.start()
    await time.run(() => false, HOUR)
    expect(outbox.connection()).toEqual({ state: 'by_hand', since: null, cause: null, nextProbeAt: null })
    expect(await outbox.drain({ untilEmpty: true, timeoutMs: HOUR })).toEqual({
      isEmpty: true,
      accepted: 0,
      pending: 0,
      needsPerson: 2,
      notYetArrived: 0,
    })
    expect(outbox.sendNow([ready])).toBe(0)
    expect(await outbox.reconcile(interrupted)).toBe('not_asked')
    expect(statesOf(register, [ready, interrupted])).toEqual(['ready', 'unknown: process_died'])
    await outbox.stop()
  })

  it('whose machine channel has no address yet says that it does not know', () => {
    const { outbox } = outboxOver(openRegister(), null)
    expect(outbox.connection().state).toBe('unknown')
  })
})
