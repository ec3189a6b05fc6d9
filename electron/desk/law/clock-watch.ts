import { z } from 'zod'
import type { Caller } from '../caller.ts'
import type { Register } from '../register.ts'

/** Smaller steps back are a time server at work. */
const TOLERATED_STEP_BACK_MS = 60_000
/**
 * Longer than a PC is switched off without anybody wondering, and shorter than the shortest month: a date this far on is as likely one that
 * was set wrong.
 */
const TOLERATED_STEP_AHEAD_MS = 27 * 86_400_000
/** Time that passed unrecorded is all a restart can forget. */
const REMEMBER_EVERY_MS = 5 * 60_000
const LATEST_TIME = 'clock.latest_time'

/**
 * Remembers the latest time this desk has ever seen, in this run and before it: a clock that shows less was set back, and every day
 * counted on it is in doubt. Ends when time has caught up, or when a person has looked and says that the date is right. A clock that shows far
 * more is in doubt as well; what it shows counts as seen once a person, or the clock of the service, has vouched for it.
 */
export interface ClockWatch {
  hasJumpedBack(): boolean
  /** Far ahead of what was seen before, and nobody has vouched for it. */
  hasJumpedAhead(): boolean
  /** Another clock shows the same. */
  vouch(): void
  /** Keeps on disk what has been seen, every few minutes. Throws `StoreWriteError`. */
  remember(): void
  /** The date is right, whatever was seen before. Throws `StoreWriteError`. */
  confirm(caller: Caller): void
}

export function openClockWatch({ store, rows, ports, now, write }: Register): ClockWatch {
  const stored = store.settings.get(LATEST_TIME, z.iso.datetime())
  const lastEntryAt = rows.auditTimes.latest()
  const lastEntryMs = lastEntryAt === undefined ? Number.NEGATIVE_INFINITY : Date.parse(lastEntryAt)
  let rememberedMs = stored === undefined ? Number.NEGATIVE_INFINITY : Date.parse(stored)
  // Entries made while the date was in doubt vouch for nothing.
  const isEntryInDoubt = stored !== undefined && lastEntryMs > rememberedMs + TOLERATED_STEP_AHEAD_MS
  let latestMs = isEntryInDoubt ? rememberedMs : Math.max(rememberedMs, lastEntryMs)

  function hasJumpedBack(): boolean {
    if (!hasJumpedAhead()) vouch()
    return ports.clock.now() < latestMs - TOLERATED_STEP_BACK_MS
  }

  function hasJumpedAhead(): boolean {
    return ports.clock.now() > latestMs + TOLERATED_STEP_AHEAD_MS
  }

  function vouch(): void {
    latestMs = Math.max(latestMs, ports.clock.now())
  }

  return {
    hasJumpedBack,
    hasJumpedAhead,
    vouch,
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
