import { outboxRows } from '#electron/outbox/outbox-rows.ts'
import type { Notice, Status } from '#shared/contract/schemas.ts'
import type { Caller } from './caller.ts'
import { deskError } from './desk-error.ts'
import type { Register } from './register.ts'
import { viewOf } from './viewpoint.ts'

export interface DrainAnswer {
  readonly isEmpty: boolean
  readonly accepted: number
  readonly pending: number
  readonly needsPerson: number
  readonly notYetArrived: number
}

/** The way notices take out of this desk: a machine that sends, or a person. */
export interface ChannelLine {
  start(): Promise<void>
  /** Waits for what is under way to be saved. */
  stop(): Promise<void>
  connection(): Status['connection']
  /** Milliseconds the PC's clock is ahead of the service's; `null` when no answer has told. */
  aheadOfServerMs(): number | null
  /** Something may be ready to go. */
  wake(): void
  /** All that follow throw `CHANNEL_NOT_AUTOMATIC` where a person files. */
  sendNow(noticeIds: readonly string[]): Promise<{ queued: number }>
  pause(caller: Caller): Promise<void>
  resume(caller: Caller): Promise<void>
  checkConnection(): Promise<void>
  reconcile(caller: Caller, noticeId: string): Promise<Notice>
  drain(options: { readonly untilEmpty: boolean; readonly timeoutMs: number }): Promise<DrainAnswer>
}

/** The line of the property's channel as it is configured now. */
export function openChannelLine(register: Register): ChannelLine {
  if (register.channel.submission === 'human') return byHandLine(register)
  return unaddressedLine(register)
}

/** A channel that sends, and nobody has said where to: everything waits in the queue. */
function unaddressedLine(register: Register): ChannelLine {
  return {
    ...byHandLine(register),
    connection: () => ({ state: 'unknown', since: null, cause: null, nextProbeAt: null }),
    sendNow: async () => ({ queued: 0 }),
    pause: async () => undefined,
    resume: async () => undefined,
    checkConnection: async () => undefined,
    reconcile: async (caller, noticeId) => viewOf(register, caller, noticeId),
    async drain() {
      const { pending, needsPerson, notYetArrived } = outboxRows(register.store).counts(register.today())
      return { isEmpty: pending === 0, accepted: 0, pending, needsPerson, notYetArrived }
    },
  }
}

/** A person files: nothing goes by itself and there is no connection to speak of. */
function byHandLine(register: Register): ChannelLine {
  async function refuse(): Promise<never> {
    throw deskError('CHANNEL_NOT_AUTOMATIC', { channel: register.channel.id })
  }
  return {
    start: async () => undefined,
    stop: async () => undefined,
    connection: () => ({ state: 'by_hand', since: null, cause: null, nextProbeAt: null }),
    aheadOfServerMs: () => null,
    wake: () => undefined,
    sendNow: refuse,
    pause: refuse,
    resume: refuse,
    checkConnection: refuse,
    reconcile: refuse,
    drain: refuse,
  }
}
