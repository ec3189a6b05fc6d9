import type { MachineChannel } from '#electron/channels/adapter.ts'
import { createMigrationApiChannel } from '#electron/channels/migration-api/migration-api-channel.ts'
import type { ChannelCredentials } from '#electron/channels/migration-api/sign-in.ts'
import { readClientCertificate } from '#electron/channels/migration-api/transport-security.ts'
import { createOutbox, type DrainResult } from '#electron/outbox/outbox.ts'
import type { Notice, Status } from '#shared/contract/schemas.ts'
import type { IsoInstant } from '#shared/domain/clock.ts'
import { answerFollower } from './answer-follower.ts'
import type { Caller } from './caller.ts'
import { type ChannelAddress, clientCertificateOf, findChannelAddress } from './channel-address.ts'
import { deskError } from './desk-error.ts'
import type { Register } from './register.ts'
import { viewOf } from './viewpoint.ts'

/** The way notices take out of this desk, for people: a machine that sends, or a person. */
export interface ChannelLine {
  start(): void
  /** Waits for what is under way to be saved. A line that was stopped is not started again. */
  stop(): Promise<void>
  /** Something may be ready to go. */
  wake(): void
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
  /** Sends also where the line was not started. */
  drain(options: { readonly untilEmpty: boolean; readonly timeoutMs: number }): Promise<DrainResult>
}

/** The line of the property's channel as it is configured now. Without an address everything waits in the queue. */
export function openChannelLine(register: Register, onChange: (noticeIds: readonly string[]) => void): ChannelLine {
  const { store, ports, logger, channel } = register
  const machine = machineOf(register)
  const follower = answerFollower(register)
  const outbox = createOutbox({ store, channel: machine?.channel ?? null, ports, logger, onChange, follower })

  function automatic(): typeof outbox {
    if (channel.submission === 'human') throw deskError('CHANNEL_NOT_AUTOMATIC', { channel: channel.id })
    return outbox
  }

  function writeDown(caller: Caller, action: string): void {
    register.write(() => store.audit.append({ actor: caller.actor, action, subject: null, stayId: null, details: {} }))
  }

  return {
    start: () => outbox.start(),
    stop: () => outbox.stop(),
    wake: () => outbox.wake(),
    connection() {
      const connection = outbox.connection()
      const credentialExpiresAt = machine?.credentialExpiresAt
      return credentialExpiresAt === undefined ? connection : { ...connection, credentialExpiresAt }
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
    async drain(options) {
      automatic().start()
      return outbox.drain(options)
    },
  }
}

interface Machine {
  readonly channel: MachineChannel
  readonly credentialExpiresAt: IsoInstant | undefined
}

/** `null` where a person files, or nobody has said where to send. */
function machineOf(register: Register): Machine | null {
  if (register.channel.submission === 'human') return null
  const address = findChannelAddress(register)
  if (address === undefined) return null
  const clientCertificate = clientCertificateOf(address)
  const read = clientCertificate === undefined ? undefined : readClientCertificate(clientCertificate)
  // It opened when it was given; a desk whose libraries have moved on must start all the same.
  if (read !== undefined && read.kind !== 'readable') {
    register.logger.error({ certificate: read.kind }, 'the certificate of the channel cannot be read; nothing is sent')
    return null
  }
  const channel = createMigrationApiChannel({
    baseUrl: address.url,
    credentials: credentialsOf(address),
    clock: register.ports.clock,
    ...(clientCertificate === undefined ? {} : { clientCertificate }),
    ...(address.authority === undefined ? {} : { extraCertificate: address.authority }),
    ...(address.proxy === undefined ? {} : { proxy: address.proxy }),
  })
  return { channel, credentialExpiresAt: read?.expiresAt }
}

/** Id and secret sign in with OAuth2; a secret alone is an API key. */
function credentialsOf({ clientId, clientSecret }: ChannelAddress): ChannelCredentials {
  if (clientSecret === null) return { kind: 'none' }
  return clientId === null ? { kind: 'api_key', key: clientSecret } : { kind: 'client_credentials', clientId, clientSecret }
}
