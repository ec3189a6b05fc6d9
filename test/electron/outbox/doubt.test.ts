import { describe, expect, it } from 'vitest'
import { THE_DESK } from '#electron/desk/caller.ts'
import { openRegister as openDeskRegister } from '#electron/desk/register.ts'
import { reopen, setFiledElsewhere } from '#electron/desk/set-aside.ts'
import { doubtAbout } from '#electron/outbox/doubt.ts'
import { addNotice, noticeOf, openRegister, outboxOver, ScriptedChannel } from './outbox-under-test.ts'

const NOW_MS = Date.parse('2026-11-23T05:43:00.000Z')
const minutesAgo = (minutes: number): string => new Date(NOW_MS - minutes * 60_000).toISOString()

describe('doubtAbout', () => {
  it('lets go what was never in question, or was just said to be absent', () => {
    expect(doubtAbout(undefined, NOW_MS)).toBeNull()
    expect(doubtAbout({ kind: 'absent', at: minutesAgo(0) }, NOW_MS)).toBeNull()
    expect(doubtAbout({ kind: 'absent', at: minutesAgo(10) }, NOW_MS)).toBeNull()
  })

  it('wants to ask again when the answer is old, or the clock went back behind it', () => {
    expect(doubtAbout({ kind: 'absent', at: minutesAgo(11) }, NOW_MS)).toEqual({ cause: null })
    expect(doubtAbout({ kind: 'absent', at: minutesAgo(-1) }, NOW_MS)).toEqual({ cause: null })
  })

  it('wants to ask about what was sent without an answer, and says why there was none', () => {
    expect(doubtAbout({ kind: 'sent_unanswered', cause: 'timeout' }, NOW_MS)).toEqual({ cause: 'timeout' })
    expect(doubtAbout({ kind: 'sent_unanswered', cause: null }, NOW_MS)).toEqual({ cause: 'process_died' })
  })
})

const CALLER = { actor: THE_DESK, workplace: 'front', transport: 'port' } as const

describe('a notice that may have arrived', () => {
  it('is asked about before it is sent again, also when a person set it aside and opened it again', async () => {
    const under = openRegister()
    const channel = new ScriptedChannel(under.ports.clock)
    const { outbox, time } = outboxOver(under, channel)
    const id = addNotice(under)
    // The service takes it, the answer is lost, and for a while nothing can be asked.
    channel.onSend = (notice) => {
      channel.take(notice)
      return { kind: 'unknown', cause: 'timeout', retryAfterMs: null }
    }
    channel.onLookUp = () => ({ kind: 'no_answer', cause: 'offline', retryAfterMs: null, exchange: null })
    outbox.start()
    await time.run(() => noticeOf(under, id).state === 'unknown')
    const desk = openDeskRegister({ store: under.store, appVersion: '0.0.0-test', onChange: () => outbox.wake() })
    const { version } = noticeOf(under, id)
    const aside = setFiledElsewhere(desk, CALLER, { noticeId: id, version, reason: 'by the portal', reference: null })
    reopen(desk, CALLER, { noticeId: id, version: aside.version })
    channel.onLookUp = (notice) => channel.know(notice)
    await time.run(() => noticeOf(under, id).state === 'accepted')

    expect(channel.ofKind('send')).toHaveLength(1)
    expect(noticeOf(under, id).reference).toBe('R-1')
  })

  it('is asked about once more when it could not be sent for long after the service had said that it has none', async () => {
    const under = openRegister()
    const channel = new ScriptedChannel(under.ports.clock)
    const { outbox, time } = outboxOver(under, channel)
    const id = addNotice(under)
    channel.onSend = () => ({ kind: 'unknown', cause: 'timeout', retryAfterMs: null })
    outbox.start()
    await time.run(() => channel.ofKind('look_up').length === 1 && noticeOf(under, id).state === 'ready')
    outbox.pause()
    // What was sent at first arrives only now.
    const [first] = channel.ofKind('send')
    const [sent] = first?.notices ?? []
    if (sent === undefined) throw new Error('Nothing was sent')
    await time.run(() => false, 60 * 60_000)
    channel.take(sent)
    const sends = channel.ofKind('send').length
    outbox.resume()
    await time.run(() => noticeOf(under, id).state === 'accepted')

    expect(channel.ofKind('send')).toHaveLength(sends)
  })
})
