import type { Choices } from './choices.ts'
import type { Swarm, WireFault } from './swarm.ts'

/** What will become of one request: drawn when it is made, whoever carries it out. */
export interface Reaction {
  readonly fault: WireFault | null
  /** To the service, and back. */
  readonly latencyMs: number
  /** Of the notice that is treated differently from its neighbours. */
  readonly index: number
  /** Whether the service did what was asked although its answer does not say so. */
  readonly isDone: boolean
  /** How late what comes late comes. */
  readonly lateMs: number
  /** In the words of the header; `null` = none. */
  readonly retryAfter: string | null
}

const RETRY_AFTER = ['2', '60', '1800', '0', '864000', 'soon'] as const
/** A delivery is never later than the memory of a forgetful service is long: beyond it no desk could do better. */
const LATEST_MS = 20 * 60_000

export interface LineState {
  isDown(): boolean
}

export const NOTHING_HAPPENS: Reaction = { fault: null, latencyMs: 100, index: 0, isDone: true, lateMs: 0, retryAfter: null }

export function drawReaction(choices: Choices, swarm: Swarm, line: LineState, batchSize: number): Reaction {
  const latencyMs = 20 + choices.below(200)
  const none = { latencyMs, index: 0, isDone: true, lateMs: 0, retryAfter: null }
  if (line.isDown()) return { ...none, fault: 'refused' }
  if (swarm.wireFaults.length === 0 || !choices.chance(swarm.wireFaultPercent)) return { ...none, fault: null }
  const fault = choices.pick(swarm.wireFaults)
  return {
    fault,
    latencyMs,
    index: choices.below(batchSize),
    isDone: choices.chance(50),
    lateMs: 1_000 + Math.floor((choices.below(256) / 256) ** 2 * LATEST_MS),
    retryAfter: fault === '429 with Retry-After' || fault === '503 with Retry-After' ? choices.pick(RETRY_AFTER) : null,
  }
}

/** As the adapter reads the header. */
export function retryAfterMsOf(header: string | null): number | null {
  return header === null || !/^\d+$/.test(header) ? null : Number(header) * 1_000
}
