import { z } from 'zod'
import {
  type ClientCertificate,
  isAuthorityText,
  readClientCertificate,
} from '#electron/channels/migration-api/transport-security.ts'
import { assertNever } from '#shared/domain/assert-never.ts'
import type { Caller } from './caller.ts'
import { badInput } from './desk-error.ts'
import type { Register } from './register.ts'

const SETTING = 'channel.migration-api'

const channelAddressSchema = z.object({
  url: z.string(),
  clientId: z.string().nullable(),
  clientSecret: z.string().nullable(),
  /** PKCS#12 in base64, and what opens it. */
  certificate: z.object({ p12: z.string(), passphrase: z.string() }).optional(),
  /** Authorities to trust besides the operating system's, PEM. */
  authority: z.string().optional(),
  proxy: z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('direct') }),
      z.object({ kind: z.literal('environment') }),
      z.object({ kind: z.literal('explicit'), url: z.string() }),
      z.object({ kind: z.literal('script'), location: z.string() }),
      z.object({ kind: z.literal('system') }),
    ])
    .optional(),
  /** The simulated service of a training folder, started by the desk itself: another port at each start. */
  isBuiltIn: z.boolean(),
})
/** Where the `migration-api` channel goes and as whom. Lives in the encrypted file; secrets never leave the desk. */
export type ChannelAddress = z.infer<typeof channelAddressSchema>

export function findChannelAddress(register: Pick<Register, 'store'>): ChannelAddress | undefined {
  return register.store.settings.get(SETTING, channelAddressSchema)
}

/** The certificate of an address, as the channel takes it; `undefined` = the desk has none. */
export function clientCertificateOf({ certificate }: ChannelAddress): ClientCertificate | undefined {
  if (certificate === undefined) return undefined
  return { p12: Buffer.from(certificate.p12, 'base64'), passphrase: certificate.passphrase }
}

/** Throws `BAD_INPUT` at what cannot be used: an address that is not http(s), a certificate that does not open, a proxy of another kind. */
export function saveChannelAddress(register: Register, caller: Caller, address: ChannelAddress): void {
  const { protocol, origin } = new URL(address.url)
  if (protocol !== 'https:' && protocol !== 'http:') {
    throw badInput('url', 'wrong_format', 'The address of the channel begins with https:// (or http:// for a simulator).')
  }
  checkCertificate(address)
  if (address.authority !== undefined && !isAuthorityText(address.authority)) {
    throw badInput('authority', 'wrong_format', 'The authority is a file with PEM certificates (-----BEGIN CERTIFICATE-----).')
  }
  if (address.proxy?.kind === 'explicit' && !/^https?:\/\//.test(address.proxy.url)) {
    throw badInput('proxy.url', 'wrong_format', 'The address of the proxy begins with http:// or https://.')
  }
  register.write(() => {
    register.store.settings.set(SETTING, address)
    // The simulated service has another port at each start: nobody decided anything.
    if (address.isBuiltIn) return
    register.store.audit.append({
      actor: caller.actor,
      action: 'channel.address_set',
      subject: null,
      stayId: null,
      details: {
        origin,
        hasCredentials: address.clientId !== null,
        hasCertificate: address.certificate !== undefined,
        proxy: address.proxy?.kind ?? 'direct',
      },
    })
  })
  register.changed(['status', 'queue'], null)
}

function checkCertificate(address: ChannelAddress): void {
  const certificate = clientCertificateOf(address)
  if (certificate === undefined) return
  const read = readClientCertificate(certificate)
  switch (read.kind) {
    case 'readable':
      return
    case 'wrong_passphrase':
      throw badInput('certificate.passphrase', 'wrong_format', 'The certificate does not open with this passphrase.')
    case 'outdated':
      throw badInput(
        'certificate.p12',
        'wrong_format',
        'The certificate file is sealed in an outdated way (RC2). Export it anew, with AES-256.',
      )
    case 'not_a_certificate':
      throw badInput(
        'certificate.p12',
        'wrong_format',
        'The file is no PKCS#12 file (.p12, .pfx) with a certificate and its key.',
      )
    default:
      assertNever(read)
  }
}
