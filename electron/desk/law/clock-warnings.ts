import { tzOffset } from '@date-fns/tz'
import type { Status } from '#shared/contract/schemas.ts'
import type { Register } from '../register.ts'

/** Smaller steps back are a time server at work. */
const TOLERATED_STEP_BACK_MS = 60_000
/** Farther from the service than this and deadlines near midnight are in doubt. */
const TOLERATED_SKEW_MS = 5 * 60_000

export interface ClockFacts {
  /** Minutes the PC's zone is ahead of UTC at an instant. */
  readonly machineZoneOffsetMinutes: (instantMs: number) => number
  /** Milliseconds the PC is ahead of the service's clock; `null` when no answer has told. */
  readonly aheadOfServerMs: number | null
}

/** What about the PC's clock a person should look at: deadlines are counted on it. */
export function clockWarnings(register: Register, facts: ClockFacts): Status['clockWarnings'] {
  const now = register.ports.clock.now()
  const warnings: Status['clockWarnings'] = []
  if (facts.machineZoneOffsetMinutes(now) !== tzOffset(register.property.zone, new Date(now))) warnings.push('zone')
  const lastEntryAt = register.rows.auditTimes.latest()
  if (lastEntryAt !== undefined && now < Date.parse(lastEntryAt) - TOLERATED_STEP_BACK_MS) warnings.push('jumped_back')
  if (facts.aheadOfServerMs !== null && Math.abs(facts.aheadOfServerMs) > TOLERATED_SKEW_MS) warnings.push('far_from_server')
  return warnings
}
