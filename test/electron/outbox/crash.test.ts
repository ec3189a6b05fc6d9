import { describe, expect, it } from 'vitest'
import type { Verdict } from '#electron/channels/adapter.ts'
import { type Moment, storeThatDies, storeWithBadDisk } from './dying-store.ts'
import { addNotice, noticeOf, openRegister, outboxOver, type RegisterUnderTest, ScriptedChannel } from './outbox-under-test.ts'

const never = new Promise<never>(() => undefined)

/** Many registers are opened, one after the other, each synced to disk at every step. */
const MANY_RUNS = { timeout: 90_000 }

/** What the service does to the first flight; from the second on it works. */
type Service = (channel: ScriptedChannel) => void

const SERVICES: Readonly<Record<string, Service>> = {
  works: () => undefined,
  'loses its answer': (channel) => {
    let flights = 0
    channel.onSend = (notice, batch) => {
      if (notice === batch[0]) flights++
      const taken = channel.take(notice)
      return flights === 1 ? { kind: 'unknown', cause: 'connection_cut', retryAfterMs: null } : taken
    }
  },
  'never sees it': (channel) => {
    let flights = 0
    channel.onSend = (notice, batch): Verdict => {
      if (notice === batch[0]) flights++
      return flights === 1 ? { kind: 'unknown', cause: 'timeout', retryAfterMs: null } : channel.take(notice)
    }
  },
}

/** Everything that must be true once all is quiet, whatever happened before. */
function expectEverythingOnce(register: RegisterUnderTest, ids: readonly string[], channels: readonly ScriptedChannel[]): void {
  const truth = channels.at(-1)?.received ?? new Map<string, string>()
  const clientIds = ids.map((id) => register.rows.revisions.find(id, 1)?.clientId ?? '')
  expect([...truth.keys()].sort()).toEqual([...clientIds].sort())
  for (const [index, id] of ids.entries()) {
    const record = noticeOf(register, id)
    expect(record).toMatchObject({ state: 'accepted', cause: null, reference: truth.get(clientIds[index] ?? '') })
    expect(register.rows.receipts.ofNotification(id).map(({ reference }) => reference)).toEqual([record.reference])
    const requests = channels
      .flatMap(({ calls }) => calls)
      .filter(({ notices }) => notices.some(({ notificationId }) => notificationId === id))
    const attempts = register.rows.attempts.ofNotification(id)
    for (const kind of ['send', 'look_up'] as const) {
      const seen = requests.filter((call) => call.kind === kind).length
      const written = attempts.filter((attempt) => attempt.kind === kind)
      expect(written.length, `${kind}: every request the service saw has its attempt`).toBeGreaterThanOrEqual(seen)
      expect(written.map(({ number }) => number)).toEqual(written.map((_, at) => at + 1))
    }
    expect(
      new Set(
        requests.flatMap(({ notices }) =>
          notices.filter(({ notificationId }) => notificationId === id).map(({ clientId }) => clientId),
        ),
      ).size,
    ).toBe(1)
  }
  expect(register.store.audit.verify().brokenAt).toBeNull()
}

async function restart(before: RegisterUnderTest, channel: ScriptedChannel) {
  before.store.close()
  const register = openRegister({ directory: before.directory, ports: before.ports })
  const next = new ScriptedChannel(register.ports.clock)
  for (const [clientId, reference] of channel.received) next.received.set(clientId, reference)
  return { register, channel: next }
}

