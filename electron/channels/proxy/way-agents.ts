import http from 'node:http'
import https from 'node:https'
import type { Duplex } from 'node:stream'
import tls, { type SecureContext } from 'node:tls'
import { SocksClient } from 'socks'
import { environmentOfProcess, environmentOfProxy, type ProxyEnvironment } from './proxy-choice.ts'
import type { Way } from './proxy-list.ts'

export interface Agents {
  readonly httpAgent: http.Agent
  readonly httpsAgent: https.Agent
}

/** Ways as the agents know them: `environment` lets Node read the process's variables. */
export type AgentWay = Way | { readonly kind: 'environment' }

const COMMON = { keepAlive: true, maxSockets: 4 } as const

/** Kept-alive connections by one way. `secureContext` is missing for plain http. */
export function agentsFor(way: AgentWay, secureContext: SecureContext | undefined): Agents {
  const secure = secureContext === undefined ? {} : { secureContext }
  switch (way.kind) {
    case 'direct':
      return { httpAgent: new http.Agent(COMMON), httpsAgent: new https.Agent({ ...COMMON, ...secure }) }
    case 'http':
      return throughProxy(environmentOfProxy(way.url), secure)
    case 'environment':
      return throughProxy(environmentOfProcess(process.env), secure)
    case 'socks':
      return { httpAgent: new SocksHttpAgent(COMMON, way), httpsAgent: new SocksHttpsAgent({ ...COMMON, ...secure }, way) }
  }
}

/** Proxies are Node's own. */
function throughProxy(proxyEnv: ProxyEnvironment, secure: { readonly secureContext?: SecureContext }): Agents {
  const options = { ...COMMON, proxyEnv: { ...proxyEnv } }
  return { httpAgent: new http.Agent(options), httpsAgent: new https.Agent({ ...options, ...secure }) }
}

type SocksWay = Extract<Way, { kind: 'socks' }>
type OnSocket = (error: Error | null, socket: Duplex) => void

class SocksHttpAgent extends http.Agent {
  readonly #way: SocksWay
  constructor(options: http.AgentOptions, way: SocksWay) {
    super(options)
    this.#way = way
  }
  override createConnection(options: http.ClientRequestArgs, done?: OnSocket): undefined {
    connectBySocks(this.#way, options, (socket) => socket, done)
  }
}

class SocksHttpsAgent extends https.Agent {
  readonly #way: SocksWay
  constructor(options: https.AgentOptions, way: SocksWay) {
    super(options)
    this.#way = way
  }
  override createConnection(options: https.RequestOptions, done?: OnSocket): undefined {
    const servername = options.servername ?? options.host ?? ''
    connectBySocks(this.#way, options, (socket) => tls.connect({ ...tlsOptionsOf(options), socket, servername }), done)
  }
}

function tlsOptionsOf({
  secureContext,
}: https.RequestOptions & { readonly secureContext?: SecureContext }): tls.ConnectionOptions {
  return secureContext === undefined ? {} : { secureContext }
}

/** The name is resolved by the proxy: it may be known only behind it. */
function connectBySocks(
  way: SocksWay,
  options: http.ClientRequestArgs,
  finish: (socket: Duplex) => Duplex,
  done: OnSocket | undefined,
): void {
  const destination = { host: options.host ?? '', port: Number(options.port) }
  const proxy = { host: way.host, port: way.port, type: way.version }
  void SocksClient.createConnection({ proxy, command: 'connect', destination }, (cause, connected) => {
    if (connected !== undefined) done?.(null, finish(connected.socket))
    // Whatever it was, nothing has passed the proxy.
    else done?.(Object.assign(new Error('SOCKS', { cause }), { code: 'ERR_PROXY_TUNNEL' }), NO_SOCKET)
  })
}

/** Beside an error nobody looks at the socket. */
const NO_SOCKET = undefined as unknown as Duplex
