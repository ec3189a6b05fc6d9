import { once } from 'node:events'
import http from 'node:http'
import net, { type AddressInfo, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'

export interface ProxyServer {
  readonly url: string
  /** `CONNECT host:port` or `GET http://…`, in order. */
  readonly requests: readonly string[]
}

/** A real forward proxy on loopback; with `signIn` it asks for Basic credentials. It resolves every name to this PC. */
export async function proxyServer(signIn?: string): Promise<ProxyServer> {
  const requests: string[] = []
  const sockets = new Set<Socket>()
  const isKnown = (header: string | undefined): boolean =>
    signIn === undefined || header === `Basic ${Buffer.from(signIn).toString('base64')}`
  const server = http.createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`)
    if (!isKnown(request.headers['proxy-authorization'])) {
      response.writeHead(407).end()
      return
    }
    const { port, pathname, search } = new URL(request.url ?? '')
    const { 'proxy-authorization': _, ...headers } = request.headers
    const options = { host: '127.0.0.1', port, path: pathname + search, method: request.method, headers }
    const onward = http.request(options, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(response)
    })
    onward.on('error', () => response.destroy())
    request.pipe(onward)
  })
  server.on('connection', (socket: Socket) => sockets.add(socket))
  server.on('connect', (request: http.IncomingMessage, socket: Socket) => {
    requests.push(`CONNECT ${request.url}`)
    if (!isKnown(request.headers['proxy-authorization'])) {
      socket.end('HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n')
      return
    }
    const onward = net.connect(Number(request.url?.split(':')[1]), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
      socket.pipe(onward).pipe(socket)
    })
    sockets.add(onward)
    onward.on('error', () => socket.destroy())
    socket.on('error', () => onward.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy()
    server.close()
    await once(server, 'close')
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests }
}
