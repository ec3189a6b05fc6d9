import type { DrainResult } from '#electron/outbox/drain.ts'
import { createOutbox } from '#electron/outbox/outbox.ts'
import type { Notice, Status } from '#shared/contract/schemas.ts'
import type { Validation } from '#shared/contract/validation-schema.ts'
import { answerFollower } from './answer-follower.ts'
import type { Caller } from './caller.ts'
import { deskError } from './desk-error.ts'
import { type AskSystemProxy, openMachine } from './machine-channel.ts'
import type { Register } from './register.ts'
import { watchService } from './service-facts.ts'
import { validateNotice } from './validate-notice.ts'
import { viewOf } from './viewpoint.ts'

/** The way notices take out of this desk, for people: a machine that sends, or a person. */
export interface ChannelLine {
  start(): void
  /** Waits for what is under way to be saved. A line that was stopped is not started again. */
  stop(): Promise<void>
  /** Something may be ready to go. */
  wake(): void
  /** The PC is about to sleep. */
  suspend(): void
  /** The PC slept, or may have. */
  wakeUp(): void
  connection(): Status['connection']
  /** Milliseconds the PC's clock is ahead of the service's; `null` when no answer has told. */
  aheadOfServerMs(): number | null
  /** All that follow throw `CHANNEL_NOT_AUTOMATIC` where a person files. */
  sendNow(noticeIds: readonly string[]): { queued: number }
  pause(caller: Caller): void
  resume(caller: Caller): void
  checkConnection(): Promise<void>
  /** Asks the service about one notice, now. Throws `NOT_FOUND`, and `NOT_NOW` where there is nothing to ask. */
  reconcile(caller: Caller, noticeId: string): Promise<Notice>
  /** Asks the service whether it would take a notice, now; see `validateNotice`. */
  validate(caller: Caller, noticeId: string): Promise<Validation>
  /** Sends also where the line was not started. */
  drain(options: { readonly untilEmpty: boolean; readonly timeoutMs: number }): Promise<DrainResult>
}

/** The line of the property's channel as it is configured now. Without an address everything waits in the queue. */
export function openChannelLine(
  register: Register,
  onChange: (noticeIds: readonly string[]) => void,
  askSystemProxy?: AskSystemProxy,
): ChannelLine {
  const { store, ports, logger, channel } = register
  const machine = openMachine(register, askSystemProxy)
  const follower = answerFollower(register)
  const outbox = createOutbox({
    store,
    channel: machine?.channel ?? null,
    ports,
    logger,
    follower,
    onChange(noticeIds) {
      onChange(noticeIds)
      service?.lookAgain()
    },
  })
  const isAsked = channel.isMaxBatchAsked || channel.hasCodeLists
  const service = machine === null || !isAsked ? null : watchService(register, outbox, machine.url)

  function automatic(): typeof outbox {
    if (channel.submission === 'human') throw deskError('CHANNEL_NOT_AUTOMATIC', { channel: channel.id })
    return outbox
  }

  function writeDown(caller: Caller, action: string): void {
    register.write(() => store.audit.append({ actor: caller.actor, action, subject: null, stayId: null, details: {} }))
  }

  return {
    start: () => outbox.start(),
    async stop() {
      await outbox.stop()
      await service?.ended()
    },
    wake: () => outbox.wake(),
    suspend: () => outbox.suspend(),
    wakeUp: () => outbox.wakeUp(),
    connection() {
      const connection = outbox.connection()
      const credentialExpiresAt = machine?.credentialExpiresAt
      const serviceEnvironment = service?.facts()?.environment ?? null
      return {
        ...connection,
        ...(credentialExpiresAt === undefined ? {} : { credentialExpiresAt }),
        ...(serviceEnvironment === null ? {} : { serviceEnvironment }),
      }
    },
    aheadOfServerMs: () => outbox.aheadOfServerMs(),
    sendNow: (noticeIds) => ({ queued: automatic().sendNow(noticeIds) }),
    pause(caller) {
      automatic().pause()
      writeDown(caller, 'queue.paused')
    },
    resume(caller) {
      automatic().resume()
      writeDown(caller, 'queue.resumed')
    },
    checkConnection: async () => automatic().checkConnection(),
    async reconcile(caller, noticeId) {
      const before = viewOf(register, caller, noticeId)
      const outcome = await automatic().reconcile(noticeId)
      if (outcome === 'not_asked') throw deskError('NOT_NOW', { state: before.state, action: 'reconcile' })
      return viewOf(register, caller, noticeId)
    },
    validate: async (caller, noticeId) => validateNotice(register, caller, noticeId, automatic()),
    async drain(options) {
      automatic().start()
      return outbox.drain(options)
    },
  }
}
