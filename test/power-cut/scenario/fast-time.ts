import { randomBytes } from 'node:crypto'
import { idMaker } from '#electron/desk/system-ports.ts'
import { seededRandom } from '#electron/simulator/seeded-random.ts'
import type { Ports } from '#electron/store/ports.ts'

/** An ordinary working morning in Almaty. */
const STARTS_AT_MS = Date.parse('2026-11-23T05:43:00.000Z')

/**
 * Time that runs `factor` times as fast, waits included: `setTimeout` of this whole process is shortened alike, so that a pause of two
 * seconds before saving is tried again costs a tenth of one. What runs on the system's own timers (the deadline of a call) is not.
 */
export function fastTime(factor: number, seed: number): Ports {
  const wait = globalThis.setTimeout
  const hurried = (callback: (...given: unknown[]) => void, delayMs = 0, ...given: unknown[]): NodeJS.Timeout =>
    wait(callback, delayMs / factor, ...given)
  Object.defineProperty(globalThis, 'setTimeout', { value: hurried, writable: true, configurable: true })
  const origin = performance.now()
  const monotonicMs = (): number => (performance.now() - origin) * factor
  const clock = { monotonicMs, now: () => Math.floor(STARTS_AT_MS + monotonicMs()) }
  return { clock, newId: idMaker(clock, randomBytes), random: seededRandom(seed), randomBytes }
}
