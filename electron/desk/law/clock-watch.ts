import { z } from 'zod'
import type { Caller } from '../caller.ts'
import type { Register } from '../register.ts'

/** Smaller steps back are a time server at work. */
const TOLERATED_STEP_BACK_MS = 60_000
/** Time that passed unrecorded is all a restart can forget. */
const REMEMBER_EVERY_MS = 5 * 60_000
const LATEST_TIME = 'clock.latest_time'

/**
 * Remembers the latest time this desk has ever seen, in this run and before it: a clock that shows less was set back, and every day
 * counted on it is in doubt. Ends when time has caught up, or when a person has looked and says that the date is right.
 */
export interface ClockWatch {
  hasJumpedBack(): boolean
  /** Keeps on disk what has been seen, every few minutes. Throws `StoreWriteError`. */
  remember(): void
  /** The date is right: the later time seen before was the mistake. Throws `StoreWriteError`. */
  confirm(caller: Caller): void
}

export function openClockWatch({ store, rows, ports, now, write }: Register): ClockWatch {
  const stored = store.settings.get(LATEST_TIME, z.iso.datetime())
  const lastEntryAt = rows.auditTimes.latest()
  let rememberedMs = stored === undefined ? Number.NEGATIVE_INFINITY : Date.parse(stored)
  let latestMs = Math.max(rememberedMs, lastEntryAt === undefined ? Number.NEGATIVE_INFINITY : Date.parse(lastEntryAt))

  function hasJumpedBack(): boolean {
    const nowMs = ports.clock.now()
    latestMs = Math.max(latestMs, nowMs)
    return nowMs < latestMs - TOLERATED_STEP_BACK_MS
  }

  return {
    hasJumpedBack,
    remember() {
      const isDue = hasJumpedBack() ? latestMs > rememberedMs : latestMs - rememberedMs >= REMEMBER_EVERY_MS
      if (!isDue) return
      write(() => store.settings.set(LATEST_TIME, new Date(latestMs).toISOString()))
      rememberedMs = latestMs
    },
    confirm(caller) {
      hasJumpedBack()
      const latestTime = new Date(latestMs).toISOString()
      write(() => {
        store.settings.set(LATEST_TIME, now())
        store.audit.append({
          actor: caller.actor,
          action: 'clock.confirmed',
          subject: null,
          stayId: null,
          details: { latestTime },
        })
      })
      latestMs = ports.clock.now()
      rememberedMs = latestMs
    },
  }
}
