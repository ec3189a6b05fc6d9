import http from 'node:http'
import https from 'node:https'
import { TLSSocket } from 'node:tls'
import axios, { type AxiosInstance, type AxiosRequestConfig, type AxiosResponse } from 'axios'
import type { Cause } from '#shared/domain/channel.ts'
import type { Clock, IsoInstant } from '#shared/domain/clock.ts'
import { createWayFinder, readScriptFile, type WayTrouble } from '../proxy/find-ways.ts'
import type { ProxyChoice } from '../proxy/proxy-choice.ts'
import { type Agents, type AgentWay, agentsFor } from '../proxy/way-agents.ts'
import { readRetryAfter } from './retry-after.ts'
import { openSecureContext, type TlsTrust } from './transport-security.ts'

export interface HttpRequest {
  readonly method: 'GET' | 'POST'
  /** From the root of the service, `/v1/notices`. */
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | null
  readonly maxAnswerBytes: number
}

/** A whole answer, of any status. */
export interface HttpAnswer {
  readonly kind: 'answer'
  readonly status: number
  /** Without parameters, lower case; empty when the server named none. */
  readonly mediaType: string
  readonly bytes: Buffer
  readonly retryAfterMs: number | null
  readonly serverTime: IsoInstant | null
  /** As sent, quotes included; `null` when the server named none. */
  readonly etag: string | null
}

/** No whole answer came. */
export interface HttpFailure {
  readonly kind: 'failure'
  readonly cause: Cause
  /** False only when no connection was ever made for this request: then nothing of it can have reached anybody. */
  readonly mayHaveLeft: boolean
}

export interface HttpClient {
  /**
   * Never rejects for anything the wire does; a rejection is a bug. `signal` carries the deadline, from the first packet to the last
   * byte of the answer (`AbortSignal.timeout`).
   */
  request(request: HttpRequest, signal: AbortSignal): Promise<HttpAnswer | HttpFailure>
  /** Ends connections that are kept and those in use. May be used again afterwards. */
  close(): void
}

export interface HttpClientOptions extends TlsTrust {
  readonly baseUrl: string
  readonly clock: Clock
  /** Direct unless chosen. */
  readonly proxy?: ProxyChoice
  /** Asks the operating system for the way to an origin (`https://host`); see `ProxyChoice`. */
  readonly askSystemProxy?: (origin: string) => Promise<string>
  /** Why no way out is known, for the log. */
  readonly onNoWay?: (trouble: WayTrouble) => void
}

/** How long a way may take to stand while there is another to try. */
const NEXT_WAY_AFTER_MS = 5_000

/**
 * axios with its defaults undone: by itself it follows a redirect with an empty GET, calls HTML a success, and its `timeout` is idle
 * time. Answers come back as bytes; reading them is the caller's. Ways out are tried in their order, the next one only while nothing can
 * have left by the one before.
 */
