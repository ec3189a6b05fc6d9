import type { LookUpAnswer, MachineChannel, OutgoingNotice } from '#electron/channels/adapter.ts'
import { createMigrationApiChannel } from '#electron/channels/migration-api/migration-api-channel.ts'
import type { Clock } from '#shared/domain/clock.ts'
import { type Fate, fateOfAnswer, fateOfVerdict } from '../fates.ts'
import type { CallHost, CallKind } from '../model-channel.ts'
import type { World } from '../world.ts'
import type { Way, WireCall } from './way.ts'

/** What only a real answer can be. */
export const WIRE_EVENTS = [
  'batch half accepted',
  'notice deferred',
  'deferred notice decided',
  'receipt fetched later',
] as const
export type WireEvent = (typeof WIRE_EVENTS)[number]

/** Real time must not decide: what takes too long is cut by the way, in virtual time. */
const NEVER_MS = 10 * 60_000

export interface WireChannelOptions {
  readonly world: World
  readonly way: Way
  /** The process that sends. */
  readonly owner: object
  readonly host: CallHost
  readonly clock: Clock
  readonly maxBatch: number
  /** Counts what came back. */
  readonly count: (name: WireEvent) => void
}

/** The real channel over real sockets, watched: the same checks at every call as over the model, and the process can die in any. */
export function createWireChannel({ world, way, owner, host, clock, maxBatch, count }: WireChannelOptions): MachineChannel {
  const real = createMigrationApiChannel({
    baseUrl: way.url,
    credentials: { kind: 'none' },
    clock,
    maxBatch,
    deadlineMs: NEVER_MS,
    receiptDeadlineMs: NEVER_MS,
  })

  async function watched<Answer>(
    kind: CallKind,
    notices: readonly OutgoingNotice[],
    work: () => Promise<Answer>,
    told: (answer: Answer) => { readonly fates: readonly Fate[]; readonly retryAfterMs: number | null },
  ): Promise<Answer> {
    const reaction = host.begin(kind, notices)
    host.passes('before the call')
    if (host.isDead()) return forEver()
    const onArrival = (): void => host.passes('in the call')
    const call: WireCall = { owner, reaction, onArrival, isServed: false, state: 'moving' }
    world.realBegins()
    await way.begin(call)
    const answer = await work()
    await way.end(call)
    if (call.state === 'moving') world.realEnds()
    call.state = 'ended'
    host.passes('with the answer in hand')
    if (host.isDead()) return forEver()
    const { fates, retryAfterMs } = told(answer)
    host.answered(notices, fates, retryAfterMs)
    return answer
  }

  const ask = (
    notices: readonly OutgoingNotice[],
    work: () => Promise<readonly LookUpAnswer[]>,
  ): Promise<readonly LookUpAnswer[]> =>
    watched('look_up', notices, work, (answers) => {
      const isDecided = (answer: LookUpAnswer | undefined): boolean =>
        answer?.kind === 'present' && answer.verdict.kind !== 'deferred'
      if (notices.some(({ batchReference }, index) => batchReference !== null && isDecided(answers[index])))
        count('deferred notice decided')
      return { fates: answers.map(fateOfAnswer), retryAfterMs: askedFor(answers) }
    })

  return {
    ...real,
    send: (notices, signal) =>
      watched(
        'send',
        notices,
        () => real.send(notices, signal),
        ({ verdicts }) => {
          const kinds = new Set(verdicts.map(({ kind }) => kind))
          if (kinds.has('accepted') && kinds.size > 1) count('batch half accepted')
          if (kinds.has('deferred')) count('notice deferred')
          return { fates: verdicts.map(fateOfVerdict), retryAfterMs: askedFor(verdicts) }
        },
      ),
    async lookUp(notice, signal) {
      const [answer] = await ask([notice], async () => [await real.lookUp(notice, signal)])
      return answer ?? { kind: 'no_answer', cause: 'connection_cut', retryAfterMs: null, exchange: null }
    },
    lookUpMany: (notices, signal) => ask(notices, async () => (await real.lookUpMany?.(notices, signal)) ?? []),
    async fetchReceipt(notice, signal) {
      world.realBegins()
      const receipt = (await real.fetchReceipt?.(notice, signal)) ?? null
      world.realEnds()
      if (host.isDead()) return forEver()
      if (receipt !== null) count('receipt fetched later')
      return receipt
    },
    probe: (signal) =>
      watched(
        'probe',
        [],
        () => real.probe(signal),
        ({ retryAfterMs }) => ({ fates: [], retryAfterMs }),
      ),
  }
}

/** A dead process hears nothing any more. */
function forEver(): Promise<never> {
  return new Promise(() => undefined)
}

function askedFor(answers: readonly object[]): number | null {
  const asked = answers.flatMap((answer) =>
    'retryAfterMs' in answer && typeof answer.retryAfterMs === 'number' ? [answer.retryAfterMs] : [],
  )
  return asked.length === 0 ? null : Math.max(...asked)
}
