import { tzOffset } from '@date-fns/tz'
import type { Status } from '#shared/contract/schemas.ts'
import type { Register } from '../register.ts'
import type { ClockWatch } from './clock-watch.ts'

/** Farther from the service than this and deadlines near midnight are in doubt. */
const TOLERATED_SKEW_MS = 5 * 60_000

export interface ClockFacts {
  readonly watch: Pick<ClockWatch, 'hasJumpedBack' | 'hasJumpedAhead' | 'vouch'>
  /** Minutes the PC's zone is ahead of UTC at an instant. */
  readonly machineZoneOffsetMinutes: (instantMs: number) => number
  /** Milliseconds the PC was ahead of the service's clock at its last answer; `null` when no answer has told. */
  readonly aheadOfServerMs: number | null
}

/** What about the PC's clock a person should look at: deadlines are counted on it. */
export function clockWarnings({ ports, property }: Register, facts: ClockFacts): Status['clockWarnings'] {
  const nowMs = ports.clock.now()
  const isFarFromServer = facts.aheadOfServerMs !== null && Math.abs(facts.aheadOfServerMs) > TOLERATED_SKEW_MS
  if (facts.aheadOfServerMs !== null && !isFarFromServer) facts.watch.vouch()
  const warnings: Status['clockWarnings'] = []
  if (facts.machineZoneOffsetMinutes(nowMs) !== tzOffset(property.zone, new Date(nowMs))) warnings.push('zone')
  if (facts.watch.hasJumpedBack()) warnings.push('jumped_back')
  if (facts.watch.hasJumpedAhead()) warnings.push('jumped_ahead')
  if (isFarFromServer) warnings.push('far_from_server')
  return warnings
}

/**
 * Whether the date itself may be wrong, so that nothing may be done for good by it. Another zone on the PC is no such doubt: days are counted
 * in the zone of the property, and a PC may stand in UTC for years.
 */
export function isDateInDoubt(warnings: Status['clockWarnings']): boolean {
  return warnings.some((warning) => warning !== 'zone')
}
