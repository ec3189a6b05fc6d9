import { describe, expect, it, onTestFinished } from 'vitest'
import { createMigrationApiChannel, type MigrationApiConfig } from '#electron/channels/migration-api/migration-api-channel.ts'
import { isAuthorityText, readClientCertificate } from '#electron/channels/migration-api/transport-security.ts'
import { environmentOfProcess } from '#electron/channels/proxy/proxy-choice.ts'
import { manualClock } from '../../support/ports.ts'
import { DESK_CERTIFICATE, EXPIRED_SERVER, LOOPBACK_SERVER, OTHER_HOST_SERVER, TEST_AUTHORITY } from './certificates.ts'
import { nastyServer } from './nasty-server.ts'
import { outgoingNotice } from './notice-fixture.ts'
import { proxyServer } from './proxy-server.ts'
import { type HonestService, honestService } from './traps/honest-service.ts'

const never = new AbortController().signal
const P12 = Buffer.from(DESK_CERTIFICATE.base64, 'base64')
const DESK = { p12: P12, passphrase: DESK_CERTIFICATE.passphrase }

function channelTo(baseUrl: string, config: Partial<MigrationApiConfig> = {}) {
  const channel = createMigrationApiChannel({ baseUrl, credentials: { kind: 'none' }, clock: manualClock(), ...config })
  onTestFinished(() => channel.close())
  return channel
}

async function securedService(options: { readonly asksForCertificate?: boolean } = {}) {
  const service: HonestService = honestService()
  const asked = options.asksForCertificate === true ? { requestCert: true, rejectUnauthorized: true, ca: TEST_AUTHORITY } : {}
  const server = await nastyServer((request, socket) => socket.write(service.answer(request)), {
    certificate: { ...LOOPBACK_SERVER, ...asked },
  })
  return { service, server, url: server.url }
}

async function verdictOf(url: string, config: Partial<MigrationApiConfig>): Promise<string> {
  const [verdict] = (await channelTo(url, config).send([outgoingNotice(1)], never)).verdicts
  if (verdict === undefined) throw new Error('No verdict')
  return 'cause' in verdict ? `${verdict.kind}: ${verdict.cause}` : verdict.kind
}

describe('mutual TLS', () => {
  it('carries the notice with the certificate of the desk, and with nothing else', async () => {
    const { service, url } = await securedService({ asksForCertificate: true })
    expect(await verdictOf(url, { extraCertificate: TEST_AUTHORITY, clientCertificate: DESK })).toBe('accepted')
    expect(service.held.size).toBe(1)
    // Under TLS 1.3 the server refuses only after the request may have left.
    const without = await verdictOf(url, { extraCertificate: TEST_AUTHORITY })
    expect(without).toMatch(/^(unknown|notSent): (tls|connection_cut)$/)
    expect(service.held.size).toBe(1)
  })

  it('goes together with a token or a key', async () => {
    const { server, url } = await securedService({ asksForCertificate: true })
    const config = { extraCertificate: TEST_AUTHORITY, clientCertificate: DESK } as const
    expect(await verdictOf(url, { ...config, credentials: { kind: 'api_key', key: 'key-1' } })).toBe('accepted')
    expect(server.requests[0]?.headers['x-api-key']).toBe('key-1')
    const credentials = { kind: 'client_credentials', clientId: 'desk', clientSecret: 's3cret' } as const
    expect(await verdictOf(url, { ...config, credentials })).toBe('accepted')
    expect(server.requests.find(({ headers }) => headers['authorization'] !== undefined)?.headers['authorization']).toBe(
      'Bearer t-1',
    )
  })

  it('never goes to a server that is not trusted', async () => {
    const { server, url } = await securedService({ asksForCertificate: true })
    expect(await verdictOf(url, { clientCertificate: DESK })).toBe('notSent: tls')
    expect(server.requests).toEqual([])
  })
})

