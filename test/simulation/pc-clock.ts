import type { Timers } from '#electron/outbox/timers.ts'
import type { Clock } from '#shared/domain/clock.ts'
import type { World } from './world.ts'

/** Monday 23 November 2026, 10:43 in Almaty. */
export const BEGINNING_MS = Date.parse('2026-11-23T05:43:00.000Z')

/** The clock of the PC on the counter: set wrong by people, batteries and time services, for all processes that run on it. */
export interface PcClock {
  /** Milliseconds it is ahead of the truth. */
  aheadMs(): number
  jump(byMs: number): void
  /** The battery was empty: it begins again at that instant. */
  setTo(instantMs: number): void
  /** How often it was set. */
  jumps(): number
}

export function createPcClock(world: World): PcClock {
  let aheadMs = 0
  let jumps = 0
  return {
    aheadMs: () => aheadMs,
    jump(byMs) {
      aheadMs += byMs
      jumps++
    },
    setTo(instantMs) {
      aheadMs = instantMs - (BEGINNING_MS + world.nowMs())
      jumps++
    },
    jumps: () => jumps,
  }
}

/** Time as one process sees it. */
export interface ProcessTime {
  readonly clock: Clock
  readonly timers: Timers
  /** The PC sleeps. On some systems the monotonic clock sleeps with it. */
  sleep(forMs: number, isClockStopped: boolean): void
}

export function createProcessTime(world: World, pcClock: PcClock, owner: object): ProcessTime {
  const bornMs = world.nowMs()
  let stoodStillMs = 0
  return {
    clock: {
      now: () => BEGINNING_MS + world.nowMs() + pcClock.aheadMs(),
      monotonicMs: () => world.nowMs() - bornMs - stoodStillMs,
    },
    timers: { after: (delayMs, callback) => world.schedule(delayMs, owner, callback) },
    sleep(forMs, isClockStopped) {
      world.suspend(owner, forMs, isClockStopped)
      if (isClockStopped) stoodStillMs += forMs
    },
  }
}
