import { describe, expect, it } from 'vitest'
import type { OutgoingNotice, SendOutcome } from '#electron/channels/adapter.ts'
import { createSleepWatch } from '#electron/desk/sleep-watch.ts'
import { testPorts } from '../../support/ports.ts'
import { addNotice, noticeOf, openRegister, outboxOver, ScriptedChannel, statesOf } from './outbox-under-test.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** The service has taken the notice; its answer is on a line that sleep will cut. */
class CutOffChannel extends ScriptedChannel {
  drops = 0
  isAnswering = false

  override async send(notices: readonly OutgoingNotice[], signal?: AbortSignal): Promise<SendOutcome> {
    const outcome = await super.send(notices)
    if (this.isAnswering || signal === undefined) return outcome
    await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
    return {
      ...outcome,
      verdicts: notices.map(() => ({ kind: 'unknown', cause: 'connection_cut', retryAfterMs: null }) as const),
    }
  }

  dropConnections(): void {
    this.drops++
  }
}

function deskInFlight() {
  const register = openRegister()
  const channel = new CutOffChannel(register.ports.clock)
  const id = addNotice(register)
  return { register, channel, id, ...outboxOver(register, channel) }
}

describe('a PC that goes to sleep', () => {
  it('breaks off the call in hand, begins none, and asks about the notice as soon as it wakes, on a new connection', async () => {
    const { register, channel, id, outbox, time } = deskInFlight()
    outbox.start()
    await time.run(() => channel.calls.length === 1)
    expect(statesOf(register, [id])).toEqual(['sending'])

    outbox.suspend()
    await time.run(() => false, 30_000)
    expect(statesOf(register, [id])).toEqual(['unknown: connection_cut'])
    expect([channel.story(), channel.drops]).toEqual([['send 1'], 0])

    register.ports.clock.advance(8 * HOUR)
    channel.isAnswering = true
    outbox.wakeUp()
    const wokeAt = register.ports.clock.monotonicMs()
    await time.run(() => noticeOf(register, id).state === 'accepted', HOUR)
    expect([channel.story(), channel.drops, channel.received.size]).toEqual([['send 1', 'look_up 1'], 1, 1])
    expect(register.ports.clock.monotonicMs() - wokeAt).toBeLessThan(MINUTE)
  })

  it('is awake again after a minute in which it ran, should nobody say so', async () => {
    const { register, channel, id, outbox, time } = deskInFlight()
    outbox.start()
    await time.run(() => channel.calls.length === 1)
    channel.isAnswering = true
    outbox.suspend()
    await time.run(() => noticeOf(register, id).state === 'accepted', 2 * MINUTE)
    expect([statesOf(register, [id]), channel.drops]).toEqual([['accepted'], 1])
  })

  it('that only says it woke has the call of before broken off', async () => {
    const { register, channel, id, outbox, time } = deskInFlight()
    outbox.start()
    await time.run(() => channel.calls.length === 1)
    channel.isAnswering = true
    outbox.wakeUp()
    await time.run(() => noticeOf(register, id).state === 'accepted', MINUTE)
    expect(channel.story()).toEqual(['send 1', 'look_up 1'])
  })
})

describe('sleep that no system tells of', () => {
  it('shows in a look that comes far too late, on either clock', () => {
    const { clock } = testPorts()
    const watch = createSleepWatch(clock, 15_000)
    clock.advance(15_000)
    expect(watch.hasSlept()).toBe(false)
    // A busy machine is no sleep.
    clock.advance(40_000)
    expect(watch.hasSlept()).toBe(false)
    clock.advance(8 * HOUR)
    expect(watch.hasSlept()).toBe(true)
    const wall = new Date(clock.now())
    clock.setWallTime(new Date(wall.getTime() + 8 * HOUR).toISOString())
    expect(watch.hasSlept()).toBe(true)
    clock.setWallTime(wall.toISOString())
    expect(watch.hasSlept()).toBe(false)
  })
})
