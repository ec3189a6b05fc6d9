import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type AfterTry, planAfter } from '#electron/delivery/delivery-policy.ts'
import { type LadderState, lookAtLadder } from '#electron/delivery/ladder.ts'
import { notSent } from '#electron/delivery/message.ts'
import type { LadderStep } from '#shared/contract/delivery-schemas.ts'
import { LADDER_MOMENTS } from '#shared/contract/delivery-schemas.ts'
import { addDays, calendarDate } from '#shared/domain/calendar-date.ts'

const FIRST: AfterTry = { attempt: 1, doubts: 0, isUrgent: false, random: 0.5 }
const UNKNOWN = { kind: 'unknown', cause: 'timeout' } as const

describe('after a try', () => {
  it.each([
    ['done', { kind: 'done', place: 'x' }, FIRST, { state: 'done', cause: null, waitMs: 0, holdMs: null }],
    [
      'refused for good',
      { kind: 'refused', cause: 'address_refused' },
      FIRST,
      { state: 'failed', cause: 'address_refused', waitMs: 0, holdMs: null },
    ],
    ['not sent', notSent('dns'), FIRST, { state: 'waiting', cause: 'dns', waitMs: 1_000, holdMs: null }],
    [
      'not sent again and again',
      notSent('dns'),
      { ...FIRST, attempt: 9 },
      { state: 'waiting', cause: 'dns', waitMs: 2_700_000, holdMs: null },
    ],
    [
      'not sent, and somebody waits for it',
      notSent('dns'),
      { ...FIRST, attempt: 9, isUrgent: true },
      { state: 'waiting', cause: 'dns', waitMs: 450_000, holdMs: null },
    ],
    [
      'not sent for days',
      notSent('dns'),
      { ...FIRST, attempt: 80 },
      { state: 'failed', cause: 'dns', waitMs: 0, holdMs: null },
    ],
    [
      'asked to wait',
      notSent('rate_limited', 20_000),
      FIRST,
      { state: 'waiting', cause: 'rate_limited', waitMs: 20_000, holdMs: 20_000 },
    ],
    [
      'asked to wait for years',
      notSent('rate_limited', 1e12),
      FIRST,
      { state: 'waiting', cause: 'rate_limited', waitMs: 3_600_000, holdMs: 3_600_000 },
    ],
    ['in doubt once', UNKNOWN, FIRST, { state: 'waiting', cause: 'timeout', waitMs: 300_000, holdMs: null }],
    [
      'in doubt twice',
      UNKNOWN,
      { ...FIRST, attempt: 2, doubts: 1 },
      { state: 'failed', cause: 'timeout', waitMs: 0, holdMs: null },
    ],
  ] as const)('%s', (_what, outcome, after, plan) => {
    expect(planAfter(outcome, after)).toEqual(plan)
  })
})

const stepArbitrary: fc.Arbitrary<LadderStep> = fc.record({
  when: fc.constantFrom(...LADDER_MOMENTS),
  at: fc.tuple(fc.nat(23), fc.nat(59)).map(([hour, minute]) => `${two(hour)}:${two(minute)}`),
})

function two(value: number): string {
  return String(value).padStart(2, '0')
}

describe('the ladder', () => {
  it('raises each step at most once a day, never before its hour, and never where it has nothing to say', () => {
    const property = fc.property(
      fc.uniqueArray(stepArbitrary, { maxLength: 6, selector: ({ when, at }) => `${when}${at}` }),
      fc.array(
        fc.record({ minutes: fc.nat(1500), open: fc.record({ overdue: fc.nat(2), today: fc.nat(2), tomorrow: fc.nat(2) }) }),
        {
          maxLength: 40,
        },
      ),
      (ladder, looks) => {
        let state: LadderState | undefined
        let minute = 0
        const raised = new Set<string>()
        for (const { minutes, open } of looks) {
          minute += minutes
          const date = addDays(calendarDate('2026-12-30'), Math.floor(minute / 1440))
          const time = `${two(Math.floor((minute % 1440) / 60))}:${two(minute % 60)}`
          const result = lookAtLadder({ ladder, state, date, time, counts: () => open })
          if (result.warning !== null) {
            const { step } = result.warning
            const key = `${date} ${step}`
            expect(raised.has(key)).toBe(false)
            raised.add(key)
            const [when, at = ''] = step.split('@')
            expect(at <= time).toBe(true)
            const counted = when === 'overdue' ? open.overdue : when === 'last_day' ? open.today : open.tomorrow
            expect(counted).toBeGreaterThan(0)
          }
          // Looked at again at once: nothing new.
          const after = result.state ?? state
          expect(lookAtLadder({ ladder, state: after, date, time, counts: () => open })).toEqual({ state: null, warning: null })
          state = after
        }
      },
    )
    fc.assert(property, { numRuns: 500, verbose: 1 })
  })
})