export function createHttpClient(options: HttpClientOptions): HttpClient {
  const { baseUrl, clock, proxy, askSystemProxy, onNoWay, ...trust } = options
  const secureContext = baseUrl.startsWith('https:') ? openSecureContext(trust) : undefined
  const finder = createWayFinder(proxy ?? { kind: 'direct' }, new URL(baseUrl), {
    readScript: (location, signal) => readScript(location, signal, { clock, ...trust }),
    ...(askSystemProxy === undefined ? {} : { askSystem: askSystemProxy }),
    monotonicMs: () => clock.monotonicMs(),
  })
  const agents = new Map<string, Agents>()
  const root = baseUrl.replace(/\/+$/, '')
  const client: AxiosInstance = axios.create({
    adapter: 'http',
    maxRedirects: 0,
    proxy: false,
    responseType: 'arraybuffer',
    validateStatus: () => true,
    transformRequest: [(data: unknown) => data],
    transformResponse: [(data: unknown) => data],
    maxBodyLength: 10 * 1024 * 1024,
  })

  function agentsOf(way: AgentWay): Agents {
    const key = JSON.stringify(way)
    const made = agents.get(key) ?? agentsFor(way, secureContext)
    agents.set(key, made)
    return made
  }

  async function requestBy(
    way: AgentWay,
    { method, path, headers, body, maxAnswerBytes }: HttpRequest,
    signal: AbortSignal,
    isLast: boolean,
  ): Promise<HttpAnswer | HttpFailure> {
    const connection = { isMade: false }
    const tooSlow = new AbortController()
    const timer = setTimeout(() => {
      if (!isLast && !connection.isMade) tooSlow.abort(new DOMException('No connection in time', 'TimeoutError'))
    }, NEXT_WAY_AFTER_MS)
    const either = AbortSignal.any([signal, tooSlow.signal])
    const config: AxiosRequestConfig = {
      method,
      url: root + path,
      headers: { Accept: 'application/json, application/problem+json', ...headers },
      maxContentLength: maxAnswerBytes,
      signal: either,
      transport: watchedTransport(connection, agentsOf(way)),
      ...(body === null ? {} : { data: body }),
    }
    try {
      return toAnswer(await client.request<unknown>(config), clock)
    } catch (error) {
      return { kind: 'failure', cause: causeOf(error, connection.isMade, either), mayHaveLeft: connection.isMade }
    } finally {
      clearTimeout(timer)
    }
  }

  return {
    async request(request, signal) {
      const found = await finder.find(signal)
      if (found.kind === 'trouble') {
        onNoWay?.(found.trouble)
        return { kind: 'failure', cause: 'proxy', mayHaveLeft: false }
      }
      let last: HttpFailure = { kind: 'failure', cause: 'proxy', mayHaveLeft: false }
      for (const [index, way] of found.ways.entries()) {
        const wire = await requestBy(way, request, signal, index === found.ways.length - 1)
        if (wire.kind === 'answer' || wire.mayHaveLeft) finder.worked(way)
        // A certificate that is wrong here is wrong everywhere, or somebody listens: another way is no answer to that.
        if (wire.kind === 'answer' || wire.mayHaveLeft || wire.cause === 'tls' || signal.aborted) return wire
        last = wire
      }
      finder.failed()
      return last
    },
    close() {
      for (const { httpAgent, httpsAgent } of agents.values()) {
        httpAgent.destroy()
        httpsAgent.destroy()
      }
    },
  }
}

