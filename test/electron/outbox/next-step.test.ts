import { expect, it } from 'vitest'
import { CLOSED } from '#electron/outbox/circuit.ts'
import { nextStep, type Situation, type Step } from '#electron/outbox/next-step.ts'

const yes = (): boolean => true
const no = (): boolean => false
const quiet: Situation = {
  isPaused: false,
  holdMs: 0,
  circuit: CLOSED,
  probeMs: 0,
  canLookUp: no,
  canSend: no,
  canFetchReceipt: no,
  nextWaitMs: null,
  reach: 'online',
  sinceLastCallMs: 10_000,
}
const open = { state: 'open', cause: 'timeout', failedProbes: 0 } as const
const busy = { canLookUp: yes, canSend: yes }

it.each<[string, Partial<Situation>, Step]>([
  ['paused: no question either', { ...busy, isPaused: true, canLookUp: no, canSend: no }, { kind: 'wait', ms: 60_000 }],
  ['held: nothing until then', { ...busy, holdMs: 7_000 }, { kind: 'wait', ms: 7_000 }],
  ['held for an hour: looked at each minute', { ...busy, holdMs: 3_600_000 }, { kind: 'wait', ms: 60_000 }],
  ['a receipt that is missing: when nothing else is to be done', { canFetchReceipt: yes }, { kind: 'fetch_receipt' }],
  ['a receipt gives way to a notice', { canFetchReceipt: yes, canSend: yes }, { kind: 'send', isProbe: false }],
  ['no receipt while paused', { canFetchReceipt: yes, isPaused: true }, { kind: 'wait', ms: 60_000 }],
  ['no receipt while held', { canFetchReceipt: yes, holdMs: 7_000 }, { kind: 'wait', ms: 7_000 }],
  ['no receipt through an open circuit', { canFetchReceipt: yes, circuit: open }, { kind: 'ask' }],
  ['open circuit: nothing before the probe is due', { ...busy, circuit: open, probeMs: 900 }, { kind: 'wait', ms: 900 }],
  ['open circuit: the probe is one notice', { canSend: yes, circuit: open }, { kind: 'send', isProbe: true }],
  ['open circuit and nothing to send: a bare question', { circuit: open }, { kind: 'ask' }],
  ['unknown before ready', busy, { kind: 'look_up' }],
  ['ready', { canSend: yes }, { kind: 'send', isProbe: false }],
  ['first contact', { reach: 'unknown', sinceLastCallMs: null }, { kind: 'ask' }],
  ['idle for a minute', { sinceLastCallMs: 60_000 }, { kind: 'ask' }],
  ['idle: until the minute is over', {}, { kind: 'wait', ms: 50_000 }],
  ['something waits: until it may go', { nextWaitMs: 1_200 }, { kind: 'wait', ms: 1_200 }],
  [
    'unreachable but not open: the waits set the pace',
    { reach: 'unreachable', nextWaitMs: 1_200 },
    { kind: 'wait', ms: 1_200 },
  ],
])('%s', (_name, situation, step) => {
  expect(nextStep({ ...quiet, ...situation })).toEqual(step)
})

it('does not look into the register while nothing may go', () => {
  const looked = (): boolean => {
    throw new Error('looked into the register')
  }
  const situation = { ...quiet, canLookUp: looked, canSend: looked, canFetchReceipt: looked }
  expect(nextStep({ ...situation, holdMs: 7_000 })).toEqual({ kind: 'wait', ms: 7_000 })
  expect(nextStep({ ...situation, circuit: open, probeMs: 900 })).toEqual({ kind: 'wait', ms: 900 })
})
