import type { Choices } from './choices.ts'

/** Everything that can go wrong at the service or on the way to it, as one request meets it. */
export const WIRE_FAULTS = [
  'offline',
  'dns',
  'refused',
  'tls',
  'request lost',
  'answer lost',
  'connection reset after processing',
  'no answer for half a minute',
  'effect comes late',
  'delivered twice',
  'page instead of an answer',
  'receipt of another request',
  'server error',
  'server error after processing',
  '503 with Retry-After',
  '429 with Retry-After',
  '429 without',
  'sign-in refused',
  '409 in flight',
  'batch refused',
  'one rejected',
  'one a duplicate of another',
  'one missing from the answer',
  'one deferred',
  'adapter throws',
] as const
export type WireFault = (typeof WIRE_FAULTS)[number]

/** What happens around the queue; each is an event of the chaos phase. */
export const EVENT_FAULTS = [
  'process dies at the disk',
  'process dies at a call',
  'process killed',
  'stopped and started',
  'second desk on the folder',
  'disk fails',
  'clock a minute off',
  'clock an hour off',
  'clock 400 days off',
  'clock battery empty',
  'suspended eight hours in flight',
  'long outage',
  'flapping line',
  'service restores a backup',
] as const
export type EventFault = (typeof EVENT_FAULTS)[number]

/** Deaths: what was going on when they strike decides what they show. */
export const DEATHS: readonly EventFault[] = [
  'process dies at the disk',
  'process dies at a call',
  'process killed',
  'stopped and started',
]

/** How the service keeps client ids. */
export const SERVICE_KINDS = ['remembers ids', 'forgets ids', 'without ids'] as const
export type ServiceKind = (typeof SERVICE_KINDS)[number]

/** What is switched on in one schedule: few things at once show more than everything at once. */
export interface Swarm {
  readonly service: ServiceKind
  readonly wireFaults: readonly WireFault[]
  /** Of a hundred requests so many meet a fault. */
  readonly wireFaultPercent: number
  readonly eventFaults: readonly EventFault[]
  /** Of a hundred events so many are a fault and not a person's act. */
  readonly eventFaultPercent: number
  readonly events: number
  /** Acts come seconds or minutes apart. */
  readonly pace: 'seconds' | 'minutes'
  /** The service's answers carry receipts as files, not only references. */
  readonly hasReceiptFiles: boolean
  readonly maxBatch: number
  /** A whole flight can be asked about by one question. */
  readonly asksMany: boolean
}

export function drawSwarm(choices: Choices): Swarm {
  const service = choices.chance(30) ? (choices.chance(25) ? 'without ids' : 'forgets ids') : 'remembers ids'
  return {
    service,
    // What was deferred is asked for by its client id; a service without ids cannot be one that defers.
    wireFaults: some(choices, WIRE_FAULTS, 30).filter((fault) => service !== 'without ids' || fault !== 'one deferred'),
    wireFaultPercent: choices.pick([0, 20, 40, 70]),
    eventFaults: some(choices, EVENT_FAULTS, 35),
    eventFaultPercent: choices.pick([0, 15, 30, 45]),
    // Most mistakes show within a few steps, some need many: README has the figures.
    events: choices.chance(25) ? 10 + choices.below(22) : 3 + choices.below(8),
    pace: choices.pick(['seconds', 'minutes']),
    hasReceiptFiles: choices.chance(40),
    maxBatch: choices.pick([20, 3, 1]),
    asksMany: choices.chance(50),
  }
}

function some<Item>(choices: Choices, items: readonly Item[], percent: number): readonly Item[] {
  return items.filter(() => choices.chance(percent))
}
