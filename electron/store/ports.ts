import type { BaseLogger } from 'pino'
import type { Clock, IsoInstant } from '#shared/domain/clock.ts'

/** What the desk asks of the machine. Injected, so that a test or a simulation decides time, ids and chance. */
export interface Ports {
  readonly clock: Clock
  /** UUIDv7: unique everywhere, and its text order is the order of making. */
  newId(): string
  /** In [0, 1). For jitter; never for keys. */
  random(): number
  /** From the system's cryptographic source outside tests. */
  randomBytes(length: number): Buffer
}

/** Personal data and secrets never go in: neither in the text nor in the fields. */
export type Logger = Pick<BaseLogger, 'debug' | 'info' | 'warn' | 'error'>

/** Wall time now, as every instant is stored. */
export function instantNow(clock: Clock): IsoInstant {
  return new Date(clock.now()).toISOString()
}
