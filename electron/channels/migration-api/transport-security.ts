import { X509Certificate } from 'node:crypto'
import { PassThrough } from 'node:stream'
import tls, { type SecureContext } from 'node:tls'
import type { IsoInstant } from '#shared/domain/clock.ts'

/** Certificate and key with which the desk says who it is, as the authority hands them out: one PKCS#12 file. */
export interface ClientCertificate {
  readonly p12: Buffer
  readonly passphrase: string
}

export interface TlsTrust {
  readonly clientCertificate?: ClientCertificate
  /** Authorities to trust besides the program's own and the operating system's, PEM. */
  readonly extraCertificate?: string
}

/**
 * Made once per channel: reading a few hundred authorities takes a tenth of a second. Trusts what the operating system trusts – an
 * integrator's or an antivirus' own authority is usually installed there and nowhere else. Throws for a certificate that cannot be read.
 */
export function openSecureContext({ clientCertificate, extraCertificate }: TlsTrust): SecureContext {
  const ca = [...tls.getCACertificates('default'), ...tls.getCACertificates('system')]
  return tls.createSecureContext({
    minVersion: 'TLSv1.2',
    ca: extraCertificate === undefined ? ca : [...ca, extraCertificate],
    ...(clientCertificate === undefined ? {} : { pfx: clientCertificate.p12, passphrase: clientCertificate.passphrase }),
  })
}

export type ReadCertificate =
  | { readonly kind: 'readable'; readonly expiresAt: IsoInstant }
  | { readonly kind: 'wrong_passphrase' }
  /** Sealed in the manner of the nineties (RC2, 40 bits), which OpenSSL no longer opens: it has to be exported anew. */
  | { readonly kind: 'outdated' }
  | { readonly kind: 'not_a_certificate' }

/** Opens a PKCS#12 file and says until when it is good. */
export function readClientCertificate({ p12, passphrase }: ClientCertificate): ReadCertificate {
  try {
    const secureContext = tls.createSecureContext({ pfx: p12, passphrase })
    const socket = new tls.TLSSocket(new PassThrough(), { isServer: true, secureContext })
    const certificate = socket.getCertificate()
    socket.destroy()
    const expiresMs = certificate !== null && 'valid_to' in certificate ? Date.parse(certificate.valid_to) : Number.NaN
    // A file may hold authorities only.
    if (Number.isNaN(expiresMs)) return { kind: 'not_a_certificate' }
    return { kind: 'readable', expiresAt: new Date(expiresMs).toISOString() }
  } catch (error) {
    if (!(error instanceof Error)) throw error
    if (/mac verify failure/i.test(error.message)) return { kind: 'wrong_passphrase' }
    return 'code' in error && error.code === 'ERR_CRYPTO_UNSUPPORTED_OPERATION'
      ? { kind: 'outdated' }
      : { kind: 'not_a_certificate' }
  }
}

/** True for one or more PEM certificates, each readable. OpenSSL itself takes any text and then trusts nothing. */
export function isAuthorityText(pem: string): boolean {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g) ?? []
  return blocks.length > 0 && blocks.every(isCertificate)
}

function isCertificate(block: string): boolean {
  try {
    return new X509Certificate(block).subject.length > 0
  } catch (error) {
    if (error instanceof Error) return false
    throw error
  }
}
