import { describe, expect, it } from 'vitest'
import { type Link, linkAfter, loadLink, NEW_LINK, remainingMs, saveLink } from '#electron/outbox/link.ts'
import { openRegister } from './outbox-under-test.ts'

const HOUR = 3_600_000
const DAYS_400 = 400 * 24 * HOUR
const chance = { nowMs: 1_000, isUrgent: false, random: 0.5 }

describe('what is left of a wait', () => {
  const span = { setAt: '2026-11-23T10:00:00.000Z', until: '2026-11-23T10:10:00.000Z' }
  const at = Date.parse(span.setAt)
  it.each([
    ['just set', 0, 600_000],
    ['half over', 300_000, 300_000],
    ['over', 600_000, 0],
    ['the clock went 400 days on', DAYS_400, 0],
    ['the clock went 400 days back', -DAYS_400, 600_000],
    ['the clock went to 1970', -at, 600_000],
  ])('%s', (_name, offset, left) => {
    expect(remainingMs(span, at + offset, HOUR)).toBe(left)
  })

  it('is never longer than the longest wait there is', () => {
    expect(remainingMs({ ...span, until: '2027-12-31T00:00:00.000Z' }, at, HOUR)).toBe(HOUR)
  })
})

describe('the link after a call', () => {
  it('holds for as long as was asked, and a shorter wish does not cut it short', () => {
    const held = linkAfter(NEW_LINK, { kind: 'answers' }, 60_000, chance)
    expect(held.hold).toEqual({ cause: 'rate_limited', untilMs: 61_000 })
    expect(linkAfter(held, { kind: 'answers' }, 5_000, chance).hold).toEqual(held.hold)
    const longer = linkAfter(held, { kind: 'fails', cause: 'server_error', opensAtOnce: true }, 90_000, chance)
    expect(longer.hold).toEqual({ cause: 'server_error', untilMs: 91_000 })
    expect(linkAfter(held, { kind: 'works' }, null, { ...chance, nowMs: 61_000 }).hold).toBeNull()
  })

  it('sets the next probe when a failure leaves the circuit open, and leaves it alone otherwise', () => {
    const opened = linkAfter(NEW_LINK, { kind: 'fails', cause: 'timeout', opensAtOnce: true }, null, chance)
    expect(opened.probeAtMs).toBe(2_000)
    expect(linkAfter(opened, { kind: 'answers' }, null, { ...chance, nowMs: 9_000 }).probeAtMs).toBe(2_000)
    expect(
      linkAfter(opened, { kind: 'fails', cause: 'timeout', opensAtOnce: true }, null, { ...chance, nowMs: 9_000 }).probeAtMs,
    ).toBe(11_000)
  })
})

describe('the link over a restart', () => {
  const link: Link = {
    isPaused: true,
    hold: { cause: 'rate_limited', untilMs: 30 * 60_000 },
    circuit: { state: 'open', cause: 'timeout', failedProbes: 3 },
    probeAtMs: 60_000,
  }

  it.each([
    ['at once', 0, 30 * 60_000, 60_000],
    ['twenty minutes later', 20 * 60_000, 10 * 60_000, 0],
    ['with the clock 400 days back', -DAYS_400, 30 * 60_000, 60_000],
    ['with the clock 400 days on', DAYS_400, null, 0],
  ])('%s', (_name, offset, holdMs, probeMs) => {
    const { store, ports } = openRegister()
    store.transaction(() => saveLink(store.settings, link, ports.clock))
    const clock = { now: () => ports.clock.now() + offset, monotonicMs: () => 5_000 }
    expect(loadLink(store.settings, clock)).toEqual({
      ...link,
      hold: holdMs === null ? null : { cause: 'rate_limited', untilMs: 5_000 + holdMs },
      probeAtMs: 5_000 + probeMs,
    })
  })

  it('is new in a new folder, and where what was written cannot be read', () => {
    const { store, ports } = openRegister()
    expect(loadLink(store.settings, ports.clock)).toEqual(NEW_LINK)
    store.transaction(() => store.settings.set('outbox.link', { isPaused: 'perhaps' }))
    expect(loadLink(store.settings, ports.clock)).toEqual(NEW_LINK)
  })
})
