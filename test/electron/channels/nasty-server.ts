import { once } from 'node:events'
import net, { type AddressInfo, type Socket } from 'node:net'
import tls, { type TlsOptions } from 'node:tls'
import { onTestFinished } from 'vitest'
import { SELF_SIGNED } from './self-signed.ts'

export interface NastyRequest {
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** 1 for the first request on its connection. */
  readonly numberOnConnection: number
}

/** Gets every whole request and does to the socket whatever it likes. */
export type Misbehaviour = (request: NastyRequest, socket: Socket) => void

export interface NastyServer {
  readonly url: string
  /** Everything that arrived whole, in order. */
  readonly requests: readonly NastyRequest[]
  readonly connections: () => number
}

export interface NastyOptions {
  /** TLS with a certificate nobody vouches for. */
  readonly isSecure?: boolean
  /** TLS with this one. */
  readonly certificate?: TlsOptions
  /** Of this PC, where it listens; `url` names 127.0.0.1 unless this is another. */
  readonly address?: string
  /** Gets the connection at its first bytes, before a request is whole. True = the bytes go no further. */
  readonly interrupt?: (socket: Socket) => boolean
}

/** HTTP by hand over a raw socket: what no well-behaved server library would send. */
export async function nastyServer(misbehave: Misbehaviour, options: NastyOptions = {}): Promise<NastyServer> {
  const certificate = options.certificate ?? (options.isSecure === true ? SELF_SIGNED : undefined)
  const requests: NastyRequest[] = []
  const sockets = new Set<Socket>()
  let connections = 0
  const onConnection = (socket: Socket): void => {
    connections++
    let received = ''
    let numberOnConnection = 0
    socket.on('error', () => socket.destroy())
    socket.on('data', (chunk) => {
      if (options.interrupt?.(socket) === true) return
      received += chunk.toString('latin1')
      for (let next = takeRequest(received); next !== undefined; next = takeRequest(received)) {
        received = next.rest
        numberOnConnection++
        const request = { ...next.request, numberOnConnection }
        requests.push(request)
        misbehave(request, socket)
      }
    })
  }
  const server = certificate === undefined ? net.createServer(onConnection) : tls.createServer(certificate, onConnection)
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('error', () => socket.destroy())
  })
  const address = options.address ?? '127.0.0.1'
  server.listen(0, address)
  await once(server, 'listening')
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy()
    server.close()
    await once(server, 'close')
  })
  const { port } = server.address() as AddressInfo
  return {
    url: `${certificate === undefined ? 'http' : 'https'}://${address}:${port}`,
    requests,
    connections: () => connections,
  }
}

function takeRequest(received: string): { request: Omit<NastyRequest, 'numberOnConnection'>; rest: string } | undefined {
  const headEnd = received.indexOf('\r\n\r\n')
  if (headEnd === -1) return undefined
  const [start = '', ...lines] = received.slice(0, headEnd).split('\r\n')
  const headers = Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
  )
  const bodyEnd = headEnd + 4 + Number(headers['content-length'] ?? 0)
  if (received.length < bodyEnd) return undefined
  const [method = '', path = ''] = start.split(' ')
  const body = Buffer.from(received.slice(headEnd + 4, bodyEnd), 'latin1').toString('utf8')
  return { request: { method, path, headers, body }, rest: received.slice(bodyEnd) }
}

/** A whole answer as bytes on the wire. */
export function rawAnswer(status: string, headers: Readonly<Record<string, string>>, body: string | Buffer): Buffer {
  const content = Buffer.from(body)
  const lines = Object.entries({ 'Content-Length': String(content.length), ...headers }).map(
    ([name, value]) => `${name}: ${value}\r\n`,
  )
  return Buffer.concat([Buffer.from(`HTTP/1.1 ${status}\r\n${lines.join('')}\r\n`), content])
}

export function rawJson(status: string, content: unknown, headers: Readonly<Record<string, string>> = {}): Buffer {
  return rawAnswer(status, { 'Content-Type': 'application/json', ...headers }, JSON.stringify(content))
}

export function rawProblem(
  status: number,
  code: string,
  headers: Readonly<Record<string, string>> = {},
  more: object = {},
): Buffer {
  const problem = { type: 'about:blank', title: 'Not taken.', status, code, ...more }
  return rawAnswer(`${status} Problem`, { 'Content-Type': 'application/problem+json', ...headers }, JSON.stringify(problem))
}
