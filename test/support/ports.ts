import { seededRandom } from '#electron/simulator/seeded-random.ts'
import type { Ports } from '#electron/store/ports.ts'
import type { Clock, IsoInstant } from '#shared/domain/clock.ts'

/** Monday 23 November 2026, 10:43 in Almaty: an ordinary working morning. */
const ORDINARY_MORNING = '2026-11-23T05:43:00.000Z'

/** A clock that stands still until it is moved. */
export interface ManualClock extends Clock {
  /** Both wall time and the monotonic clock go on. */
  advance(milliseconds: number): void
  /** Wall time jumps; the monotonic clock does not notice. */
  setWallTime(instant: IsoInstant): void
}

export function manualClock(startsAt: IsoInstant = ORDINARY_MORNING): ManualClock {
  let wallMs = Date.parse(startsAt)
  let monotonicMs = 0
  return {
    now: () => wallMs,
    monotonicMs: () => monotonicMs,
    advance(milliseconds) {
      wallMs += milliseconds
      monotonicMs += milliseconds
    },
    setWallTime(instant) {
      wallMs = Date.parse(instant)
    },
  }
}

export interface TestPorts extends Ports {
  readonly clock: ManualClock
  readonly seed: number
}

/** Time, ids and chance of a test: the same for the same seed and start. Ids are UUIDv7 of the clock, rising even within one millisecond. */
export function testPorts(options: { readonly startsAt?: IsoInstant; readonly seed?: number } = {}): TestPorts {
  const clock = manualClock(options.startsAt)
  const seed = options.seed ?? 1
  const random = seededRandom(seed)
  const randomBytes = (length: number) => Buffer.from(Array.from({ length }, () => Math.floor(random() * 256)))
  let lastMs = 0
  let sequence = 0
  return {
    clock,
    seed,
    random,
    randomBytes,
    newId() {
      const nowMs = Math.max(clock.now(), lastMs)
      sequence = nowMs === lastMs ? sequence + 1 : 0
      lastMs = nowMs
      return uuidV7(nowMs, sequence, randomBytes(8))
    },
  }
}

/** RFC 9562: 48 bits of milliseconds, version, 12 bits that count, variant, 62 bits of chance. */
function uuidV7(milliseconds: number, sequence: number, chance: Buffer): string {
  const time = milliseconds.toString(16).padStart(12, '0')
  const counter = (sequence & 0xfff).toString(16).padStart(3, '0')
  const bytes = Buffer.from(chance)
  bytes[0] = ((bytes[0] ?? 0) & 0x3f) | 0x80
  const tail = bytes.toString('hex')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${counter}-${tail.slice(0, 4)}-${tail.slice(4)}`
}
