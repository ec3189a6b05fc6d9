import { assertNever } from '#shared/domain/assert-never.ts'
import type { Cause } from '#shared/domain/channel.ts'
import type { LookUpAnswer, ProbeAnswer, Verdict } from '../channels/adapter.ts'
import { type BackOff, backOffMs } from './retry-policy.ts'

/** Failures in a row that open the circuit. */
export const FAILURES_TO_OPEN = 5

/**
 * Whether the channel is worth a batch. `open` = one probe at a time, each waiting longer than the one before: the earliest notice
 * alone, or a bare question when there is none.
 */
export type Circuit =
  | { readonly state: 'closed'; readonly failures: number }
  | { readonly state: 'open'; readonly cause: Cause; readonly failedProbes: number }

export const CLOSED: Circuit = { state: 'closed', failures: 0 }

/** What one call told about the channel itself, whatever became of the notices. */
export type Observation =
  /** The service answered in the words of its contract about what was sent: a receipt, a refusal, "there already". */
  | { readonly kind: 'works' }
  /** It answered a question, or asked to wait: it is there, which does not prove that it takes notices. */
  | { readonly kind: 'answers' }
  | { readonly kind: 'fails'; readonly cause: Cause; readonly opensAtOnce: boolean }

export function circuitAfter(circuit: Circuit, observation: Observation): Circuit {
  switch (observation.kind) {
    case 'works':
      return CLOSED
    case 'answers':
      // Somebody is there again: the next question need not wait as long as after a row of failures.
      return circuit.state === 'open' ? { ...circuit, failedProbes: 0 } : circuit
    case 'fails': {
      const { cause, opensAtOnce } = observation
      if (circuit.state === 'open') return { state: 'open', cause, failedProbes: circuit.failedProbes + 1 }
      const failures = circuit.failures + 1
      if (opensAtOnce || failures >= FAILURES_TO_OPEN) return { state: 'open', cause, failedProbes: 0 }
      return { state: 'closed', failures }
    }
    default:
      return assertNever(observation)
  }
}

/** Milliseconds from a failure to the next probe. */
export function probeDelayMs(failedProbes: number, chance: Omit<BackOff, 'attempt'>): number {
  return backOffMs({ attempt: failedProbes + 1, ...chance })
}

/**
 * One flight is one observation: a single notice that got a proper answer shows that the channel works, whatever became of its
 * neighbours; otherwise the worst that happened counts.
 */
export function observeSend(verdicts: readonly Verdict[]): Observation {
  return mostTelling(verdicts.map(observeVerdict))
}

/** One question is one observation, however many notices it was about. */
export function observeLookUps(answers: readonly LookUpAnswer[]): Observation {
  return mostTelling(answers.map(observeLookUp))
}

function mostTelling(observations: readonly Observation[]): Observation {
  const rank = { works: 2, fails: 1, answers: 0 } as const
  return observations.reduce((a, b) => (rank[b.kind] > rank[a.kind] ? b : a), { kind: 'answers' })
}

function observeVerdict(verdict: Verdict): Observation {
  switch (verdict.kind) {
    case 'accepted':
    case 'rejected':
    case 'duplicate':
    case 'deferred':
    case 'needsHuman':
      return { kind: 'works' }
    case 'notSent':
      if (verdict.cause === 'content_refused') return { kind: 'works' }
      return observeTrouble(verdict.cause, verdict.cause === 'sign_in_refused')
    case 'unknown':
      return observeTrouble(verdict.cause, true)
    default:
      return assertNever(verdict)
  }
}

function observeLookUp(answer: LookUpAnswer): Observation {
  switch (answer.kind) {
    case 'present':
      return { kind: 'works' }
    case 'absent':
      return { kind: 'answers' }
    case 'no_answer':
      return observeTrouble(answer.cause, answer.cause === 'sign_in_refused')
    default:
      return assertNever(answer)
  }
}

/** Asked only while there is nothing to send, so "up" is all there is to know. */
export function observeProbe({ isUp, cause }: ProbeAnswer): Observation {
  return isUp || cause === null ? { kind: 'works' } : observeTrouble(cause, cause === 'sign_in_refused')
}

function observeTrouble(cause: Cause, opensAtOnce: boolean): Observation {
  return cause === 'rate_limited' ? { kind: 'answers' } : { kind: 'fails', cause, opensAtOnce }
}
