import { randomBytes } from 'node:crypto'
import { v7 } from 'uuid'
import type { Ports } from '#electron/store/ports.ts'
import type { Clock, IsoInstant } from '#shared/domain/clock.ts'

/** The machine's own time, chance and ids: the only place in the desk process that asks for them. */
export function systemPorts(): Ports {
  return portsOn({ now: () => Date.now(), monotonicMs: () => performance.now() })
}

/** Like {@link systemPorts}, but wall time starts at `instant` and runs on from there. For training and test folders. */
export function systemPortsStartingAt(instant: IsoInstant): Ports {
  const start = Date.parse(instant)
  const origin = performance.now()
  return portsOn({
    now: () => Math.floor(start + (performance.now() - origin)),
    monotonicMs: () => performance.now(),
  })
}

/** Minutes the PC's own zone is ahead of UTC at `instantMs`. */
export function machineZoneOffsetMinutes(instantMs: number): number {
  return -new Date(instantMs).getTimezoneOffset()
}

function portsOn(clock: Clock): Ports {
  return { clock, newId: idMaker(clock, randomBytes), random: Math.random, randomBytes }
}

/**
 * UUIDv7 out of a clock and a source of bytes: ids made later sort later, also within one millisecond. After the clock went back
 * ids stay unique and only their order is the clock's.
 */
export function idMaker(clock: Clock, bytes: (length: number) => Buffer): () => string {
  let lastMs = -1
  let sequence = 0
  return () => {
    const msecs = Math.max(0, clock.now())
    const random = bytes(16)
    // The top bit is left free, so that counting up within one millisecond has room.
    sequence = msecs === lastMs ? sequence + 1 : random.readUInt32BE(0) >>> 1
    lastMs = msecs
    return v7({ msecs, seq: sequence, random })
  }
}

/** The time files of this machine are stamped with, also where the desk was given another one. */
export function machineTimeMs(): number {
  return Date.now()
}

export function machineMonotonicMs(): number {
  return performance.now()
}
