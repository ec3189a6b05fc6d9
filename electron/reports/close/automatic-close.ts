import { THE_DESK } from '#electron/desk/caller.ts'
import type { Register } from '#electron/desk/register.ts'
import { closeHourOf, openDateOf } from './business-days.ts'
import { closeOpenDay } from './close-day.ts'
import { closeMomentMs } from './close-moment.ts'

/** The desk looks at the time every few seconds; what it closes later than this was missed: the PC was off, or nothing could be saved. */
const AT_THE_HOUR_MS = 5 * 60_000

/** Closes by itself what is due: the day whose hour has come, and those whose hour nobody was there for. */
export interface AutomaticClose {
  /**
   * Every day whose moment has passed, in order, each in a transaction of its own; says how many. Never throws: a full disk must not end the
   * process, and the next look tries again. While the date of the PC is in doubt nothing closes by itself, because a close is for ever.
   */
  closeDueDays(isDateInDoubt: boolean): number
}

export function automaticClose(register: Register): AutomaticClose {
  /** Said once, not at every look. */
  let hasSaidFailure = false
  return {
    closeDueDays(isDateInDoubt) {
      if (isDateInDoubt) return 0
      let closed = 0
      try {
        while (closeNext(register)) closed++
        hasSaidFailure = false
      } catch (error) {
        if (!hasSaidFailure) {
          const kind = error instanceof Error ? error.name : 'unknown'
          register.logger.error({ kind }, 'a business day could not be closed; it is tried again')
        }
        hasSaidFailure = true
      }
      return closed
    },
  }
}

function closeNext(register: Register): boolean {
  const date = openDateOf(register)
  const momentMs = closeMomentMs(date, closeHourOf(register), register.property.zone)
  const nowMs = register.ports.clock.now()
  if (momentMs === null || momentMs > nowMs) return false
  closeOpenDay(register, THE_DESK, nowMs - momentMs <= AT_THE_HOUR_MS ? 'at_hour' : 'missed', date)
  return true
}
