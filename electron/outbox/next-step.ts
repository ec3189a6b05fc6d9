import type { Circuit } from './circuit.ts'

/** How often a quiet line is asked whether it is still there, so that "online" on the screen is not a memory. */
export const IDLE_PROBE_MS = 60_000

export type Reach = 'unknown' | 'online' | 'unreachable'

/** All that decides what the outbox does next. Milliseconds from now; 0 or less = now. What costs a look into the register is asked last. */
export interface Situation {
  /** Then only what a person asks for by name is sent or asked about. */
  readonly isPaused: boolean
  readonly holdMs: number
  readonly circuit: Circuit
  readonly probeMs: number
  /** A notice whose fate is unknown may be asked about. */
  readonly canLookUp: () => boolean
  /** A notice may be sent. */
  readonly canSend: () => boolean
  /** An accepted notice lacks its receipt, which may be there by now. */
  readonly canFetchReceipt: () => boolean
  /** Until the first waiting notice may go; `null` when none waits. */
  readonly nextWaitMs: number | null
  readonly reach: Reach
  /** Since the last call of any kind; `null` when there was none. */
  readonly sinceLastCallMs: number | null
}

export type Step =
  | { readonly kind: 'look_up' }
  | { readonly kind: 'send'; readonly isProbe: boolean }
  | { readonly kind: 'fetch_receipt' }
  | { readonly kind: 'ask' }
  | { readonly kind: 'wait'; readonly ms: number }

/** One thing at a time. Asking about unknown notices comes first: they may turn out to be the first in the order. */
export function nextStep(situation: Situation): Step {
  const { isPaused, holdMs, circuit, probeMs, nextWaitMs, reach, sinceLastCallMs } = situation
  // Looked at again every minute in any case: days change, clocks jump, PCs sleep.
  const wait = (ms: number): Step => ({ kind: 'wait', ms: Math.min(Math.max(ms, 1), IDLE_PROBE_MS) })
  if (holdMs > 0) return wait(holdMs)
  const isOpen = circuit.state === 'open'
  if (isOpen && probeMs > 0) return wait(probeMs)
  if (situation.canLookUp()) return { kind: 'look_up' }
  if (situation.canSend()) return { kind: 'send', isProbe: isOpen }
  if (isPaused) return wait(IDLE_PROBE_MS)
  // A courtesy: only on a line that works, and when nothing else is to be done.
  if (!isOpen && reach === 'online' && situation.canFetchReceipt()) return { kind: 'fetch_receipt' }
  const idleMs = sinceLastCallMs === null ? 0 : IDLE_PROBE_MS - sinceLastCallMs
  const isAskingDue = isOpen || reach === 'unknown' || idleMs <= 0
  if (isAskingDue) return { kind: 'ask' }
  return wait(nextWaitMs === null ? idleMs : Math.min(idleMs, nextWaitMs))
}
