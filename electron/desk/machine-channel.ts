import type { MachineChannel } from '#electron/channels/adapter.ts'
import { createMigrationApiChannel } from '#electron/channels/migration-api/migration-api-channel.ts'
import type { ChannelCredentials } from '#electron/channels/migration-api/sign-in.ts'
import { readClientCertificate } from '#electron/channels/migration-api/transport-security.ts'
import type { IsoInstant } from '#shared/domain/clock.ts'
import { type ChannelAddress, clientCertificateOf, findChannelAddress } from './channel-address.ts'
import type { Register } from './register.ts'
import { findServiceFacts } from './service-facts.ts'

/** The channel a machine submits through, as it is configured now. */
export interface Machine {
  readonly channel: MachineChannel
  readonly url: string
  readonly credentialExpiresAt: IsoInstant | undefined
}

/** What the operating system answers to which proxy leads to an origin. */
export type AskSystemProxy = (origin: string) => Promise<string>

/** `null` where a person files, or nobody has said where to send. */
export function openMachine(register: Register, askSystemProxy?: AskSystemProxy): Machine | null {
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
    known: findServiceFacts(register, address.url),
    ...(clientCertificate === undefined ? {} : { clientCertificate }),
    ...(address.authority === undefined ? {} : { extraCertificate: address.authority }),
    ...(address.proxy === undefined ? {} : { proxy: address.proxy }),
    ...(askSystemProxy === undefined ? {} : { askSystemProxy }),
    onNoWay: (trouble) => register.logger.warn({ trouble }, 'no way out is known: the proxy settings gave none'),
  })
  return { channel, url: address.url, credentialExpiresAt: read?.expiresAt }
}

/** Id and secret sign in with OAuth2; a secret alone is an API key. */
function credentialsOf({ clientId, clientSecret }: ChannelAddress): ChannelCredentials {
  if (clientSecret === null) return { kind: 'none' }
  return clientId === null ? { kind: 'api_key', key: clientSecret } : { kind: 'client_credentials', clientId, clientSecret }
}
