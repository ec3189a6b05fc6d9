import { describe, expect, it } from 'vitest'
import type { Verdict } from '#electron/channels/adapter.ts'
import { absentPlan, backOffMs, clampRetryAfterMs, inStep, type RetryPlan, retryPlan } from '#electron/outbox/retry-policy.ts'

const ALMOST_ONE = 1 - 2 ** -53

describe('back-off', () => {
  it.each([
    [1, false, 2_000],
    [2, false, 4_000],
    [5, false, 32_000],
    [9, false, 300_000],
    [50, false, 300_000],
    [5_000, false, 300_000],
    [1, true, 2_000],
    [6, true, 60_000],
    [5_000, true, 60_000],
    [0, false, 2_000],
  ])('attempt %i (urgent: %s) waits anywhere between nothing and %i ms', (attempt, isUrgent, ceiling) => {
    expect(backOffMs({ attempt, isUrgent, random: 0 })).toBe(0)
    expect(backOffMs({ attempt, isUrgent, random: 0.5 })).toBe(ceiling / 2)
    expect(backOffMs({ attempt, isUrgent, random: ALMOST_ONE })).toBe(ceiling - 1)
  })
})

it.each([
  [0, 1_000],
  [-5, 1_000],
  [999, 1_000],
  [7_000, 7_000],
  [3_600_000, 3_600_000],
  [3_600_001, 3_600_000],
  [1e12, 3_600_000],
])('a service that asks for %i ms is left alone for %i ms', (asked, believed) => {
  expect(clampRetryAfterMs(asked)).toBe(believed)
})

describe('verdict → plan', () => {
  const backOff = { attempt: 3, isUrgent: false, random: 0.5 }
  const none: RetryPlan = { waitMs: null, isOwnWait: false, holdMs: null }
  const atOnce: RetryPlan = { waitMs: 0, isOwnWait: false, holdMs: null }
  const cases: readonly (readonly [string, Verdict, RetryPlan])[] = [
    ['accepted', { kind: 'accepted', reference: 'R', receipt: null, warnings: [] }, none],
    ['rejected', { kind: 'rejected', issues: [] }, none],
    ['duplicate', { kind: 'duplicate', existingReference: null }, none],
    ['needs a person', { kind: 'needsHuman' }, none],
    [
      'deferred',
      { kind: 'deferred', batchReference: 'B', askAgainAfterMs: 90_000 },
      { waitMs: 90_000, isOwnWait: true, holdMs: null },
    ],
    [
      'deferred for ever',
      { kind: 'deferred', batchReference: 'B', askAgainAfterMs: 1e12 },
      { waitMs: 3_600_000, isOwnWait: true, holdMs: null },
    ],
    [
      'refused connection',
      { kind: 'notSent', cause: 'refused', retryAfterMs: null },
      { waitMs: 4_000, isOwnWait: false, holdMs: null },
    ],
    [
      '429 with Retry-After',
      { kind: 'notSent', cause: 'rate_limited', retryAfterMs: 30_000 },
      { waitMs: 0, isOwnWait: false, holdMs: 30_000 },
    ],
    [
      '429 without',
      { kind: 'notSent', cause: 'rate_limited', retryAfterMs: null },
      { waitMs: 0, isOwnWait: false, holdMs: 4_000 },
    ],
    ['sign-in refused', { kind: 'notSent', cause: 'sign_in_refused', retryAfterMs: null }, atOnce],
    ['refused with its neighbours', { kind: 'notSent', cause: 'content_refused', retryAfterMs: null }, atOnce],
    [
      'token endpoint says 503 + 9 s',
      { kind: 'notSent', cause: 'server_error', retryAfterMs: 9_000 },
      { waitMs: 0, isOwnWait: false, holdMs: 9_000 },
    ],
    ['unknown', { kind: 'unknown', cause: 'timeout', retryAfterMs: null }, atOnce],
    [
      'unknown, 503 + 2 h',
      { kind: 'unknown', cause: 'server_error', retryAfterMs: 7_200_000 },
      { waitMs: 0, isOwnWait: false, holdMs: 3_600_000 },
    ],
  ]
  it.each(cases)('%s', (_name, verdict, plan) => {
    expect(retryPlan(verdict, backOff)).toEqual(plan)
  })

  it.each([
    [0, 0, false],
    [2, 0, false],
    [3, 1_000, true],
    [4, 2_000, true],
    [40, 150_000, true],
  ])('absent after %i unknown sends: ready in %i ms, by its own wait: %s', (unknownSends, waitMs, isOwnWait) => {
    expect(absentPlan(unknownSends, { isUrgent: false, random: 0.5 })).toEqual({ waitMs, isOwnWait, holdMs: null })
  })
})

it('a flight that waits for the line waits as one; waits of their own and notices without one stay as they are', () => {
  const plan = (waitMs: number | null, isOwnWait = false) => ({ plan: { waitMs, isOwnWait, holdMs: null } })
  expect(inStep([plan(900), plan(300), plan(100, true), plan(0), plan(null), plan(700)])).toEqual([
    plan(300),
    plan(300),
    plan(100, true),
    plan(0),
    plan(null),
    plan(300),
  ])
  expect(inStep([])).toEqual([])
})
