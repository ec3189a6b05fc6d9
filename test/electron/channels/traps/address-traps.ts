import { once } from 'node:events'
import net, { type AddressInfo, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'
import { EXPIRED_SERVER, OTHER_HOST_SERVER } from '../certificates.ts'
import { nastyServer } from '../nasty-server.ts'
import { SELF_SIGNED } from '../self-signed.ts'
import type { AddressTrap } from './trap.ts'

/** Where nobody can be spoken to: proven not to have left this PC. The desk trusts the tests' authority besides the system's. */
export const ADDRESS_TRAPS: readonly AddressTrap[] = [
  {
    name: 'a name that does not resolve',
    origin: 'outcome',
    address: async () => 'https://no-such-host.invalid',
    outcome: 'notSent: dns',
  },
  { name: 'a closed port', origin: 'outcome', address: closedPort, outcome: 'notSent: refused' },
  {
    name: 'TLS: a certificate for another host',
    origin: 'outcome',
    address: () => impostor(OTHER_HOST_SERVER),
    outcome: 'notSent: tls',
  },
  {
    name: 'TLS: a certificate that has expired',
    origin: 'outcome',
    address: () => impostor(EXPIRED_SERVER),
    outcome: 'notSent: tls',
  },
  {
    name: 'TLS: a certificate nobody vouches for',
    origin: 'outcome',
    address: () => impostor(SELF_SIGNED),
    outcome: 'notSent: tls',
  },
  {
    name: 'TLS: a server that speaks plain HTTP',
    origin: 'outcome',
    address: () => rawListener((socket) => void socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')),
    outcome: 'notSent: tls',
  },
  {
    name: 'TLS: cut in the handshake',
    origin: 'outcome',
    address: () => rawListener((socket) => void socket.once('data', () => socket.resetAndDestroy())),
    outcome: 'notSent: connection_cut',
  },
]

async function impostor(certificate: { readonly cert: string; readonly key: string }): Promise<string> {
  const server = await nastyServer(() => undefined, { certificate })
  return server.url
}

async function rawListener(onConnection: (socket: Socket) => void): Promise<string> {
  const server = net.createServer((socket) => {
    socket.on('error', () => socket.destroy())
    onConnection(socket)
  })
  const port = await listen(server)
  onTestFinished(() => void server.close())
  return `https://127.0.0.1:${port}`
}

async function closedPort(): Promise<string> {
  const server = net.createServer()
  const port = await listen(server)
  server.close()
  await once(server, 'close')
  return `http://127.0.0.1:${port}`
}

async function listen(server: net.Server): Promise<number> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}