describe('the certificate of the desk', () => {
  it('says until when it is good', () => {
    expect(readClientCertificate(DESK)).toEqual({ kind: 'readable', expiresAt: '2030-12-31T12:00:00.000Z' })
  })

  it('tells a wrong passphrase from a file that is none', () => {
    expect(readClientCertificate({ p12: P12, passphrase: 'wrong' })).toEqual({ kind: 'wrong_passphrase' })
    expect(readClientCertificate({ p12: Buffer.from(TEST_AUTHORITY), passphrase: '' })).toEqual({ kind: 'not_a_certificate' })
    expect(readClientCertificate({ p12: Buffer.alloc(0), passphrase: '' })).toEqual({ kind: 'not_a_certificate' })
  })

  it('knows an authority when it sees one', () => {
    expect(isAuthorityText(TEST_AUTHORITY)).toBe(true)
    expect(isAuthorityText(TEST_AUTHORITY + OTHER_HOST_SERVER.cert + EXPIRED_SERVER.cert)).toBe(true)
    expect(isAuthorityText('trust me')).toBe(false)
    expect(isAuthorityText(TEST_AUTHORITY.replace('MII', 'XXX'))).toBe(false)
  })
})

describe('the way through a proxy', () => {
  const config = (url: string): Partial<MigrationApiConfig> => ({
    extraCertificate: TEST_AUTHORITY,
    proxy: { kind: 'explicit', url },
  })
  /** A name no resolver knows: only the proxy can get there. */
  const behind = (url: string): string => url.replace('127.0.0.1', 'service.invalid')

  it('is a tunnel under https: the certificate is that of the service behind it', async () => {
    const service = honestService()
    const certificate = OTHER_HOST_SERVER
    const server = await nastyServer((request, socket) => socket.write(service.answer(request)), { certificate })
    const proxy = await proxyServer('tulpar:secret')
    const through = config(proxy.url.replace('//', '//tulpar:secret@'))
    const { port } = new URL(server.url)
    expect(await verdictOf(`https://elsewhere.example:${port}`, through)).toBe('accepted')
    expect(service.held.size).toBe(1)
    // Another name than the certificate's: refused before a byte of the notice.
    expect(await verdictOf(behind(server.url), through)).toBe('notSent: tls')
    expect(new Set(proxy.requests)).toEqual(new Set([`CONNECT elsewhere.example:${port}`, `CONNECT service.invalid:${port}`]))
    expect(server.requests.some(({ headers }) => 'proxy-authorization' in headers)).toBe(false)
  })

  it('does not hide that bytes have left: a cut behind the tunnel is unknown', async () => {
    const service = honestService()
    const server = await nastyServer(
      (request, socket) => {
        service.take(request)
        socket.destroy()
      },
      { certificate: OTHER_HOST_SERVER },
    )
    const proxy = await proxyServer()
    const { port } = new URL(server.url)
    expect(await verdictOf(`https://elsewhere.example:${port}`, config(proxy.url))).toBe('unknown: connection_cut')
    expect(service.held.size).toBe(1)
  })

  it('carries the notice, with name and password where the proxy asks', async () => {
    const service = honestService()
    const server = await nastyServer((request, socket) => socket.write(service.answer(request)))
    const proxy = await proxyServer('tulpar:secret')
    const proxyUrl = proxy.url.replace('//', '//tulpar:secret@')
    expect(await verdictOf(behind(server.url), config(proxyUrl))).toBe('accepted')
    expect(proxy.requests[0]).toBe(`POST ${behind(server.url)}/v1/notices`)
    expect(service.held.size).toBe(1)
  })

  it('that refuses the tunnel has let nothing out', async () => {
    const proxy = await proxyServer('tulpar:secret')
    expect(await verdictOf('https://service.invalid', config(proxy.url))).toBe('notSent: refused')
  })

  it('is not taken to this PC itself', async () => {
    const { url } = await securedService()
    const proxy = await proxyServer()
    expect(await verdictOf(url, config(proxy.url))).toBe('accepted')
    expect(await verdictOf(url.replace('127.0.0.1', 'localhost'), config(proxy.url))).toBe('accepted')
    expect(proxy.requests).toEqual([])
  })

  it('is read from the environment as the administrator set it, loopback always left out', () => {
    const environment = { HTTPS_PROXY: 'http://proxy:3128', no_proxy: 'intranet.kz' }
    expect(environmentOfProcess(environment)).toEqual({
      HTTPS_PROXY: 'http://proxy:3128',
      NO_PROXY: 'intranet.kz,localhost,127.0.0.1,[::1]',
    })
    expect(environmentOfProcess({})).toEqual({ NO_PROXY: 'localhost,127.0.0.1,[::1]' })
  })
})
