import { describe, expect, it } from 'vitest'
import type { Verdict } from '#electron/channels/adapter.ts'
import {
  type Circuit,
  CLOSED,
  circuitAfter,
  type Observation,
  observeLookUps,
  observeProbe,
  observeSend,
  probeDelayMs,
} from '#electron/outbox/circuit.ts'

const works: Observation = { kind: 'works' }
const answers: Observation = { kind: 'answers' }
const fails = (opensAtOnce = false): Observation => ({ kind: 'fails', cause: 'refused', opensAtOnce })
const after = (...observations: readonly Observation[]): Circuit => observations.reduce(circuitAfter, CLOSED)

describe('the circuit', () => {
  it.each<[string, readonly Observation[], Circuit]>([
    ['stays closed through four failures', [fails(), fails(), fails(), fails()], { state: 'closed', failures: 4 }],
    ['opens at the fifth', [fails(), fails(), fails(), fails(), fails()], { state: 'open', cause: 'refused', failedProbes: 0 }],
    ['opens at once when an answer may have been lost', [fails(true)], { state: 'open', cause: 'refused', failedProbes: 0 }],
    ['counts failed probes', [fails(true), fails(), fails(true)], { state: 'open', cause: 'refused', failedProbes: 2 }],
    ['closes at the first proper answer to a notice', [fails(true), fails(), works], CLOSED],
    [
      'forgets failures that were not in a row',
      [fails(), fails(), fails(), fails(), works, fails()],
      { state: 'closed', failures: 1 },
    ],
    ['is not closed by an answered question', [fails(true), answers], { state: 'open', cause: 'refused', failedProbes: 0 }],
    [
      'asks sooner once somebody answers',
      [fails(true), fails(), fails(), answers],
      { state: 'open', cause: 'refused', failedProbes: 0 },
    ],
    ['is not reset by an answered question', [fails(), fails(), answers], { state: 'closed', failures: 2 }],
  ])('%s', (_name, observations, expected) => {
    expect(after(...observations)).toEqual(expected)
  })

  it('probes after a growing wait with jitter', () => {
    expect([0, 1, 2, 8, 100].map((failed) => probeDelayMs(failed, { isUrgent: false, random: 0.5 }))).toEqual([
      1_000, 2_000, 4_000, 150_000, 150_000,
    ])
    expect(probeDelayMs(100, { isUrgent: true, random: 0.5 })).toBe(30_000)
  })
})

describe('what a flight tells about the channel', () => {
  const accepted: Verdict = { kind: 'accepted', reference: 'R', receipt: null, warnings: [] }
  const rejected: Verdict = { kind: 'rejected', issues: [] }
  const unknown: Verdict = { kind: 'unknown', cause: 'timeout', retryAfterMs: null }
  const notSent = (cause: 'refused' | 'rate_limited' | 'sign_in_refused' | 'content_refused'): Verdict => ({
    kind: 'notSent',
    cause,
    retryAfterMs: null,
  })
  it.each<[string, readonly Verdict[], Observation]>([
    ['accepted', [accepted, accepted], works],
    ['a refusal of content is an answer too', [rejected], works],
    ['one answer among unreadable results', [unknown, accepted, unknown], works],
    ['refused for one of the batch', [notSent('content_refused')], works],
    ['unknown', [unknown, unknown], { kind: 'fails', cause: 'timeout', opensAtOnce: true }],
    ['connection refused', [notSent('refused')], { kind: 'fails', cause: 'refused', opensAtOnce: false }],
    ['sign-in refused', [notSent('sign_in_refused')], { kind: 'fails', cause: 'sign_in_refused', opensAtOnce: true }],
    ['asked to wait', [notSent('rate_limited')], answers],
  ])('%s', (_name, verdicts, observation) => {
    expect(observeSend(verdicts)).toEqual(observation)
  })

  it('and what a question tells', () => {
    const trouble = { retryAfterMs: null, exchange: null } as const
    expect(observeLookUps([{ kind: 'present', verdict: accepted, exchange: null }])).toEqual(works)
    expect(observeLookUps([{ kind: 'absent', exchange: null }])).toEqual(answers)
    expect(observeLookUps([{ kind: 'no_answer', cause: 'dns', ...trouble }])).toEqual({
      kind: 'fails',
      cause: 'dns',
      opensAtOnce: false,
    })
    expect(observeLookUps([{ kind: 'no_answer', cause: 'rate_limited', ...trouble }])).toEqual(answers)
    // One notice of a flight that was found is enough: the service works.
    const lost = { kind: 'no_answer', cause: 'unreadable_answer', ...trouble } as const
    expect(observeLookUps([lost, { kind: 'present', verdict: accepted, exchange: null }])).toEqual(works)
    expect(observeLookUps([{ kind: 'absent', exchange: null }, lost])).toMatchObject({ kind: 'fails' })
    const probe = { retryAfterMs: null, serverTime: null }
    expect(observeProbe({ isUp: true, cause: null, ...probe })).toEqual(works)
    expect(observeProbe({ isUp: false, cause: 'dns', ...probe })).toEqual({ kind: 'fails', cause: 'dns', opensAtOnce: false })
    expect(observeProbe({ isUp: false, cause: 'rate_limited', ...probe })).toEqual(answers)
  })
})