describe('the process dies', () => {
  const moments: readonly Moment[] = ['before', 'inside', 'after']
  for (const [name, prepare] of Object.entries(SERVICES)) {
    for (const moment of moments) {
      it(`${moment} each transaction in turn, while the service ${name}: everything arrives once`, MANY_RUNS, async () => {
        let deaths = 0
        for (let number = 1; number <= 12; number++) {
          const first = openRegister()
          const ids = [addNotice(first), addNotice(first), addNotice(first)]
          const channel = new ScriptedChannel(first.ports.clock)
          prepare(channel)
          const dying = storeThatDies(first.store, number, moment)
          const life = outboxOver(first, channel, { store: dying.store })
          life.outbox.start()
          const isOver = () => ids.every((id) => noticeOf(first, id).state === 'accepted')
          await life.time.run(() => dying.isDead() || isOver())
          // Past its last transaction there is no death left to die.
          if (!dying.isDead()) break
          deaths++

          const after = await restart(first, channel)
          prepare(after.channel)
          const second = outboxOver(after.register, after.channel)
          second.outbox.start()
          await second.time.run(() => ids.every((id) => noticeOf(after.register, id).state === 'accepted'))
          expectEverythingOnce(after.register, ids, [channel, after.channel])
          await second.outbox.stop()
        }
        expect(deaths).toBeGreaterThanOrEqual(3)
      })
    }
  }

  it.each([
    ['before the effect', false, ['look_up 1', 'look_up 1', 'send 2']],
    ['after the effect, before the answer', true, ['look_up 1', 'look_up 1']],
  ])('with the call under way, %s', async (_name, hasEffect, story) => {
    const first = openRegister()
    const ids = [addNotice(first), addNotice(first)]
    const channel = new ScriptedChannel(first.ports.clock)
    channel.onSend = (notice, batch) => {
      if (hasEffect) for (const each of batch) channel.take(each)
      return never.then(() => channel.take(notice))
    }
    const life = outboxOver(first, channel)
    life.outbox.start()
    await life.time.run(() => channel.calls.length === 1)
    expect(ids.map((id) => noticeOf(first, id).state)).toEqual(['sending', 'sending'])

    const after = await restart(first, channel)
    const second = outboxOver(after.register, after.channel)
    second.outbox.start()
    await second.time.run(() => after.channel.calls.length > 0)
    expect(after.register.lines.some(({ text }) => text.includes('left in sending'))).toBe(true)
    await second.time.run(() => ids.every((id) => noticeOf(after.register, id).state === 'accepted'))
    expect(after.channel.story()).toEqual(story)
    expectEverythingOnce(after.register, ids, [channel, after.channel])
    const [lost] = after.register.rows.attempts.ofNotification(ids[0] ?? '')
    expect(lost).toMatchObject({ kind: 'send', endedAt: null, outcome: null })
  })

  it('leaves `sending` that wakes as unknown, never as ready', async () => {
    const first = openRegister()
    const id = addNotice(first, { state: 'sending' })
    const channel = new ScriptedChannel(first.ports.clock)
    channel.onLookUp = () => {
      expect(noticeOf(first, id)).toMatchObject({ state: 'unknown', cause: 'process_died' })
      return channel.know({
        notificationId: id,
        clientId: '',
        payload: channel.calls[0]?.notices[0]?.payload ?? (never as never),
        batchReference: null,
      })
    }
    const { outbox, time } = outboxOver(first, channel)
    outbox.start()
    await time.run(() => channel.calls.length > 0)
    expect(channel.story()[0]).toBe('look_up 1')
    expect(first.store.audit.entriesOf(id).map(({ action }) => action)[0]).toBe('notice.woken')
  })
})

describe('the disk fails', () => {
  for (const saved of ['no', 'unknown'] as const) {
    it(`at each transaction in turn (saved: ${saved}), without a restart: everything arrives once`, MANY_RUNS, async () => {
      for (const [name, prepare] of Object.entries(SERVICES)) {
        for (let number = 1; number <= 8; number++) {
          const register = openRegister()
          const ids = [addNotice(register), addNotice(register), addNotice(register)]
          const channel = new ScriptedChannel(register.ports.clock)
          prepare(channel)
          const { outbox, time } = outboxOver(register, channel, { store: storeWithBadDisk(register.store, number, saved) })
          outbox.start()
          await time.run(() => ids.every((id) => noticeOf(register, id).state === 'accepted'))
          expect(
            ids.map((id) => noticeOf(register, id).state),
            `${name}, transaction ${number}`,
          ).toEqual(['accepted', 'accepted', 'accepted'])
          expectEverythingOnce(register, ids, [channel])
          const stopped = outbox.stop()
          await time.run(() => false, 10_000)
          await stopped
        }
      }
    })
  }

  it('when it saved the answer and said that it is not known: what the service asked for still binds, also the next process', async () => {
    const register = openRegister()
    const id = addNotice(register)
    const channel = new ScriptedChannel(register.ports.clock)
    let calls = 0
    channel.onSend = (notice) =>
      ++calls === 1 ? { kind: 'notSent', cause: 'rate_limited', retryAfterMs: 1_800_000 } : channel.take(notice)
    // 1 wakes, 2 claims, 3 settles.
    const { outbox, time } = outboxOver(register, channel, { store: storeWithBadDisk(register.store, 3, 'unknown') })
    outbox.start()
    await time.run(() => noticeOf(register, id).state === 'accepted')
    expect(channel.calls.map(({ kind, atMs }) => [kind, atMs >= 1_800_000])).toEqual([
      ['send', false],
      ['send', true],
    ])
  })

  it('while an answer is in hand: nothing else is called until it is saved', async () => {
    const register = openRegister()
    const ids = Array.from({ length: 25 }, () => addNotice(register))
    const channel = new ScriptedChannel(register.ports.clock)
    // 1 wakes, 2 claims, 3 settles.
    const { outbox, time } = outboxOver(register, channel, { store: storeWithBadDisk(register.store, 3, 'no') })
    outbox.start()
    await time.run(() => register.lines.some(({ text }) => text.includes('could not be saved')))
    expect(channel.story()).toEqual(['send 20'])
    expect(ids.slice(0, 20).every((id) => noticeOf(register, id).state === 'sending')).toBe(true)
    await time.run(() => ids.every((id) => noticeOf(register, id).state === 'accepted'))
    expect(channel.story()).toEqual(['send 20', 'send 5'])
    expect(channel.calls[1]?.atMs).toBe(2_000)
  })
})
