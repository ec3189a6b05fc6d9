/** Waiting as a port, so that a test or a simulation decides when time has passed. */
export interface Timers {
  /** Runs `callback` once after `delayMs` on a monotonic clock. The answer cancels it. */
  after(delayMs: number, callback: () => void): () => void
}

/** Longest delay `setTimeout` takes; beyond it Node fires at once. */
const MAX_DELAY_MS = 2 ** 31 - 1

export const systemTimers: Timers = {
  after(delayMs, callback) {
    const timer = setTimeout(callback, Math.min(Math.max(0, delayMs), MAX_DELAY_MS))
    return () => clearTimeout(timer)
  },
}
