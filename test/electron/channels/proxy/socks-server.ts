import { once } from 'node:events'
import net, { type AddressInfo, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'

export interface SocksServer {
  readonly port: number
  /** `host:port`, in order. */
  readonly destinations: readonly string[]
}

/** A real SOCKS proxy (4a and 5, no sign-in) on loopback. It resolves every name to this PC. */
export async function socksServer(options: { readonly isRefusing?: boolean } = {}): Promise<SocksServer> {
  const destinations: string[] = []
  const sockets = new Set<Socket>()
  const server = net.createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => socket.destroy())
    socket.once('data', (hello: Buffer) => {
      if (hello[0] === 4)
        return open(socket, readVersion4(hello), Buffer.from([0, options.isRefusing === true ? 91 : 90, 0, 0, 0, 0, 0, 0]))
      socket.write(Buffer.from([5, 0]))
      socket.once('data', (request: Buffer) => {
        open(socket, readVersion5(request), Buffer.from([5, options.isRefusing === true ? 2 : 0, 0, 1, 0, 0, 0, 0, 0, 0]))
      })
    })
  })

  function open(socket: Socket, { host, port }: { host: string; port: number }, answer: Buffer): void {
    destinations.push(`${host}:${port}`)
    if (options.isRefusing === true) {
      socket.end(answer)
      return
    }
    const onward = net.connect(port, '127.0.0.1', () => {
      socket.write(answer)
      socket.pipe(onward).pipe(socket)
    })
    sockets.add(onward)
    onward.on('error', () => socket.destroy())
  }

  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy()
    server.close()
    await once(server, 'close')
  })
  return { port: (server.address() as AddressInfo).port, destinations }
}

/** RFC 1928, section 4; names and IPv4 only. */
function readVersion5(request: Buffer): { host: string; port: number } {
  const isName = request[3] === 3
  const length = isName ? (request[4] ?? 0) : 4
  const from = isName ? 5 : 4
  const address = request.subarray(from, from + length)
  return { host: isName ? address.toString('latin1') : [...address].join('.'), port: request.readUInt16BE(from + length) }
}

/** 4a: an address 0.0.0.x announces a name behind the user. */
function readVersion4(request: Buffer): { host: string; port: number } {
  const userEnd = request.indexOf(0, 8)
  const isName = request.readUInt32BE(4) < 256
  const host = isName
    ? request.subarray(userEnd + 1, request.indexOf(0, userEnd + 1)).toString('latin1')
    : [...request.subarray(4, 8)].join('.')
  return { host, port: request.readUInt16BE(2) }
}