/** A proxy script by address or path; `null` = not to be had. One at an address is fetched directly: by it the way is only found. */
export async function readScript(
  location: string,
  signal: AbortSignal,
  options: TlsTrust & { readonly clock: Clock },
): Promise<string | null> {
  if (!/^https?:\/\//i.test(location)) return readScriptFile(location)
  const { origin, pathname, search } = new URL(location)
  const client = createHttpClient({ baseUrl: origin, ...options })
  try {
    const accept = { Accept: 'application/x-ns-proxy-autoconfig, */*' }
    const request = {
      method: 'GET',
      path: pathname + search,
      headers: accept,
      body: null,
      maxAnswerBytes: 1024 * 1024,
    } as const
    const answer = await client.request(request, AbortSignal.any([signal, AbortSignal.timeout(SCRIPT_DEADLINE_MS)]))
    return answer.kind === 'answer' && answer.status === 200 ? answer.bytes.toString('utf8') : null
  } finally {
    client.close()
  }
}

const SCRIPT_DEADLINE_MS = 10_000

/**
 * Node's own request, with a note of whether a connection (under TLS: a verified one) ever stood for it. The agents are given here and
 * not to axios, which takes their proxy out of them when its own is switched off.
 */
function watchedTransport(connection: { isMade: boolean }, { httpAgent, httpsAgent }: Agents): object {
  return {
    request(options: https.RequestOptions, onResponse: (response: http.IncomingMessage) => void): http.ClientRequest {
      const isSecure = options.protocol === 'https:'
      const request = isSecure
        ? https.request({ ...options, agent: httpsAgent }, onResponse)
        : http.request({ ...options, agent: httpAgent }, onResponse)
      request.once('socket', (socket) => {
        // Through a proxy the socket comes only once it stands.
        const stands = isSecure ? socket instanceof TLSSocket && socket.authorized : !socket.connecting
        if (request.reusedSocket || stands) connection.isMade = true
        else
          socket.once(isSecure ? 'secureConnect' : 'connect', () => {
            connection.isMade = true
          })
      })
      return request
    },
  }
}

function toAnswer(response: AxiosResponse<unknown>, clock: Clock): HttpAnswer {
  const header = (name: string): string | undefined => {
    const value: unknown = response.headers[name]
    return typeof value === 'string' ? value : undefined
  }
  const serverMs = Date.parse(header('date') ?? '')
  return {
    kind: 'answer',
    status: response.status,
    mediaType: (header('content-type') ?? '').split(';', 1).join('').trim().toLowerCase(),
    bytes: Buffer.isBuffer(response.data) ? response.data : Buffer.alloc(0),
    retryAfterMs: readRetryAfter(header('retry-after'), header('date'), clock.now()),
    serverTime: Number.isNaN(serverMs) ? null : new Date(serverMs).toISOString(),
    etag: header('etag') ?? null,
  }
}

const DNS_CODES: readonly string[] = ['ENOTFOUND', 'EAI_AGAIN', 'EAI_FAIL', 'EAI_NODATA', 'ENODATA', 'ESERVFAIL', 'ETIMEOUT']
const OFFLINE_CODES: readonly string[] = ['ENETUNREACH', 'ENETDOWN', 'EHOSTUNREACH', 'EHOSTDOWN', 'EADDRNOTAVAIL', 'ENONET']
const TIMEOUT_CODES: readonly string[] = ['ETIMEDOUT', 'ECONNABORTED', 'ESOCKETTIMEDOUT']
const CUT_CODES: readonly string[] = ['ECONNRESET', 'EPIPE', 'ERR_STREAM_PREMATURE_CLOSE', 'ERR_STREAM_DESTROYED']
/** axios: the size cap was passed. Node: not HTTP. zlib: a body that does not unpack. */
const UNREADABLE_CODES = /^(ERR_BAD_RESPONSE|HPE_|Z_|ERR_BUFFER_TOO_LARGE)/
const TLS_CODES =
  /^(CERT_|ERR_TLS_|ERR_SSL_|EPROTO$|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE|CRL_)/

/** The word for what the wire did. Anything that is not the wire's doing is a bug and is thrown on. */
function causeOf(error: unknown, wasConnected: boolean, signal: AbortSignal): Cause {
  if (!axios.isAxiosError(error) && !axios.isCancel(error)) throw error
  const code = error.code ?? ''
  if (axios.isCancel(error)) return isTimeout(signal.reason) ? 'timeout' : 'connection_cut'
  if (DNS_CODES.includes(code)) return 'dns'
  // The proxy would not open a way: nothing has passed it.
  if (code === 'ECONNREFUSED' || code === 'ERR_PROXY_TUNNEL') return 'refused'
  if (OFFLINE_CODES.includes(code)) return 'offline'
  if (TIMEOUT_CODES.includes(code)) return 'timeout'
  if (TLS_CODES.test(code)) return 'tls'
  if (CUT_CODES.includes(code)) return 'connection_cut'
  // Both a body over the cap and one that stopped early are ERR_BAD_RESPONSE; only the latter carries the response.
  if (code === 'ERR_BAD_RESPONSE' && error.response !== undefined) return 'connection_cut'
  if (UNREADABLE_CODES.test(code) && wasConnected) return 'unreadable_answer'
  // Whatever else the operating system refuses the socket (a firewall's EACCES, EMFILE).
  if (isSystemError(error.cause)) return 'offline'
  throw error
}

function isTimeout(reason: unknown): boolean {
  return reason instanceof DOMException && reason.name === 'TimeoutError'
}

function isSystemError(cause: unknown): boolean {
  return cause instanceof Error && 'syscall' in cause
}
